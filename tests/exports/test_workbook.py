"""A record as a workbook."""

from __future__ import annotations

import datetime as dt
import zipfile

import openpyxl
import pytest

from audit_lib.errors import OutputError
from audit_lib.exports.workbook import write_workbook
from audit_lib.law.record_columns import record_columns
from audit_lib.model.noun import Gap
from audit_lib.model.record import Cell, Record, RecordKind, Row

HOSTILE = [
    '=HYPERLINK("http://example.org","x")',
    "{=SUM(A1)}",
    "+1",
    "@A1",
    "-2+3",
    "https://example.org",
    "mailto:a@example.org",
    "internal:Sheet1!A1",
    "external:c:\\x.xlsx",
    "0123",
    "1e9",
    "TRUE",
    '<script>alert(1)</script> & "quoted"',
    "_x0041_",
    "line one\nline two",
    "\u202eright to left",
    "مرحبا",
    "  spaced  ",
    "&P&8 footer",
]
AS_OF = dt.date(2026, 11, 22)
HEADINGS = 6


def _record(text: str = "Lettings", **first) -> Record:
    columns = record_columns(RecordKind.CONTROLLER)
    sources = ("activity:let", "clause:c-1")
    value = Cell(value=text, sources=sources, stances=("stated",))
    cells = [Cell(**first) if first else value, *[value] * 7, Cell(gap=Gap.NOT_STATED, sources=sources)]
    cells += [Cell(value="x;\n[unclear]", gap=Gap.UNCLEAR), Cell(gap=Gap.NONE)]
    cells += [Cell(gap=Gap.NOT_APPLICABLE)] * (len(columns) - len(cells))
    head = (
        ("Controller", Cell(value=text, sources=("party:agency",))),
        ("Contact", Cell(gap=Gap.NOT_STATED)),
    )
    rows = (Row(activity="let", cells=tuple(cells)),)
    return Record(kind=RecordKind.CONTROLLER, party="agency", head=head, columns=columns, rows=rows)


def _read(record: Record, path, **more):
    write_workbook(record, path, title="Map", version="1", as_of=AS_OF, **more)
    return openpyxl.load_workbook(path)


def _values(sheet) -> list[tuple]:
    return list(sheet.iter_rows(values_only=True))


def test_has_four_sheets(tmp_path):
    assert _read(_record(), tmp_path / "r.xlsx").sheetnames == ["Record", "Gaps", "Sources", "About"]


def test_the_record_has_head_headings_and_a_row_an_activity(tmp_path):
    record = _record()
    rows = _values(_read(record, tmp_path / "r.xlsx")["Record"])
    assert rows[2][:2] == ("Controller", "Contact")
    assert rows[3][:2] == ("Lettings", "[not stated]")
    assert list(rows[HEADINGS - 1]) == [column.heading for column in record.columns]
    assert list(rows[HEADINGS]) == [cell.text() for cell in record.rows[0].cells]


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_a_text_holds_it_stays_text(tmp_path, text):
    book = _read(_record(text), tmp_path / "r.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell for cell in cells if cell.hyperlink] == []
    assert book["Record"].cell(HEADINGS + 1, 1).value == text


def test_no_part_of_the_file_is_a_formula_or_a_link(tmp_path):
    write_workbook(_record(" ".join(HOSTILE)), tmp_path / "r.xlsx", title=HOSTILE[0], version="=1")
    with zipfile.ZipFile(tmp_path / "r.xlsx") as file:
        sheets = [file.read(name) for name in file.namelist() if name.startswith("xl/worksheets/sheet")]
        assert not [name for name in file.namelist() if "worksheets/_rels" in name]
    assert len(sheets) == 4
    assert not any(mark in sheet for sheet in sheets for mark in (b"<f>", b"<f ", b"<hyperlink"))


def test_a_text_too_long_for_a_cell_is_cut_and_says_so(tmp_path):
    value = _read(_record("😀" * 20_000), tmp_path / "r.xlsx")["Record"].cell(HEADINGS + 1, 1).value
    assert value.endswith("[…cut: too long for a cell]")
    assert len(value.encode("utf-16-le")) // 2 <= 32_767


def test_characters_that_a_workbook_cannot_hold_are_seen_to_be_missing(tmp_path):
    book = _read(_record("a\x00b\x0bc\uffffd"), tmp_path / "r.xlsx")
    assert book["Record"].cell(HEADINGS + 1, 1).value == "a\ufffdb\ufffdc\ufffdd"


def test_gaps_stand_out_in_words_and_in_colour(tmp_path):
    sheet = _read(_record(), tmp_path / "r.xlsx")["Record"]
    fills = {
        name: sheet.cell(HEADINGS + 1, column).fill.fgColor.rgb
        for name, column in (("value", 1), ("gap", 9), ("part", 10), ("none", 11))
    }
    assert sheet.cell(HEADINGS + 1, 9).value == "[not stated]"
    assert fills["value"] == fills["none"]
    assert len({fills["value"], fills["gap"], fills["part"]}) == 3


def test_an_expected_row_is_in_italics(tmp_path):
    expected = {"value": "Let (expected, not confirmed)", "stances": ("expected",)}
    sheet = _read(_record(**expected), tmp_path / "r.xlsx")["Record"]
    assert sheet.cell(HEADINGS + 1, 2).font.italic
    assert not _read(_record(), tmp_path / "s.xlsx")["Record"].cell(HEADINGS + 1, 2).font.italic


def test_gaps_are_listed_with_column_and_provision_the_required_first(tmp_path):
    rows = _values(_read(_record(), tmp_path / "r.xlsx")["Gaps"])
    assert [row[:5] for row in rows[1:]] == [
        ("Head of the record: Contact", "Contact", "UK GDPR Art. 30", "yes", "[not stated]"),
        (
            "Lettings",
            "Safeguards for exceptional transfers of personal data to third countries or international "
            "organisations (if applicable)",
            "UK GDPR Art. 30(1)(e)",
            "yes",
            "[not stated]",
        ),
        ("Lettings", "Retention schedule (if possible)", "UK GDPR Art. 30(1)(f)", "yes", "[unclear]"),
    ]


def test_sources_are_listed_for_each_cell(tmp_path):
    rows = _values(_read(_record(), tmp_path / "r.xlsx")["Sources"])
    assert rows[1][:3] == ("Head of the record", "Controller", "party:agency")
    assert rows[2] == ("Lettings", "Business function", "activity:let", "c-1", "stated")


def test_about_says_of_which_map_and_day_it_speaks_and_counts(tmp_path):
    about = dict(row[:2] for row in _values(_read(_record(), tmp_path / "r.xlsx")["About"]))
    assert (about["Map"], about["Version of the map"], about["As of"]) == ("Map", "1", "22 November 2026")
    assert about["Rows"] == "1, of which 0 expected and not confirmed"
    assert about["Cells"] == "30, of which 2 leave a gap to fill"
    assert about["Gaps in required columns"] == "2"


def test_headings_stay_in_sight_can_be_filtered_and_are_repeated_in_print(tmp_path):
    sheet = _read(_record(), tmp_path / "r.xlsx")["Record"]
    assert sheet.freeze_panes == "C7"
    assert sheet.auto_filter.ref == "A6:AD7"
    assert sheet.print_title_rows == "$6:$6"
    assert sheet.print_title_cols == "$A:$B"
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert "Page &P of &N" in sheet.oddFooter.right.text or "Page &[Page]" in sheet.oddFooter.right.text


def test_every_cell_wraps_its_text(tmp_path):
    sheet = _read(_record(), tmp_path / "r.xlsx")["Record"]
    assert all(cell.alignment.wrap_text for cell in sheet[HEADINGS + 1])


def test_an_ampersand_in_the_title_is_no_code_in_the_footer(tmp_path):
    write_workbook(_record(), tmp_path / "r.xlsx", title="Let & Co &P")
    with zipfile.ZipFile(tmp_path / "r.xlsx") as file:
        assert b"Let &amp;&amp; Co &amp;&amp;P" in file.read("xl/worksheets/sheet1.xml")


def test_the_same_record_gives_the_same_bytes(tmp_path):
    one = write_workbook(_record(), tmp_path / "a.xlsx", as_of=AS_OF).read_bytes()
    assert write_workbook(_record(), tmp_path / "b.xlsx", as_of=AS_OF).read_bytes() == one


def test_a_record_without_rows_is_a_workbook_too(tmp_path):
    empty = Record(kind=RecordKind.CONTROLLER, party="a", head=(), columns=(), rows=())
    assert _read(empty, tmp_path / "r.xlsx").sheetnames[0] == "Record"


def test_a_file_that_cannot_be_written_is_an_output_error(tmp_path):
    with pytest.raises(OutputError, match="does not exist"):
        write_workbook(_record(), tmp_path / "no" / "r.xlsx")
    with pytest.raises(OutputError, match="this is a folder"):
        write_workbook(_record(), tmp_path)
