"""The rows of a CSV file, read so that one broken line costs one row."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator, Sequence
from operator import itemgetter
from pathlib import Path
from typing import Final, NamedTuple

from .lines import LONGEST, Line, lines
from .rows import Row

#: What may part the fields of a line.
DELIMITERS: Final = (",", ";", "\t", "|")
#: How many lines a row may take, because of line breaks in quoted fields.
MOST_LINES: Final = 500


class Header(NamedTuple):
    """The column names of a file, what parts its fields, and on which line it stands.

    No names: the file is empty.
    """

    names: tuple[str, ...]
    delimiter: str
    line: int = 1


class _Broken(Exception):  # noqa: N818 - never leaves the module
    """A row cannot be read to its end."""


class _Feed:
    """Gives lines to the parser, remembers those of the present row, and takes lines back."""

    def __init__(self, source: Iterator[Line]) -> None:
        self._source = source
        self._returned: deque[Line] = deque()
        self.taken: list[Line] = []
        self._size = 0

    def __iter__(self) -> _Feed:
        return self

    def __next__(self) -> str:
        line = self._returned.popleft() if self._returned else next(self._source)
        self.taken.append(line)
        if line.why:
            raise _Broken(line.why if len(self.taken) == 1 else "a quotation mark is opened and not closed")
        self._size += len(line.text)
        if len(self.taken) > 1 and (len(self.taken) > MOST_LINES or self._size > LONGEST):
            raise _Broken("a quotation mark is opened and not closed")
        return line.text + "\n"

    def begin(self) -> None:
        """Begin a new row."""
        self.taken.clear()
        self._size = 0

    def give_up(self) -> Line:
        """Return the first line of the present row, and take back the others to be read again."""
        first, *others = self.taken
        self._returned.extendleft(reversed(others))
        return first


def csv_header(path: Path, encoding: str, delimiter: str | None, wanted: Sequence[str]) -> Header:
    r"""Return the header of a file, with the delimiter that finds most of the wanted columns in it.

    >>> import tempfile
    >>> with tempfile.NamedTemporaryFile() as file:
    ...     Path(file.name).write_text("when;to whom\n", "utf-8")
    ...     csv_header(Path(file.name), "utf-8", None, ["when"])
    13
    Header(names=('when', 'to whom'), delimiter=';', line=1)
    """
    tried = [_header(path, encoding, mark) for mark in ([delimiter] if delimiter else DELIMITERS)]
    return max(tried, key=lambda header: (len(set(header.names) & set(wanted)), len(header.names)))


def _header(path: Path, encoding: str, delimiter: str) -> Header:
    for line, cells, _ in _records(path, encoding, delimiter):
        return Header(tuple(cell.strip() for cell in cells or (line.text,)), delimiter, line.number)
    return Header((), delimiter)


def csv_rows(path: Path, encoding: str, header: Header, columns: Sequence[str]) -> Iterator[Row]:
    r"""Yield the rows of a file after its header.

    A row that is not whole is refused and reading goes on with the next line, even where an open quotation
    mark would have swallowed it. Empty lines are no rows. Empty fields too many at the end, as of a comma
    that ends a line, are overlooked.

    >>> import tempfile
    >>> with tempfile.NamedTemporaryFile() as file:
    ...     _ = Path(file.name).write_text("a,b\n1,2\n3\n", "utf-8")
    ...     for row in csv_rows(Path(file.name), "utf-8", Header(("a", "b"), ","), ["b"]):
    ...         print(row.line, row.cells, row.why)
    2 ('2',)
    3 None it has 1 field where 2 are wanted
    """
    places = [header.names.index(name) for name in columns]
    pick = itemgetter(*places) if len(places) > 1 else lambda cells: tuple(cells[place] for place in places)
    records = _records(path, encoding, header.delimiter, len(header.names))
    next(records, None)
    for line, cells, why in records:
        if cells is None:
            yield Row(line.number, line.text, None, why)
        else:
            yield Row(line.number, line.text, pick(cells))


def _records(
    path: Path, encoding: str, delimiter: str, width: int | None = None
) -> Iterator[tuple[Line, list[str] | None, str]]:
    feed = _Feed(lines(path, encoding))
    parser = csv.reader(feed, delimiter=delimiter, strict=True, skipinitialspace=delimiter != "\t")
    while True:
        feed.begin()
        try:
            cells = next(parser)
        except StopIteration:
            return
        except (_Broken, csv.Error) as failure:
            first = feed.give_up()
            yield first, None, first.why or _why(str(failure))
            continue
        if not cells:
            continue
        if width is not None and (len(cells) < width or any(cells[width:])):
            first = feed.give_up()
            fields = "1 field" if len(cells) == 1 else f"{len(cells):,} fields"
            yield first, None, f"it has {fields} where {width:,} are wanted"
        elif len(feed.taken) == 1:
            yield feed.taken[0], cells, ""
        else:
            whole = "\n".join(line.text for line in feed.taken)
            yield Line(feed.taken[0].number, whole), cells, ""


def _why(said: str) -> str:
    if "field limit" in said:
        return f"a field is longer than {csv.field_size_limit():,} characters"
    if "end of data" in said or "not closed" in said:
        return "a quotation mark is opened and not closed"
    return "a quoted field goes on after its closing quotation mark"
