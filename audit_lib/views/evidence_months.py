"""A table of months in pieces that stand one under the other, each narrow enough for a sheet of A4."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from .table import Table

#: How many columns of figures fit on a sheet of A4 beside the names of the verdicts.
MOST_FIGURES: Final = 7

#: What the column of all months together is called.
TOGETHER: Final = "Together"


def pieces(columns: int, most: int = MOST_FIGURES) -> tuple[slice, ...]:
    """Return which columns of figures stand together: as few pieces as can be, all about as wide.

    The first column, which names the rows, is not among those counted.

    >>> pieces(14), pieces(9, 7)
    ((slice(0, 7, None), slice(7, 14, None)), (slice(0, 5, None), slice(5, 9, None)))
    >>> pieces(0)
    ()
    """
    number = -(-columns // most)
    ends = [-(-columns * at // number) for at in range(number + 1)] if number else []
    return tuple(slice(start, end) for start, end in pairwise(ends))


class MonthTable(Table):
    """A table of one column a month that is shown as several where it would be wider than a page.

    As plain text it is one table, however wide.

    >>> from .table import Cell
    >>> row = tuple(Cell(str(number)) for number in range(9))
    >>> MonthTable("Months", tuple("abcdefghi"), (row,))._repr_html_().count("<table")
    2
    """

    def _repr_html_(self) -> str:
        """Return the pieces as HTML, the note beneath the last."""
        return "".join(piece._repr_html_() for piece in self._pieces())

    def _pieces(self) -> Iterator[Table]:
        found = pieces(len(self.columns) - 1) or (slice(0, 0),)
        for number, piece in enumerate(found, start=1):
            columns = self.columns[1:][piece]
            yield Table(
                f"{self.title}: {_span(columns)}" if len(found) > 1 else self.title,
                (self.columns[0], *columns),
                tuple((row[0], *row[1:][piece]) for row in self.rows),
                self.note if number == len(found) else "",
            )


def _span(columns: Sequence[str]) -> str:
    """Return what the columns of a piece are, for its title."""
    months = [name for name in columns if name != TOGETHER]
    said = [f"{months[0]} to {months[-1]}" if len(months) > 1 else months[0]] if months else []
    return " and ".join([*said, *([TOGETHER.lower()] if TOGETHER in columns else [])])


def by_months(table: Table) -> MonthTable:
    """Return a table of months as one that is shown in pieces.

    >>> by_months(Table("Months", ("Verdict", "May 2026"), ())).title
    'Months'
    """
    return MonthTable(table.title, table.columns, table.rows, table.note, table.widths)
