"""What outsiders come to hold, and by whose hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from ..graph.exposure import exposure
from ..law.identifiers import Identifies, identifies
from ..model.flow import Direction
from .facts import Facts


def identifying(facts: Facts, *ways: Identifies) -> frozenset[str]:
    """Return the categories of the map that point to a person in one of some ways; without `ways`, in any.

    What has others beneath it does not count: the identifier is one of those.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> sorted(identifying(Facts(example_map(), dt.date(2026, 11, 22))))
    ['name', 'passport-copy']
    """
    wanted = ways or tuple(Identifies)
    last = leaves(facts)
    return frozenset(
        category.id
        for category in facts.data_map.data
        if category.id in last and identifies(category.name) in wanted
    )


def leaves(facts: Facts) -> frozenset[str]:
    """Return the categories that have nothing beneath them, so that a number of them counts nothing twice.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> sorted(leaves(Facts(example_map(), dt.date(2026, 11, 22))))
    ['arrears', 'name', 'passport-copy']
    """
    below = facts.data_map.below
    return frozenset(category for category, beneath in below.items() if len(beneath) == 1)


def holders(facts: Facts, categories: Iterable[str]) -> Mapping[str, list[str]]:
    """Return which outsiders can come to hold which of some categories, if no expected flow is real.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> holders(Facts(example_map(), dt.date(2026, 11, 22)), ["passport-copy"])
    {'referencer': ['passport-copy'], 'insurer': ['passport-copy']}
    """
    shown = exposure(facts.graph)
    wanted = frozenset(categories)
    rows = [at for at, name in enumerate(shown.categories) if name in wanted]
    held = shown.matrix[rows] & ~shown.expected[rows]
    found: dict[str, list[str]] = {}
    for at in np.flatnonzero(held.any(axis=0)).tolist():
        party = shown.parties[at]
        if facts.outside(party):
            found[party] = [shown.categories[rows[row]] for row in np.flatnonzero(held[:, at]).tolist()]
    return found


def how_much(facts: Facts, parties: Iterable[str]) -> Mapping[str, int]:
    """Return how many categories each of some parties can come to hold, if no expected flow is real.

    Of a hierarchy the last level is counted alone, so that nothing counts twice.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> how_much(Facts(example_map(), dt.date(2026, 11, 22)), ["agent", "insurer"])
    {'agent': 3, 'insurer': 1}
    """
    shown = exposure(facts.graph)
    last = leaves(facts)
    rows = [at for at, name in enumerate(shown.categories) if name in last]
    counts = (shown.matrix[rows] & ~shown.expected[rows]).sum(axis=0).tolist()
    known = dict(zip(shown.parties, counts, strict=True))
    return {party: known[party] for party in parties}


def given_directly(facts: Facts) -> frozenset[str]:
    """Return the parties that get something from the controller, or from people, in at least one flow.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> sorted(given_directly(Facts(example_map(), dt.date(2026, 11, 22))))
    ['agent', 'court', 'referencer']
    """
    return frozenset(
        flow.recipient for flow in facts.flows if facts.data_map.direction(flow) is not Direction.ONWARD
    )
