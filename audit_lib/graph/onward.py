"""Onward disclosure: a recipient hands on what it received, for another purpose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from ..model.noun import Entry
from .compiled import Compiled, compiled
from .outset import PEOPLE
from .spread import Index, offsets_of, outgoing

#: How many pairs of flows are looked at in one go; memory stays at some hundred megabytes at most.
_AT_ONCE: Final = 1_000_000


class Onward(NamedTuple):
    """A party received data in one flow and passed it on in another, for another purpose.

    `received` and `passed_on` are flow ids, `giver` and `taker` the parties at their far ends, `data` the
    categories (to the last level, in map order) that came and went, `subjects` the people whom both flows
    are about. `expected` says that one of the flows is only expected.
    """

    party: str
    received: str
    passed_on: str
    giver: str
    taker: str
    data: tuple[str, ...]
    subjects: tuple[str, ...]
    purpose_received: str
    purpose_passed_on: str
    expected: bool


def onward(graph: nx.MultiDiGraph[str]) -> tuple[Onward, ...]:
    """Return where a recipient passes data on for another purpose than the one for which it got it.

    This is where purpose limitation is at stake (UK GDPR Art. 5(1)(b), 6(4)): whether the new purpose is
    compatible is for a person to judge. A pair of flows counts if they share data that the first really
    carries and people whom both are about, their activities serve different purposes, and the second goes to
    a third party (Art. 4(10)): not back to the giver, not to a part of the same organisation, and not only
    to the very people whom the data is about. People and the public do not count as recipients who pass on.

    In map order, by the flow received and then by the flow passed on.

    Examples
    --------
    >>> from audit_lib.graph.build import build_graph
    >>> from audit_lib.graph.example import example_map
    >>> for found in onward(build_graph(example_map())):
    ...     print(found.party, found.data, found.purpose_received, found.purpose_passed_on)
    agent ('passport-copy',) letting checking
    referencer ('passport-copy',) checking insuring
    """
    form = compiled(graph)
    return tuple(found for pairs in _pairs(form) for found in _told(form, *pairs))


def _pairs(form: Compiled) -> Iterator[tuple[Index, Index]]:
    """Yield the flows received and the flows passed on, pair by pair, in blocks."""
    people = np.array([party.kind in PEOPLE for party in form.data_map.parties], np.bool_)
    moves = np.bitwise_or.reduce(form.carried, axis=0) != 0
    out = np.flatnonzero(moves & ~form.internal & ~people[form.sender])
    out = out[np.argsort(form.sender[out], kind="stable")]
    offsets = offsets_of(form.sender[out], len(people))
    came = np.flatnonzero(moves & ~people[form.recipient])
    ends = np.cumsum(np.diff(offsets)[form.recipient[came]])
    for block in np.split(came, np.searchsorted(ends, np.arange(_AT_ONCE, ends[-1:].sum(), _AT_ONCE))):
        at, counts = outgoing(offsets, form.recipient[block])
        yield _same_data(form, np.repeat(block, counts), out[at])


def _same_data(form: Compiled, received: Index, passed: Index) -> tuple[Index, Index]:
    """Keep the pairs of different purposes that do not lead back to the giver and share data."""
    kept = form.purpose[received] != form.purpose[passed]
    kept &= form.sender[received] != form.recipient[passed]
    received, passed = received[kept], passed[kept]
    shared = np.zeros(len(received), np.bool_)
    for came, goes in zip(form.carried, form.carries, strict=True):
        shared |= (came[received] & goes[passed]) != 0
    return received[shared], passed[shared]


def _told(form: Compiled, received: Index, passed: Index) -> Iterator[Onward]:
    """Yield what the pairs say, but those without people in common."""
    which, groups = _people(form, received, passed)
    some = np.array([bool(group) for group in groups], np.bool_)[which]
    received, passed, which = received[some], passed[some], which[some]
    data_map = form.data_map
    parties, purposes = _ids(data_map.parties), _ids(data_map.purposes)
    names = cache(form.names_of)
    words = (form.carried[:, received] & form.carries[:, passed]).T.tolist()
    return map(
        Onward,
        parties[form.recipient[received]].tolist(),
        form.flow_ids[received].tolist(),
        form.flow_ids[passed].tolist(),
        parties[form.sender[received]].tolist(),
        parties[form.recipient[passed]].tolist(),
        [names(tuple(row)) for row in words],
        [groups[number] for number in which.tolist()],
        purposes[form.purpose[received]].tolist(),
        purposes[form.purpose[passed]].tolist(),
        (form.expected[received] | form.expected[passed]).tolist(),
    )


def _people(form: Compiled, received: Index, passed: Index) -> tuple[Index, list[tuple[str, ...]]]:
    """Return whom both flows of each pair are about, but the taker: a number a pair, and the groups.

    Maps have few different groups of people, so each combination is looked at once and not once a pair.
    """
    groups, group_of = form.groups
    combined = (group_of[received] * len(groups) + group_of[passed]) * len(form.party) + form.recipient[
        passed
    ]
    # Where the taker is nobody whom a flow is about, it makes no difference who it is.
    taker_counts = form.individual[form.recipient[passed]]
    combined = np.where(taker_counts, combined, -1 - combined // max(len(form.party), 1))
    found, which = np.unique(combined, return_inverse=True)
    parties = form.data_map.parties
    shared = []
    for number in found.tolist():
        pair, taker = divmod(number, len(parties)) if number >= 0 else (-1 - number, None)
        first, second = divmod(pair, len(groups))
        known = groups[second]
        name = None if taker is None else parties[taker].id
        shared.append(tuple(one for one in groups[first] if one in known and one != name))
    return which, shared


def _ids(entries: Sequence[Entry]) -> NDArray[np.object_]:
    return np.array([entry.id for entry in entries], np.object_)
