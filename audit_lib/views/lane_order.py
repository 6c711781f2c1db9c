"""In which order parties and passing lines stand in their lanes, so that few lines cross.

A line that skips lanes is cut into one segment a channel, with a dummy place in each lane that it passes
(Sugiyama, Tagawa and Toda 1981). Barycentre sweeps and then swaps of neighbours lower the crossings.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Sequence
from typing import Final, NamedTuple

from .lane_shapes import Box, Bundle

SWEEPS: Final = 12
SWAP_ROUNDS: Final = 12
#: From how many orders the search starts, and how many starts times segments it may cost.
STARTS: Final = 80
MOST_WORK: Final = 12_000


class Item(NamedTuple):
    """Something that has a place in a lane: a box (by its number), or a passing line (box is None)."""

    lane: int
    box: int | None


class Segment(NamedTuple):
    """The part of a line in one channel; channel c lies to the left of lane c.

    `side` is 0 where the segment crosses the channel from item `first` on the left to item `second` on the
    right, -1 where both items stand to the left of the channel, and +1 where both stand to its right.
    """

    bundle: int
    channel: int
    first: int
    second: int
    side: int = 0


class Net(NamedTuple):
    """Boxes and dummies as items, lines as chains of segments."""

    items: tuple[Item, ...]
    segments: tuple[Segment, ...]
    lanes: int


def cut(boxes: Sequence[Box], bundles: Sequence[Bundle]) -> Net:
    """Cut every line into segments, one a channel, with a dummy item in each lane between its ends.

    >>> net = cut([Box("a", 0), Box("b", 1), Box("c", 2)], [Bundle("a", "c")])
    >>> [item.box for item in net.items]
    [0, 1, 2, None]
    >>> [(segment.first, segment.second) for segment in net.segments]
    [(0, 3), (3, 2)]
    """
    number = {box.id: at for at, box in enumerate(boxes)}
    items = [Item(box.lane, at) for at, box in enumerate(boxes)]
    segments: list[Segment] = []
    lanes = 1 + max((box.lane for box in boxes), default=-1)
    for at, bundle in enumerate(bundles):
        ends = sorted((number[bundle.sender], number[bundle.recipient]), key=lambda n: (boxes[n].lane, n))
        low, high = boxes[ends[0]].lane, boxes[ends[1]].lane
        if low == high:
            last = low == lanes - 1 and lanes > 1
            channel, side = (low, 1) if last else (low + 1, -1)
            segments.append(Segment(at, channel, ends[0], ends[1], side))
            continue
        here = ends[0]
        for lane in range(low + 1, high):
            items.append(Item(lane, None))
            segments.append(Segment(at, lane, here, len(items) - 1))
            here = len(items) - 1
        segments.append(Segment(at, high, here, ends[1]))
    return Net(tuple(items), tuple(segments), lanes)


class Order(NamedTuple):
    """The items of each lane from top to bottom."""

    lanes: tuple[tuple[int, ...], ...]

    def ranks(self) -> dict[int, int]:
        """Return the place of each item in its lane."""
        return {item: rank for lane in self.lanes for rank, item in enumerate(lane)}


def order(net: Net) -> Order:
    """Return an order with few crossings: the best of several starts, the same for the same net.

    >>> net = cut([Box("a", 0), Box("b", 0), Box("c", 1), Box("d", 1)], [Bundle("a", "d"), Bundle("b", "c")])
    >>> crossings(net, order(net))
    0
    """
    listed: list[list[int]] = [[] for _ in range(net.lanes)]
    for number, item in enumerate(net.items):
        listed[item.lane].append(number)
    neighbours = _neighbours(net)
    best: tuple[tuple[int, float], Order] | None = None
    for start in range(max(1, min(STARTS, MOST_WORK // max(len(net.segments), 1)))):
        begun = [_shuffled(lane, start * (at + 1)) for at, lane in enumerate(listed)]
        found = _swap(_sweep(net, begun, neighbours), neighbours)
        cost = (crossings(net, found), _slope(net, found))
        if best is None or cost < best[0]:
            best = (cost, found)
    return best[1] if best else Order(())


def _slope(net: Net, placed: Order) -> float:
    """Return how far the ends of all segments lie apart, each lane being 1 high."""
    height = {item: (rank + 0.5) / len(lane) for lane in placed.lanes for rank, item in enumerate(lane)}
    return round(sum(abs(height[s.first] - height[s.second]) for s in net.segments), 6)


def _shuffled(lane: Sequence[int], start: int) -> list[int]:
    """Return a lane in another order for each start, without chance; start 0 leaves it as it is."""
    stride = start * 0.6180339887498949
    return [lane[at] for at in sorted(range(len(lane)), key=lambda at: (at * stride % 1.0, at))]


def crossings(net: Net, placed: Order) -> int:
    """Count the pairs of crossing segments that run from lane to lane.

    >>> net = cut([Box("a", 0), Box("b", 0), Box("c", 1), Box("d", 1)], [Bundle("a", "d"), Bundle("b", "c")])
    >>> crossings(net, Order(((0, 1), (2, 3))))
    1
    """
    ranks = placed.ranks()
    channels: dict[int, list[tuple[int, int]]] = {}
    for segment in net.segments:
        if not segment.side:
            pair = (ranks[segment.first], ranks[segment.second])
            channels.setdefault(segment.channel, []).append(pair)
    return sum(_inversions(pairs) for pairs in channels.values())


def _inversions(pairs: list[tuple[int, int]]) -> int:
    seen: list[int] = []
    count = 0
    for _, right in sorted(pairs):
        count += len(seen) - bisect_right(seen, right)
        insort(seen, right)
    return count


class _Neighbours(NamedTuple):
    """For each item: the items at the other ends, in the lane to the left, to the right, and in its own."""

    left: dict[int, list[int]]
    right: dict[int, list[int]]
    own: dict[int, list[int]]


def _neighbours(net: Net) -> _Neighbours:
    found = _Neighbours(
        {n: [] for n in range(len(net.items))},
        {n: [] for n in range(len(net.items))},
        {n: [] for n in range(len(net.items))},
    )
    for segment in net.segments:
        if segment.side:
            found.own[segment.first].append(segment.second)
            found.own[segment.second].append(segment.first)
        else:
            found.right[segment.first].append(segment.second)
            found.left[segment.second].append(segment.first)
    return found


def _sweep(net: Net, start: list[list[int]], neighbours: _Neighbours) -> Order:
    """Order each lane by the mean place of the neighbours in the lane before, to and fro."""
    best = Order(tuple(map(tuple, start)))
    fewest, placed = crossings(net, best), best
    for sweep in range(SWEEPS):
        forward = sweep % 2 == 0
        beside = neighbours.left if forward else neighbours.right
        lanes = list(placed.lanes)
        for lane in range(1, net.lanes) if forward else range(net.lanes - 2, -1, -1):
            before = lanes[lane - 1 if forward else lane + 1]
            height = {item: (rank + 0.5) / len(before) for rank, item in enumerate(before)}
            lanes[lane] = _by_barycentre(lanes[lane], beside, height)
        placed = Order(tuple(lanes))
        count = crossings(net, placed)
        if count < fewest:
            fewest, best = count, placed
    return best


def _by_barycentre(
    lane: tuple[int, ...], beside: dict[int, list[int]], height: dict[int, float]
) -> tuple[int, ...]:
    """Sort a lane by the mean of its neighbours' heights; what has no neighbour keeps its own height."""
    keys = {
        item: (
            sum(height[n] for n in beside[item]) / len(beside[item])
            if beside[item]
            else (rank + 0.5) / len(lane)
        )
        for rank, item in enumerate(lane)
    }
    return tuple(sorted(lane, key=keys.__getitem__))


def _swap(placed: Order, neighbours: _Neighbours) -> Order:
    """Swap neighbours in a lane while that lowers the crossings, or brings parties of a lane together."""
    lanes = [list(lane) for lane in placed.lanes]
    ranks = placed.ranks()
    for _ in range(SWAP_ROUNDS):
        changed = False
        for lane in lanes:
            ends = {
                item: tuple(
                    sorted(ranks[n] for n in beside[item]) for beside in (neighbours.left, neighbours.right)
                )
                for item in lane
            }
            for at in range(len(lane) - 1):
                upper, lower = lane[at], lane[at + 1]
                gain = sum(
                    _pairs_out_of_order(a, b) - _pairs_out_of_order(b, a)
                    for a, b in zip(ends[upper], ends[lower], strict=True)
                )
                if gain > 0 or (gain == 0 and _nearer(upper, lower, neighbours.own, ranks)):
                    lane[at], lane[at + 1] = lower, upper
                    ranks[upper], ranks[lower] = ranks[lower], ranks[upper]
                    changed = True
        if not changed:
            break
    return Order(tuple(map(tuple, lanes)))


def _pairs_out_of_order(above: list[int], below: list[int]) -> int:
    """Count the pairs in which an end of the upper item lies beneath an end of the lower one."""
    count = at = 0
    for end in above:
        while at < len(below) and below[at] < end:
            at += 1
        count += at
    return count


def _nearer(upper: int, lower: int, own: dict[int, list[int]], ranks: dict[int, int]) -> bool:
    """Whether swapping two items shortens the lines that stay within their lane."""
    change = 0
    for item, step in ((upper, 1), (lower, -1)):
        for other in own[item]:
            if other not in (upper, lower):
                before = abs(ranks[item] - ranks[other])
                change += abs(ranks[item] + step - ranks[other]) - before
    return change < 0
