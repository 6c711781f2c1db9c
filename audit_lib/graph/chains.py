"""All loop-free chains to one party, shortest first, up to a bound; private to this package."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import cache
from heapq import heappop, heappush
from typing import Final, NamedTuple

import numpy as np

from .compiled import ones
from .question import Question
from .shortest import NEVER, shortest

#: How many chains are listed, and how many beginnings of chains are looked at, before the search is cut.
LISTED: Final = 100
CONSIDERED: Final = 100_000


class _End(NamedTuple):
    """The end of a chain, from a party on; ordered by the least length that the whole can have."""

    least: int
    shorter: int  # the longer end first: it is sooner a whole chain
    flows: tuple[int, ...]
    parties: tuple[int, ...]
    bits: int


def chains(asked: Question, target: int) -> tuple[list[tuple[int, ...]], bool]:
    """Return loop-free chains to a party as flow numbers, shortest first, and whether there may be more.

    The search goes backwards from the target and always continues the end of a chain that can become whole
    with the fewest steps (A*, Hart, Nilsson and Raphael 1968), the distance to the nearest holder being the
    bound, so that chains are found in order of length. A chain may begin at the target itself.
    """
    steps_to, into = _distances(asked), _flows_into(asked)
    waiting = [_End(0, 0, (), (target,), asked.wanted)]
    found: list[tuple[int, ...]] = []
    considered = 0
    while waiting:
        if len(found) == LISTED or considered >= CONSIDERED:
            return found, True
        end = heappop(waiting)
        if end.flows and asked.outset(end.parties[0]) & end.bits:
            found.append(end.flows)
        if end.flows and end.parties[0] == target:
            continue
        for flow in into[end.parties[0]]:
            considered += 1
            sender, bits = int(asked.form.sender[flow]), end.bits & asked.carries(flow)
            closes = sender == target
            missing = steps_to(sender, bits) if bits else NEVER
            if missing >= NEVER or (closes and missing) or (sender in end.parties and not closes):
                continue
            length = len(end.flows) + 1
            longer = _End(length + missing, -length, (flow, *end.flows), (sender, *end.parties), bits)
            heappush(waiting, longer)
    return found, False


def _flows_into(asked: Question) -> dict[int, list[int]]:
    into = defaultdict[int, list[int]](list)
    for flow, recipient in zip(asked.flows.tolist(), asked.form.recipient[asked.flows].tolist(), strict=True):
        into[recipient].append(flow)
    return into


def _distances(asked: Question) -> Callable[[int, int], int]:
    """Return the function that says how far the nearest holder of any of some categories is from a party."""
    nobody = np.zeros(0, np.intp)

    @cache
    def of_atom(atom: int) -> list[int]:
        holders = asked.holding(asked.own | asked.stored, atom)
        far: list[int] = shortest(asked.form, asked.carrying(atom), holders, nobody).distance.tolist()
        return far

    def nearest(party: int, bits: int) -> int:
        return min(of_atom(atom)[party] for atom in ones(bits))

    return nearest
