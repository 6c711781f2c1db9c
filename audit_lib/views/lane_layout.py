"""The geometry of the lane map: boxes in lanes, and lines with right angles that run beneath no box.

Nothing here knows parties, findings or matplotlib, so that all it promises can be tested as numbers: boxes
do not overlap, no line touches a box but its own two, ports are distinct, no two lines share a stretch, and
the same input gives the same layout.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .lane_order import Net, Segment, cut, order
from .lane_ports import Heights, heights
from .lane_shapes import DISTANCES, Box, Bundle, Layout, Point, Rect, Spacing
from .lane_straight import straighten
from .lane_tracks import Vertical, tracks


def lay_out(boxes: Sequence[Box], bundles: Sequence[Bundle], spacing: Spacing = DISTANCES) -> Layout:
    """Place boxes in their lanes and route a line for every bundle.

    Parameters
    ----------
    boxes
        What is to be placed; ids are unique. Lanes without a box close up.
    bundles
        The lines, each between two different boxes.
    spacing
        The distances to keep, in points.

    Returns
    -------
    Layout
        In points, from (0, 0) at the top left.

    Examples
    --------
    >>> found = lay_out([Box("tenants", 0), Box("agency", 1)], [Bundle("tenants", "agency")])
    >>> [(point.x, point.y) for point in found.routes[0]]
    [(122.0, 20.0), (192.0, 20.0)]
    """
    used = sorted({box.lane for box in boxes})
    boxes = [box._replace(lane=used.index(box.lane)) for box in boxes]
    net = cut(boxes, bundles)
    placed = order(net)
    high = straighten(net, placed, bundles, heights(net, placed, boxes, bundles, spacing), spacing)
    verticals = _verticals(net, high)
    columns, positions = _columns(net, boxes, verticals, spacing)
    rects = {
        box.id: Rect(columns[box.lane].left, high.items[at][0], columns[box.lane].right, high.items[at][1])
        for at, box in enumerate(boxes)
    }
    routes = _routes(net, high, columns, positions)
    numbers = {box.id: at for at, box in enumerate(boxes)}
    turned = tuple(
        _directed(route, boxes, numbers, bundle) for route, bundle in zip(routes, bundles, strict=True)
    )
    height = max(
        [rect.bottom for rect in rects.values()] + [p.y for route in turned for p in route], default=0
    )
    padding = spacing.lane_padding
    lanes = tuple(Rect(c.left - padding, 0, c.right + padding, height) for c in columns)
    right = max([lane.right for lane in lanes] + [p.x for route in turned for p in route], default=0)
    return Layout(rects, lanes, turned, right, height)


def _straight(high: Heights, number: int) -> bool:
    return high.ends[number, 0] == high.ends[number, 1]


def _verticals(net: Net, high: Heights) -> dict[int, list[tuple[int, Vertical]]]:
    """Return the segments of each channel that need a vertical track."""
    found: dict[int, list[tuple[int, Vertical]]] = {}
    for number, segment in enumerate(net.segments):
        if _straight(high, number):
            continue
        first, second = high.ends[number, 0], high.ends[number, 1]
        sides = {0: ((first,), (second,)), -1: ((first, second), ()), 1: ((), (first, second))}
        found.setdefault(segment.channel, []).append((number, Vertical(*sides[segment.side])))
    return found


def _columns(
    net: Net, boxes: Sequence[Box], verticals: dict[int, list[tuple[int, Vertical]]], spacing: Spacing
) -> tuple[list[Rect], dict[int, float]]:
    """Return the horizontal extent of each lane's boxes, and the x of each vertical segment."""
    columns: list[Rect] = []
    positions: dict[int, float] = {}
    x = spacing.lane_padding
    for channel in range(net.lanes + 1):
        found = verticals.get(channel, [])
        taken = tracks([vertical for _, vertical in found])
        count = max(taken, default=-1) + 1
        inner = max(count - 1, 0) * spacing.track
        outer = channel in (0, net.lanes)
        room = max(2 * spacing.stub + inner, 0 if outer else spacing.least_channel)
        start = x + (room - inner) / 2
        for (number, _), track in zip(found, taken, strict=True):
            positions[number] = start + track * spacing.track
        if outer and not found:
            room = 0.0
        if channel < net.lanes:
            wide = max((box.width for box in boxes if box.lane == channel), default=0.0)
            columns.append(Rect(x + room, 0, x + room + wide, 0))
            x += room + wide
    return columns, positions


def _routes(
    net: Net, high: Heights, columns: Sequence[Rect], positions: dict[int, float]
) -> list[list[Point]]:
    """Return the points of each line, from its end in the leftmost lane to its other end."""
    found: dict[int, list[Point]] = {}
    for number, segment in enumerate(net.segments):
        start, end = _edges(segment, columns)
        first, second = high.ends[number, 0], high.ends[number, 1]
        turn = positions.get(number)
        between = [] if turn is None else [Point(turn, first), Point(turn, second)]
        route = found.setdefault(segment.bundle, [])
        route += [Point(start, first), *between, Point(end, second)]
    return [_corners(found[bundle]) for bundle in sorted(found)]


def _edges(segment: Segment, columns: Sequence[Rect]) -> tuple[float, float]:
    """Return the x of the edges at which a segment starts and ends."""
    left = columns[segment.channel - 1].right if segment.side <= 0 else columns[segment.channel].left
    right = columns[segment.channel].left if segment.side >= 0 else columns[segment.channel - 1].right
    return left, right


def _corners(points: Sequence[Point]) -> list[Point]:
    """Drop the points at which a line does not turn."""
    kept = [points[0]]
    for here, after in pairwise(points[1:]):
        before = kept[-1]
        if not (before.y == here.y == after.y or before.x == here.x == after.x):
            kept.append(here)
    return [*kept, points[-1]]


def _directed(
    route: list[Point], boxes: Sequence[Box], numbers: dict[str, int], bundle: Bundle
) -> tuple[Point, ...]:
    """Turn a route round if the flow runs against it."""
    sender, recipient = numbers[bundle.sender], numbers[bundle.recipient]
    backward = (boxes[sender].lane, sender) > (boxes[recipient].lane, recipient)
    return tuple(reversed(route)) if backward else tuple(route)
