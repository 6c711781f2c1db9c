"""The order in which to ask: numbered sources beneath a picture, each with what it is asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from matplotlib.axes import Axes

from ..model.data_map import DataMap
from ..model.request_plan import RequestPlan, Source
from .change_marks import Drawn
from .colours import INK, MUTED, PAPER
from .drawing import box, dot, write
from .lane_shapes import Point, Rect
from .lettering import fit, width

SIZE: Final = 8.0
ROW: Final = 16.0
GUTTER: Final = 28.0
DISC: Final = 6.8
#: More sources than these are counted, not listed.
MOST: Final = 60


def number(axes: Axes, at: Point, said: int) -> None:
    """Draw a place in the order to ask: white on a dark disc, which a wide number makes longer."""
    text = str(said)
    longer = 2.2 * max(len(text) - 2, 0)
    if longer:
        shape = Rect(at.x - DISC - longer, at.y - DISC, at.x + DISC + longer, at.y + DISC)
        box(axes, shape, radius=DISC, facecolor=INK, edgecolor=PAPER, linewidth=1.0, zorder=6)
    else:
        dot(axes, at, DISC, facecolor=INK, edgecolor=PAPER, linewidth=1.0, zorder=6)
    style = {"color": PAPER, "weight": "bold", "ha": "center", "va": "center_baseline", "zorder": 6.1}
    write(axes, (at.x, at.y + 0.15), text, 7.2, **style)


def places(plan: RequestPlan) -> Mapping[int, Source]:
    """Return the sources to ask by their place in the order; who has nothing to be asked for keeps a gap.

    >>> import datetime as dt
    >>> from audit_lib.model.rights import RightKind
    >>> places(RequestPlan(map_id="m", right=RightKind.ACCESS, subject="s", as_of=dt.date(2026, 11, 22)))
    {}
    """
    return {at: source for at, source in enumerate(plan.searched, 1) if source.concerned}


def _named(data_map: DataMap, data: Sequence[str]) -> str:
    return ", ".join(data_map.name(f"data:{name}") for name in data)


def order_list(data_map: DataMap, plan: RequestPlan | None, room: float) -> Drawn:
    """Return the sources to ask in their order, in a width of `room` points, in two columns if there is room.

    >>> from audit_lib.graph.example import example_map
    >>> order_list(example_map(), None, 600).height
    0.0
    """
    rows = [
        (at, data_map.party[source.party].name, _named(data_map, source.data))
        for at, source in (places(plan) if plan else {}).items()
    ]
    shown, left = rows[:MOST], len(rows) - MOST
    columns = 2 if room >= 640 and len(shown) > 3 else 1
    wide, deep = (room - GUTTER * (columns - 1)) / columns, -(-len(shown) // columns)

    def draw(axes: Axes, x: float, y: float) -> None:
        if rows:
            write(axes, (x, y + 6), "The order to ask, and what for", SIZE + 0.5, weight="bold")
        for at, (said, name, what) in enumerate(shown):
            across, down = divmod(at, deep)
            place = (x + across * (wide + GUTTER), y + ROW * (down + 1.6))
            number(axes, Point(place[0] + 9, place[1]), said)
            lead = fit(name, wide - 26, SIZE)
            write(axes, (place[0] + 24, place[1]), lead, SIZE, color=INK)
            used = 24 + width(lead, SIZE)
            if what and wide - used > 20:
                rest = fit(f": {what}", wide - used, SIZE)
                write(axes, (place[0] + used, place[1]), rest, SIZE, color=MUTED)
        if left > 0:
            rest = f"{left} more are numbered in the picture and not listed here."
            write(axes, (x, y + ROW * (deep + 1.8)), rest, SIZE, color=MUTED)

    return Drawn(ROW * (deep + 1.4 + (1 if left > 0 else 0)) if rows else 0.0, draw)
