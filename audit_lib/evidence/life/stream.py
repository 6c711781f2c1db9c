"""The year dealt out in slices, each of bounded size: what was given to whom, about whom, and when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from .allowed import NOBODY, Slice, may_move
from .days import HOUR, Moments
from .rhythms import busy, hours
from .stage import Stage
from .year import Year

#: Observations in a slice, about.
SLICE: Final = 200_000

#: How often another person is drawn for an observation before it is written without one.
_DRAWS: Final = 7

#: One in so many log entries records no person.
_UNRECORDED: Final = 40

#: How much more often the people who come first are met than the others.
_SKEW: Final = 1.5


class _Piece(NamedTuple):
    """Hours, or a part of one, with how many observations of each rhythm (rows) fall into each (columns)."""

    begins: Moments
    width: float
    counts: NDArray[np.int64]


class Calendar(NamedTuple):
    """How the observations of a year are spread over its hours."""

    begins: Moments
    counts: NDArray[np.int64]
    cuts: frozenset[int]


def calendar(stage: Stage, year: Year, number: int) -> Calendar:
    """Spread a number of observations over the hours of a year, by rhythm; none where the map has no flow.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.evidence.life.stage import stage_of
    >>> year = Year(1, 100, 20, dt.date(2026, 1, 1))
    >>> stage = stage_of(example_map(), year)
    >>> int(calendar(stage, year, 100).counts.sum())
    100
    """
    rng, sheet = year.chance(8), stage.sheet
    at, weight = hours(year.start, year.days)[:-1], busy(year.start, year.days)
    for rhythm in range(len(weight)):
        ours = np.flatnonzero(sheet.rhythm == rhythm)
        going = np.zeros(at.size)
        for place in ours:
            going[(sheet.begins[place] <= at) & (at < sheet.ends[place])] += sheet.weight[place]
        weight[rhythm] *= going / weight[rhythm].sum()
    share = weight.ravel()
    if not share.sum():
        return Calendar(at, np.zeros(weight.shape, dtype=np.int64), frozenset())
    counts = rng.multinomial(number, share / share.sum()).reshape(weight.shape)
    cuts = frozenset(sheet.begins.tolist()) | frozenset(sheet.ends.tolist())
    return Calendar(at, counts, cuts)


def slices(stage: Stage, spread: Calendar, year: Year) -> Iterator[Slice]:
    """Yield all observations that the map covers, in the order of time, in slices of bounded size.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.evidence.life.stage import stage_of
    >>> year = Year(1, 100, 20, dt.date(2026, 1, 1))
    >>> stage = stage_of(example_map(), year)
    >>> sum(part.at.size for part in slices(stage, calendar(stage, year, 100), year))
    100
    """
    rng = year.chance(9)
    for piece in _pieces(spread):
        yield _deal(stage, piece, rng)


def _pieces(year: Calendar) -> Iterator[_Piece]:
    """Cut the hours where a slice is full and where a flow begins or ends; cut an hour that is too full."""
    totals = year.counts.sum(axis=0)
    first, full = 0, 0
    for place, total in enumerate(totals.tolist()):
        at_cut = int(year.begins[place]) in year.cuts
        if place > first and (at_cut or full + total > SLICE):
            yield _Piece(year.begins[first:place], HOUR, year.counts[:, first:place])
            first, full = place, 0
        full += total
        if full > SLICE:
            yield from _parts(int(year.begins[place]), year.counts[:, place])
            first, full = place + 1, 0
    if first < totals.size:
        yield _Piece(year.begins[first:], HOUR, year.counts[:, first:])


def _parts(begins: int, counts: NDArray[np.int64]) -> Iterator[_Piece]:
    """Cut one hour into parts of equal length."""
    number = int(counts.sum()) // SLICE + 1
    edges = [begins + HOUR * part // number for part in range(number + 1)]
    for part in range(number):
        share = counts * (part + 1) // number - counts * part // number
        yield _Piece(np.array([edges[part]]), edges[part + 1] - edges[part], share[:, None])


def _deal(stage: Stage, piece: _Piece, rng: np.random.Generator) -> Slice:
    """Draw for each observation when, by which pattern and about whom, and put them in order."""
    sheet = stage.sheet
    begins = int(piece.begins[0])
    going = (sheet.begins <= begins) & (begins < sheet.ends)
    at_all, patterns = [], []
    for rhythm, counts in enumerate(piece.counts):
        number = int(counts.sum())
        if number:
            ours = np.flatnonzero(going & (sheet.rhythm == rhythm))
            weight = np.cumsum(sheet.weight[ours])
            drawn = np.searchsorted(weight, rng.random(number) * weight[-1], side="right")
            patterns.append(ours[np.minimum(drawn, ours.size - 1)])
            at_all.append(
                np.repeat(piece.begins, counts) + (rng.random(number) * piece.width).astype(np.int64)
            )
    if not patterns:
        empty = np.empty(0, dtype=np.int64)
        return Slice(empty, empty, empty)
    at, pattern = np.concatenate(at_all), np.concatenate(patterns)
    order = np.argsort(at, kind="stable")
    at, pattern = at[order], pattern[order]
    return Slice(at, _people(stage, pattern, at, rng), pattern)


def _people(stage: Stage, pattern: Moments, at: Moments, rng: np.random.Generator) -> Moments:
    """Draw people until what they were promised allows each observation; those that stay open name nobody."""
    person = np.full(pattern.size, NOBODY, dtype=np.int64)
    waiting = np.flatnonzero(rng.random(pattern.size) >= 1 / _UNRECORDED)
    for _ in range(_DRAWS):
        if not waiting.size:
            break
        drawn = _drawn(stage, pattern[waiting], at[waiting], rng)
        fine = drawn != NOBODY
        fine[fine] = may_move(
            stage.allowed, stage.life, Slice(at[waiting[fine]], drawn[fine], pattern[waiting[fine]])
        )
        person[waiting[fine]] = drawn[fine]
        waiting = waiting[~fine]
    return person


def _drawn(stage: Stage, pattern: Moments, at: Moments, rng: np.random.Generator) -> Moments:
    """Draw a person for each observation: of those it may be about, or whom the authority had asked about."""
    people, crowd = stage.life.people, stage.crowd
    which = crowd.first[pattern] + (rng.random(pattern.size) * crowd.number[pattern]).astype(np.int64)
    category = crowd.category[which]
    size = people.size[category]
    place = (rng.random(pattern.size) ** _SKEW * size).astype(np.int64)
    person = np.where(size > 0, people.low[category] + place, NOBODY)
    person[crowd.number[pattern] == 0] = NOBODY
    asked = np.flatnonzero(stage.allowed.asked[pattern])
    for recipient, requests in stage.life.papers.requests.items():
        ours = asked[crowd.authority[pattern[asked]] == crowd.authorities.index(recipient)]
        known = np.searchsorted(requests.at, at[ours], side="right")
        chosen = requests.person[
            np.minimum((rng.random(ours.size) * known).astype(np.int64), requests.at.size - 1)
        ]
        person[ours] = np.where(known > 0, chosen, NOBODY)
    unknown = asked[crowd.authority[pattern[asked]] < 0]
    person[unknown] = NOBODY
    return person
