"""A table that stays whole in an untrusted notebook: inline styles only, every text escaped."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from html import escape
from typing import Final, NamedTuple

from ..model.finding import Severity
from ..model.risk import Level
from .colours import FINDING, FINDING_GROUND, GAP_GROUND, GAP_INK, LEVELS, MUTED
from .lettering import one_line

#: In plain text a cell is cut to this many characters; HTML shows all of it.
PLAIN_CELL: Final = 48


class Mark(StrEnum):
    """What a cell says beside its text. Each mark goes with a word in the text, never with colour alone."""

    PLAIN = "plain"
    GAP = "gap"
    FINDING = "finding"
    MUTED = "muted"
    STRONG = "strong"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


#: How the severity of a finding is marked.
SEVERE: Final = {Severity.HIGH: Mark.FINDING, Severity.MEDIUM: Mark.STRONG, Severity.LOW: Mark.PLAIN}

STYLES: Final = {
    Mark.PLAIN: "",
    Mark.GAP: f"background:{GAP_GROUND};color:{GAP_INK};font-style:italic;",
    Mark.FINDING: f"background:{FINDING_GROUND};color:{FINDING};font-weight:600;",
    Mark.MUTED: f"color:{MUTED};",
    Mark.STRONG: "font-weight:600;",
    Mark.LOW: f"background:{LEVELS[Level.LOW]};",
    Mark.MEDIUM: f"background:{LEVELS[Level.MEDIUM]};",
    Mark.HIGH: f"background:{LEVELS[Level.HIGH]};font-weight:600;",
}

WHOLE: Final = (
    "border-collapse:collapse;font-size:13px;line-height:1.4;color:#1c2530;background:#ffffff;margin:8px 0;"
)
HEADED: Final = (
    "text-align:left;vertical-align:bottom;padding:6px 10px;"
    "border-bottom:2px solid #55606d;background:#f5f7fa;"
)
CELLED: Final = (
    "text-align:left;vertical-align:top;padding:5px 10px;border-bottom:1px solid #e1e5ea;"
    "overflow-wrap:anywhere;white-space:pre-line;"
)
NARROW: Final = "max-width:340px;"
ROOMY: Final = "max-width:640px;"
FINE: Final = f"display:block;margin-top:4px;font-size:12px;font-weight:400;color:{MUTED};"
#: A title that stands for a table without rows: it says that there is nothing.
ALONE: Final = "font-weight:600;font-size:14px;color:#1c2530;margin:8px 0;"
TITLED: Final = (
    "caption-side:top;text-align:left;font-weight:600;font-size:14px;padding:4px 0 8px 0;color:#1c2530;"
)


class Cell(NamedTuple):
    """A text and what marks it, with a bold line before it and muted lines after it where there are any."""

    text: str
    mark: Mark = Mark.PLAIN
    lead: str = ""
    tail: str = ""

    @property
    def whole(self) -> str:
        """All that the cell says, line by line."""
        return "\n".join(part for part in (self.lead, self.text, self.tail) if part)


@dataclass(frozen=True)
class Table:
    """Columns and rows that a notebook shows as HTML and a terminal as text.

    Parameters
    ----------
    title
        What the table says, with computed numbers.
    columns
        The headings.
    rows
        As many cells each as there are columns.
    note
        A line beneath, such as how many rows are not shown.
    widths
        The share of each column in per cent; empty: as the texts need.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""
    widths: tuple[int, ...] = ()

    def _repr_html_(self) -> str:
        note = (
            f'<p style="font-size:12px;color:{MUTED};">{escape(visible(self.note))}</p>' if self.note else ""
        )
        title = escape(visible(self.title))
        if not self.rows:
            return f'<p style="{ALONE}" dir="auto">{title}</p>{note}'
        shares = [f"width:{share}%;" for share in self.widths] or [""] * len(self.columns)
        head = "".join(
            f'<th scope="col" style="{HEADED}{share}" dir="auto">{escape(visible(name))}</th>'
            for name, share in zip(self.columns, shares, strict=True)
        )
        room = ROOMY if self.widths else NARROW
        body = "".join("<tr>" + "".join(_html(cell, room) for cell in row) + "</tr>" for row in self.rows)
        return (
            f'<table style="{WHOLE}"><caption style="{TITLED}" dir="auto">{title}</caption>'
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{note}"
        )

    def __str__(self) -> str:
        note = [one_line(self.note, 1000)] if self.note else []
        if not self.rows:
            return "\n".join([one_line(self.title, 1000), *note])
        shown = [self.columns, *(tuple(cell.whole for cell in row) for row in self.rows)]
        lines = [[one_line(text, PLAIN_CELL) for text in line] for line in shown]
        widths = [max((_columns(line[at]) for line in lines), default=0) for at in range(len(self.columns))]
        ruled = [lines[0], ["-" * wide for wide in widths], *lines[1:]]
        table = [
            "  ".join(text + " " * (wide - _columns(text)) for text, wide in zip(line, widths, strict=True))
            for line in ruled
        ]
        return "\n".join([one_line(self.title, 1000), "", *(line.rstrip() for line in table), *note])

    def __repr__(self) -> str:
        return str(self)


def _html(cell: Cell, room: str) -> str:
    style = f"{CELLED}{room}{least(cell.whole, 0 if room == ROOMY else 22)}{STYLES[cell.mark]}"
    style += "font-weight:400;" if cell.lead else ""  # the lead alone is bold
    lead = f'<strong style="display:block;">{escape(visible(cell.lead))}</strong>' if cell.lead else ""
    tail = f'<span style="{FINE}">{escape(visible(cell.tail))}</span>' if cell.tail else ""
    return f'<td style="{style}" dir="auto">{lead}{escape(visible(cell.text))}{tail}</td>'


def least(text: str, short: int) -> str:
    """Return a least width, so that a wide table breaks no word, and no line of at most `short` letters.

    It grows and shrinks with the letters: on paper they are smaller than on a screen.
    """
    lines = [line for line in text.split("\n") if line.strip()]
    words = [line if len(line) <= short else max(re.split(r"[\s-]+", line), key=len) for line in lines]
    return f"min-width:{min(13.8, 1.9 + 0.7 * max(map(len, words), default=0)):.1f}em;"


def visible(text: str) -> str:
    """Drop the characters that HTML forbids and the marks that turn the direction of what follows."""
    return "".join(
        c
        for c in text
        if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Cn") or c in "\u200c\u200d\u00ad"
    )


def _columns(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(unicodedata.combining(c) > 0 for c in text)


def tabulate(
    title: str,
    columns: tuple[str, ...],
    rows: Iterable[tuple[Cell | str, ...]],
    most: int | None = None,
    widths: tuple[int, ...] = (),
) -> Table:
    """Return a table of at most `most` rows; its note says how many more there are.

    >>> print(tabulate("Parties", ("Name",), [("Residents",), ("Visitors",)], most=1))
    Parties
    <BLANKLINE>
    Name
    ---------
    Residents
    1 more row is not shown.
    """
    listed = [tuple(Cell(cell) if isinstance(cell, str) else cell for cell in row) for row in rows]
    shown = listed if most is None else listed[:most]
    rest = len(listed) - len(shown)
    note = f"{rest:,} more {'row is' if rest == 1 else 'rows are'} not shown." if rest else ""
    return Table(title, columns, tuple(shown), note, widths)
