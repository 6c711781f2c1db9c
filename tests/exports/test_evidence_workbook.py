"""What evidence shows as a workbook: one sheet a table, no live formula, small figures hidden."""

from __future__ import annotations

import zipfile

import openpyxl
import pytest
from evidence_answer import answer, due, ends, group, map_with_retention

from audit_lib.errors import OutputError
from audit_lib.exports.evidence_workbook import write_evidence_workbook
from audit_lib.model.reconciliation import Read, Unresolved
from audit_lib.model.verdict import Verdict

SOLD = group(Verdict.UNDECLARED_RECIPIENT, "agent", "insurer", "arrears", seen=1204, people=311)
FEW = group(Verdict.NO_CONSENT, "agent", "referencer", "passport-copy", flow="check", seen=4, people=2)
SHEETS = [
    "Summary", "Sources", "Verdicts", "Patterns", "Unresolved", "Never seen", "Months", "Findings",
    "Not tested",
]  # fmt: skip
NASTY = '=HYPERLINK("http://example.org","x")'


def book(tmp_path, *groups, **fields):
    return openpyxl.load_workbook(write_evidence_workbook(answer(*groups, **fields), tmp_path / "e.xlsx"))


def rows(sheet):
    return [list(row) for row in sheet.iter_rows(min_row=3, values_only=True)]


def test_it_has_a_sheet_for_each_table(tmp_path):
    assert book(tmp_path, SOLD).sheetnames == SHEETS


def test_two_ends_and_deletions_have_sheets_where_sources_tell_of_them(tmp_path):
    fields = {"ends": (ends(120, 100, 90, people_sent=30),), "due": (due(200, 0, 40),)}
    found = book(tmp_path, SOLD, data_map=map_with_retention(), **fields)
    assert found.sheetnames == [*SHEETS[:6], "Two ends", "Deletions", *SHEETS[6:]]
    (two,), (gone,) = rows(found["Two ends"]), rows(found["Deletions"])
    assert two[7:13] == [120, 100, 90, 30, "25.0 %", 30]
    assert gone[3:] == ["Agent", "Name", "gone", 240, 200, 0, 40, None]


def test_hidden_figures_of_two_ends_and_deletions_are_no_numbers(tmp_path):
    fields = {"ends": (ends(95, 90, 90),), "due": (due(200, 3, 40),)}
    found = book(tmp_path, SOLD, data_map=map_with_retention(), **fields)
    (two,), (gone,) = rows(found["Two ends"]), rows(found["Deletions"])
    assert (two[7:11], two[15]) == (["withheld"] * 4, 0)
    assert gone[6:] == [243, 200, "withheld", "withheld", "withheld"]


def test_every_sheet_begins_with_what_is_hidden_and_that_logs_are_invented(tmp_path):
    invented = Read(source="log", kind="disclosures", invented=True)
    for sheet in book(tmp_path, SOLD, reads=(invented,)):
        assert sheet["A1"].value.startswith(
            "These logs are invented for a demonstration. Withheld: about fewer"
        )
    for sheet in book(tmp_path, SOLD):
        assert sheet["A1"].value.startswith("Withheld: about fewer than 10 people")


def test_counts_are_numbers_and_hidden_ones_are_not(tmp_path):
    found = {row[0]: (row[9], row[10]) for row in rows(book(tmp_path, SOLD, FEW)["Patterns"])}
    assert found == {
        "Recipient not declared": (1204, 311),
        "Without a valid consent": ("withheld", "withheld"),
    }


def test_words_that_are_only_counted_have_a_row_of_their_own(tmp_path):
    words = (
        Unresolved(source="log", column="data", word="A", observations=40),
        Unresolved(source="log", column="data", word="", observations=500, more=120),
    )
    found = rows(book(tmp_path, SOLD, unresolved=words)["Unresolved"])
    assert [row[:4] for row in found] == [
        ["log", "data", "A", 40],
        ["log", "data", "(120 more words)", 500],
    ]


def test_nothing_becomes_a_formula_or_a_link(tmp_path):
    word = Unresolved(source="log", column="recipient", word=NASTY, observations=50, likeliest="@x")
    read = Read(source="log", kind="disclosures", files=(NASTY, "+1+1"), rows=3)
    found = book(tmp_path, SOLD, unresolved=(word,), reads=(read,))
    cells = [cell for sheet in found for row in sheet.iter_rows() for cell in row]
    assert any(cell.value == NASTY for cell in cells)
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    with zipfile.ZipFile(tmp_path / "e.xlsx") as packed:
        sheets = [packed.read(name) for name in packed.namelist() if name.startswith("xl/worksheets/sheet")]
    assert not any(b"<f>" in sheet or b"<hyperlink" in sheet for sheet in sheets)


def test_the_same_answer_gives_the_same_bytes(tmp_path):
    first = write_evidence_workbook(answer(SOLD), tmp_path / "a.xlsx").read_bytes()
    assert write_evidence_workbook(answer(SOLD), tmp_path / "b.xlsx").read_bytes() == first


def test_a_file_that_cannot_be_written_leaves_nothing(tmp_path):
    with pytest.raises(OutputError):
        write_evidence_workbook(answer(SOLD), tmp_path / "missing" / "e.xlsx")
    assert list(tmp_path.iterdir()) == []
