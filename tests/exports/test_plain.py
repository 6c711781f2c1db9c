"""A record as CSV and JSON."""

from __future__ import annotations

import csv
import json

import pytest

from audit_lib.errors import OutputError
from audit_lib.exports.plain import tamed, write_csv, write_json
from audit_lib.model.noun import Gap
from audit_lib.model.record import Cell, Column, Record, Row

HOSTILE = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"]


def _record(*cells: Cell) -> Record:
    columns = tuple(Column(id=f"c{n}", heading=f"H{n}", law="L", required=True) for n in range(len(cells)))
    head = (("Controller", Cell(value="Shop")),)
    rows = (Row(activity="a", cells=cells),)
    return Record(kind="controller", party="shop", head=head, columns=columns, rows=rows)


def _rows(path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_csv_holds_headings_and_rows_with_gaps_in_words(tmp_path):
    record = _record(Cell(value="naïve"), Cell(gap=Gap.NOT_STATED), Cell(gap=Gap.NOT_APPLICABLE))
    path = write_csv(record, tmp_path / "r.csv")
    assert _rows(path) == [["H0", "H1", "H2"], ["naïve", "[not stated]", "[not applicable]"]]


def test_csv_begins_with_the_mark_that_excel_needs(tmp_path):
    assert write_csv(_record(Cell(value="x")), tmp_path / "r.csv").read_bytes()[:3] == b"\xef\xbb\xbf"


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_of_a_csv_begins_a_formula(tmp_path, text):
    (cell,) = _rows(write_csv(_record(Cell(value=text)), tmp_path / "r.csv"))[1]
    assert cell == f"'{text}"


def test_a_text_with_quotes_commas_and_lines_stays_one_cell(tmp_path):
    text = 'a "quoted", text;\nand =1+1'
    assert _rows(write_csv(_record(Cell(value=text)), tmp_path / "r.csv"))[1] == [text]


def test_harmless_text_is_left_alone():
    assert [tamed(text) for text in ("Rent = 900", "a-b", "", "[not stated]")] == [
        "Rent = 900",
        "a-b",
        "",
        "[not stated]",
    ]


def test_json_reads_back_as_the_record(tmp_path):
    record = _record(Cell(value="=1+1", sources=("activity:a",), stances=("stated",)), Cell(gap=Gap.UNCLEAR))
    path = write_json(record, tmp_path / "r.json")
    assert Record.model_validate(json.loads(path.read_text("utf-8"))) == record


def test_the_same_record_gives_the_same_bytes(tmp_path):
    record = _record(Cell(value="x"))
    for write in (write_csv, write_json):
        assert write(record, tmp_path / "a").read_bytes() == write(record, tmp_path / "b").read_bytes()


@pytest.mark.parametrize("write", [write_csv, write_json])
def test_a_file_that_cannot_be_written_is_an_output_error(tmp_path, write):
    with pytest.raises(OutputError, match="does not exist"):
        write(_record(Cell(value="x")), tmp_path / "no" / "r")
