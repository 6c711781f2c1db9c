"""What `reach` asks, in the numbers of the compiled map; private to this package."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import networkx as nx
import numpy as np

from .asked import Asked, refuse_unknown
from .compiled import Compiled, compiled, number_of, outset_words
from .outset import Ground, grounds
from .spread import Flags, Index, Words


@dataclass(frozen=True, eq=False)
class Question:
    """Which categories are followed, through which flows, from which holders.

    `atoms` are the numbers of the asked category and of all beneath it; `flows` those of the flows that
    carry any of them and are about the subject, ascending. `own` and `stored` (W, P) are what parties hold
    at the outset by origin and by a mere system.
    """

    form: Compiled
    data: str
    source: str | None
    target: str | None
    subject: str | None
    atoms: tuple[int, ...]
    flows: Index
    own: Words
    stored: Words

    @cached_property
    def wanted(self) -> int:
        """The asked categories as one number: bit *c* for category number *c*."""
        return sum(1 << atom for atom in self.atoms)

    def carries(self, flow: int) -> int:
        """Return what a flow carries of what was asked, as one number."""
        return number_of(self.form.carries[:, flow].tolist()) & self.wanted

    def outset(self, party: int) -> int:
        """Return what a party holds at the outset of what was asked, as one number."""
        return number_of((self.own[:, party] | self.stored[:, party]).tolist()) & self.wanted

    def holding(self, words: Words, atom: int) -> Index:
        """Return the parties that hold one category."""
        return np.flatnonzero(_bit(words, atom))

    def carrying(self, atom: int) -> Index:
        """Return the flows that count and carry one category, ascending."""
        return self.flows[_bit(self.form.carries[:, self.flows], atom)]

    def grounds(self) -> tuple[Ground, ...]:
        """Return why anybody holds anything at the outset; with a source, nobody else does."""
        return tuple(grounds(self.form.data_map, self.subject)) if self.source is None else ()


def question(
    graph: nx.MultiDiGraph[str], data: str, source: str | None, target: str | None, subject: str | None
) -> Question:
    """Return the question in numbers, or raise `ParameterError` for ids that the map does not know."""
    form = compiled(graph)
    data_map = form.data_map
    refuse_unknown(
        [
            Asked("data", data, "data category", form.category),
            Asked("source", source, "party", form.party),
            Asked("target", target, "party", form.party),
            Asked("subject", subject, "category of data subjects", data_map.individuals),
        ]
    )
    wanted = form.below[:, form.category[data]]
    counts: Flags = np.bitwise_or.reduce(form.carries & wanted[:, None], axis=0) != 0
    if subject is not None:
        counts &= np.fromiter((subject in flow.subjects for flow in data_map.flows), np.bool_, len(counts))
    if source is None:
        known = tuple(grounds(data_map, subject))
        own, stored = (
            outset_words((one for one in known if one.own is origin), form.party, form.category, form.below)
            for origin in (True, False)
        )
    else:
        own, stored = np.zeros_like(form.outset), np.zeros_like(form.outset)
        own[:, form.party[source]] = wanted
    beneath = data_map.below[data]
    atoms = tuple(at for name, at in form.category.items() if name in beneath)
    return Question(form, data, source, target, subject, atoms, np.flatnonzero(counts), own, stored)


def _bit(words: Words, atom: int) -> Flags:
    word, bit = divmod(atom, 64)
    found: Flags = (words[word] & np.uint64(1 << bit)) != 0
    return found
