"""A table with its totals as a network: by how much a hidden figure can change while all sums stay right.

Each row, each column and each of the two margins is a node, each figure an arc; that rows, columns and
margins add up means that what flows into a node flows out of it (Cox, Network models for complementary cell
suppression, Journal of the American Statistical Association 90, 1995). To raise a figure is to send more
along its arc, and as much has to come back along others: along the arc of a hidden figure that is raised,
without limit, or against that of one that is lowered, down to 1. Zeros are known, and stay what they are.
"""

from __future__ import annotations

import heapq
import math
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import count
from typing import NamedTuple

#: A figure of a table by row and column; None stands for all of them.
Entry = tuple[str | None, str | None]

#: A row (0) or a column (1), by name; without a name, a margin.
Node = tuple[int, str | None]


class Step(NamedTuple):
    """One figure on a way through the network: raised (along its arc) or lowered (against it)."""

    entry: Entry
    up: bool
    to: Node


#: From each node the steps to others; no two nodes have more than one figure between them.
Steps = dict[Node, dict[Node, Step]]


class Network:
    """A table with its totals, some of it hidden.

    >>> network = Network({("a", "x"): 3, ("a", "y"): 9, ("a", None): 12,
    ...                    (None, "x"): 3, (None, "y"): 9, (None, None): 12})
    >>> network.hide([("a", "x"), (None, "x")])
    >>> network.has_room(("a", "x"), up=True, need=1)
    False
    >>> network.hide([("a", "y"), (None, "y")])
    >>> network.room(("a", "x"), up=True, need=None), network.room(("a", "x"), up=False, need=2)
    (8, 2)
    """

    def __init__(self, value: Mapping[Entry, int]) -> None:
        self.value = dict(value)
        self.hidden: set[Entry] = set()
        self._steps: Steps = {}
        self._hidden_steps: Steps = {}
        self._beneath: dict[Entry, int] = {}
        self._most = sum(abs(number) for number in value.values()) + 1
        for entry, number in self.value.items():
            if number:
                self._add(self._steps, entry)
                for total in self._totals(entry):
                    self._beneath[total] = self._beneath.get(total, 0) + 1

    def hide(self, entries: Iterable[Entry]) -> None:
        """Hide figures; what is hidden already stays so."""
        for entry in entries:
            if entry not in self.hidden:
                self.hidden.add(entry)
                self._add(self._hidden_steps, entry)

    def least(self, entry: Entry) -> int:
        """Return the least that a figure can be for one who knows which cells are zero."""
        return self._beneath.get(entry, 1) if None in entry else 1

    def has_room(self, entry: Entry, *, up: bool, need: int) -> bool:
        """Say whether a hidden figure can be so much greater (or less) without any sum being wrong."""
        room = self.room(entry, up=up, need=need)
        return room is None or room >= need

    def room(self, entry: Entry, *, up: bool, need: int | None) -> int | None:
        """Return by how much a hidden figure can be greater (or less), up to a need; None: without limit."""
        start, end = self._way_back(entry, up)
        if not up:
            need = min(self.value[entry] - 1, need if need is not None else self._most)
        change: dict[Entry, int] = {}
        reached = 0
        while need is None or reached < need:
            way = self._any_way(start, end, change)
            if way is None:
                return reached
            amount = min(self._slack(step, change) for step in way)
            if amount == math.inf and need is None:
                return None
            amount = min(amount, need - reached) if need is not None else amount
            self._send(way, int(amount), change)
            reached += int(amount)
        return reached

    def cover(self, entry: Entry, *, up: bool, need: int, totals: bool) -> list[Entry] | None:
        """Return what else to hide so that a figure has room to change, with little lost; None if it fails.

        Ways back are looked for that carry all of it, then half, and so on to 1; of these the one on which
        the counts that would be hidden for it add up to the least. With `totals`, totals may be hidden, each
        at a price above that of all cells.
        """
        start, end = self._way_back(entry, up)
        change: dict[Entry, int] = {}
        new: dict[Entry, None] = {}

        def price(step: Step) -> int | None:
            if step.entry in self.hidden or step.entry in new:
                return 0
            if None in step.entry:
                return self._most + self.value[step.entry] if totals else None
            return self.value[step.entry]

        amount = left = need
        while left:
            way = self._cheapest_way(start, end, entry, (change, min(amount, left)), price)
            if way is None and amount == 1:
                return None
            if way is None:
                amount = (amount + 1) // 2
                continue
            sent = int(min(left, *(self._slack(step, change) for step in way)))
            self._send(way, sent, change)
            left -= sent
            new |= {step.entry: None for step in way if step.entry not in self.hidden}
        return list(new)

    @staticmethod
    def _totals(entry: Entry) -> tuple[Entry, ...]:
        if None in entry:
            return ()
        return (entry[0], None), (None, entry[1]), (None, None)

    @staticmethod
    def _ends(entry: Entry) -> tuple[Node, Node]:
        """Return the nodes from which and to which the arc of a figure leads."""
        row, column = (0, entry[0]), (1, entry[1])
        return (column, row) if (entry[0] is None) != (entry[1] is None) else (row, column)

    def _add(self, steps: Steps, entry: Entry) -> None:
        tail, head = self._ends(entry)
        steps.setdefault(tail, {})[head] = Step(entry, True, head)
        steps.setdefault(head, {})[tail] = Step(entry, False, tail)

    def _way_back(self, entry: Entry, up: bool) -> tuple[Node, Node]:
        tail, head = self._ends(entry)
        return (head, tail) if up else (tail, head)

    def _slack(self, step: Step, change: Mapping[Entry, int]) -> float:
        """Return how much more can go through a step."""
        return math.inf if step.up else self.value[step.entry] + change.get(step.entry, 0) - 1

    @staticmethod
    def _send(way: Iterable[Step], amount: int, change: dict[Entry, int]) -> None:
        for step in way:
            change[step.entry] = change.get(step.entry, 0) + (amount if step.up else -amount)

    def _any_way(self, start: Node, end: Node, change: Mapping[Entry, int]) -> list[Step] | None:
        """Return a shortest way through what is hidden, past the figure between start and end, or None.

        It is looked for from the node that has fewer steps, and each node that is come to is asked at once
        whether it is next to the last: most ways are round a rectangle, and are found so in a few looks.
        """
        steps = self._hidden_steps
        turned = len(steps.get(start, ())) > len(steps.get(end, ()))
        first, last = (end, start) if turned else (start, end)
        came: dict[Node, tuple[Node, Step]] = {}
        waiting = deque([first])
        while waiting:
            node = waiting.popleft()
            for to, step in steps.get(node, {}).items():
                if to in came or to in (first, last):
                    continue
                taken = steps[to][node] if turned else step
                if self._slack(taken, change) <= 0:
                    continue
                came[to] = (node, taken)
                final = steps[last].get(to) if turned else steps[to].get(last)
                if final is not None and self._slack(final, change) > 0:
                    came[last] = (to, final)
                    return list(_back(came, first, last))
                waiting.append(to)
        return None

    def _cheapest_way(
        self,
        start: Node,
        end: Node,
        without: Entry,
        sending: tuple[Mapping[Entry, int], int],
        price: Callable[[Step], int | None],
    ) -> list[Step] | None:
        """Return the way that costs least of those that carry an amount, or None (Dijkstra)."""
        change, amount = sending
        turn = count()
        came: dict[Node, tuple[Node, Step]] = {}
        best: dict[Node, int] = {start: 0}
        done: set[Node] = set()
        waiting = [(0, next(turn), start)]
        while waiting:
            cost, _, node = heapq.heappop(waiting)
            if node in done:
                continue
            done.add(node)
            if node == end:
                return list(_back(came, start, end))
            for step in self._steps.get(node, {}).values():
                more = None if step.entry == without or step.to in done else price(step)
                if more is None or self._slack(step, change) < amount:
                    continue
                if cost + more < best.get(step.to, math.inf):
                    best[step.to] = cost + more
                    came[step.to] = (node, step)
                    heapq.heappush(waiting, (cost + more, next(turn), step.to))
        return None


def _back(came: Mapping[Node, tuple[Node, Step]], start: Node, end: Node) -> Iterator[Step]:
    """Yield the steps of a way, last first."""
    while end != start:
        end, step = came[end]
        yield step
