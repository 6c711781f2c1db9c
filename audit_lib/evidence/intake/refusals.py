"""Keep and count the rows that are refused."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from pathlib import Path
from typing import TextIO

from .aside import private_file
from .rows import Row
from .tables import DESCRIBED, Reason, Refused

#: How a cell begins that a spreadsheet would take for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Refusals:
    """The refused rows of one source, written into a file as they come.

    The file has a line for each: file, line, why, and the row as it stands. A row that a spreadsheet would
    take for a formula has an apostrophe before it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: TextIO | None = None
        self.count = 0
        self.reasons: list[Reason] = []

    def add(self, shown: str, line: int, why: str, text: str) -> None:
        """Keep a row."""
        if self._file is None:
            self._file = private_file(self._path).open(
                "w", encoding="utf-8", errors="backslashreplace", newline=""
            )
            csv.writer(self._file).writerow(("file", "line", "why", "row"))
        safe = f"'{text}" if text.startswith(_FORMULA) else text
        csv.writer(self._file).writerow((shown, line, why, safe))
        self.count += 1
        if len(self.reasons) < DESCRIBED:
            self.reasons.append(Reason(shown, line, why))

    def add_rows(self, shown: str, rows: Iterable[Row], unfit: Iterator[tuple[int, str]]) -> None:
        """Keep the rows that the reader refused, and those that are named in `unfit`, in the same order."""
        named = next(unfit, None)
        for row in rows:
            if row.cells is None:
                self.add(shown, row.line, row.why, row.text)
            elif named is not None and named[0] == row.line:
                self.add(shown, row.line, named[1], row.text or as_csv(row.cells))
                named = next(unfit, None)

    def close(self, final: Path) -> Refused:
        """Return what was refused; the file will stand under its final name."""
        if self._file is not None:
            self._file.close()
        return Refused(self.count, tuple(self.reasons), final if self.count else None)


def as_csv(cells: Iterable[object]) -> str:
    """Return cells as a line of CSV.

    >>> as_csv(["a", None, "b,c"])
    'a,,"b,c"'
    """
    line = StringIO()
    csv.writer(line, lineterminator="").writerow(["" if cell is None else cell for cell in cells])
    return line.getvalue()
