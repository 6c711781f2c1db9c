"""All patterns that the year is made of, with what is needed to deal them out: weights, rhythms and times."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ...model.data_map import DataMap
from .days import Moments, midnight
from .declared import Declared, Judged, Pattern, spans
from .facts import Facts, facts
from .patterns import patterns_of, volume
from .rhythms import rhythm_of
from .year import Year

#: Patterns that a year has at most, about; maps of many flows have fewer for each.
_MOST: Final = 24_000


class Sheet(NamedTuple):
    """The patterns that a map covers, one for each span of days on which it means the same.

    `judged` and `facts` say what each earns and what decides about its people; `begins` and `ends` between
    which moments, `weight` how often, `rhythm` when. `subjects` says whom a pattern may be about.
    """

    data_map: DataMap
    known: Declared
    patterns: tuple[Pattern, ...]
    judged: tuple[Judged, ...]
    facts: tuple[Facts, ...]
    begins: Moments
    ends: Moments
    weight: NDArray[np.float64]
    rhythm: NDArray[np.int64]
    subjects: Mapping[Pattern, tuple[str, ...]]
    started: frozenset[str]

    @property
    def ruled(self) -> Moments:
        """The places of the patterns whose data a retention statement limits."""
        return np.array([n for n, facts in enumerate(self.facts) if facts.kept], dtype=np.int64)


def draw_sheet(known: Declared, year: Year, started: Collection[str]) -> Sheet:
    """Write out what the flows of a map would leave in logs in a year, and keep what the map covers.

    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.evidence.life.declared import declared
    >>> drawn = draw_sheet(declared(example_map()), Year(1, 9, 9, dt.date(2026, 1, 1)), ())
    >>> {judged.flow for judged in drawn.judged}
    {0, 1, 2, 3}
    """
    data_map = known.data_map
    rng = year.chance(3)
    most = max(_MOST // max(len(data_map.flows), 1), 1)
    weights: dict[Pattern, float] = {}
    rhythms: dict[Pattern, int] = {}
    subjects: dict[Pattern, dict[str, None]] = {}
    for flow in data_map.flows:
        frequent, rhythm = volume(data_map, flow, rng), rhythm_of(data_map, flow)
        drawn = list(patterns_of(known, flow, rng, min(most, 14)))
        whole = sum(share for _, share in drawn)
        for pattern, share in drawn:
            weights[pattern] = weights.get(pattern, 0.0) + frequent * share / whole
            rhythms.setdefault(pattern, int(rhythm))
            subjects.setdefault(pattern, {}).update(dict.fromkeys(flow.subjects))
    rows = [
        (pattern, judged, midnight(begin), midnight(end + dt.timedelta(days=1)))
        for pattern in weights
        for begin, end, judged in spans(known, pattern, year.start, year.end)
        if all(verdict.is_covered for verdict in judged.verdicts)
    ]
    return Sheet(
        data_map,
        known,
        tuple(row[0] for row in rows),
        tuple(row[1] for row in rows),
        tuple(facts(data_map, row[0], row[1], started) for row in rows),
        np.array([row[2] for row in rows], dtype=np.int64),
        np.array([row[3] for row in rows], dtype=np.int64),
        np.array([weights[row[0]] for row in rows], dtype=float),
        np.array([rhythms[row[0]] for row in rows], dtype=np.int64),
        {pattern: tuple(whom) for pattern, whom in subjects.items()},
        frozenset(started),
    )
