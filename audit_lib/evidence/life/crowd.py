"""Whom each pattern may be about, as arrays."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from .days import Moments
from .papers import Papers
from .people import People
from .sheet import Sheet


class Crowd(NamedTuple):
    """For each pattern, where its categories of people stand in `category` (from `first` on, so many).

    `authority` is the place among `authorities` of the one to whom a pattern goes, -1 where none asks.
    """

    first: Moments
    number: Moments
    category: Moments
    authority: Moments
    authorities: tuple[str, ...]


def crowd_of(sheet: Sheet, people: People, papers: Papers) -> Crowd:
    """List the categories of people of each pattern, those that are larger more often.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.evidence.life.stage import stage_of
    >>> from audit_lib.evidence.life.year import Year
    >>> year = Year(1, 100, 20, dt.date(2026, 1, 1))
    >>> stage = stage_of(example_map(), year)
    >>> crowd_of(stage.sheet, stage.life.people, stage.life.papers).authorities
    ()
    """
    first, number, flat = [], [], [0]
    places = {name: place for place, name in enumerate(people.categories)}
    mean = max(int(people.size.sum()) // max(len(people.categories), 1), 1)
    for pattern in sheet.patterns:
        ours = [places[name] for name in sheet.subjects[pattern] if name in places]
        ours = [place for place in ours for _ in range(_often(int(people.size[place]), mean))]
        first.append(len(flat))
        number.append(len(ours))
        flat += ours
    authorities = tuple(papers.requests)
    authority = [authorities.index(p.recipient) if p.recipient in authorities else -1 for p in sheet.patterns]
    return Crowd(
        np.minimum(np.array(first, dtype=np.int64), len(flat) - 1),
        np.array(number, dtype=np.int64),
        np.array(flat, dtype=np.int64),
        np.array(authority, dtype=np.int64),
        authorities,
    )


def _often(size: int, mean: int) -> int:
    """Return a weight from 1 to 8 by how large a category is; 0 for one without people."""
    return min(max(2 * size // mean, 1), 8) if size else 0
