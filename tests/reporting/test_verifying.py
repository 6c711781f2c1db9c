"""Verifying: whatever was changed since it was recorded is found, and nothing else is."""

import os
import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from published_runs import put

from audit_lib.errors import ParameterError
from audit_lib.reporting.ledger import LEDGER_FILE, read_ledger
from audit_lib.reporting.publishing import remove
from audit_lib.reporting.verifying import roots_under, runs_under, verify, verify_run


@pytest.fixture
def root(tmp_path):
    """A root with three runs, one of which took the place of an earlier one, and one that was removed."""
    root = tmp_path / "reports"
    for name in ("risk", "2026-11/risk", "ropa.failed", "ropa"):
        put(root, name)
    put(root, content="two")
    remove(root / "ropa.failed", root)
    return root


def told(found):
    return [str(fault) for fault in found.faults]


def test_what_is_as_it_was_is_whole(root):
    found = verify(root)
    assert told(found) == []
    assert (found.lines, found.runs, found.files) == (6, 3, 6)


def test_a_changed_file_is_named(root):
    (root / "risk/risk.html").write_text("tow")
    assert told(verify(root)) == [f"{root}/risk/risk.html This file has been changed since the run."]


def test_a_missing_file_is_named(root):
    (root / "risk/tables/rows.csv").unlink()
    assert told(verify(root)) == [f"{root}/risk/tables/rows.csv This file is missing."]


def test_an_added_file_is_named(root):
    (root / "risk/tables/more.csv").write_text("")
    assert told(verify(root)) == [f"{root}/risk/tables/more.csv This file has been added since the run."]


def test_a_changed_run_is_named_with_the_line_that_recorded_it(root):
    file = root / "ropa/run.json"
    file.write_text(file.read_text().replace('"case": null', '"case": "x"'))
    assert told(verify(root)) == [f"{file} This has been changed since line 4 of the ledger was written."]


def test_a_run_deleted_by_hand_is_missing(root):
    shutil.rmtree(root / "ropa")
    assert "line 4 of the ledger put it here" in told(verify(root))[0]


def test_a_run_that_was_put_there_by_hand_is_told(root):
    shutil.copytree(root / "ropa", root / "copy")
    assert told(verify(root)) == [f"{root}/copy No line of the ledger tells of this run."]


@pytest.mark.parametrize("place", ["ropa", "ropa/run.json", "ropa/risk.html", "2026-11"])
def test_a_link_in_place_of_what_was_there_is_told(root, tmp_path, place):
    (root / place).rename(tmp_path / "elsewhere")
    (root / place).symlink_to(tmp_path / "elsewhere")
    assert "link" in told(verify(root))[0]


def test_a_name_in_a_run_that_leads_out_of_it_is_not_followed(root):
    file = root / "ropa/run.json"
    file.write_text(file.read_text().replace("risk.html", "../risk/risk.html"))
    assert any("no name of a file of a run" in fault for fault in told(verify(root)))


def test_an_end_that_was_cut_off_is_found_with_the_head(root):
    head = verify(root).head
    ledger = root / LEDGER_FILE
    lines = ledger.read_bytes().splitlines(keepends=True)
    ledger.write_bytes(b"".join(lines[:-1]))
    put(root, "ropa.failed")  # as somebody would who wants the chain to look whole
    remove(root / "ropa.failed", root)
    assert told(verify(root)) == []
    assert "cut off" in told(verify(root, head))[0]


def test_a_head_of_long_ago_holds_as_long_as_its_line_is_there(root):
    heads = [line.seal for line in read_ledger(root).lines]
    put(root, "later")
    assert [told(verify(root, head)) for head in (*heads, heads[0][:12].upper())] == [[]] * 7


@pytest.mark.parametrize("head", ["", "abc", "x" * 64, "../../etc"])
def test_what_is_no_head_is_refused(root, head):
    with pytest.raises(ParameterError, match="no head"):
        verify(root, head)


def test_a_root_within_a_root_is_on_its_own(root):
    put(root / "kiosk", "risk")
    assert roots_under(root.parent) == [root, root / "kiosk"]
    assert root / "kiosk/risk" not in list(runs_under(root))
    assert told(verify(root)) == []


def test_one_run_is_held_against_its_ledger(root):
    assert told(verify_run(root / "ropa")) == []
    assert "No line" in told(verify_run(root / "ropa.failed"))[0]


def test_a_run_without_a_ledger_is_held_against_its_own_list(root, tmp_path):
    shutil.copytree(root / "ropa", tmp_path / "sent")
    found = verify_run(tmp_path / "sent")
    assert told(found) == []
    assert "no ledger tells of this run" in found.notes[0]
    (tmp_path / "sent/risk.html").write_text("other")
    assert "changed" in told(verify_run(tmp_path / "sent"))[0]


def recorded_files(root):
    return sorted(path for path in root.rglob("*") if path.is_file())


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_other_byte_in_any_file_is_found(root, data):
    file = data.draw(st.sampled_from(recorded_files(root)))
    was = file.read_bytes()
    at = data.draw(st.integers(0, len(was) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda byte: byte != was[at]))
    file.write_bytes(was[:at] + bytes([byte]) + was[at + 1 :])
    try:
        assert verify(root).faults
    finally:
        file.write_bytes(was)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_bytes_put_in_or_taken_out_are_found_by_one_who_has_the_head(root, data):
    file = data.draw(st.sampled_from(recorded_files(root)))
    was = file.read_bytes()
    head = verify(root).head
    start = data.draw(st.integers(0, len(was)))
    end = data.draw(st.integers(start, len(was)))
    now = was[:start] + data.draw(st.binary(max_size=20)) + was[end:]
    file.write_bytes(now)
    try:
        assert bool(verify(root, head).faults) == (now != was)
    finally:
        file.write_bytes(was)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cut=st.integers(1, 6))
def test_lines_cut_off_at_the_end_are_found_with_the_head_always(root, cut):
    ledger = root / LEDGER_FILE
    was, head = ledger.read_bytes(), verify(root).head
    ledger.write_bytes(b"".join(was.splitlines(keepends=True)[:-cut]))
    try:
        assert any("cut off" in fault for fault in told(verify(root, head)))
    finally:
        ledger.write_bytes(was)


@pytest.mark.skipif(os.name != "posix", reason="needs a pipe with a name")
def test_a_pipe_among_the_files_is_told_and_not_read(root):
    os.mkfifo(root / "ropa/pipe")
    assert told(verify(root)) == [f"{root}/ropa/pipe This file has been added since the run."]
