"""One sheet of an XLSX workbook."""

from __future__ import annotations

import datetime as dt
import zipfile

import openpyxl
import pytest

from audit_lib.errors import InputError
from audit_lib.evidence.intake import xlsx_rows

HEAD = ["nr", "when", "who", "to", "what"]
GOOD = [1, dt.datetime(2026, 3, 1, 14, 5, 6), "p1", "yardi", "name"]
MOMENT = 1_772_373_906_000_000


def book(folder, *lines, sheets=("Sent",), change=None) -> None:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for title in sheets:
        sheet = made.create_sheet(title)
        for line in lines:
            sheet.append(line)
    if change:
        change(made[sheets[0]])
    made.save(folder.write("a.xlsx", b""))


def test_the_rows_of_the_only_sheet_are_taken_in(folder, rows_of) -> None:
    book(folder, HEAD, GOOD)
    assert rows_of(folder.table(format="xlsx")) == [("1", MOMENT, "p1", "yardi", "name")]


def test_a_date_is_a_day_and_a_date_with_a_time_is_a_moment(folder, rows_of) -> None:
    midnight = dt.datetime(2026, 3, 1)
    book(folder, HEAD, [1, midnight.date(), "p", "x", "y"], [2, midnight, "p", "x", "y"])
    noon = MOMENT - (2 * 3600 + 5 * 60 + 6) * 1_000_000
    assert rows_of(folder.table(format="xlsx"), "id", "at") == [("1", noon), ("2", noon - 12 * 3_600_000_000)]


def test_hidden_rows_merged_cells_and_empty_rows_do_no_harm(folder, rows_of) -> None:
    def change(sheet) -> None:
        sheet.row_dimensions[3].hidden = True
        sheet.merge_cells("D5:E5")

    book(folder, HEAD, GOOD, [2, *GOOD[1:]], [], [3, *GOOD[1:4]], change=change)
    found = rows_of(folder.table(format="xlsx"), "id", "data")
    assert found == [("1", "name"), ("2", "name"), ("3", None)]


def test_a_formula_counts_with_the_value_that_was_last_worked_out(folder, rows_of) -> None:
    book(folder, HEAD, [1, GOOD[1], "p", "=1+1", "name"])
    path = folder.root / "logs" / "a.xlsx"
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].replace(b"<v></v>", b"<v>2</v>").replace(b"<v />", b"<v>2</v>")
    with zipfile.ZipFile(path, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    assert rows_of(folder.table(format="xlsx"), "recipient") == [("2",)]


def test_one_of_several_sheets_must_be_named(folder, rows_of) -> None:
    book(folder, HEAD, GOOD, sheets=("Sent", "Received"))
    with pytest.raises(InputError, match=r'It has 2 sheets \("Sent", "Received"\): say which one with sheet'):
        folder.table(format="xlsx")
    assert len(rows_of(folder.table(format="xlsx", sheet="Received"))) == 1


def test_a_sheet_that_is_not_there_is_named_with_the_nearest(folder) -> None:
    book(folder, HEAD, GOOD)
    with pytest.raises(InputError, match=r'It has no sheet "Sennt". Did you mean "Sent"\?'):
        folder.table(format="xlsx", sheet="Sennt")


def test_a_renamed_column_is_named_with_the_nearest(folder) -> None:
    book(folder, ["nr", "When", "who", "to", "what"], GOOD)
    with pytest.raises(InputError, match=r'The column "when" \(at\) is not here. Did you mean "When"\?'):
        folder.table(format="xlsx")


def test_a_bad_row_is_kept_with_its_row_number(folder, rows_of) -> None:
    book(folder, HEAD, GOOD, [2, "soon", "p", "x", "y"])
    refused = folder.table(format="xlsx").refused
    assert refused.reasons == (("logs/a.xlsx", 3, "the column when holds no moment that can be read"),)
    assert refused.file.read_text().splitlines()[1].endswith('"2,soon,p,x,y"')


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut off", b"plain text"])
def test_what_is_no_workbook_is_told(folder, content) -> None:
    folder.write("a.xlsx", content)
    with pytest.raises(InputError, match=r"logs/a.xlsx It is not an XLSX workbook, or it is cut off"):
        folder.table(format="xlsx")


def test_a_zip_file_that_is_no_workbook_is_told(folder) -> None:
    with zipfile.ZipFile(folder.write("a.xlsx", b""), "w") as packed:
        packed.writestr("hello.txt", "hello")
    with pytest.raises(InputError, match=r"It cannot be read as an XLSX workbook"):
        folder.table(format="xlsx")


def test_a_workbook_that_unpacks_to_too_much_is_not_opened(folder, monkeypatch) -> None:
    book(folder, HEAD, GOOD)
    monkeypatch.setattr(xlsx_rows, "MOST_UNPACKED", 1000)
    with pytest.raises(InputError, match="It unpacks to more than can be read"):
        folder.table(format="xlsx")


def test_an_empty_sheet_has_no_rows_and_is_told(folder) -> None:
    book(folder)
    found = folder.table(format="xlsx")
    assert (found.rows, found.notes) == (0, ("logs/a.xlsx is empty.",))
