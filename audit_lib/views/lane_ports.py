"""At which heights boxes, passing lines and ports stand.

Each lane keeps its order; within it, heights are chosen so that lines run as straight as they can: the
quadratic distance between the ends of all segments is lowered lane by lane, exactly, by pooling adjacent
violators. Ports are spread along the edges of a box, and no two lines meet a channel at one height unless
they are the two ends of one straight line.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from .lane_order import Net, Order, Segment
from .lane_shapes import Box, Bundle, Spacing

ROUNDS: Final = 40

#: An end of a segment: the number of the segment, and 0 for its first or 1 for its second item.
End = tuple[int, int]


class Heights(NamedTuple):
    """Top and bottom of each item, and the height of both ends of each segment."""

    items: dict[int, tuple[float, float]]
    ends: dict[End, float]


class _Item(NamedTuple):
    """An item on its way to a place: half its height, and the offsets of its ports from its middle."""

    half: float
    slots: dict[End, tuple[float, float]]


def heights(
    net: Net, placed: Order, boxes: Sequence[Box], bundles: Sequence[Bundle], spacing: Spacing
) -> Heights:
    """Return the heights of all items and of the ends of all segments; the uppermost item starts at 0.

    >>> from audit_lib.views.lane_order import cut, order
    >>> boxes, bundles = [Box("a", 0), Box("b", 1)], [Bundle("a", "b")]
    >>> net = cut(boxes, bundles)
    >>> heights(net, order(net), boxes, bundles, Spacing()).ends
    {(0, 0): 20.0, (0, 1): 20.0}
    """
    ranks = placed.ranks()
    sides = _sides(net, ranks)
    items = {n: _measure(net, n, sides, (boxes, bundles, spacing)) for n in range(len(net.items))}
    middles = _settle_items(net, placed, items, spacing)
    top = min((middles[n] - items[n].half for n in items), default=0.0)
    middles = {n: middle - top for n, middle in middles.items()}
    ends = _settle_ends(net, placed, items, middles)
    return Heights({n: (middles[n] - items[n].half, middles[n] + items[n].half) for n in items}, ends)


def _sides(net: Net, ranks: dict[int, int]) -> dict[tuple[int, int], list[End]]:
    """Return, for each item and edge (-1 left, +1 right), the ends there from top to bottom."""
    found: dict[tuple[int, int], list[tuple[tuple[float, ...], End]]] = {}
    for number, segment in enumerate(net.segments):
        for end, (item, other) in enumerate(
            [(segment.first, segment.second), (segment.second, segment.first)]
        ):
            edge = {0: 1 - 2 * end, -1: 1, 1: -1}[segment.side]
            key = _port_key(segment, ranks[item], ranks[other])
            found.setdefault((item, edge), []).append((key, (number, end)))
    return {place: [end for _, end in sorted(listed)] for place, listed in found.items()}


def _port_key(segment: Segment, own: int, other: int) -> tuple[float, ...]:
    """Sort ports by where their lines go; lines that stay in the lane nest at the top and at the bottom."""
    if not segment.side:
        return (1, other, segment.bundle)
    return (0, -other, -segment.bundle) if other < own else (2, -other, segment.bundle)


def _measure(
    net: Net,
    number: int,
    sides: dict[tuple[int, int], list[End]],
    given: tuple[Sequence[Box], Sequence[Bundle], Spacing],
) -> _Item:
    """Return the half height of an item and, for each of its ends, the slot in which its port may stand."""
    boxes, bundles, spacing = given
    box = net.items[number].box
    if box is None:
        room = spacing.line_gap / 4
        return _Item(0.0, {end: (-room, room) for edge in (-1, 1) for end in sides.get((number, edge), ())})
    needs = {
        edge: [
            spacing.flagged_port if bundles[net.segments[end[0]].bundle].flagged else spacing.port
            for end in sides.get((number, edge), ())
        ]
        for edge in (-1, 1)
    }
    height = max(boxes[number].height, *(sum(need) + 2 * spacing.edge for need in needs.values()))
    slots: dict[End, tuple[float, float]] = {}
    for edge, need in needs.items():
        spare = (height - 2 * spacing.edge - sum(need)) / max(len(need), 1)
        top = spacing.edge - height / 2
        for end, size in zip(sides.get((number, edge), ()), need, strict=True):
            keep = size * 0.3  # half of what two neighbouring ports keep between them
            slots[end] = (top + keep, top + size + spare - keep)
            top += size + spare
    return _Item(height / 2, slots)


def _settle_items(net: Net, placed: Order, items: dict[int, _Item], spacing: Spacing) -> dict[int, float]:
    """Return the middle of each item: the lanes are stacked, then moved until lines run straight."""
    middles: dict[int, float] = {}
    gaps: dict[int, float] = {}
    for lane in placed.lanes:
        below, before = 0.0, None
        for item in lane:
            if before is not None:
                gaps[item] = items[before].half + _gap(net, before, item, spacing) + items[item].half
                below += gaps[item]
            middles[item], before = below, item
        for item in lane:
            middles[item] -= below / 2
    pulls = _pulls(net, items)
    for turn in range(ROUNDS):
        for lane in placed.lanes if turn % 2 == 0 else placed.lanes[::-1]:
            wanted = [_wanted(item, pulls[item], middles) for item in lane]
            settled = _pool(wanted, [gaps.get(item, 0.0) if at else 0.0 for at, item in enumerate(lane)])
            middles.update(zip(lane, settled, strict=True))
    return middles


def _gap(net: Net, upper: int, lower: int, spacing: Spacing) -> float:
    lines = (net.items[upper].box is None) + (net.items[lower].box is None)
    return (spacing.box_gap, (spacing.box_gap + spacing.line_gap) / 2, spacing.line_gap)[lines]


def _pulls(net: Net, items: dict[int, _Item]) -> dict[int, list[tuple[float, int, float]]]:
    """Return, for each item, what draws it: (weight, other item, distance at which the line is straight)."""
    found: dict[int, list[tuple[float, int, float]]] = {n: [] for n in items}
    for number, segment in enumerate(net.segments):
        if segment.side:
            continue
        first, second = (
            sum(items[item].slots[number, end]) / 2
            for end, item in enumerate((segment.first, segment.second))
        )
        dummies = (net.items[segment.first].box is None) + (net.items[segment.second].box is None)
        weight = (1.0, 3.0, 8.0)[dummies]
        found[segment.first].append((weight, segment.second, second - first))
        found[segment.second].append((weight, segment.first, first - second))
    return found


def _wanted(
    item: int, pulls: list[tuple[float, int, float]], middles: dict[int, float]
) -> tuple[float, float]:
    """Return where an item would like to be and how much, with a slight wish to stay where it is."""
    weight, total = 0.02, 0.02 * middles[item]
    for pull, other, distance in pulls:
        weight += pull
        total += pull * (middles[other] + distance)
    return total / weight, weight


def _pool(wanted: Sequence[tuple[float, float]], gaps: Sequence[float]) -> list[float]:
    """Return the places nearest to those wanted, in least squares, that keep order and gaps."""
    shifts: list[float] = []
    pools: list[list[float]] = []  # mean, weight, members
    for (place, weight), gap in zip(wanted, gaps, strict=True):
        shifts.append((shifts[-1] if shifts else 0.0) + gap)
        pools.append([place - shifts[-1], weight, 1])
        while len(pools) > 1 and pools[-2][0] >= pools[-1][0]:
            mean, weight_, members = pools.pop()
            whole = pools[-1][1] + weight_
            pools[-1] = [
                (pools[-1][0] * pools[-1][1] + mean * weight_) / whole,
                whole,
                pools[-1][2] + members,
            ]
    means = [mean for mean, _, members in pools for _ in range(int(members))]
    return [mean + shift for mean, shift in zip(means, shifts, strict=True)]


def _settle_ends(
    net: Net, placed: Order, items: dict[int, _Item], middles: dict[int, float]
) -> dict[End, float]:
    """Return the height of each end: straight where its slot allows, and clear of every other line.

    Lanes are settled from left to right. A dummy has one height for both of its ends.
    """
    at_item: dict[int, list[End]] = {n: [] for n in items}
    for number, segment in enumerate(net.segments):
        at_item[segment.first].append((number, 0))
        at_item[segment.second].append((number, 1))
    found: dict[End, float] = {}
    across: dict[int, dict[int, list[float]]] = {}
    for lane in placed.lanes:
        for item in lane:
            for end in sorted(at_item[item], key=lambda end: items[item].slots[end]):
                if end not in found:
                    _settle_end(net, end, (items[item].slots[end], middles[item]), (found, across))
            if net.items[item].box is None:
                arriving, leaving = sorted(at_item[item], key=lambda end: -end[1])
                found[leaving] = found[arriving]
                _note(across, net.segments[leaving[0]].channel, -1, found[leaving])
    return found


def _note(across: dict[int, dict[int, list[float]]], channel: int, side: int, height: float) -> None:
    across.setdefault(channel, {}).setdefault(side, []).append(height)


def _settle_end(
    net: Net,
    end: End,
    place: tuple[tuple[float, float], float],
    state: tuple[dict[End, float], dict[int, dict[int, list[float]]]],
) -> None:
    (low, high), middle = place
    found, across = state
    segment = net.segments[end[0]]
    side = segment.side or (-1 if end[1] == 0 else 1)
    straight = found.get((end[0], 1 - end[1])) if not segment.side else None
    wanted = middle + (low + high) / 2
    if straight is not None and middle + low <= straight <= middle + high:
        height = straight
    else:
        taken = [h for h in across.get(segment.channel, {}).get(-side, ()) if h != straight]
        height = _clear(wanted if straight is None else straight, (middle + low, middle + high), taken)
    found[end] = height
    _note(across, segment.channel, side, height)


def _clear(wanted: float, slot: tuple[float, float], taken: Sequence[float]) -> float:
    """Return the height in a slot that is nearest to the one wanted and clear of all that are taken."""
    low, high = slot
    middle = (low + high) / 2
    near = [height for height in taken if low - 5 < height < high + 5]
    asked = min(max(wanted, low + (high - low) / 4), high - (high - low) / 4)
    for distance in (5.0, 3.5, 2.5, 1.5, 1.0, 0.5, 0.25, 0.1, 0.03, 0.01, 0.003, 0.001):
        tried = [asked, middle, *(h + step for h in near for step in (-distance, distance))]
        fitting = [h for h in tried if low <= h <= high and all(abs(h - t) >= distance * 0.999 for t in near)]
        if fitting:
            return min(fitting, key=lambda h: (abs(h - asked), h))
    return middle
