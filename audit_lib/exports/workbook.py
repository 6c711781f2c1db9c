"""A record of processing as a workbook (xlsx): the record, its gaps, its sources, and how to read it."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path
from typing import Final, NamedTuple

from xlsxwriter import Workbook

from ..law.record_columns import ColumnGroup, column_groups
from ..model.day import long_date
from ..model.noun import Gap
from ..model.record import Cell, Record, RecordKind
from .sheets import OPEN, Sheet, Styles, grown, height, styles
from .whole_file import write_bytes

#: The date that a workbook without a date of its own bears, so that the same record gives the same bytes.
_NO_DATE: Final = dt.date(2000, 1, 1)

_GROUPS: Final = {
    ColumnGroup.ARTICLE_30: "Green: UK GDPR Art. 30 asks for it",
    ColumnGroup.ACCOUNTABILITY: "Blue: optional, shows accountability",
    ColumnGroup.SCHEDULE_1: "Violet: DPA 2018 Sch. 1, for special category or offence data",
}

#: Columns that hold lists are wider, those that hold a word or a link narrower (in characters).
_WIDTHS: Final = {
    "function": 24,
    "purpose": 30,
    "data": 38,
    "recipients": 38,
    "retention": 40,
    "security": 38,
    "lawful-basis": 32,
    "interests": 32,
    "rights": 44,
    "source": 30,
    "location": 34,
    "controller": 32,
    "processing": 32,
    "contracts": 30,
    "third-countries": 30,
    "transfer-safeguards": 30,
    "dpia-required": 18,
    "breach": 18,
    "policy-followed": 20,
}
_WIDTH: Final = 24

#: How many characters a page in landscape on A3 takes before print gets too small to read.
_PAGE: Final = 270

#: Rows of the record's sheet, counted from 0.
_TITLE, _LEGEND, _HEAD, _HEAD_VALUES, _LAW, _HEADINGS, _FIRST = range(7)


class About(NamedTuple):
    """What the workbook says of itself: the map's title and version, and the day it speaks of."""

    title: str
    version: str
    as_of: dt.date | None

    @property
    def day(self) -> str:
        """The day in words."""
        return long_date(self.as_of) if self.as_of else "[not stated]"


def write_workbook(
    record: Record,
    path: str | Path,
    *,
    title: str = "",
    version: str = "",
    as_of: dt.date | None = None,
) -> Path:
    """Write a record as a workbook of four sheets: Record, Gaps, Sources and About.

    Whatever a text of the map holds, it stays text: nothing becomes a formula, a number or a link. A text
    over the 32,767 characters of a cell is cut and says so; characters that a workbook cannot hold are
    shown as U+FFFD. The same record and arguments give the same bytes.

    Parameters
    ----------
    record
        A controller's or a processor's record.
    path
        The file, in a folder that exists.
    title, version
        Of the map, for the head of the sheets; the record's party and "[not stated]" if not given.
    as_of
        The day the record speaks of. It is also the workbook's date of creation.

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
    ...     write_workbook(record, f"{folder}/record.xlsx").name
    'record.xlsx'
    """
    gap = Gap(version) if version in set(Gap) else None if version else Gap.NOT_STATED
    about = About(title or record.party, _gap_words(gap) or version, as_of)
    made = io.BytesIO()
    book = Workbook(
        made,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    born = dt.datetime.combine(as_of or _NO_DATE, dt.time())
    book.set_properties({"title": f"{_kind(record)}: {about.title}"[:255], "created": born})
    look = styles(book)
    _record_sheet(Sheet(book, "Record", look), record, about, look)
    _gaps_sheet(Sheet(book, "Gaps", look), record, about)
    _sources_sheet(Sheet(book, "Sources", look), record, about)
    _about_sheet(Sheet(book, "About", look), record, about)
    book.close()
    return write_bytes(path, made.getvalue())


def _kind(record: Record) -> str:
    article = "30(1)" if record.kind is RecordKind.CONTROLLER else "30(2)"
    return f"Record of processing activities of a {record.kind}, UK GDPR Art. {article}"


def _record_sheet(sheet: Sheet, record: Record, about: About, look: Styles) -> None:
    groups = column_groups(record.kind)
    widths = [
        grown(_WIDTHS.get(column.id, _WIDTH), (row.cells[at].text() for row in record.rows))
        for at, column in enumerate(record.columns)
    ] or [_WIDTH]
    sheet.widths(widths)
    sheet.text(_TITLE, 0, f"{_kind(record)}: {about.title}", look.title)
    sheet.text(_LEGEND, 0, f"Version {about.version}, as of {about.day}", look.plain)
    for at, group in enumerate(dict.fromkeys(groups.values())):
        sheet.text(_LEGEND, 2 + 2 * at, _GROUPS[group], look.law[group])
        sheet.text(_LEGEND, 3 + 2 * at, "", look.law[group])
    for at, (name, cell) in enumerate(record.head):
        sheet.text(_HEAD, at, name, look.label)
        sheet.cell(_HEAD_VALUES, at, cell)
    _headings(sheet, record, look)
    for down, row in enumerate(record.rows):
        expected = bool(row.cells) and "expected" in row.cells[0].stances
        sheet.heights({_FIRST + down: height((cell.text() for cell in row.cells), widths)})
        for across, cell in enumerate(row.cells):
            sheet.cell(_FIRST + down, across, cell, expected=expected)
    head = height((column.heading for column in record.columns), (width - 4 for width in widths))
    tall = min(120.0, height((cell.text() for _, cell in record.head), widths))
    sheet.heights({_TITLE: 22, _LEGEND: 18, _HEAD: 16, _HEAD_VALUES: tall, _LAW: 16, _HEADINGS: head})
    sheet.table(_HEADINGS, len(record.rows), len(record.columns))
    sheet.freeze(_FIRST, min(2, len(record.columns)))
    sheet.printed(_HEADINGS, repeat_columns=2, pages=-(-sum(widths) // _PAGE), footer=about.title)


def _headings(sheet: Sheet, record: Record, look: Styles) -> None:
    groups = column_groups(record.kind)
    for at, column in enumerate(record.columns):
        group = groups.get(column.id, ColumnGroup.ACCOUNTABILITY)
        sheet.text(_LAW, at, column.law, look.law[group])
        sheet.text(_HEADINGS, at, column.heading, look.heading[group])


def _gaps_sheet(sheet: Sheet, record: Record, about: About) -> None:
    """Write each gap that somebody must fill, those that the law requires first."""
    gaps = [
        (column.required, _row_name(row.cells), column, cell)
        for row in record.rows
        for column, cell in zip(record.columns, row.cells, strict=True)
        if cell.gap in OPEN
    ]
    gaps.sort(key=lambda gap: not gap[0])
    rows = [
        (name, column.heading, column.law, "yes" if required else "no", _gap_words(cell.gap), _beside(cell))
        for required, name, column, cell in gaps
    ]
    rows = [
        (f"Head of the record: {name}", name, "UK GDPR Art. 30", "yes", _gap_words(cell.gap), _beside(cell))
        for name, cell in record.head
        if cell.gap in OPEN
    ] + rows
    headings = ("Activity", "Column", "Provision", "Required", "Gap", "What is there")
    sheet.listing(headings, rows, (36, 44, 26, 11, 16, 60), footer=f"Gaps: {about.title}")


def _sources_sheet(sheet: Sheet, record: Record, about: About) -> None:
    """Write what each cell rests on, one row a cell."""
    rows = [("Head of the record", name, *_ground(cell)) for name, cell in record.head if cell.sources]
    rows += [
        (_row_name(row.cells), column.heading, *_ground(cell))
        for row in record.rows
        for column, cell in zip(record.columns, row.cells, strict=True)
        if cell.sources
    ]
    headings = ("Activity", "Column", "Rests on (entries of the map)", "Clauses of the notice", "Stance")
    sheet.listing(headings, rows, (36, 44, 60, 40, 22), footer=f"Sources: {about.title}")


def _about_sheet(sheet: Sheet, record: Record, about: About) -> None:
    cells = [cell for row in record.rows for cell in row.cells]
    expected = sum("expected" in row.cells[0].stances for row in record.rows if row.cells)
    rows = [
        ("Record", _kind(record)),
        ("Map", about.title),
        ("Version of the map", about.version),
        ("As of", about.day),
        ("Party", record.head[0][1].text() if record.head else record.party),
        ("Rows", f"{len(record.rows)}, of which {expected} expected and not confirmed"),
        ("Columns", str(len(record.columns))),
        ("Cells", f"{len(cells)}, of which {sum(cell.gap in OPEN for cell in cells)} leave a gap to fill"),
        ("Gaps in required columns", str(record.gaps)),
        *((f"Cells {_gap_words(gap)}", str(sum(cell.gap is gap for cell in cells))) for gap in Gap),
        *_HOW_TO_READ,
    ]
    sheet.listing(("What", "Value"), rows, (34, 110), footer=f"About: {about.title}")


_HOW_TO_READ: Final = (
    ("[not stated]", "Nobody has said. Somebody must fill it in."),
    ("[unclear]", "It can be read in more than one way. Somebody must settle it."),
    ("[none]", "It is stated that there is none. Nothing to do."),
    ("[not applicable]", "The question does not arise for this activity. Nothing to do."),
    (
        "Words with a gap mark beside them",
        "Part of the answer is there and part is missing: see the words in brackets.",
    ),
    ("inferred", "No sentence says it outright; it is needed to make sense of one."),
    ("expected, not confirmed", "Normal for such an organisation; nobody has confirmed it. It is no fact."),
    ("Rows in italics", "The whole activity is expected and not confirmed."),
    (
        "Where it comes from",
        "The sheet Sources names, for each cell, the entries of the map and the clauses.",
    ),
)


def _row_name(cells: tuple[Cell, ...]) -> str:
    return cells[0].text() if cells else ""


def _gap_words(gap: Gap | None) -> str:
    return Cell(gap=gap).text() if gap else ""


def _beside(cell: Cell) -> str:
    return cell.value or ""


def _ground(cell: Cell) -> tuple[str, str, str]:
    """Return what a cell rests on: entries, clauses, stances."""
    clauses = [source.removeprefix("clause:") for source in cell.sources if source.startswith("clause:")]
    entries = [source for source in cell.sources if not source.startswith("clause:")]
    return ", ".join(entries), ", ".join(clauses), ", ".join(cell.stances)
