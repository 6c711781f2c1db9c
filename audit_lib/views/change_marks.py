"""How a change of a flow or a party looks: by sign and dashes, never by colour alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from matplotlib.axes import Axes

from .colours import AS_BEFORE, CHANGED, COME, GONE, INK, MUTED, PAPER
from .drawing import arrow, box, dot, write
from .flow_changes import Kind
from .lane_shapes import Point, Rect
from .lettering import fit, width

SIZE: Final = 8.0
SIGN: Final = 6.9
ROW: Final = 15.0
GUTTER: Final = 28.0
#: More rows than these are counted, not listed.
MOST: Final = 80


class Look(NamedTuple):
    """How a line is drawn: its colour, its dashes as matplotlib's linestyle, its width in points."""

    colour: str
    dashes: Any
    wide: float


LOOKS: Final[Mapping[Kind, Look]] = {
    Kind.STOPS: Look(GONE, (0, (2.2, 2.6)), 1.5),
    Kind.STARTS: Look(COME, "solid", 2.4),
    Kind.CHANGES: Look(CHANGED, (0, (8.0, 1.8, 1.8, 1.8)), 2.0),
    Kind.STAYS: Look(AS_BEFORE, "solid", 1.0),
}


class Row(NamedTuple):
    """A line of the list: a heading (number 0), or a numbered change with what leads and what follows."""

    kind: Kind
    number: int
    lead: str
    rest: str = ""


class Drawn(NamedTuple):
    """How high something is, in points, and how to draw it with its top left corner at a place."""

    height: float
    draw: Callable[[Axes, float, float], None]


def sign(axes: Axes, at: tuple[float, float], kind: Kind, number: int) -> None:
    """Draw the sign of a change with its number, in the middle of a place."""
    look, text = LOOKS[kind], f"{kind.value}{number}"
    half = sign_width(kind, number) / 2
    shape = Rect(at[0] - half, at[1] - 6, at[0] + half, at[1] + 6)
    radius = {Kind.STARTS: 6.0, Kind.STOPS: 0.8, Kind.CHANGES: 2.6}[kind]
    ground, ink = (PAPER, look.colour) if kind is Kind.STOPS else (look.colour, PAPER)
    box(axes, shape, radius=radius, facecolor=ground, edgecolor=look.colour, linewidth=1.0, zorder=6)
    given = {"weight": "bold", "ha": "center", "va": "center_baseline", "zorder": 6.1}
    write(axes, (at[0], at[1] + 0.15), text, SIGN, color=ink, **given)


def sign_width(kind: Kind, number: int) -> float:
    """Return how wide the sign of a change is, in points.

    >>> sign_width(Kind.STARTS, 1) < sign_width(Kind.STARTS, 12)
    True
    """
    return width(f"{kind.value}{number}", SIGN, "bold") + 4.6


def cross(axes: Axes, at: Point) -> None:
    """Draw the cross that strikes a line which stops, on white so that the line is broken there."""
    dot(axes, at, 5.2, facecolor=PAPER, zorder=3.2)
    for slope in (-1, 1):
        ends = [at.x - 3.2, at.x + 3.2], [at.y - 3.2 * slope, at.y + 3.2 * slope]
        axes.plot(*ends, color=GONE, linewidth=1.7, solid_capstyle="round", zorder=3.3)


def key(axes: Axes, at: tuple[float, float], shown: Sequence[tuple[Kind, str]]) -> None:
    """Draw, beside each other, how each kind of line looks and what it means."""
    x, y = at
    for kind, said in shown:
        look = LOOKS[kind]
        ends = (Point(x, y), Point(x + 40, y))
        arrow(axes, ends, look.wide, color=look.colour, dashes=look.dashes, zorder=3)
        if kind is Kind.STOPS:
            cross(axes, Point(x + 17, y))
        elif kind is not Kind.STAYS:
            box(axes, Rect(x + 10, y - 5.5, x + 21, y + 5.5), facecolor=look.colour, zorder=4)
            write(axes, (x + 15.5, y), kind.value, SIGN, color=PAPER, weight="bold", ha="center", zorder=5)
        write(axes, (x + 46, y), said, 8.5, color=INK)
        x += 46 + width(said, 8.5) + 22


def change_list(rows: Sequence[Row], room: float) -> Drawn:
    """Return the numbered changes in words, in a width of `room` points; in two columns if there is room.

    >>> change_list([], 600).height
    0.0
    """
    shown, left = rows[:MOST], len(rows) - MOST
    columns = _columns(shown, 2 if room >= 640 and len(shown) > 5 else 1)
    wide = (room - GUTTER * (len(columns) - 1)) / len(columns)
    tallest = max((len(column) for column in columns), default=0)

    def draw(axes: Axes, x: float, y: float) -> None:
        for at, column in enumerate(columns):
            for down, row in enumerate(column):
                _row(axes, (x + at * (wide + GUTTER), y + ROW * (down + 0.5)), row, wide)
        if left > 0:
            said = f"{left} more changes are numbered in the picture and not listed here."
            write(axes, (x, y + ROW * (tallest + 0.7)), said, SIZE, color=MUTED)

    return Drawn(ROW * (tallest + (1.4 if left > 0 else 0)), draw)


def _columns(rows: Sequence[Row], number: int) -> list[list[Row]]:
    """Spread rows over columns of nearly equal length; a heading is repeated where its list is broken."""
    middle = (len(rows) + 1) // 2
    if number == 1 or middle >= len(rows):
        return [list(rows)]
    if not rows[middle - 1].number:
        middle -= 1
    right = list(rows[middle:])
    if right[0].number:
        head = next(row for row in reversed(rows[:middle]) if not row.number)
        right.insert(0, head._replace(lead=f"{head.lead} (continued)"))
    return [list(rows[:middle]), right]


def _row(axes: Axes, at: tuple[float, float], row: Row, room: float) -> None:
    x, y = at
    if not row.number:
        head = fit(row.lead, room, SIZE, "bold")
        ink = INK if row.kind is Kind.STAYS else LOOKS[row.kind].colour
        write(axes, (x, y + 1), head, SIZE, weight="bold", color=ink)
        return
    sign(axes, (x + 13, y), row.kind, row.number)
    lead = fit(row.lead, room - 30, SIZE)
    write(axes, (x + 30, y), lead, SIZE, color=INK)
    used = 30 + width(lead, SIZE)
    if row.rest:
        write(axes, (x + used, y), fit(f": {row.rest}", max(room - used, 0), SIZE), SIZE, color=MUTED)
