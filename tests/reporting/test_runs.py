"""What is kept of a run."""

import hashlib
import sys

from audit_lib.reporting.runs import files_in, python_version, sha256_of, versions


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
