"""What the numbers on the red lines mean: grouped by finding, in two columns beneath the lane map."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from matplotlib.axes import Axes

from .colours import FINDING, INK, MUTED
from .drawing import badge, write
from .lettering import fit, width

SIZE: Final = 8.0
ROW: Final = 15.0
GUTTER: Final = 28.0
#: More entries than these are counted, not listed.
MOST: Final = 70


class Entry(NamedTuple):
    """One numbered line: its gravest finding, from whom to whom, what moves, and how many more findings."""

    number: int
    strand: object
    finding: str
    between: str
    data: str
    more: int


class Legend(NamedTuple):
    """How high the legend is, in points, and how to draw it with its top left corner at a place."""

    height: float
    draw: Callable[[Axes, float, float], None]


class _Row(NamedTuple):
    """A heading (without an entry) or a numbered entry."""

    heading: str
    entry: Entry | None


def legend(entries: Sequence[Entry], room: float) -> Legend:
    """Return the legend of numbered entries in a width of `room` points.

    >>> legend([], 600).height
    0.0
    """
    if not entries:
        return Legend(0.0, _draw_nothing)
    shown = entries[:MOST]
    columns = _columns(shown, 2 if room >= 640 and len(shown) > 3 else 1)
    rest = len(entries) - len(shown)
    wide = (room - GUTTER * (len(columns) - 1)) / len(columns)
    tallest = max(len(column) for column in columns)

    def draw(axes: Axes, x: float, y: float) -> None:
        for at, column in enumerate(columns):
            for down, row in enumerate(column):
                _draw_row(axes, (x + at * (wide + GUTTER), y + ROW * (down + 0.5)), row, wide)
        if rest:
            left = f"{rest} more red lines are numbered in the picture and not listed here."
            write(axes, (x, y + ROW * (tallest + 0.7)), left, SIZE, color=MUTED)

    return Legend(ROW * (tallest + (1.4 if rest else 0)), draw)


def _draw_nothing(axes: Axes, x: float, y: float) -> None:
    """Leave the sheet as it is."""


def _columns(entries: Sequence[Entry], count: int) -> list[list[_Row]]:
    """Spread headings and entries over columns of nearly equal length; a heading is repeated at a break."""
    rows: list[_Row] = []
    for entry in entries:
        if not rows or rows[-1].heading != entry.finding:
            rows.append(_Row(entry.finding, None))
        rows.append(_Row(entry.finding, entry))
    if count == 1:
        return [rows]
    middle = (len(rows) + 1) // 2
    if rows[middle - 1].entry is None:
        middle -= 1
    right = rows[middle:]
    if right and right[0].entry is not None:
        right = [_Row(f"{right[0].heading} (continued)", None), *right]
    return [rows[:middle], right]


def _draw_row(axes: Axes, at: tuple[float, float], row: _Row, room: float) -> None:
    x, y = at
    if row.entry is None:
        heading = fit(row.heading, room, SIZE, "bold")
        write(axes, (x, y + 1), heading, SIZE, weight="bold", color=FINDING)
        return
    entry = row.entry
    badge(axes, (x + 7, y), entry.number)
    also = f"and {entry.more} other finding" + ("s" if entry.more > 1 else "")
    more = f" ({also})" if entry.more else ""
    spare = width(more, SIZE)
    between = fit(entry.between, room - 20 - spare, SIZE)
    write(axes, (x + 20, y), between, SIZE, color=INK)
    used = 20 + width(between, SIZE)
    said = fit(f": {entry.data}", max(room - used - spare - 4, 0), SIZE)
    write(axes, (x + used, y), said + more, SIZE, color=MUTED)
