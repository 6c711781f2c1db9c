"""The ledger: lines that bear out their own seal and are sealed to the one before."""

import json

import pytest

from audit_lib.reporting.ledger import LEDGER_FILE, START, Line, next_line, read_ledger, read_line


@pytest.fixture
def chain(tmp_path):
    """Write lines about folders and return the file."""

    def write(*happened):
        lines = []
        for event, folder in happened:
            lines.append(next_line(lines[-1] if lines else None, event, folder, START))
        (tmp_path / LEDGER_FILE).write_bytes(b"".join(line.written() for line in lines))
        return tmp_path / LEDGER_FILE

    return write


def test_lines_are_canonical_json(chain):
    text = chain(("published", "risk")).read_text()
    said = json.loads(text)
    assert text == json.dumps(said, sort_keys=True, separators=(",", ":")) + "\n"
    assert said["previous"] == START


def test_what_is_written_is_what_is_read():
    line = Line(3, "2026-11-22T08:00:00Z", "replaced", "büro/\n risk", "a" * 64, "b" * 64)
    assert read_line(line.written().rstrip(b"\n")) == line


def test_what_stands_is_what_was_last_put_there(chain):
    file = chain(
        ("published", "risk"), ("published", "ropa"), ("replaced", "risk"), ("removed", "ropa"),
        ("published", "dpia"), ("voided", "dpia"), ("removed", "risk"), ("voided", "risk"),
    )  # fmt: skip
    assert {place: line.number for place, line in read_ledger(file.parent).standing().items()} == {"risk": 3}


@pytest.mark.parametrize("gone", [0, 1, 2])
def test_a_line_taken_out_is_one_fault_where_it_was(chain, gone):
    file = chain(*(("published", name) for name in "abcd"))
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join(lines[:gone] + lines[gone + 1 :]))
    assert read_ledger(file.parent).faults[0].place.line == gone + 1


def test_lines_that_changed_places_are_found(chain):
    file = chain(*(("published", name) for name in "abc"))
    first, second, third = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(first + third + second)
    assert [fault.place.line for fault in read_ledger(file.parent).faults] == [2, 3]


def test_a_changed_line_is_one_fault_that_says_where(chain):
    file = chain(*(("published", name) for name in "abc"))
    file.write_bytes(file.read_bytes().replace(b'"folder":"b"', b'"folder":"x"'))
    faults = read_ledger(file.parent).faults
    assert [fault.place.line for fault in faults] == [2]
    assert "has been changed" in faults[0].message


def test_a_line_whose_seal_was_made_anew_no_longer_holds_the_next(chain):
    file = chain(*(("published", name) for name in "abc"))
    lines = read_ledger(file.parent).lines
    forged = lines[1]._replace(folder="x")
    file.write_bytes(b"".join(line.written() for line in (lines[0], forged, lines[2])))
    assert [fault.place.line for fault in read_ledger(file.parent).faults] == [3]


@pytest.mark.parametrize(
    "odd", [b"", b"[]", b"null", b"{}", b'{"number":true}', b"\xff", b"[" * 100_000, b'{"number":1e400}']
)
def test_any_other_line_is_a_fault_and_no_crash(chain, odd):
    file = chain(("published", "a"))
    file.write_bytes(file.read_bytes() + odd + b"\n")
    assert [fault.place.line for fault in read_ledger(file.parent).faults] == [2]
