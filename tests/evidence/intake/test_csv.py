"""CSV files: any encoding and delimiter; what cannot be read is kept and counted."""

from __future__ import annotations

import csv
import stat

import pytest

HEAD = "nr,when,who,to,what\n"
GOOD = "1,2026-03-01 14:05:06,p1,yardi,name\n"
MOMENT = 1_772_373_906_000_000


def test_a_row_becomes_a_row_with_the_standard_columns(folder, rows_of) -> None:
    folder.write("a.csv", HEAD + GOOD)
    table = folder.table()
    assert rows_of(table) == [("1", MOMENT, "p1", "yardi", "name")]
    assert list(table.columns) == ["id", "at", "person", "recipient", "data"]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_delimiter_is_found_out(folder, rows_of, mark) -> None:
    folder.write("a.csv", (HEAD + GOOD).replace(",", mark))
    assert rows_of(folder.table(), "data") == [("name",)]


def test_a_stated_delimiter_is_taken(folder, rows_of) -> None:
    folder.write("a.csv", (HEAD + GOOD).replace(",", "~"))
    assert rows_of(folder.table(delimiter="~"), "data") == [("name",)]


@pytest.mark.parametrize(
    ("encoding", "spoken"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8 with a byte order mark"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
        ("cp1252", "Windows-1252"),
    ],
)
def test_the_encoding_is_found_out_and_told(folder, rows_of, encoding, spoken) -> None:
    folder.write("a.csv", (HEAD + GOOD.replace("yardi", "Café")).encode(encoding))
    table = folder.table()
    assert rows_of(table, "recipient") == [("Café",)]
    assert table.notes == (f"1 file is read as {spoken}; none is stated.",)


def test_a_stated_encoding_is_taken(folder, rows_of) -> None:
    folder.write("a.csv", (HEAD + GOOD.replace("yardi", "Żuk")).encode("iso8859-2"))
    table = folder.table(encoding="iso8859-2")
    assert rows_of(table, "recipient") == [("Żuk",)]
    assert table.notes == ()


def test_a_letter_beyond_ascii_late_in_the_file_decides_its_encoding(folder, rows_of) -> None:
    many = "".join(f"{n},2026-03-01,p,yardi,name\n" for n in range(60_000))
    folder.write("a.csv", (HEAD + many + GOOD.replace("yardi", "Café")).encode("cp1252"))
    assert ("Café",) in rows_of(folder.table(), "recipient")


def test_a_quoted_field_may_hold_delimiters_quotes_and_line_breaks(folder, rows_of) -> None:
    folder.write("a.csv", HEAD + '1,2026-03-01 14:05:06,"p,""1""","yar\ndi",name\n')
    assert rows_of(folder.table(), "person", "recipient") == [('p,"1"', "yar\ndi")]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("2,2026-03-01,p,yardi", "it has 4 fields where 5 are wanted"),
        ("2,2026-03-01,p,yardi,name,extra", "it has 6 fields where 5 are wanted"),
        ("2,2026-02-30,p,yardi,name", "the column when holds no moment that can be read"),
        ("2,,p,yardi,name", "the column when is empty"),
        ('2,"2026-03-01,p,yardi,name', "a quotation mark is opened and not closed"),
        ('2,"2026-03-01"x,p,yardi,name', "a quoted field goes on after its closing quotation mark"),
        ("2,2026-03-01,p\0,yardi,name", "it holds a NUL byte"),
        ("2,2026-03-01,p,yardi," + "x" * 1_000_000, "the line is longer than 1,000,000 characters"),
        ("2,2026-03-01,p,yardi," + "x" * 10_001, "the column what holds more than 10,000 characters"),
    ],
)
def test_a_bad_row_is_kept_and_counted_and_the_others_are_read(folder, rows_of, line, why) -> None:
    folder.write("a.csv", HEAD + GOOD + line + "\n" + GOOD.replace("1,", "3,", 1))
    table = folder.table()
    assert rows_of(table, "id") == [("1",), ("3",)]
    assert table.refused.count == 1
    assert table.refused.reasons == (("logs/a.csv", 3, why),)
    with table.refused.file.open(newline="") as file:
        csv.field_size_limit(2_000_000)
        (kept,) = csv.DictReader(line.replace("\0", "") for line in file)
    csv.field_size_limit(131_072)
    assert kept["row"] == line.replace("\0", "")[:1_000_000]


def test_bytes_that_are_no_text_refuse_their_line_alone(folder, rows_of) -> None:
    folder.write("a.csv", (HEAD + "1,2026-03-01,é,yardi,name\n").encode() + b"2,2026-03-01,\xff,yardi,name\n")
    table = folder.table()
    assert rows_of(table, "id") == [("1",)]
    assert table.refused.reasons[0][1:] == (3, "it holds bytes that are not text in this encoding")


def test_refused_rows_are_private(folder) -> None:
    folder.write("a.csv", HEAD + "broken\n")
    kept = folder.table().refused.file
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.work.stat().st_mode) == 0o700


def test_twenty_refused_rows_are_described_and_all_are_kept(folder) -> None:
    folder.write("a.csv", HEAD + "broken\n" * 30)
    refused = folder.table().refused
    assert refused.count == 30
    assert len(refused.reasons) == 20
    assert len(refused.file.read_text().splitlines()) == 31


def test_no_cell_of_a_person_is_in_a_reason(folder) -> None:
    folder.write("a.csv", HEAD + "1,never,jane-doe,yardi,name\nbroken jane-doe\n")
    assert "jane-doe" not in str(folder.table().refused.reasons)


def test_a_kept_row_is_no_formula_in_a_spreadsheet(folder) -> None:
    folder.write("a.csv", HEAD + "=cmd()\n")
    assert folder.table().refused.file.read_text().splitlines()[1].endswith(",'=cmd()")


def test_a_stray_quotation_mark_costs_one_line(folder, rows_of) -> None:
    lines = [f"{n},2026-03-01,p,yardi,name\n" for n in range(100)]
    lines[10] = '10,"2026-03-01,p,yardi,name\n'
    folder.write("a.csv", HEAD + "".join(lines))
    table = folder.table()
    assert (table.rows, table.refused.count) == (99, 1)


def test_two_stray_quotation_marks_do_not_swallow_what_is_between(folder) -> None:
    lines = [f"{n},2026-03-01,p,yardi,name\n" for n in range(100)]
    lines[10] = '10,"2026-03-01,p,yardi,name\n'
    lines[20] = '20,2026-03-01,p,yardi",name\n'
    folder.write("a.csv", HEAD + "".join(lines))
    table = folder.table()
    assert (table.rows, table.refused.count) == (99, 1)


def test_an_empty_file_has_no_rows_and_is_told(folder, rows_of) -> None:
    folder.write("a.csv", "")
    table = folder.table()
    assert rows_of(table) == []
    assert "logs/a.csv is empty." in table.notes


def test_a_header_alone_has_no_rows(folder, rows_of) -> None:
    folder.write("a.csv", HEAD.strip())
    table = folder.table()
    assert (rows_of(table), table.rows, table.refused.count) == ([], 0, 0)


@pytest.mark.parametrize("line_break", ["\r\n", "\r", "\n"])
def test_any_line_break_will_do_and_the_last_may_be_missing(folder, rows_of, line_break) -> None:
    folder.write("a.csv", (HEAD + GOOD + GOOD.replace("1,", "2,", 1).strip()).replace("\n", line_break))
    assert rows_of(folder.table(), "id", "data") == [("1", "name"), ("2", "name")]


def test_empty_lines_are_no_rows(folder) -> None:
    folder.write("a.csv", HEAD + "\n\n" + GOOD + "\n")
    table = folder.table()
    assert (table.rows, table.refused.count) == (1, 0)


@pytest.mark.parametrize("quote", ["", '"'])
def test_commas_that_end_a_line_are_overlooked(folder, quote) -> None:
    folder.write("a.csv", HEAD + GOOD.replace("\n", ",,\n").replace("yardi", f"{quote}yardi{quote}"))
    assert folder.table().rows == 1


def test_blanks_around_a_cell_are_taken_off_and_an_empty_cell_is_none(folder, rows_of) -> None:
    folder.write("a.csv", HEAD + "1, 2026-03-01 14:05:06 ,  , \u00a0yardi\t,\n")
    assert rows_of(folder.table()) == [("1", MOMENT, None, "yardi", None)]


def test_a_row_without_an_id_is_called_by_its_file_and_line(folder, rows_of) -> None:
    folder.write("a.csv", 'when,to,what\n2026-03-01,"x\ny",name\n2026-03-01,y,name\n')
    table = folder.table(columns={"at": "when", "recipient": "to", "data": "what"})
    assert rows_of(table, "id") == [("a:2",), ("a:4",)]


def test_files_of_one_name_in_two_folders_are_told_apart(folder, rows_of) -> None:
    for place in ("mon", "tue"):
        folder.write(f"{place}/a.csv", "when,to,what\n2026-03-01,x,name\n")
    table = folder.table(columns={"at": "when", "recipient": "to", "data": "what"}, files=("logs/*/a.csv",))
    assert rows_of(table, "id") == [("logs/mon/a:2",), ("logs/tue/a:2",)]


def test_repeated_ids_are_counted_over_all_files(folder) -> None:
    folder.write("a.csv", HEAD + GOOD + GOOD)
    folder.write("b.csv", HEAD + GOOD)
    table = folder.table()
    assert (table.rows, table.repeated) == (3, 2)


def test_the_quick_way_and_the_careful_way_agree(folder, rows_of) -> None:
    good = "".join(
        f"{n},2026-03-{1 + n % 28:02}T00:00:{n % 60:02}Z,p{n % 7},to {n},\r\n" for n in range(5000)
    )
    folder.write("a.csv", "nr,when,who,to,what\r\n" + good)
    quick = rows_of(folder.table())
    folder.write("a.csv", "nr,when,who,to,what\r\n" + good.replace("to 4999", '"to 4999"'))
    assert rows_of(folder.table()) == quick
