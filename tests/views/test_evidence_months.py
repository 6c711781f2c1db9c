"""A table of months in pieces: nothing is lost, and none is wider than a sheet of A4."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from audit_lib.views.evidence_months import MOST_FIGURES, TOGETHER, by_months, pieces
from audit_lib.views.table import Cell, Table

MONTHS = ("Jan 2026", "Feb 2026", "Mar 2026", "Apr 2026", "May 2026", "Jun 2026", "Jul 2026", "Aug 2026")


def table(months: tuple[str, ...]) -> Table:
    columns = ("Verdict", *months, TOGETHER)
    row = tuple(Cell(f"figure-{at}") for at in range(len(columns)))
    return by_months(Table("Verdicts", columns, (row,), "A note."))


@given(st.integers(0, 200))
def test_every_column_is_in_one_piece_in_its_place(number: int) -> None:
    columns = list(range(number))
    found = [columns[piece] for piece in pieces(number)]
    assert [each for piece in found for each in piece] == columns
    assert all(0 < len(piece) <= MOST_FIGURES for piece in found)
    assert not found or max(map(len, found)) - min(map(len, found)) <= 1


def test_few_months_are_one_table_as_it_was() -> None:
    given = table(MONTHS[:6])
    assert given._repr_html_() == Table(given.title, given.columns, given.rows, given.note)._repr_html_()


def test_many_months_are_several_tables_and_each_says_which_months_it_has() -> None:
    page = table(MONTHS)._repr_html_()
    assert page.count("<table") == 2
    assert "Verdicts: Jan 2026 to May 2026<" in page
    assert "Verdicts: Jun 2026 to Aug 2026 and together<" in page


def test_the_names_of_the_rows_stand_in_each_and_the_note_once_beneath() -> None:
    page = table(MONTHS)._repr_html_()
    assert page.count("figure-0<") == 2
    assert page.count("figure-9<") == 1
    assert page.count("A note.") == 1
    assert page.index("figure-9<") < page.index("A note.")


def test_plain_text_is_one_table() -> None:
    assert str(table(MONTHS)).count("Verdict ") == 1


def test_a_table_without_a_month_says_so() -> None:
    nothing = by_months(Table("Nothing", ("Verdict", TOGETHER), ()))
    assert "<table" not in nothing._repr_html_()
    assert "Nothing" in nothing._repr_html_()
