"""The kernel of a report: this interpreter, and nothing that others can read."""

import json
import os

import pytest

from audit_lib.reporting.engine import execute

pytestmark = pytest.mark.slow


def printed(executed):
    return executed.notebook.cells[-1].outputs[0].text.strip()


def test_a_kernel_of_the_same_name_that_the_user_installed_is_not_taken(notebooks, tmp_path, monkeypatch):
    spec = {"argv": ["no-such-program"], "display_name": "Mine", "language": "python"}
    folder = tmp_path / "jupyter" / "kernels" / "python3"
    folder.mkdir(parents=True)
    (folder / "kernel.json").write_text(json.dumps(spec), encoding="utf-8")
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "jupyter"))
    monkeypatch.setenv("JUPYTER_PREFER_ENV_PATH", "0")
    assert execute(notebooks("r", "print(7)") / "r.ipynb", {}).failure is None


@pytest.mark.skipif(os.name != "posix", reason="local sockets of this kind are of POSIX systems")
def test_no_port_is_open_to_other_accounts_of_the_machine(notebooks):
    code = "from ipykernel.connect import get_connection_info as info\nprint(info(unpack=True)['transport'])"
    assert printed(execute(notebooks("r", code) / "r.ipynb", {})) == "ipc"


def test_text_stays_text_on_its_way_to_the_notebook(notebooks):
    hostile = "007'); print(\"'\\n{{x}}"
    executed = execute(notebooks("r", "print(repr(party))") / "r.ipynb", {"party": hostile})
    assert printed(executed) == repr(hostile)


def test_no_time_and_no_random_name_stays_in_the_notebook(notebooks):
    notebook = execute(notebooks("r", "1") / "r.ipynb", {"top": 1}).notebook
    assert "papermill" not in notebook.metadata
    for cell in notebook.cells:
        assert not {"papermill", "execution"} & set(cell.metadata)


def test_a_failure_names_the_cell_as_the_author_counts_it(notebooks):
    failure = execute(notebooks("r", "x = 1", "\nx.missing") / "r.ipynb", {"top": 1}).failure
    assert (failure.cell, failure.source) == (4, "x.missing")
    assert failure.cause.startswith("AttributeError: 'int' object")
    assert "\x1b" not in failure.traceback


def test_without_parameters_the_cells_are_counted_alike(notebooks):
    failure = execute(notebooks("r", "x = 1", "x.missing") / "r.ipynb", {}).failure
    assert failure.cell == 4


def test_it_keeps_no_version_of_what_ran_it(notebooks):
    assert execute(notebooks("r", "print(7)") / "r.ipynb", {}).notebook.metadata.language_info == {
        "name": "python"
    }
