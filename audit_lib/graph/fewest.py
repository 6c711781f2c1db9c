"""The cheapest set of flows that cuts every layer: branch and bound over shared flows; private.

One layer is a minimum cut. Several layers share flows, and the cheapest set for all is a hitting set over the
ways of all layers. Its cost is bounded from below by dividing what each flow costs between its layers, and
from above by the sets that are met on the way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from .idle import without_idle
from .layers import Layer
from .most_flow import ENDLESS, most_flow, nearest_cut
from .shares import UNIT, Divided, Shares, bound, divide

#: How many flows of layers are looked through before the search ends with the best set that it has.
MOST_WORK: Final = 400_000
#: What a flow that is not stopped yet costs at least, in shares: one that another layer pays for is not free.
LEAST_PRICE: Final = UNIT // 16
#: For how many rounds, at most, costs are divided anew.
ROUNDS: Final = 120
#: How many beginnings of sets are looked at for the sake of sets that cost the same.
TIES: Final = 200

Flows = frozenset[int]
Cost = Mapping[int, int]
Rank = tuple[int, int, tuple[int, ...]]


class Fewest(NamedTuple):
    """A set of flows that cuts every layer, its cost, and the least that any set can cost."""

    flows: Flows
    cost: int
    least: int


class _Open(NamedTuple):
    """All sets that have some flows and lack others, and the least that one of them can cost."""

    least: int
    stopped: Flows
    kept: Flows


@dataclass(frozen=True)
class _Task:
    """The layers, what stopping each flow costs, and how many others lose something by a set."""

    layers: Sequence[Layer]
    cost: Cost
    harm: Callable[[Flows], int]

    def rank(self, flows: Flows) -> Rank:
        """Return a key that is least for the best set: cost, harm to others, place in the map."""
        return sum(self.cost[flow] for flow in flows), self.harm(flows), tuple(sorted(flows))


def fewest(layers: Sequence[Layer], cost: Cost, harm: Callable[[Flows], int]) -> Fewest:
    """Return the cheapest set of flows that cuts all layers.

    Of sets that cost the same, the one that does least `harm` is taken; with several layers, of those that
    the search meets. `cost` is a positive whole number for each flow of the layers, or `ENDLESS` for one that
    must stay; no layer may have a way of such flows alone.
    """
    if not layers:
        return Fewest(frozenset(), 0, 0)
    if len(layers) == 1:
        total, used = most_flow(layers[0], cost)
        return Fewest(nearest_cut(layers[0], cost, used), total, total)
    dearest = sorted(layers, key=lambda layer: -most_flow(layer, cost)[0])
    return _search(_Task(dearest, cost, harm))


def _search(task: _Task) -> Fewest:
    """Ask, way after way, which of its flows is stopped; keep the best set and the least of what is open."""
    begin = _Open(0, frozenset(), frozenset())
    work = sum(len(layer.flows) for layer in task.layers)
    whole = {flow: cost if cost >= ENDLESS else cost * UNIT for flow, cost in task.cost.items()}
    met = _Met(task, task.rank(_together(task, begin, [whole] * len(task.layers))))
    divided = divide(task.layers, task.cost, max(1, min(ROUNDS, MOST_WORK // (2 * work))), met.by_shares)
    waiting = [begin._replace(least=divided.least)]
    looked = 0
    while waiting and looked * work <= MOST_WORK // 2:
        part = waiting.pop()
        looked += 1
        least = max(part.least, _bound(task, divided, part))
        if least > met.best[0] or (least == met.best[0] and looked > TIES):
            continue
        met.note(_together(task, part, divided.shares))
        waiting += reversed(list(_branches(task, part._replace(least=least))))
    return Fewest(frozenset(met.best[2]), met.best[0], min([met.best[0], *(part.least for part in waiting)]))


class _Met:
    """The best set that a search has met."""

    def __init__(self, task: _Task, best: Rank) -> None:
        self.task, self.best = task, best

    def note(self, flows: Flows) -> None:
        """Keep a set if it is better."""
        if sum(self.task.cost[flow] for flow in flows) <= self.best[0]:
            self.best = min(self.best, self.task.rank(flows))

    def by_shares(self, shares: Shares) -> int:
        """Look at the set that shares lead to; return the cost of the best."""
        self.note(_together(self.task, _Open(0, frozenset(), frozenset()), shares))
        return self.best[0]


def _bound(task: _Task, divided: Divided, part: _Open) -> int:
    """Return a cost that no set of a part can be below."""
    fixed = dict.fromkeys(part.kept, ENDLESS) | dict.fromkeys(part.stopped, 0)
    return sum(task.cost[flow] for flow in part.stopped) + bound(task.layers, divided.shares, fixed)


def _together(task: _Task, part: _Open, prices: Sequence[Cost]) -> Flows:
    """Return a set of a part that cuts all layers: layer after layer, then without what is idle.

    Each layer is cut at its own prices, and what is stopped already is free for all that follow.
    """
    fixed = dict.fromkeys(part.kept, ENDLESS) | dict.fromkeys(part.stopped, 0)
    for layer, price in zip(task.layers, prices, strict=True):
        room = {flow: fixed.get(flow, max(price[flow], LEAST_PRICE)) for flow in layer.flows}
        _, used = most_flow(layer, room)
        fixed |= dict.fromkeys(nearest_cut(layer, room, used), 0)
    chosen = [flow for flow, price in fixed.items() if not price]
    return without_idle(task.layers, sorted(chosen, key=lambda flow: (-task.cost[flow], flow)))


def _branches(task: _Task, part: _Open) -> Iterator[_Open]:
    """Yield the parts of a part: of an uncut way, the first flow that is stopped is this one, or that one.

    The way with the fewest flows to choose from is taken.
    """
    ways = [layer.way(part.stopped) for layer in task.layers]
    choices = [
        [flow for flow in way if flow not in part.kept and task.cost[flow] < ENDLESS] for way in ways if way
    ]
    choice = min(choices, key=len, default=[])
    for at, flow in enumerate(choice):
        yield part._replace(stopped=part.stopped | {flow}, kept=part.kept | set(choice[:at]))
