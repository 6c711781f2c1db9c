"""A record of processing as CSV and as JSON."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Final

from ..model.record import Record
from .whole_file import write_text

#: A spreadsheet takes a cell that begins so for a formula, even in a CSV file. The line break and the
#: full-width signs, which some programs read alike, are on the list too.
_ACTIVE: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write_csv(record: Record, path: str | Path) -> Path:
    """Write the table of a record as CSV: the headings of its template, then one row an activity.

    The file is UTF-8 and begins with a byte order mark, since Excel reads it wrongly without one; every
    other program that reads UTF-8 skips the mark (in Python: ``encoding="utf-8-sig"``). Every cell is
    quoted, rows end in CRLF (RFC 4180). Gaps stand in words, such as "[not stated]". A cell that begins as
    a formula would gets an apostrophe in front, as OWASP advises against CSV injection. The head of the
    record and the sources of its cells have no place in a table: they are in the workbook and in JSON.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    OutputError
        If the file cannot be written; nothing is left under its name.

    Examples
    --------
    >>> import tempfile
    >>> from audit_lib.model.record import Cell, Column, Row
    >>> record = Record(kind="controller", party="shop", head=(),
    ...     columns=(Column(id="function", heading="Business function", law="Art. 30(1)", required=True),),
    ...     rows=(Row(activity="sales", cells=(Cell(value="=1+1"),)),))
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     print(write_csv(record, f"{folder}/r.csv").read_text("utf-8-sig"))
    "Business function"
    "'=1+1"
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([tamed(column.heading) for column in record.columns])
    writer.writerows([tamed(cell.text()) for cell in row.cells] for row in record.rows)
    return write_text(path, out.getvalue(), encoding="utf-8-sig")


def tamed(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula.

    >>> tamed("=cmd|' /C calc'!A0"), tamed("+44 20 7946 0000"), tamed("Rent = GBP 900")
    ("'=cmd|' /C calc'!A0", "'+44 20 7946 0000", 'Rent = GBP 900')
    """
    return f"'{text}" if text.startswith(_ACTIVE) else text


def write_json(record: Record, path: str | Path) -> Path:
    """Write a whole record as JSON: head, columns, and each cell with its gap, sources and stances.

    Texts stand as they are, in UTF-8; keys and rows keep their order, so that two versions can be compared
    line by line.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    OutputError
        If the file cannot be written; nothing is left under its name.

    Examples
    --------
    >>> import tempfile
    >>> record = Record(kind="controller", party="shop", head=(), columns=(), rows=())
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     json.loads(write_json(record, f"{folder}/r.json").read_text("utf-8"))["party"]
    'shop'
    """
    return write_text(path, json.dumps(record.as_json(), ensure_ascii=False, indent=2) + "\n")
