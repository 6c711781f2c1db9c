"""What is kept of a run."""

import hashlib
import sys
from pathlib import Path

import pytest

from audit_lib.errors import ParameterError
from audit_lib.reporting.runs import (
    example_run,
    files_in,
    python_version,
    read_run,
    sha256_of,
    versions,
    write_run,
)

EXAMPLE = Path(__file__).parents[2] / "reports" / "example"

#: What was kept of a run before there were ledgers.
FIRST_VERSION = """\
{"report": "risk", "outcome": "failed", "data_map": {"id": "m", "version": "1", "sha256": "0", "folder": "m"},
 "as_of": "2026-11-22", "parameters": {"map": "m"}, "notebook": "risk.ipynb", "notebook_sha256": "0",
 "started": "2026-11-22T08:00:00Z", "ended": "2026-11-22T08:00:05Z", "python": "CPython", "packages": {},
 "files": [{"name": "risk.html", "bytes": 1, "sha256": "0"}], "failure": "KeyError: x"}
"""


def test_each_file_is_named_with_its_size_and_its_hash(tmp_path):
    (tmp_path / "b.html").write_bytes(b"page")
    (tmp_path / "a.xlsx").write_bytes(b"")
    (tmp_path / "run.json").write_bytes(b"{}")
    made = files_in(tmp_path)
    assert [(one.name, one.bytes) for one in made] == [("a.xlsx", 0), ("b.html", 4)]
    assert made[1].sha256 == hashlib.sha256(b"page").hexdigest() == sha256_of(tmp_path / "b.html")


def test_the_versions_are_those_that_run():
    found = versions()
    assert found["privacy-audit-workbench"] == "0.1.0"
    assert "not installed" not in found.values()


def test_the_interpreter_is_named():
    assert ".".join(map(str, sys.version_info[:3])) in python_version()


def test_what_is_written_is_what_is_read(tmp_path):
    run = example_run().model_copy(update={"figures": {"share": 0.25, "flows": 3}, "case": "east"})
    write_run(run, tmp_path)
    assert read_run(tmp_path) == run


def test_a_run_from_before_there_were_ledgers_is_read(tmp_path):
    (tmp_path / "run.json").write_text(FIRST_VERSION)
    run = read_run(tmp_path)
    assert (run.failure, run.inputs, run.read, dict(run.figures)) == ("KeyError: x", None, (), {})


@pytest.mark.parametrize("folder", sorted(EXAMPLE.glob("*/run.json")), ids=lambda path: path.parent.name)
def test_the_runs_of_the_example_are_read(folder):
    assert read_run(folder.parent).report == folder.parent.name


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "{" * 5_000, '{"report": 3}', FIRST_VERSION.replace(": 1,", ": -,")]
)
def test_what_tells_of_no_run_is_one_clear_line(tmp_path, text):
    (tmp_path / "run.json").write_text(text)
    with pytest.raises(ParameterError, match="This tells of no run") as raised:
        read_run(tmp_path)
    assert len(str(raised.value).splitlines()) == 1


def test_a_folder_without_a_run_is_told(tmp_path):
    with pytest.raises(ParameterError, match="name the folder of a run"):
        read_run(tmp_path)
