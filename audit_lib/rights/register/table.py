"""A table of requests as kept in a spreadsheet: its rows, and what is wrong with it as a table."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from ...errors import Fault, Place, did_you_mean
from .columns import COLUMNS, ID, MADE

#: How many bytes a table may have, how many rows, and how many characters a cell.
MAX_BYTES: Final = 50_000_000
MAX_ROWS: Final = 200_000
MAX_CELL: Final = 500

_KNOWN: Final = (ID, *COLUMNS, *MADE)
_REQUIRED: Final = ("right", "received")


class Table(NamedTuple):
    """A table as a file holds it: what faults call the file, and the text in it."""

    file: str
    text: str


class Row(NamedTuple):
    """A row of a table: the line on which it begins, and its cells by column, empty ones left out."""

    line: int
    cells: Mapping[str, str]


def rows_of(table: Table) -> tuple[list[Row], list[Fault]]:
    r"""Return the rows of a table, and everything that is wrong with it as a table.

    It is CSV with commas, and a first row of headings; a blank or a hyphen in a heading is as good as an
    underscore, and capitals as small letters. Empty rows are passed over.

    >>> rows, faults = rows_of(Table("requests.csv", "Right,Received\naccess,2026-10-01\n"))
    >>> rows[0].line, rows[0].cells["received"], faults
    (2, '2026-10-01', [])
    """
    file, reader = table.file, csv.reader(io.StringIO(table.text, newline=""), strict=True)
    rows: list[Row] = []
    faults: list[Fault] = []
    headings: list[str] | None = None
    line = 1
    try:
        for cells in reader:
            begins, line = line, reader.line_num + 1
            stripped = [cell.strip() for cell in cells]
            if not any(stripped):
                continue
            if headings is None:
                headings = [cell.lower().replace(" ", "_").replace("-", "_") for cell in stripped]
                faults = [Fault(Place(file, begins), message) for message in _headings(headings)]
                if faults:
                    return [], faults
                continue
            told = _shape(stripped, headings)
            faults += [Fault(Place(file, begins), message) for message in told]
            if not told:
                cells_by = zip(headings, stripped, strict=True)
                rows.append(Row(begins, {heading: cell for heading, cell in cells_by if cell}))
            if len(rows) > MAX_ROWS:
                return [], [Fault(Place(file), f"There are more than {MAX_ROWS:,} rows: divide the table.")]
    except csv.Error as error:
        return [], [Fault(Place(file, reader.line_num), f"This is no CSV: {error}.")]
    if headings is None:
        faults.append(Fault(Place(file), "The table is empty; its first row names the columns."))
    return rows, faults


def _headings(headings: list[str]) -> Iterator[str]:
    if not set(headings) & set(_KNOWN) and not any(did_you_mean(each, _KNOWN) for each in headings):
        yield f"The first row names no column that is known (parted by commas): {', '.join(_KNOWN)}."
        return
    for heading, times in Counter(headings).items():
        if times > 1:
            yield f'The column "{heading[:40]}" stands there {times} times.'
        if heading not in _KNOWN:
            hint = did_you_mean(heading, _KNOWN) or f" Known are {', '.join(_KNOWN)}."
            yield f'No column is called "{heading[:40]}".{hint}'
    for heading in _REQUIRED:
        if heading not in headings:
            yield f'The column "{heading}" is missing. (Columns are parted by commas.)'


def _shape(cells: list[str], headings: list[str]) -> list[str]:
    if len(cells) != len(headings):
        return [f"The row has {len(cells)} cells; the first row has {len(headings)}."]
    told = [
        f"{heading}: The cell has {len(cell):,} characters; at most {MAX_CELL} are read."
        for heading, cell in zip(headings, cells, strict=True)
        if len(cell) > MAX_CELL
    ]
    empty = [heading for heading in _REQUIRED if not cells[headings.index(heading)]]
    return [*told, *(f"{heading}: The cell is empty; it must be filled in." for heading in empty)]
