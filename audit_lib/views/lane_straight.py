"""Take small steps out of lines: a port or a passing line moves a little where nothing is in its way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final, NamedTuple

from .lane_order import Net, Order
from .lane_ports import End, Heights
from .lane_shapes import Bundle, Spacing

#: A step up to this height, in points, is taken out; more is a turn that a reader follows.
SMALL: Final = 9.0
#: What a moved line keeps from lines that meet the channel from its other side.
APART: Final = 4.0


class _Sheet(NamedTuple):
    """What stands where while lines are moved: ends by the side of a channel, and by the edge of a box."""

    net: Net
    bundles: Sequence[Bundle]
    spacing: Spacing
    beside: dict[int, tuple[int | None, int | None]]
    items: dict[int, tuple[float, float]]
    ends: dict[End, float]
    meeting: dict[tuple[int, int], list[End]]
    edges: dict[tuple[int, int], list[End]]


def straighten(
    net: Net, placed: Order, bundles: Sequence[Bundle], found: Heights, spacing: Spacing
) -> Heights:
    """Return heights with fewer small steps; order, distinct ports and clearances stay.

    >>> from audit_lib.views.lane_order import cut, order
    >>> from audit_lib.views.lane_shapes import DISTANCES, Box
    >>> net = cut([Box("a", 0), Box("b", 1)], [Bundle("a", "b")])
    >>> stepped = Heights({0: (0, 40), 1: (5, 45)}, {(0, 0): 20.0, (0, 1): 25.0})
    >>> straighten(net, order(net), [Bundle("a", "b")], stepped, DISTANCES).ends
    {(0, 0): 25.0, (0, 1): 25.0}
    """
    sheet = _sheet(net, placed, bundles, found, spacing)
    runs = _runs(sheet)
    waiting = True
    while waiting:
        waiting = False
        for number, segment in enumerate(net.segments):
            first, second = (number, 0), (number, 1)
            step = abs(sheet.ends[first] - sheet.ends[second])
            if segment.side or not 0 < step < SMALL:
                continue
            for moved, kept in ((first, second), (second, first)):
                if _may_move(sheet, runs[moved], sheet.ends[kept]):
                    _move(sheet, runs[moved], sheet.ends[kept])
                    joined = runs[moved] + runs[kept]
                    runs.update(dict.fromkeys(joined, joined))
                    waiting = True
                    break
    return Heights(sheet.items, sheet.ends)


def _sheet(net: Net, placed: Order, bundles: Sequence[Bundle], found: Heights, spacing: Spacing) -> _Sheet:
    beside: dict[int, tuple[int | None, int | None]] = {}
    for lane in placed.lanes:
        for at, item in enumerate(lane):
            beside[item] = (lane[at - 1] if at else None, lane[at + 1] if at + 1 < len(lane) else None)
    meeting: dict[tuple[int, int], list[End]] = defaultdict(list)
    edges: dict[tuple[int, int], list[End]] = defaultdict(list)
    for number in range(len(net.segments)):
        for end in ((number, 0), (number, 1)):
            meeting[net.segments[number].channel, _side(net, end)].append(end)
            edges[_item(net, end), _side(net, end)].append(end)
    items = dict(found.items)
    for number, entry in enumerate(net.items):
        if entry.box is None:
            items[number] = (found.ends[edges[number, 1][0]], found.ends[edges[number, 1][0]])
    return _Sheet(net, bundles, spacing, beside, items, dict(found.ends), meeting, edges)


def _item(net: Net, end: End) -> int:
    segment = net.segments[end[0]]
    return segment.second if end[1] else segment.first


def _side(net: Net, end: End) -> int:
    """Return -1 for an end at the left of its channel, +1 for one at the right."""
    return net.segments[end[0]].side or (1 if end[1] else -1)


def _runs(sheet: _Sheet) -> dict[End, list[End]]:
    """Return, for each end, all ends that lie on one straight line with it and move with it."""
    runs = {end: [end] for end in sheet.ends}
    pairs = [((n, 0), (n, 1)) for n in range(len(sheet.net.segments)) if sheet.ends[n, 0] == sheet.ends[n, 1]]
    passing = [number for number, item in enumerate(sheet.net.items) if item.box is None]
    pairs += [(sheet.edges[number, 1][0], sheet.edges[number, -1][0]) for number in passing]
    for one, other in pairs:
        if runs[one] is not runs[other]:
            joined = runs[one] + runs[other]
            runs.update(dict.fromkeys(joined, joined))
    return runs


def _may_move(sheet: _Sheet, run: Sequence[End], height: float) -> bool:
    own = {sheet.net.segments[end[0]].bundle for end in run}
    for end in run:
        item = _item(sheet.net, end)
        fits = _fits_in_lane if sheet.net.items[item].box is None else _fits_on_box
        if not fits(sheet, end, height):
            return False
        opposite = sheet.meeting[sheet.net.segments[end[0]].channel, -_side(sheet.net, end)]
        for other in opposite:
            if sheet.net.segments[other[0]].bundle not in own and abs(sheet.ends[other] - height) < APART:
                return False
    return True


def _fits_on_box(sheet: _Sheet, end: End, height: float) -> bool:
    """Whether a port may stand at a height: on the edge, in its order, and off its neighbours."""
    item = _item(sheet.net, end)
    top, bottom = sheet.items[item]
    if not top + sheet.spacing.edge <= height <= bottom - sheet.spacing.edge:
        return False
    for other in sheet.edges[item, _side(sheet.net, end)]:
        if other != end:
            there = sheet.ends[other]
            numbered = all(sheet.bundles[sheet.net.segments[e[0]].bundle].flagged for e in (end, other))
            room = (sheet.spacing.flagged_port if numbered else sheet.spacing.port) * 0.75
            if abs(there - height) < room or (there < height) != (there < sheet.ends[end]):
                return False
    return True


def _fits_in_lane(sheet: _Sheet, end: End, height: float) -> bool:
    """Whether a passing line may pass at a height: between its neighbours in the lane, and off them."""
    above, below = sheet.beside[_item(sheet.net, end)]
    room = sheet.spacing.line_gap * 0.7
    return (above is None or height - sheet.items[above][1] >= room) and (
        below is None or sheet.items[below][0] - height >= room
    )


def _move(sheet: _Sheet, run: Sequence[End], height: float) -> None:
    for end in run:
        sheet.ends[end] = height
        item = _item(sheet.net, end)
        if sheet.net.items[item].box is None:
            sheet.items[item] = (height, height)
