"""Which party can come to hold which data category, for all of them at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np

from .asked import Asked, refuse_unknown
from .compiled import Compiled, compiled
from .spread import Flags, Words

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, eq=False)
class Exposure:
    """Which party can come to hold which data category.

    All matrices are boolean and read-only, of shape (number of categories, number of parties), in the order
    of the map. A cell speaks of the category itself: a party may hold `passport-copy` without the whole of
    `identity`. `parties_with` asks for a category with all that lies beneath it.

    Attributes
    ----------
    categories, parties
        What the rows and the columns stand for.
    matrix
        Whether the party holds the category, once all flows have run.
    """

    categories: tuple[str, ...]
    parties: tuple[str, ...]
    matrix: Flags
    _compiled: Compiled = field(repr=False)

    @cached_property
    def outset(self) -> Flags:
        """Whether the party holds the category before any flow: as people, in a system, or by creating it."""
        return flags(self._compiled.outset, len(self.categories))

    @cached_property
    def received(self) -> Flags:
        """Whether a flow brings the category to the party, even where the party held it at the outset."""
        form = self._compiled
        brought = np.zeros_like(form.holds)
        for row, carried in zip(brought, form.carried, strict=True):
            np.bitwise_or.at(row, form.recipient, carried)
        return flags(brought, len(self.categories))

    @cached_property
    def expected(self) -> Flags:
        """Whether the party holds the category only if a flow that nobody has confirmed is real."""
        form = self._compiled
        return flags(form.holds & ~form.holds_without_expected, len(self.categories))

    def parties_with(self, category: str) -> tuple[str, ...]:
        """Return the parties that can come to hold a category or something beneath it, in map order.

        Raises
        ------
        ParameterError
            The map has no such category.
        """
        refuse_unknown([Asked("data", category, "data category", self.categories)])
        beneath = self._compiled.data_map.below[category]
        rows = [at for at, name in enumerate(self.categories) if name in beneath]
        return tuple(self.parties[at] for at in np.flatnonzero(self.matrix[rows].any(axis=0)))

    def categories_of(self, party: str) -> tuple[str, ...]:
        """Return the categories that a party can come to hold, in map order.

        Raises
        ------
        ParameterError
            The map has no such party.
        """
        refuse_unknown([Asked("party", party, "party", self._compiled.party)])
        column = self.matrix[:, self._compiled.party[party]]
        return tuple(self.categories[at] for at in np.flatnonzero(column))

    def frame(self) -> pd.DataFrame:
        """Return the matrix as a table: categories down, parties across."""
        # Only who asks for a table waits for pandas: `check` must start without it.
        import pandas as pd  # noqa: PLC0415

        return pd.DataFrame(self.matrix, index=list(self.categories), columns=list(self.parties))


def exposure(graph: nx.MultiDiGraph[str]) -> Exposure:
    """Return which party can come to hold which data category.

    A party holds at the outset what it is, operates or creates (see `outset.grounds`); a flow adds to its
    recipient what it names, and what lies beneath, as far as its sender holds it. Expected flows count, and
    `Exposure.expected` tells the cells that rest on them.

    Time grows with the number of flows times the number of 64s of categories.

    Examples
    --------
    >>> from audit_lib.graph.build import build_graph
    >>> from audit_lib.graph.example import example_map
    >>> shown = exposure(build_graph(example_map()))
    >>> shown.parties_with("passport-copy")
    ('tenants', 'agent', 'referencer', 'insurer')
    >>> shown.categories_of("insurer")
    ('passport-copy',)
    >>> shown.matrix.shape
    (4, 5)
    """
    return exposure_of(compiled(graph))


def exposure_of(form: Compiled) -> Exposure:
    """Return the exposure of a compiled map.

    >>> from audit_lib.graph.compiled import compile_map
    >>> from audit_lib.graph.example import example_map
    >>> exposure_of(compile_map(example_map())).categories_of("court")
    ('arrears',)
    """
    return Exposure(
        categories=tuple(form.category),
        parties=tuple(form.party),
        matrix=flags(form.holds, len(form.category)),
        _compiled=form,
    )


def flags(words: Words, categories: int) -> Flags:
    """Return words (W, P) as a read-only boolean matrix (C, P), without moving the bits twice.

    >>> flags(np.array([[5]], np.uint64), 3).tolist()
    [[True], [False], [True]]
    """
    rows = np.ascontiguousarray(words.T.astype("<u8", copy=False)).view(np.uint8)
    shown = np.unpackbits(rows, axis=1, bitorder="little", count=categories).view(np.bool_).T
    shown.flags.writeable = False
    return shown
