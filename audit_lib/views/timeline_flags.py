"""Dates with words on a line of time: each on a leader of its own, and none over another.

A flag hangs to the right of its leader. From the latest to the earliest, each takes the lowest place at which
it clears the flags that begin under it: so no two flags overlap, and no leader runs through words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from matplotlib.axes import Axes

from .colours import COME, INK, LINE, MUTED, PAPER
from .drawing import box, dot, write
from .lane_shapes import Rect
from .lettering import width, wrap

HEADED: Final = 8.5
BODY: Final = 7.6
LINE_HEIGHT: Final = 10.5
#: No flag is wider, in points: the sheet keeps so much room to the right of its line of time.
WIDEST: Final = 150.0
#: Between a leader and its words, and between two flags.
INSET: Final = 4.0
GAP: Final = 7.0
#: Leaders stand at least so far apart, whatever the days are.
APART: Final = 3.0
MOST_LINES: Final = 6


class Flag(NamedTuple):
    """A moment on the line: where (x in points), the date, and what happens then, already wrapped.

    `sort` is ``event``, ``due`` (the last day), ``safe`` or ``now``.
    """

    at: float
    head: str
    lines: tuple[str, ...]
    sort: str = "event"

    @property
    def wide(self) -> float:
        """How far the flag reaches to the right of its leader."""
        found = [width(self.head, HEADED, "bold"), *(width(line, BODY) for line in self.lines)]
        return max(found) + INSET + 6

    @property
    def high(self) -> float:
        """How high the words are."""
        return LINE_HEIGHT * (1 + len(self.lines)) + 3


def flag(at: float, head: str, says: Sequence[str], sort: str = "event") -> Flag:
    """Return a flag whose words are wrapped to the room that there is.

    >>> flag(10, "Thu 1 Oct", ["received"]).lines
    ('received',)
    """
    room = WIDEST - INSET - 6
    lines = tuple(line for part in says for line in wrap(part, room, BODY, lines=4))
    return Flag(at, head, lines[:MOST_LINES], sort)


def spread(flags: Iterable[Flag], least: float, most: float) -> list[Flag]:
    """Return flags from left to right, with their leaders apart and between two ends.

    >>> [found.at for found in spread([Flag(10, "b", ()), Flag(10, "a", ())], 0, 12)]
    [9.0, 12]
    """
    listed = sorted(flags, key=lambda found: found.at)
    at = least - APART
    for number, found in enumerate(listed):
        at = max(found.at, at + APART)
        listed[number] = found._replace(at=at)
    limit = most
    for number in range(len(listed) - 1, -1, -1):
        limit = min(listed[number].at, limit)
        listed[number] = listed[number]._replace(at=limit)
        limit -= APART
    return listed


def heights(flags: Sequence[Flag]) -> tuple[float, ...]:
    """Return how far each flag stands off the line, for flags from left to right.

    >>> heights([Flag(0, "first", ()), Flag(5, "second", ()), Flag(300, "third", ())])[1:]
    (0.0, 0.0)
    """
    found: list[float] = [0.0] * len(flags)
    for one in range(len(flags) - 1, -1, -1):
        right = flags[one].at + flags[one].wide + GAP
        over = [
            found[other] + flags[other].high + GAP
            for other in range(one + 1, len(flags))
            if flags[other].at < right
        ]
        found[one] = max(over, default=0.0)
    return tuple(found)


def room(flags: Sequence[Flag]) -> float:
    """Return how high all flags together stand, in points.

    >>> room([])
    0.0
    """
    return max((off + found.high for off, found in zip(heights(flags), flags, strict=True)), default=0.0)


def draw_flags(
    axes: Axes, flags: Sequence[Flag], base: float, *, up: bool, foot: float | None = None
) -> None:
    """Draw flags that stand up from, or hang down from, a height; leaders go on to `foot`."""
    for off, found in zip(heights(flags), flags, strict=True):
        top = base - off - found.high if up else base + off
        end = top if up else top + found.high
        colour = {"due": INK, "safe": COME, "now": INK}.get(found.sort, LINE)
        start = base if foot is None else foot
        thick = 0.9 if found.sort == "event" else 1.6
        axes.plot(
            [found.at] * 2, [start, end], color=colour, linewidth=thick, zorder=3, solid_capstyle="butt"
        )
        if found.sort != "now":
            dot(axes, (found.at, start), 2.6, facecolor=colour, edgecolor=PAPER, linewidth=0.8, zorder=7)
        _words(axes, found, top)


def _words(axes: Axes, found: Flag, top: float) -> None:
    x, y = found.at + INSET + 1, top + LINE_HEIGHT / 2 + 0.5
    ink = {"safe": COME, "now": PAPER}.get(found.sort, INK)
    if found.sort == "now":
        chip = Rect(found.at, top - 0.5, x + width(found.head, HEADED, "bold") + INSET, top + LINE_HEIGHT + 2)
        box(axes, chip, radius=2, facecolor=INK, zorder=5)
    write(axes, (x, y), found.head, HEADED, weight="bold", color=ink, zorder=6)
    for down, line in enumerate(found.lines, 1):
        shade = INK if found.sort == "due" else MUTED
        write(axes, (x, y + 1 + LINE_HEIGHT * down), line, BODY, color=shade, zorder=6)
