"""Shortest chains of flows for one data category; private to this package."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from .compiled import Compiled
from .spread import Index, offsets_of, outgoing

#: The distance of what cannot be reached, and of chains that begin with a mere system: after all others.
NEVER: Final = 1 << 60
STORED: Final = 1 << 30


class Ways(NamedTuple):
    """How one category comes to each party, (P,): the number of flows to it, and the last flow, or -1.

    A party that holds the category at the outset has distance 0, or `STORED` if only a system of its says
    so; such a party has a last flow too, where one brings it what it has already.
    """

    distance: Index
    last: Index


def shortest(form: Compiled, flows: Index, own: Index, stored: Index) -> Ways:
    """Return the shortest chains over some flows that all carry a category, given who holds it.

    Chains begin with a party at which the category has its origin, and only where none of these leads to a
    party, with one that keeps it in a system. Of chains of one length, the first flow of the map wins, the
    last step first.
    """
    parties = len(form.party)
    sender, recipient = form.sender[flows], form.recipient[flows]
    order = np.argsort(sender, kind="stable")
    offsets, onto = offsets_of(sender, parties), recipient[order]
    distance = np.full(parties, NEVER, np.intp)
    for begin, frontier in ((0, own), (STORED, stored)):
        new, steps = frontier[distance[frontier] == NEVER], begin
        while len(new):
            distance[new] = steps
            reached = onto[outgoing(offsets, new)[0]]
            new, steps = np.unique(reached[distance[reached] == NEVER]), steps + 1
    nearest = np.argsort(distance[sender], kind="stable")
    nearest = nearest[distance[sender[nearest]] < NEVER]
    brought, first = np.unique(recipient[nearest], return_index=True)
    last = np.full(parties, -1, np.intp)
    last[brought] = flows[nearest[first]]
    return Ways(distance, last)


def chain(form: Compiled, ways: Ways, party: int) -> tuple[int, ...]:
    """Return the flows of the shortest chain to a party that has one, first flow first."""
    found = [int(ways.last[party])]
    while ways.distance[sender := form.sender[found[-1]]] not in (0, STORED):
        found.append(int(ways.last[sender]))
    return tuple(reversed(found))
