"""The engine as papermill finds it, and what it does where no interpreter can be forked."""

import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from warm_runs import execute, notebook, run

from audit_lib.reporting.warm import caller, linux
from audit_lib.reporting.warm.engine import warm_manager

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]


def test_trap_3_papermill_finds_the_engine_by_its_entry_point_whichever_is_imported_first(tmp_path):
    named = tmp_path / "warm-0.dist-info"
    named.mkdir()
    (named / "METADATA").write_text("Metadata-Version: 2.1\nName: warm\nVersion: 0\n")
    (named / "entry_points.txt").write_text(
        "[papermill.engine]\nwarm = audit_lib.reporting.warm.entry:warm\n"
    )
    for first in ("papermill", "audit_lib.reporting.warm.engine"):
        script = f"""\
import sys
sys.path[:0] = [{str(ROOT)!r}, {str(tmp_path)!r}]
import {first}
from papermill.engines import papermill_engines
print(papermill_engines.get_engine("warm").execute_notebook.__qualname__)"""
        ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
        assert ended.stdout == "Engine.execute_notebook\n"


def test_where_none_can_be_forked_papermill_runs_as_ever_and_it_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr(linux, "hindrance", lambda: "there is no Linux here")
    with pytest.warns(RuntimeWarning, match="in a kernel of its own: there is no Linux here"):
        outputs = run("print(1)", folder=tmp_path)
    assert outputs[0][0].text == "1\n"


def test_a_kernel_of_another_interpreter_is_started_as_ever(tmp_path, monkeypatch):
    spec = tmp_path / "share" / "kernels" / "another"
    spec.mkdir(parents=True)
    (spec / "kernel.json").write_text('{"argv": ["/bin/another"], "display_name": "", "language": "another"}')
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "share"))
    with pytest.raises(caller.Hindered, match="another is a kernel of /bin/another"):
        warm_manager("another")


def test_a_server_that_is_gone_is_started_again(tmp_path):
    run("1", folder=tmp_path)
    assert caller._held is not None
    caller._held.line.close()
    caller._held = None
    assert run("1 + 1", folder=tmp_path)[0][0].data["text/plain"] == "2"


def test_what_is_slow_to_load_and_many_reports_need_is_loaded_before_the_fork(tmp_path):
    slow = {"pandas", "networkx", "matplotlib", "holidays.countries"}
    asked = f"import sys\n{slow} - sys.modules.keys()"
    assert run(asked, folder=tmp_path)[0][0].data["text/plain"] == "set()"


def test_parameters_come_as_papermill_gives_them(tmp_path):
    node = notebook("x = 1", "print(x)")
    node.cells[0].metadata["tags"] = ["parameters"]
    done, raised = execute(node, tmp_path, parameters={"x": "it's 007"})
    assert raised is None
    assert done.cells[-1].outputs[0].text == "it's 007\n"


def test_text_is_logged_as_papermill_logs_it(tmp_path):
    with (tmp_path / "log").open("w") as log:
        run("print('a'); print('b')", folder=tmp_path, stdout_file=log)
    assert (tmp_path / "log").read_text() == "a\nb\n"


def test_a_notebook_without_an_output_path_is_not_written(tmp_path):
    nbformat.write(notebook("1"), tmp_path / "in.ipynb")
    execute(notebook("1"), tmp_path, request_save_on_cell_execute=False)
    assert not list(tmp_path.glob("*.part"))


ELSEWHERE = """\
import sys
import papermill, zmq, tempfile, subprocess
sys.modules["fcntl"] = sys.modules["resource"] = None  # as on a system that has neither
from audit_lib.reporting.warm import linux
linux.hindrance = lambda: "this is no Linux"
from audit_lib.reporting.warm import engine, entry, provisioner
from audit_lib.reporting.choice import choose, choose_soon
import audit_lib.reporting.engine
engine.hindrance = linux.hindrance
choose_soon("warm", 3)
print(choose("warm", 3), choose(None, 1))
try:
    engine.warm_manager()
except linux.Hindered as reason:
    print(reason)
"""


def test_what_is_on_linux_only_is_not_imported_elsewhere():
    done = subprocess.run([sys.executable, "-c", ELSEWHERE], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [
        "Chosen(engine='stock', why='Each notebook runs in a kernel of its own: this is no Linux.') "
        "Chosen(engine='stock', why=None)",
        "this is no Linux",
    ]
