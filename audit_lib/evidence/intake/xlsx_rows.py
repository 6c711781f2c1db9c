"""The rows of one sheet of an XLSX workbook."""

from __future__ import annotations

import datetime as dt
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from ...errors import did_you_mean
from .rows import Row

#: How many bytes a workbook may unpack to, and how many of them its table of texts, which is held in memory.
MOST_UNPACKED: Final = 4_000_000_000
MOST_TEXTS: Final = 250_000_000
#: How many bytes all its other parts but the sheets may have: they are held in memory too.
MOST_BESIDE: Final = 20_000_000


class BadWorkbook(Exception):  # noqa: N818 - never leaves the intake
    """A workbook that cannot be read, and why."""


@contextmanager
def _sheet(path: Path, wanted: str | None) -> Iterator[Any]:
    import openpyxl

    _refuse_huge(path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except Exception as failure:  # openpyxl raises whatever its parsers raise
        raise BadWorkbook("It cannot be read as an XLSX workbook.") from failure
    try:
        names = [sheet.title for sheet in book.worksheets]
        if wanted is None and len(names) != 1:
            said = ", ".join(f'"{name}"' for name in names[:5])
            raise BadWorkbook(f"It has {len(names)} sheets ({said}): say which one with sheet.")
        if wanted is not None and wanted not in names:
            raise BadWorkbook(f'It has no sheet "{wanted}".{did_you_mean(wanted, names)}')
        sheet = book[wanted or names[0]]
        sheet.reset_dimensions()
        yield sheet
    finally:
        book.close()


def _refuse_huge(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as failure:
        raise BadWorkbook(
            "It is not an XLSX workbook, or it is cut off or locked with a password."
        ) from failure
    texts = sum(part.file_size for part in parts if "sharedstrings" in part.filename.lower())
    sheets = sum(part.file_size for part in parts if "worksheets/" in part.filename.lower())
    everything = sum(part.file_size for part in parts)
    if everything > MOST_UNPACKED or texts > MOST_TEXTS or everything - sheets - texts > MOST_BESIDE:
        raise BadWorkbook("It unpacks to more than can be read: give the rows as CSV or Parquet.")


def xlsx_header(path: Path, sheet: str | None) -> tuple[str, ...]:
    """Return the column names of a sheet: its first row that is not empty; none if the sheet is empty.

    Raises
    ------
    BadWorkbook
        When there is no such sheet, or the file is no workbook.

    >>> import openpyxl, tempfile
    >>> book = openpyxl.Workbook()
    >>> book.active.append(["when", "to"])
    >>> with tempfile.NamedTemporaryFile(suffix=".xlsx") as file:
    ...     book.save(file.name)
    ...     xlsx_header(Path(file.name), None)
    ('when', 'to')
    """
    return next((cells for _, cells in _rows(path, sheet)), ())


def xlsx_rows(path: Path, sheet: str | None, columns: Sequence[str]) -> Iterator[Row]:
    """Yield the rows of a sheet after its header; empty ones are none.

    Of a formula it is the value that was last worked out. Hidden rows are rows like others; of merged cells
    the first has the value.

    Raises
    ------
    BadWorkbook
        When the sheet breaks off.

    >>> import openpyxl, tempfile
    >>> book = openpyxl.Workbook()
    >>> for line in (["when", "to"], [dt.datetime(2026, 3, 1, 14, 5), "yardi"]):
    ...     book.active.append(line)
    >>> with tempfile.NamedTemporaryFile(suffix=".xlsx") as file:
    ...     book.save(file.name)
    ...     [row.cells for row in xlsx_rows(Path(file.name), None, ["to", "when"])]
    [('yardi', '2026-03-01 14:05:00')]
    """
    rows = _rows(path, sheet)
    header = next((cells for _, cells in rows), ())
    places = [header.index(name) for name in columns]
    for number, cells in rows:
        row = tuple(cells[place] if place < len(cells) else "" for place in places)
        yield Row(number, "", row)


def _rows(path: Path, wanted: str | None) -> Iterator[tuple[int, tuple[str, ...]]]:
    with _sheet(path, wanted) as sheet:
        try:
            for number, row in enumerate(sheet.iter_rows(), 1):
                cells = tuple(_text(cell) for cell in row)
                if any(cells):
                    yield number, cells
        except BadWorkbook:
            raise
        except Exception as failure:  # openpyxl raises whatever its parsers raise
            raise BadWorkbook("The sheet cannot be read to its end.") from failure


def _text(cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dt.datetime):
        timed = any(letter in str(cell.number_format).lower() for letter in "hs")
        return value.isoformat(" ") if timed or value.time() != dt.time() else value.date().isoformat()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value).replace("\0", "").strip()
