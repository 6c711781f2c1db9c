"""What a cut must part: for each way that categories take, the flows between holders and target; private.

Categories that the same flows can bring from the same holders are one *layer*. A flow stands in every layer
of which it carries the categories, and stopping it stops it in all of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from .question import Question
from .spread import Flags, Index


class Arc(NamedTuple):
    """A flow seen from one of its ends: its number, the party at the other end, whether it leads there."""

    flow: int
    other: int
    leads: bool


@dataclass(frozen=True, eq=False)
class Layer:
    """Categories that take the same ways to a target.

    `flows` are the numbers of the flows that lie on such a way, ascending, with their `sender` and
    `recipient`; `holders` the parties at which a way begins. No flow leads to a holder or from the target.
    """

    atoms: tuple[int, ...]
    flows: tuple[int, ...]
    sender: tuple[int, ...]
    recipient: tuple[int, ...]
    holders: frozenset[int]
    target: int

    @cached_property
    def around(self) -> dict[int, list[Arc]]:
        """The flows at each party, out of it first."""
        found: dict[int, list[Arc]] = {party: [] for party in (*self.holders, self.target)}
        for flow, sender, recipient in zip(self.flows, self.sender, self.recipient, strict=True):
            found.setdefault(sender, []).append(Arc(flow, recipient, leads=True))
        for flow, sender, recipient in zip(self.flows, self.sender, self.recipient, strict=True):
            found.setdefault(recipient, []).append(Arc(flow, sender, leads=False))
        return found

    @cached_property
    def members(self) -> frozenset[int]:
        """The numbers of the flows, as a set."""
        return frozenset(self.flows)

    def way(self, stopped: Collection[int]) -> tuple[int, ...]:
        """Return the flows of a shortest way that leads past all that is stopped, or none: it is cut.

        The target's end of the way comes first.
        """
        came: dict[int, Arc | None] = dict.fromkeys(sorted(self.holders))
        waiting = list(came)
        for party in waiting:
            for arc in self.around[party]:
                if arc.leads and arc.other not in came and arc.flow not in stopped:
                    came[arc.other] = Arc(arc.flow, party, leads=True)
                    waiting.append(arc.other)
            if self.target in came:
                break
        found: list[int] = []
        last = came.get(self.target)
        while last is not None:
            found.append(last.flow)
            last = came[last.other]
        return tuple(found)


def layers(asked: Question, atoms: Iterable[int], target: int, among: Flags) -> tuple[Layer, ...]:
    """Return the layers of some categories over the flows that are `among` those of the map.

    What a holder at the target holds begins no way. Categories that no flow brings are in no layer.
    """
    grouped: dict[tuple[bytes, bytes], list[int]] = {}
    for atom in atoms:
        flows, holders = asked.carrying(atom), asked.holding(asked.own | asked.stored, atom)
        key = flows[among[flows]].tobytes(), holders[holders != target].tobytes()
        grouped.setdefault(key, []).append(atom)
    found: dict[tuple[tuple[int, ...], frozenset[int]], list[int]] = {}
    for (flows_, holders_), members in grouped.items():
        useful = _useful(asked, np.frombuffer(flows_, np.intp), np.frombuffer(holders_, np.intp), target)
        begin = frozenset(asked.form.sender[useful].tolist()) & frozenset(
            np.frombuffer(holders_, np.intp).tolist()
        )
        if len(useful):
            found.setdefault((tuple(useful.tolist()), begin), []).extend(members)
    form = asked.form
    return tuple(
        Layer(
            tuple(sorted(members)),
            flows,
            tuple(form.sender[list(flows)].tolist()),
            tuple(form.recipient[list(flows)].tolist()),
            begin,
            target,
        )
        for (flows, begin), members in found.items()
    )


def governing(found: Iterable[Layer]) -> tuple[Layer, ...]:
    """Return the layers that are enough: whoever cuts these cuts the others, all of whose ways they have."""
    kept: list[Layer] = []
    for layer in sorted(found, key=lambda one: -len(one.flows)):
        if not any(layer.members <= other.members and layer.holders <= other.holders for other in kept):
            kept.append(layer)
    return tuple(kept)


def _useful(asked: Question, flows: Index, holders: Index, target: int) -> Index:
    """Return the flows on a way from a holder to the target that passes neither on its way."""
    sender, recipient = asked.form.sender[flows], asked.form.recipient[flows]
    parties = len(asked.form.party)
    holds = np.zeros(parties, np.bool_)
    holds[holders] = True
    inner = ~holds[recipient] & (sender != target)
    flows, sender, recipient = flows[inner], sender[inner], recipient[inner]
    ends = np.zeros(parties, np.bool_)
    ends[target] = True
    useful: Index = flows[
        _reached(sender, recipient, holds)[sender] & _reached(recipient, sender, ends)[recipient]
    ]
    return useful


def _reached(sender: Index, recipient: Index, begin: Flags) -> Flags:
    """Return which parties can be reached from some, along flows."""
    seen, count = begin.copy(), -1
    while count != (count := int(seen.sum())):
        seen[recipient[seen[sender]]] = True
    return seen
