"""Who and when, so that a promise to a person is broken, or only just kept: often at the very boundary."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

import numpy as np

from ...model.verdict import Verdict
from .days import DAY, NEVER, Moments, local_day, midnight
from .faulty import Candidate, covered
from .people import ended, limit
from .stage import Stage


class Attempt(NamedTuple):
    """An observation that may show what is wanted; `person` is a place among the people."""

    candidate: Candidate
    person: int
    at: int


#: How a broken promise is found, or (the last argument) one that is only just kept.
Recipe = Callable[[Stage, np.random.Generator, bool], Attempt | None]


def attempt(
    stage: Stage, wanted: Verdict, rng: np.random.Generator, innocent: bool = False
) -> Attempt | None:
    """Return an observation that probably breaks a promise, or that only just keeps it; None if none came up.

    Whoever calls it judges what came up: this only knows where to look.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.evidence.life.stage import stage_of
    >>> from audit_lib.evidence.life.year import Year
    >>> year = Year(1, 100, 20, dt.date(2026, 1, 1))
    >>> stage = stage_of(example_map(), year)
    >>> tried = attempt(stage, Verdict.AFTER_DELETION, year.chance(1))
    >>> tried is None or tried.at > int(stage.life.papers.deleted_at[tried.person])
    True
    """
    return RECIPES[wanted](stage, rng, innocent)


def _restricted(verdict: Verdict) -> Recipe:
    def recipe(stage: Stage, rng: np.random.Generator, innocent: bool) -> Attempt | None:
        papers = stage.life.papers
        person = _any(rng, stage.within_reach[verdict])
        if person is None:
            return None
        place = _any(rng, np.flatnonzero(stage.allowed.blocked[papers.restricted[person]]))
        if place is None:
            return None
        since, until = int(papers.restricted_since[person]), int(papers.restricted_until[person])
        edges = (since - 1, until) if innocent else (since, until - 1)
        return _at(stage, rng, (covered(stage.sheet, place), person), edges, (since, until))

    return recipe


def _deleted(stage: Stage, rng: np.random.Generator, innocent: bool) -> Attempt | None:
    papers = stage.life.papers
    person = _any(rng, stage.within_reach[Verdict.AFTER_DELETION])
    place = (
        _any(rng, np.flatnonzero(stage.allowed.gone[papers.deleted[person]])) if person is not None else None
    )
    if person is None or place is None:
        return None
    at = int(papers.deleted_at[person])
    edges = (at, at - 1) if innocent else (at + 1, at + 1)
    return _at(stage, rng, (covered(stage.sheet, place), person), edges, (at + 1, at + 90 * DAY))


def _without_consent(stage: Stage, rng: np.random.Generator, innocent: bool) -> Attempt | None:
    place = _any(rng, np.flatnonzero(stage.allowed.consent >= 0))
    person = None if place is None else _about(stage, covered(stage.sheet, place), rng)
    if place is None or person is None:
        return None
    papers, purpose = stage.life.papers, int(stage.allowed.consent[place])
    since, until = int(papers.since[purpose, person]), int(papers.until[purpose, person])
    edges = (since, until - 1) if innocent else (since - 1, until)
    left = min(int(stage.life.people.last[person]), stage.last)
    never = (int(stage.life.people.start[person]), left)
    after = (until, left) if until != NEVER else (never[0], min(since, left))
    return _at(stage, rng, (covered(stage.sheet, place), person), edges, never if since == NEVER else after)


def _without_request(stage: Stage, rng: np.random.Generator, innocent: bool) -> Attempt | None:
    place = _any(rng, np.flatnonzero(stage.allowed.asked))
    if place is None:
        return None
    candidate = covered(stage.sheet, place)
    asked = stage.life.papers.requests.get(candidate.pattern.recipient)
    person = _about(stage, candidate, rng)
    if asked and rng.random() < 0.6:
        person = _any(rng, asked.person)
    if person is None:
        return None
    earliest = asked.first.get(person) if asked else None
    start = int(stage.life.people.start[person])
    if earliest is None:
        return None if innocent else _at(stage, rng, (candidate, person), (), (start, stage.last))
    dawn = midnight(local_day(earliest))
    edges = (dawn, earliest) if innocent else (dawn - 1, dawn - 1)
    return _at(stage, rng, (candidate, person), edges, (start, dawn))


def _kept(stage: Stage, rng: np.random.Generator, innocent: bool) -> Attempt | None:
    people = stage.life.people
    place = _any(rng, stage.sheet.ruled)
    if place is None:
        return None
    candidate = covered(stage.sheet, place)
    person = _about(stage, candidate, rng, stage.within_reach[Verdict.AFTER_RETENTION])
    ending = next(each for each in stage.life.endings if candidate.facts.kept in each.starts)
    known = [] if person is None else ended(people, ending, person)
    if person is None or not known or known[-1] is None:
        return None
    period = next(str(r.period) for r in stage.life.data_map.retention if r.id == candidate.facts.kept)
    over = limit(max(each for each in known if each is not None), period)
    edges = (over - 1, over - 1) if innocent else (over, over)
    return _at(stage, rng, (candidate, person), edges, (over, over + 120 * DAY))


RECIPES: Final[Mapping[Verdict, Recipe]] = {
    Verdict.AFTER_RESTRICTION: _restricted(Verdict.AFTER_RESTRICTION),
    Verdict.AFTER_OBJECTION: _restricted(Verdict.AFTER_OBJECTION),
    Verdict.AFTER_DELETION: _deleted,
    Verdict.NO_CONSENT: _without_consent,
    Verdict.NO_REQUEST: _without_request,
    Verdict.AFTER_RETENTION: _kept,
}


def _any(rng: np.random.Generator, places: Moments) -> int | None:
    return int(places[int(rng.integers(0, places.size))]) if places.size else None


def _about(
    stage: Stage, candidate: Candidate, rng: np.random.Generator, among: Moments | None = None
) -> int | None:
    """Draw somebody whom a pattern may be about."""
    people = stage.life.people
    wanted = [people.categories.index(name) for name in candidate.subjects if name in people.categories]
    wanted = [place for place in wanted if people.size[place]]
    if not wanted:
        return None
    if among is None:
        place = wanted[int(rng.integers(0, len(wanted)))]
        return int(people.low[place] + rng.integers(0, people.size[place]))
    fitting = among[np.isin(people.category[among], wanted)]
    return _any(rng, fitting)


def _at(
    stage: Stage,
    rng: np.random.Generator,
    whom: tuple[Candidate, int],
    edges: tuple[int, ...],
    between: tuple[int, int],
) -> Attempt | None:
    """Put it on one of the edges, or (every other time) anywhere between two moments, within the year."""
    candidate, person = whom
    low, high = max(stage.first, candidate.begins), min(stage.last, candidate.ends)
    within = [edge for edge in edges if low <= edge < high]
    if within and rng.random() < 0.5:
        return Attempt(candidate, person, within[int(rng.integers(0, len(within)))])
    low, high = max(low, between[0]), min(high, between[1])
    return Attempt(candidate, person, int(rng.integers(low, high))) if low < high else None
