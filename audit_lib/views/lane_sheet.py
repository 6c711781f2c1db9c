"""The ground of a lane map: its columns with their headings, and where on the sheet they stand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from matplotlib.axes import Axes

from .drawing import box, write
from .lane_shapes import Layout, Point, Rect
from .lanes import Lane, column_name
from .lettering import wrap

#: Room for the heading above the boxes of a lane, in points.
LANE_HEAD: Final = 34.0


def moved(layout: Layout, x: float, y: float) -> Layout:
    """Return a layout that stands so much further right and down; its size stays.

    >>> from audit_lib.views.lane_layout import lay_out
    >>> from audit_lib.views.lane_shapes import Box
    >>> moved(lay_out([Box("a", 0)], []), 100, 50).boxes["a"].top
    50.0
    """

    def move(rect: Rect) -> Rect:
        return Rect(rect.left + x, rect.top + y, rect.right + x, rect.bottom + y)

    return layout._replace(
        boxes={party: move(rect) for party, rect in layout.boxes.items()},
        lanes=tuple(move(rect) for rect in layout.lanes),
        routes=tuple(tuple(Point(p.x + x, p.y + y) for p in route) for route in layout.routes),
    )


def draw_lanes(axes: Axes, layout: Layout, kinds: Mapping[str, Lane]) -> None:
    """Draw the columns of a layout, named after the lanes of the parties in them; `kinds` has every box."""
    present = [lane for lane in Lane if lane in kinds.values()]
    for column, rect in zip(sorted({lane.column for lane in present}), layout.lanes, strict=True):
        here = [lane for lane in present if lane.column == column]
        tall = Rect(rect.left, rect.top - LANE_HEAD, rect.right, rect.bottom + 14)
        box(axes, tall, radius=8, facecolor=here[0].tint.ground, zorder=0)
        names = wrap(column_name(here), rect.right - rect.left - 8, 8.5, "bold", 2)
        for at, line in enumerate(names):
            y = tall.top + 17 + 10.5 * (at - (len(names) - 1) / 2)
            write(axes, (rect.centre.x, y), line, 8.5, weight="bold", ha="center", color=here[0].tint.ink)
