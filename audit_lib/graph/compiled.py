"""The flows of a map as numpy arrays, 64 data categories to a machine word; private to this package.

Category number *c* of the map is bit ``c % 64`` of word ``c // 64``. What a flow carries, or a party holds,
is then one number a word, and following all categories at once is a few "and" and "or" over arrays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from ..errors import ParameterError
from ..model.data_map import DataMap
from ..model.flow import Role
from ..model.noun import Stance
from .outset import Ground, grounds
from .spread import Flags, Index, Wires, Words, lay_wires, spread

# An attribute of the one graph object: `graph.graph` would be handed on to copies and views, which may hold
# other edges than the map.
_SLOT: Final = "_compiled_flows"
_BLOCK: Final = 512


@dataclass(frozen=True, eq=False)
class Compiled:
    """A map in arrays: F flows, P parties, C categories, W words of 64 categories, each in map order.

    `sender`, `recipient`, `purpose` (F,) are indexes; `expected` (F,) says which flows nobody has confirmed;
    `below` (W, C) and `carries` (W, F) hold a category, or what a flow names, with all that lies beneath;
    `outset` (W, P) is what the parties hold before any flow.
    """

    data_map: DataMap
    party: dict[str, int]
    category: dict[str, int]
    sender: Index
    recipient: Index
    purpose: Index
    expected: Flags
    below: Words
    carries: Words
    outset: Words
    wires: Wires

    @cached_property
    def holds(self) -> Words:
        """What each party holds once all flows have run, (W, P)."""
        return spread(self.wires, self.outset)

    @cached_property
    def holds_without_expected(self) -> Words:
        """What each party holds if no expected flow is real, (W, P)."""
        if not self.expected.any():
            return self.holds
        confirmed = np.where(self.expected, np.uint64(0), self.carries)
        return spread(lay_wires(self.sender, self.recipient, confirmed, len(self.party)), self.outset)

    @cached_property
    def carried(self) -> Words:
        """What each flow really moves: of what it names, that which its sender holds, (W, F)."""
        return self.carries & self.holds[:, self.sender]

    @cached_property
    def flow_ids(self) -> NDArray[np.object_]:
        """The ids of the flows, (F,)."""
        return np.array([flow.id for flow in self.data_map.flows], np.object_)

    @cached_property
    def internal(self) -> Flags:
        """Which flows stay within the sender's organisation, (F,)."""
        flows = self.data_map.flows
        return np.fromiter((flow.role is Role.INTERNAL for flow in flows), np.bool_, len(flows))

    @cached_property
    def individual(self) -> Flags:
        """Which parties are categories of data subjects, (P,)."""
        return np.array([name in self.data_map.individuals for name in self.party], np.bool_)

    @cached_property
    def groups(self) -> tuple[list[tuple[str, ...]], Index]:
        """The different groups of people whom flows are about, and the number of each flow's group, (F,)."""
        numbers: dict[tuple[str, ...], int] = {}
        of_flow = _index(numbers.setdefault(flow.subjects, len(numbers)) for flow in self.data_map.flows)
        return list(numbers), of_flow

    @cached_property
    def _category_ids(self) -> tuple[str, ...]:
        return tuple(self.category)

    def names(self, bits: int) -> tuple[str, ...]:
        """Return the ids of the categories of a whole row of words, read as one number, in map order."""
        return tuple(self._category_ids[at] for at in ones(bits))

    def names_of(self, words: tuple[int, ...]) -> tuple[str, ...]:
        """Return the ids of the categories of a row of words, in map order."""
        return self.names(number_of(words))


def number_of(words: Iterable[int]) -> int:
    """Return a row of words as one number: bit *c* for category number *c*.

    >>> number_of((1, 1)) == 2**64 + 1
    True
    """
    return sum(word << 64 * at for at, word in enumerate(words))


def ones(bits: int) -> Iterator[int]:
    """Yield the places of the ones in a number, lowest first.

    >>> list(ones(0b1010))
    [1, 3]
    """
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def mark(graph: nx.MultiDiGraph[str]) -> None:
    """Mark a graph as one that holds its map and nothing else."""
    vars(graph)[_SLOT] = None


def compiled(graph: nx.MultiDiGraph[str]) -> Compiled:
    """Return the compiled form of a graph; it is made at the first question and then kept.

    Raises
    ------
    ParameterError
        The graph does not come from `build_graph`: a copy or a part of one may say other things than the map.
    """
    if _SLOT not in vars(graph):
        message = "This graph does not come from build_graph. Change the map, and build its graph again."
        raise ParameterError.at("graph", message)
    kept: Compiled | None = vars(graph)[_SLOT]
    if kept is None:
        kept = vars(graph)[_SLOT] = compile_map(graph.graph["data_map"])
    return kept


def compile_map(data_map: DataMap) -> Compiled:
    """Return a map in arrays; time and memory grow with its flows."""
    party = {each.id: at for at, each in enumerate(data_map.parties)}
    category = {each.id: at for at, each in enumerate(data_map.data)}
    sender, recipient, purpose, expected, counts, named = _columns(data_map, party, category)
    below = _below(data_map, category)
    carries = np.zeros((len(below), len(sender)), np.uint64)
    if len(sender):
        starts = np.cumsum(counts) - counts
        np.bitwise_or.reduceat(below[:, named], starts, axis=1, out=carries)
    return Compiled(
        data_map=data_map,
        party=party,
        category=category,
        sender=sender,
        recipient=recipient,
        purpose=purpose,
        expected=expected.astype(np.bool_),
        below=below,
        carries=carries,
        outset=outset_words(grounds(data_map), party, category, below),
        wires=lay_wires(sender, recipient, carries, len(party)),
    )


def _columns(data_map: DataMap, party: dict[str, int], category: dict[str, int]) -> tuple[Index, ...]:
    """Return sender, recipient, purpose, whether expected, and how many categories are named; and these."""
    number = {each.id: at for at, each in enumerate(data_map.purposes)}
    purpose = {each.id: number[each.purpose] for each in data_map.activities}
    flows = data_map.flows
    columns = np.empty((5, len(flows)), np.intp)
    named: list[int] = []
    # A block of flows stays in the processor's cache while each column reads it: half the time.
    for at in range(0, len(flows), _BLOCK):
        block = flows[at : at + _BLOCK]
        into = columns[:, at : at + _BLOCK]
        into[0] = [party[flow.sender] for flow in block]
        into[1] = [party[flow.recipient] for flow in block]
        into[2] = [purpose[flow.activity] for flow in block]
        into[3] = [flow.stance is Stance.EXPECTED for flow in block]
        into[4] = [len(flow.data) for flow in block]
        named += [category[name] for flow in block for name in flow.data]
    return (*columns, np.array(named, np.intp))


def outset_words(
    given: Iterable[Ground], party: dict[str, int], category: dict[str, int], below: Words
) -> Words:
    """Return what some grounds give to each party, (W, P)."""
    every = np.bitwise_or.reduce(below, axis=1)
    held = np.zeros((len(below), len(party)), np.uint64)
    for ground in given:
        names = ground.data
        some = (
            every if names is None else np.bitwise_or.reduce(below[:, [category[n] for n in names]], axis=1)
        )
        held[:, party[ground.party]] |= some
    return held


def _below(data_map: DataMap, category: dict[str, int]) -> Words:
    below = np.zeros((-(-len(category) // 64), len(category)), np.uint64)
    for name, beneath in data_map.below.items():
        for atom in beneath:
            word, bit = divmod(category[atom], 64)
            below[word, category[name]] |= np.uint64(1 << bit)
    return below


def _index(numbers: Iterable[int]) -> Index:
    return np.fromiter(numbers, np.intp)
