"""Which engine runs a report: the one that is sooner done, and what it makes is the same to the byte."""

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import pytest

from audit_lib.errors import ParameterError
from audit_lib.reporting.choice import SETTING, choose
from audit_lib.reporting.parcel import files_of
from audit_lib.reporting.report import run_report
from audit_lib.reporting.warm import caller, linux

ROOT = Path(__file__).parents[2]
REPORTS = sorted(path.stem for path in ROOT.glob("notebooks/reports/*.ipynb"))
DAY = dt.date(2026, 11, 22)

#: What a report needs that is not of every map: an invented register.
NEEDS = {"rights_register": {"register": "data_maps/btr/rehearsal/requests.csv"}}

only_where_warm = pytest.mark.skipif(linux.hindrance() is not None, reason="interpreters are forked on Linux")


@pytest.fixture
def nobody_asks(monkeypatch):
    monkeypatch.delenv(SETTING, raising=False)


def no_server(*_given):
    raise AssertionError("a server was started")


def test_one_report_starts_no_server(nobody_asks, monkeypatch):
    monkeypatch.setattr(caller, "is_there", lambda: False)
    monkeypatch.setattr(caller, "ready", no_server)
    assert choose(many=1) == ("stock", None)


def test_one_report_takes_the_server_that_is_there(nobody_asks, monkeypatch):
    monkeypatch.setattr(caller, "is_there", lambda: True)
    monkeypatch.setattr(caller, "ready", lambda: Path("socket"))
    assert choose(many=1) == ("warm", None)


def test_several_reports_have_a_server_started(nobody_asks, monkeypatch):
    monkeypatch.setattr(caller, "ready", lambda: Path("socket"))
    assert choose(many=2) == ("warm", None)


def test_what_is_asked_for_goes_before_what_the_environment_says(monkeypatch):
    monkeypatch.setattr(caller, "ready", lambda: Path("socket"))
    monkeypatch.setenv(SETTING, "warm")
    assert choose("stock", many=9) == ("stock", None)
    assert choose(many=1) == ("warm", None)


def test_where_none_can_be_forked_it_is_said_why(nobody_asks, monkeypatch):
    monkeypatch.setattr(linux, "hindrance", lambda: "there is no Linux here")
    chosen = choose("warm")
    assert chosen.engine == "stock"
    assert chosen.why == "Each notebook runs in a kernel of its own: there is no Linux here."


def test_a_mistake_in_the_environment_is_told_as_one(monkeypatch):
    monkeypatch.setenv(SETTING, "wram")
    with pytest.raises(ParameterError, match=f'{SETTING} No engine is called "wram". Did you mean "warm"'):
        choose()


@only_where_warm
@pytest.mark.slow
@pytest.mark.parametrize("name", REPORTS)
def test_both_engines_make_the_same_files(name, tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    parameters = NEEDS.get(name)
    made = {}
    for engine in ("warm", "stock"):
        out = tmp_path / "out"
        run_report(name, map_folder="data_maps/btr", as_of=DAY, out=out, parameters=parameters, engine=engine)
        made[engine] = files_of(out)
        out.rename(tmp_path / engine)
    assert {path.rpartition(".")[2] for path in made["warm"]} >= {"html", "ipynb", "json"}
    for path, content in made["stock"].items():
        if not path.endswith(("run.json", "runs.jsonl")):  # they tell when
            assert made["warm"][path] == content, path
    assert made["warm"].keys() == made["stock"].keys()


def test_neither_choosing_nor_checking_loads_what_runs_notebooks():
    program = """\
import sys
from audit_lib.reporting import choice, order, sweep
print({"papermill", "nbconvert", "matplotlib", "distributed", "zmq"} & sys.modules.keys())"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_the_runner_loads_no_grammar_of_the_interface():
    """It would take a second in each process (`rfc3987_syntax` compiles it with `lark` at its import)."""
    program = """\
import sys
from audit_lib.reporting import making, sweep, worker
print([name for name in sys.modules if name.split(".")[0] in ("rfc3987_syntax", "lark", "jupyterlab")])"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env=os.environ
    )
    assert done.stdout.strip() == "[]"
