"""A sheet measured in points, and the few marks that all pictures are made of.

x grows to the right and y grows downwards from the top left corner. Text is drawn letter by letter as it
is: no dollar sign starts a formula, and a letter that the font does not have becomes a small box.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from typing import Any, Final

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyBboxPatch, Patch, PathPatch, Polygon, Rectangle
from matplotlib.path import Path

from .colours import FINDING, INK, MUTED, PAPER
from .lane_shapes import Point, Rect
from .lettering import FAMILY, fit, one_line, width, wrap

#: White at the edges of every sheet, in points.
MARGIN: Final = 24.0
#: How far a corner of a line is rounded.
RADIUS: Final = 5.0
ARROW: Final = 7.0
DASHES: Final = (0, (3.6, 2.2))


class _Sheet(Figure):
    """A figure that is silent about letters that its font lacks: they show as boxes, and that is all."""

    def draw(self, renderer: Any) -> None:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message=r"Glyph .* missing from (current )?font")
            super().draw(renderer)


def sheet(width: float, height: float) -> Axes:
    """Return an empty white sheet of a size in points; its figure is ``sheet(...).figure``.

    >>> axes = sheet(720, 360)
    >>> [float(inches) for inches in axes.figure.get_size_inches()]
    [10.0, 5.0]
    """
    figure = _Sheet(figsize=(max(width, 72) / 72, max(height, 36) / 72), dpi=72, facecolor=PAPER)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(0, max(width, 72))
    axes.set_ylim(max(height, 36), 0)
    return axes


def figure_of(axes: Axes) -> Figure:
    """Return the figure that a sheet belongs to."""
    figure = axes.get_figure(root=True)
    if figure is None:
        raise ValueError("the sheet has no figure")
    return figure


def write(axes: Axes, at: tuple[float, float], text: str, size: float, **style: Any) -> None:
    """Write one line of text at a point; `style` is matplotlib's (color, weight, ha, va, rotation)."""
    given = {"color": INK, "ha": "left", "va": "center", **style}
    axes.text(*at, one_line(text), fontsize=size, family=FAMILY, parse_math=False, usetex=False, **given)


def _put(axes: Axes, patch: Patch) -> None:
    """Put a mark on a sheet: its edges are given, so that none has to be measured, which takes a third."""
    axes.add_artist(patch)


def heading(axes: Axes, words: tuple[str, str, str], room: float) -> None:
    """Write what is drawn (the map), what it says (the title) and how to read it, in 75 points of height."""
    drawn, title, reading = words
    write(axes, (MARGIN, 20), fit(drawn, room, 8.5), 8.5, color=MUTED)
    size = min(16.0, max(11.0, 16.0 * room / (width(one_line(title), 16, "bold") or room)))
    write(axes, (MARGIN, 38), fit(title, room, size, "bold"), size, weight="bold")
    for at, line in enumerate(wrap(reading, room, 9, lines=2)):
        write(axes, (MARGIN, 57 + 12 * at), line, 9, color=MUTED)


def box(axes: Axes, rect: Rect, *, radius: float = 5.0, **style: Any) -> None:
    """Draw a rectangle with round corners; `style` is matplotlib's (facecolor, edgecolor, linewidth)."""
    given = {"facecolor": PAPER, "edgecolor": "none", "linewidth": 0, **style}
    wide, high = rect.right - rect.left, rect.bottom - rect.top
    rounding = min(radius, wide / 2, high / 2)
    shape = f"round,pad=0,rounding_size={rounding}"
    _put(axes, FancyBboxPatch((rect.left, rect.top), wide, high, boxstyle=shape, **given))


def block(axes: Axes, rect: Rect, **style: Any) -> None:
    """Draw a rectangle with square corners."""
    given = {"facecolor": PAPER, "edgecolor": "none", "linewidth": 0, **style}
    _put(axes, Rectangle((rect.left, rect.top), rect.right - rect.left, rect.bottom - rect.top, **given))


def dot(axes: Axes, at: tuple[float, float], radius: float, **style: Any) -> None:
    """Draw a disc."""
    _put(axes, Circle(at, radius, **{"linewidth": 0, **style}))


def rounded(points: Sequence[tuple[float, float]], radius: float = RADIUS) -> Path:
    """Return a line through points with round corners, as a path.

    >>> len(rounded([(0, 0), (20, 0), (20, 20)]).vertices)
    5
    """
    vertices: list[tuple[float, float]] = [points[0]]
    codes = [Path.MOVETO]
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        bend = min(radius, _length(before, here) / 2, _length(here, after) / 2)
        vertices += [_toward(here, before, bend), here, _toward(here, after, bend)]
        codes += [Path.LINETO, Path.CURVE3, Path.CURVE3]
    return Path([*vertices, points[-1]], [*codes, Path.LINETO])


def _length(a: tuple[float, float], b: tuple[float, float]) -> float:
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


def _toward(start: tuple[float, float], end: tuple[float, float], distance: float) -> tuple[float, float]:
    share = distance / (_length(start, end) or 1.0)
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def arrow(axes: Axes, points: Sequence[Point], thick: float, **style: Any) -> None:
    """Draw a line with round corners and a head at its end; ``halo=True`` puts white beside the line.

    `thick` is in points; ``dashed=True`` breaks the line, ``dashes`` is matplotlib's linestyle where it is to
    be broken otherwise, ``zorder`` and ``color`` are matplotlib's.
    """
    color, zorder = style.get("color", INK), style.get("zorder", 2)
    tip, before = points[-1], points[-2]
    size = ARROW + 0.8 * max(thick - 1, 0)
    base = _toward(tip, before, size)
    path = rounded([*points[:-1], base])
    if style.get("halo"):
        _put(
            axes,
            PathPatch(
                path, fill=False, edgecolor=PAPER, linewidth=thick + 3.2, capstyle="butt", zorder=zorder
            ),
        )
    line = style.get("dashes") or (DASHES if style.get("dashed") else "solid")
    _put(
        axes,
        PathPatch(
            path, fill=False, edgecolor=color, linewidth=thick, linestyle=line, capstyle="butt", zorder=zorder
        ),
    )
    across = ((tip.y - base[1]) / size * size * 0.42, (tip.x - base[0]) / size * size * 0.42)
    corners = [tip, (base[0] - across[0], base[1] + across[1]), (base[0] + across[0], base[1] - across[1])]
    _put(axes, Polygon(corners, closed=True, facecolor=color, linewidth=0, zorder=zorder + 0.1))


def badge(axes: Axes, at: tuple[float, float], number: int, zorder: float = 6) -> None:
    """Draw a number in white on a red disc, which a wide number makes longer."""
    text = str(number)
    longer = 2.1 * max(len(text) - 2, 0)
    if longer:
        shape = Rect(at[0] - 5.6 - longer, at[1] - 5.6, at[0] + 5.6 + longer, at[1] + 5.6)
        box(axes, shape, radius=5.6, facecolor=FINDING, edgecolor=PAPER, linewidth=1.0, zorder=zorder)
    else:
        dot(axes, at, 5.8, facecolor=FINDING, edgecolor=PAPER, linewidth=1.0, zorder=zorder)
    size = 6.6 if len(text) < 3 else 6.2
    write(
        axes,
        (at[0], at[1] + 0.15),
        text,
        size,
        color=PAPER,
        weight="bold",
        ha="center",
        va="center_baseline",
        zorder=zorder + 0.1,
    )
