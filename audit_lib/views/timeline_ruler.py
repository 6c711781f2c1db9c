"""The ruler of a line of time: the bar of its stretches, with rows of cells for days and months, or hours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from matplotlib.axes import Axes

from .colours import GRID, GROUND, INK, LINE, MUTED, PAPER
from .drawing import block, write
from .lane_shapes import Rect
from .timeline_bar import BAR, Stretch, draw_stretch

CELL: Final = 13.0
NUMBER: Final = 7.2
#: The grounds of days and hours at which nobody is at work.
FREE: Final = GRID
NAMED_FREE: Final = "#c5ced8"


class Cell(NamedTuple):
    """A part of a row: from where to where in points, its words (which fit), and how it looks."""

    left: float
    right: float
    says: str = ""
    ground: str = PAPER
    ink: str = MUTED
    strong: bool = False


class Ruler(NamedTuple):
    """Stretches (from, to, what, words) over rows of cells."""

    stretches: Sequence[tuple[float, float, Stretch, str]]
    rows: Sequence[Sequence[Cell]]

    @property
    def high(self) -> float:
        """How high the ruler is."""
        return BAR + 3 + CELL * len(self.rows)


def draw_ruler(axes: Axes, ruler: Ruler, span: tuple[float, float], top: float) -> float:
    """Draw a ruler from its top edge down, and return where it ends."""
    left, right = span
    block(axes, Rect(left, top, right, top + BAR), facecolor=GROUND, zorder=1)
    for start, end, sort, says in ruler.stretches:
        draw_stretch(axes, Rect(start, top, end, top + BAR), sort, says)
    y = top + BAR + 3
    for row in ruler.rows:
        for cell in row:
            _cell(axes, cell, y)
        y += CELL
    rows = Rect(left, top + BAR + 3, right, y)
    block(axes, rows, facecolor="none", edgecolor=LINE, linewidth=0.8, zorder=3)
    return y


def _cell(axes: Axes, cell: Cell, top: float) -> None:
    rect = Rect(cell.left, top, cell.right, top + CELL)
    edge = {"edgecolor": GRID, "linewidth": 0.6} if cell.right - cell.left > 4 else {}
    block(axes, rect, facecolor=cell.ground, zorder=2, **edge)
    weight = "bold" if cell.strong else "normal"
    if cell.says:
        style = {"color": cell.ink, "weight": weight, "ha": "center", "va": "center_baseline", "zorder": 2.5}
        write(axes, rect.centre, cell.says, NUMBER, **style)


def marked(cell: Cell, sort: str, accent: str) -> Cell:
    """Return the cell of a day that matters: the last day dark, the safe day in its colour.

    >>> marked(Cell(0, 10, "2"), "due", "#00707f").strong
    True
    """
    if sort == "due":
        return cell._replace(ground=INK, ink=PAPER, strong=True)
    if sort == "safe":
        return cell._replace(ground=accent, ink=PAPER, strong=True)
    return cell._replace(ink=INK, strong=True)
