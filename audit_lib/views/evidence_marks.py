"""How declared and observed look: width in steps of ten, kinds of line that differ in more than colour."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any, Final, NamedTuple

from matplotlib.axes import Axes

from .colours import AS_BEFORE, FINDING, GAP_GROUND, GAP_INK, INK, LINE, MUTED, PAPER, SEEN
from .drawing import arrow, box, dot, write
from .evidence_scene import Kind, Line
from .lane_shapes import Point, Rect
from .lettering import width

#: Widths of a line in points, for the fewest observations to the most.
WIDTHS: Final = (1.0, 1.9, 2.9, 4.1, 5.4)
SIZE: Final = 8.5
NARROW: Final = 1.1


class Look(NamedTuple):
    """How a line is drawn: its colour, and its dashes as matplotlib's linestyle."""

    colour: str
    dashes: Any


LOOKS: Final[Mapping[Kind, Look]] = {
    Kind.SEEN: Look(SEEN, "solid"),
    Kind.UNSEEN: Look(LINE, (0, (4.2, 2.8))),
    Kind.UNWATCHED: Look(AS_BEFORE, (0, (1.1, 2.4))),
    Kind.RED: Look(FINDING, "solid"),
}


class Scale(NamedTuple):
    """From how many observations on a line is of each width, the narrowest first."""

    starts: tuple[int, ...]

    def width(self, observations: int) -> float:
        """Return the width of a line in points.

        >>> scale([7, 23_000]).width(23_000), scale([7, 23_000]).width(7)
        (5.4, 1.0)
        """
        return WIDTHS[max(sum(observations >= start for start in self.starts) - 1, 0)]

    def words(self) -> list[str]:
        """Return what each width means.

        >>> scale([7, 23_000]).words()
        ['under 10', '10', '100', '1,000', '10,000 and more']
        """
        if len(self.starts) == 1:
            return ["under 10"]
        *some, last = [f"{start:,}" for start in self.starts[1:]]
        return [f"under {self.starts[1]:,}", *some, f"{last} and more"]


def scale(observations: Iterable[int]) -> Scale:
    """Return the steps of ten that suit some numbers of observations: the most get the widest line.

    >>> scale([3, 2_500_000]).starts
    (0, 1000, 10000, 100000, 1000000)
    """
    top = len(str(max(observations, default=1))) - 1
    lowest = max(top - len(WIDTHS) + 1, 0)
    return Scale((0, *(10**power for power in range(lowest + 1, top + 1))))


def draw_line(axes: Axes, line: Line, route: Sequence[Point], steps: Scale) -> None:
    """Draw a line as it stands; one that no source would show has a ring in its middle."""
    look, red = LOOKS[line.kind], line.kind is Kind.RED
    thick = steps.width(line.observations) if line.observations else NARROW
    if line.kind is Kind.UNSEEN:
        thick = 1.3
    order = {Kind.UNWATCHED: 1.6, Kind.UNSEEN: 1.8, Kind.SEEN: 2.0, Kind.RED: 3.0}[line.kind]
    thick = max(thick, 1.5) if red else thick
    arrow(axes, route, thick, color=look.colour, dashes=look.dashes, halo=red, zorder=order)
    if line.kind is Kind.UNWATCHED:
        ring(axes, middle(route), order + 0.2)


def ring(axes: Axes, at: Point, zorder: float) -> None:
    """Draw the open ring that says: no source would show this."""
    dot(axes, at, 2.9, facecolor=PAPER, edgecolor=MUTED, linewidth=0.9, zorder=zorder)


def middle(route: Sequence[Point]) -> Point:
    """Return the middle of the longest straight stretch of a line.

    >>> middle([Point(0, 0), Point(10, 0), Point(10, 4)])
    Point(x=5.0, y=0.0)
    """
    stretches = list(pairwise(route))
    first, second = max(stretches, key=lambda ends: abs(ends[0].x - ends[1].x + ends[0].y - ends[1].y))
    return Point((first.x + second.x) / 2, (first.y + second.y) / 2)


def key(axes: Axes, at: tuple[float, float], kinds: Sequence[Kind], steps: Scale) -> None:
    """Draw how each kind of line looks and what it means, and beneath what each width means."""
    x, y = at
    for kind in kinds:
        look = LOOKS[kind]
        thick = {Kind.SEEN: 2.9, Kind.RED: 2.4, Kind.UNSEEN: 1.3}.get(kind, NARROW)
        ends = (Point(x, y), Point(x + 40, y))
        arrow(axes, ends, thick, color=look.colour, dashes=look.dashes, zorder=3)
        if kind is Kind.UNWATCHED:
            ring(axes, Point(x + 17, y), 3.2)
        if kind is Kind.RED:
            dot(axes, (x + 14, y), 5.8, facecolor=FINDING, edgecolor=PAPER, linewidth=1.0, zorder=4)
            style = {"weight": "bold", "ha": "center", "va": "center_baseline", "zorder": 5}
            write(axes, (x + 14, y + 0.15), "1", 6.6, color=PAPER, **style)
        write(axes, (x + 46, y), kind.value, SIZE, color=INK)
        x += 46 + width(kind.value, SIZE) + 20
    if Kind.SEEN in kinds or Kind.RED in kinds:
        _widths(axes, (at[0], y + 18), steps)


def _widths(axes: Axes, at: tuple[float, float], steps: Scale) -> None:
    x, y = at
    lead = "Observations:"
    write(axes, (x, y), lead, SIZE, color=MUTED)
    x += width(lead, SIZE) + 8
    for said, thick in zip(steps.words(), WIDTHS, strict=False):
        axes.plot([x, x + 24], [y, y], color=SEEN, linewidth=thick, solid_capstyle="butt", zorder=3)
        write(axes, (x + 30, y), said, SIZE, color=MUTED)
        x += 30 + width(said, SIZE) + 16


def invented_mark(axes: Axes, right: float, y: float) -> None:
    """Draw the mark of made-up data, with its right edge at a place."""
    said = "INVENTED DATA"
    left = right - width(said, 7.5, "bold") - 12
    box(
        axes,
        Rect(left, y - 8, right, y + 8),
        radius=4,
        facecolor=GAP_GROUND,
        edgecolor=GAP_INK,
        linewidth=0.8,
    )
    write(axes, ((left + right) / 2, y), said, 7.5, weight="bold", ha="center", color=GAP_INK)
