"""One sheet of a workbook: texts that stay texts, cells of a record, and how it is shown and printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from xlsxwriter import Workbook

from ..law.record_columns import ColumnGroup
from ..model.noun import Gap
from ..model.record import Cell

#: The gaps that somebody must fill.
OPEN: Final = (Gap.NOT_STATED, Gap.UNCLEAR)

#: What a cell of a workbook can hold, in characters as Excel counts them (UTF-16).
LONGEST: Final = 32_767
CUT: Final = " […cut: too long for a cell]"

#: The tallest row that a workbook can have and a line of text, in points; the widest column to read.
TALLEST: Final = 409.0
LINE: Final = 13.0
WIDEST: Final = 84

#: What XML 1.0 cannot hold.
_ILLEGAL: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_INK: Final = "#1F2933"
_LINE: Final = "#C5CDD5"
_FILLS: Final = {
    ColumnGroup.ARTICLE_30: ("#1E6B4A", "#DCEFE5"),
    ColumnGroup.ACCOUNTABILITY: ("#24578F", "#DDE8F5"),
    ColumnGroup.SCHEDULE_1: ("#5D3F8C", "#E7E0F2"),
}


class Styles(NamedTuple):
    """The formats of a workbook."""

    title: Any
    plain: Any
    label: Any
    listing: Any
    law: Mapping[ColumnGroup, Any]
    heading: Mapping[ColumnGroup, Any]
    value: Mapping[tuple[str, bool], Any]


def styles(book: Workbook) -> Styles:
    """Return the formats of a workbook.

    >>> import io
    >>> sorted(key for key, expected in styles(Workbook(io.BytesIO())).value if not expected)
    ['gap', 'part', 'settled', 'value']
    """
    base = {"font_name": "Calibri", "font_size": 10, "font_color": _INK, "valign": "top"}
    wrapped = {**base, "text_wrap": True, "border": 1, "border_color": _LINE}
    kinds: Mapping[str, Mapping[str, object]] = {
        "value": {},
        "gap": {"bg_color": "#FFE8A3", "font_color": "#7A3E00", "bold": True},
        "part": {"bg_color": "#FFF6DC"},
        "settled": {"font_color": "#66717C"},
    }
    return Styles(
        title=book.add_format({**base, "font_size": 14, "bold": True}),
        plain=book.add_format({**base, "font_color": "#52606D"}),
        label=book.add_format({**wrapped, "bold": True, "bg_color": "#EEF1F4"}),
        listing=book.add_format({**wrapped, "bold": True, "bg_color": "#33414E", "font_color": "#FFFFFF"}),
        law={
            group: book.add_format({**base, "font_size": 9, "bg_color": light, "font_color": dark})
            for group, (dark, light) in _FILLS.items()
        },
        heading={
            group: book.add_format({**wrapped, "bold": True, "bg_color": dark, "font_color": "#FFFFFF"})
            for group, (dark, _) in _FILLS.items()
        },
        value={
            (kind, expected): book.add_format({**wrapped, **look, "italic": expected})
            for kind, look in kinds.items()
            for expected in (False, True)
        },
    )


def fitting(text: str) -> str:
    r"""Return a text as a cell can hold it: legal characters, and cut with a mark where it is too long.

    >>> fitting("a\x00b"), len(fitting("x" * 40_000)), fitting("x" * 40_000)[-5:]
    ('a\ufffdb', 32767, 'cell]')
    """
    clean = _ILLEGAL.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    units = len(clean.encode("utf-16-le")) // 2
    if units <= LONGEST:
        return clean
    kept = clean.encode("utf-16-le")[: 2 * (LONGEST - len(CUT))]
    return kept.decode("utf-16-le", errors="ignore") + CUT


def lines(text: str, width: int) -> int:
    r"""Return about how many lines a text takes in a column of a width in characters.

    >>> lines("one", 24), lines("one\ntwo", 24), lines("word " * 10, 24)
    (1, 2, 2)
    """
    # A column of width n holds n digits, and more letters, less what is lost by breaking between words.
    return sum(max(1, -(-len(line) // max(1, round(1.15 * width)))) for line in text.split("\n"))


def height(texts: Iterable[str], widths: Iterable[int]) -> float:
    r"""Return the height of a row in points, so that its longest text can be seen in any program.

    >>> height(["one", "a\nb\nc"], [10, 10]), height(["x" * 99_999], [10])
    (42.0, 409.0)
    """
    most = max((lines(text, width) for text, width in zip(texts, widths, strict=False)), default=1)
    return min(TALLEST, LINE * most + 3)


def grown(width: int, texts: Iterable[str]) -> int:
    """Return a column's width, grown so far that its longest text fits into the tallest row.

    >>> grown(24, ["short"]), grown(24, ["word " * 400]) > 24
    (24, True)
    """
    longest = max(texts, key=len, default="")
    while width < WIDEST and LINE * lines(longest, width) > TALLEST / 2:
        width += 6
    return width


class Sheet:
    """A sheet that is written text by text."""

    def __init__(self, book: Workbook, name: str, look: Styles) -> None:
        self._sheet = book.add_worksheet(name)
        self._look = look
        self._sheet.hide_gridlines(2)

    def text(self, row: int, column: int, text: str, look: Any) -> None:
        """Write a text as a text, whatever it looks like; nothing as an empty cell."""
        if text:
            self._sheet.write_string(row, column, fitting(text), look)
        else:
            self._sheet.write_blank(row, column, None, look)

    def cell(self, row: int, column: int, cell: Cell, *, expected: bool = False) -> None:
        """Write a cell of a record: a gap that must be filled stands out, in words and in colour."""
        if cell.gap in OPEN:
            kind = "gap" if cell.value is None else "part"
        else:
            kind = "settled" if cell.value is None else "value"
        self.text(row, column, cell.text(), self._look.value[kind, expected])

    def widths(self, characters: Sequence[int]) -> None:
        """Set the widths of the columns."""
        for at, width in enumerate(characters):
            self._sheet.set_column(at, at, width)

    def heights(self, points: Mapping[int, float]) -> None:
        """Set the heights of rows."""
        for row, height in points.items():
            self._sheet.set_row(row, height)

    def table(self, headings: int, rows: int, columns: int) -> None:
        """Let the rows beneath the headings be filtered."""
        if columns:
            self._sheet.autofilter(headings, 0, headings + max(rows, 1), columns - 1)

    def freeze(self, row: int, column: int) -> None:
        """Keep the rows above and the columns before in sight."""
        self._sheet.freeze_panes(row, column)

    def printed(self, headings: int, *, repeat_columns: int, pages: int, footer: str) -> None:
        """Set up print: A3 in landscape, headings on each page, title and page numbers at the foot."""
        self._sheet.set_landscape()
        self._sheet.set_paper(8)
        self._sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.7)
        self._sheet.fit_to_pages(max(1, pages), 0)
        self._sheet.repeat_rows(headings)
        if repeat_columns and pages > 1:
            self._sheet.repeat_columns(0, repeat_columns - 1)
        # A "&" begins a code in a footer; and a footer holds no more than 255 characters.
        title = " ".join(fitting(footer).split())[:80].replace("&", "&&")
        self._sheet.set_footer(f"&L&8{' ' if title[:1].isdigit() else ''}{title}&R&8 Page &P of &N")

    def listing(
        self, headings: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[int], *, footer: str
    ) -> None:
        """Write a plain list with headings that stay in sight and can be filtered."""
        self.widths(widths)
        for at, heading in enumerate(headings):
            self.text(0, at, heading, self._look.listing)
        count = 0
        for count, row in enumerate(rows, start=1):
            self._sheet.set_row(count, height(row, widths))
            for at, text in enumerate(row):
                kind = "gap" if text in _MARKED else "value"
                self.text(count, at, text, self._look.value[kind, False])
        self.table(0, count, len(headings))
        self.freeze(1, 1)
        self.printed(0, repeat_columns=0, pages=1, footer=footer)


_MARKED: Final = frozenset(Cell(gap=gap).text() for gap in OPEN)
