"""The bar of a line of time: what each stretch of it is, by ground and by pattern."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Final, NamedTuple

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from .colours import COUNTS, GAP_GROUND, GAP_INK, GONE, INK, LINE, MUTED, PAPER
from .drawing import block, write
from .lane_shapes import Rect
from .lettering import width

BAR: Final = 24.0
SIZE: Final = 8.0
#: Between two strokes of a pattern, in points.
STROKES: Final = 5.0


class Stretch(Enum):
    """What a part of the time is, in the words of the key."""

    WAITS = "not started"
    RUNS = "the time runs"
    PAUSE = "does not count"
    EXTENDED = "two further months"
    MOVED = "moved to a working day"
    LATE = "late"


class Look(NamedTuple):
    """The ground of a stretch, its edge and the strokes on it (rising, falling or none)."""

    ground: str
    edge: str
    strokes: str = ""
    ink: str = INK


LOOKS: Final[Mapping[Stretch, Look]] = {
    Stretch.WAITS: Look(PAPER, LINE),
    Stretch.RUNS: Look(COUNTS[2][0], COUNTS[2][0], ink=PAPER),
    Stretch.PAUSE: Look(GAP_GROUND, GAP_INK, "rising"),
    Stretch.EXTENDED: Look(COUNTS[1][0], COUNTS[2][0]),
    Stretch.MOVED: Look(COUNTS[0][0], COUNTS[2][0], "falling"),
    Stretch.LATE: Look(GONE, GONE, ink=PAPER),
}


def draw_stretch(axes: Axes, rect: Rect, sort: Stretch, says: str = "") -> None:
    """Draw one stretch; `says` stands in it if it fits."""
    look = LOOKS[sort]
    dashes = (0, (3, 2.2)) if sort is Stretch.WAITS else "solid"
    block(axes, rect, facecolor=look.ground, zorder=2)
    if look.strokes:
        strokes(axes, rect, look.edge, rising=look.strokes == "rising")
    inner = Rect(rect.left + 0.4, rect.top + 0.4, rect.right - 0.4, rect.bottom - 0.4)
    block(axes, inner, facecolor="none", edgecolor=look.edge, linewidth=0.9, linestyle=dashes, zorder=2.2)
    wide = width(says, SIZE, "bold")
    if says and wide + 8 <= rect.right - rect.left:
        if look.strokes:
            middle = rect.centre
            ground = Rect(middle.x - wide / 2 - 3, rect.top + 6, middle.x + wide / 2 + 3, rect.bottom - 6)
            block(axes, ground, facecolor=look.ground, zorder=2.4)
        style = {"color": look.ink, "weight": "bold", "ha": "center", "va": "center_baseline", "zorder": 2.5}
        write(axes, (rect.centre.x, rect.centre.y), says, SIZE, **style)


def strokes(axes: Axes, rect: Rect, colour: str, *, rising: bool) -> None:
    """Fill a rectangle with slanting strokes, each cut at its edges.

    >>> from audit_lib.views.drawing import sheet
    >>> axes = sheet(100, 100)
    >>> strokes(axes, Rect(0, 0, 50, 10), INK, rising=True)
    >>> len(axes.patches)
    1
    """
    wide, high = rect.right - rect.left, rect.bottom - rect.top
    points = []
    for start in np.arange(-high + STROKES / 2, wide, STROKES):
        low, up = max(start, 0.0), min(start + high, wide)
        if up > low:
            ends = [(rect.left + low, low - start), (rect.left + up, up - start)]
            points += [(x, rect.bottom - off if rising else rect.top + off) for x, off in ends]
    if points:
        path = Path(points, [Path.MOVETO, Path.LINETO] * (len(points) // 2))
        axes.add_patch(PathPatch(path, fill=False, edgecolor=colour, linewidth=0.8, zorder=2.1, alpha=0.75))


def key(axes: Axes, at: tuple[float, float], sorts: Iterable[Stretch], more: Mapping[str, str]) -> None:
    """Draw, beside each other, how each stretch looks; `more` are further grounds with their words."""
    x, y = at
    for sort in sorts:
        draw_stretch(axes, Rect(x, y - 5, x + 18, y + 5), sort)
        write(axes, (x + 23, y), sort.value, SIZE, color=MUTED)
        x += 23 + width(sort.value, SIZE) + 16
    for said, ground in more.items():
        block(axes, Rect(x, y - 5, x + 18, y + 5), facecolor=ground)
        write(axes, (x + 23, y), said, SIZE, color=MUTED)
        x += 23 + width(said, SIZE) + 16
