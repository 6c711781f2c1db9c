"""What people had agreed to, forbidden, had deleted and been asked for, in an invented year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ...model.restriction import Ground, Restriction
from .days import DAY, NEVER, Moments
from .people import People
from .sheet import Sheet
from .year import Year

#: A person who has withdrawn may agree again so long after, which one in so many does.
_AGAIN: Final = 20 * DAY
_ONE_IN: Final = 3

#: The grounds of restrictions, so that few people are enough for both verdicts that follow from them.
_GROUNDS: Final = (
    Ground.OBJECTION,
    Ground.ACCURACY,
    *sorted(set(Ground) - {Ground.OBJECTION, Ground.ACCURACY}),
)

_MOST_REQUESTS: Final = 200_000


class Forbidden(NamedTuple):
    """A sort of restriction: why, of which data (none: all) and in which activities (none: all)."""

    ground: Ground
    data: tuple[str, ...]
    activities: tuple[str, ...]


class Deleted(NamedTuple):
    """A sort of deletion: who deleted which category, with all beneath it."""

    holder: str
    data: str


class Requests(NamedTuple):
    """What an authority asked for, in the order of time: when, about whom; the first about each person."""

    at: Moments
    person: Moments
    first: Mapping[int, int]


class Papers(NamedTuple):
    """What is kept beside the logs; arrays have one place a person, -1 says that there is nothing.

    `since` and `until` of consents have a row for each purpose of `purposes`.
    """

    forbidden: tuple[Forbidden, ...]
    restricted: NDArray[np.int16]
    restricted_since: Moments
    restricted_until: Moments
    deletions: tuple[Deleted, ...]
    deleted: NDArray[np.int16]
    deleted_at: Moments
    purposes: tuple[str, ...]
    since: Moments
    until: Moments
    requests: Mapping[str, Requests]


def as_restriction(sort: Forbidden) -> Restriction:
    """Return a sort of restriction as the law's rule takes it, in force on every day.

    >>> as_restriction(Forbidden(Ground.CLAIMS, (), ())).since.year
    1
    """
    return Restriction(
        id="RES-2026-0001",
        person="aaaa-bbbb-cccc-dddd",
        request="R-2026-0001",
        ground=sort.ground,
        since=dt.date.min,
        data=sort.data,
        activities=sort.activities,
    )


def again(until: Moments, persons: Moments) -> Moments:
    """Return from when those hold who agreed anew after a withdrawal; `NEVER` for all others.

    >>> again(np.array([0, NEVER]), np.array([3, 3])).tolist() == [_AGAIN, NEVER]
    True
    """
    return np.where((until != NEVER) & (persons % _ONE_IN == 0), until, NEVER - _AGAIN) + _AGAIN


def consented(papers: Papers, purpose: int, person: int, at: int) -> bool:
    """Say whether a person had agreed to a purpose at a moment: from giving up to, not at, withdrawing.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.evidence.life.stage import stage_of
    >>> year = Year(1, 100, 20, dt.date(2026, 1, 1))
    >>> papers = stage_of(example_map(), year).life.papers
    >>> agreed = papers._replace(since=np.array([[10]]), until=np.array([[20]]))
    >>> [consented(agreed, 0, 0, at) for at in (9, 10, 19, 20)]
    [False, True, True, False]
    """
    since, until = int(papers.since[purpose, person]), int(papers.until[purpose, person])
    return since <= at < until or (until != NEVER and person % _ONE_IN == 0 and at >= until + _AGAIN)


def draw_papers(sheet: Sheet, people: People, year: Year, asked: int) -> Papers:
    """Make up what people agreed to, forbade and had deleted in a year, and what authorities asked for.

    `asked` is about how many disclosures to authorities there will be. Nobody is both restricted and deleted.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.evidence.life.stage import stage_of
    >>> year = Year(1, 100, 20, dt.date(2026, 1, 1))
    >>> stage = stage_of(example_map(), year)
    >>> papers = draw_papers(stage.sheet, stage.life.people, year, 0)
    >>> papers.purposes, int((papers.restricted >= 0).sum()), int((papers.deleted >= 0).sum())
    ((), 6, 6)
    """
    rng, first, last = year.chance(2), year.first, year.last
    number = people.start.size
    about = rng.permutation(
        np.flatnonzero((people.last > first) & (people.start < last - (last - first) // 5))
    )
    forbidden, deletions = _sorts_of_restriction(sheet, rng), _sorts_of_deletion(sheet, rng)
    few = _few(about.size, len(forbidden)), _few(about.size, len(deletions))
    restricted = np.full(number, -1, dtype=np.int16)
    since, until = np.full(number, NEVER), np.full(number, NEVER)
    one = about[: few[0]]
    restricted[one] = np.arange(one.size) % max(len(forbidden), 1)
    since[one] = _within(rng, np.maximum(people.start[one], first - 60 * DAY), last - 20 * DAY)
    ends = rng.random(one.size) < 0.5
    until[one[ends]] = since[one[ends]] + ((5 + 90 * rng.random(int(ends.sum()))) * DAY).astype(np.int64)
    deleted, deleted_at = np.full(number, -1, dtype=np.int16), np.full(number, NEVER)
    two = about[few[0] : few[0] + few[1]]
    deleted[two] = np.arange(two.size) % max(len(deletions), 1)
    deleted_at[two] = _within(rng, np.maximum(people.start[two], first), np.minimum(people.last[two], last))
    purposes, given, withdrawn = _consents(sheet, people, year, rng)
    requests = _requests(sheet, people, year, asked, rng)
    return Papers(
        forbidden,
        restricted,
        since,
        until,
        deletions,
        deleted,
        deleted_at,
        purposes,
        given,
        withdrawn,
        requests,
    )


def _few(present: int, sorts: int) -> int:
    """Return how many are concerned: about one in thirty, some of each sort, never more than a third."""
    return min(max(present // 30, 8 * sorts), present // 3) if sorts else 0


def _within(rng: np.random.Generator, low: Moments, high: Moments | int) -> Moments:
    """Draw a moment between two for each person; the first where there is no time between."""
    room = np.maximum(np.asarray(high) - low, 0)
    return np.asarray(low + (rng.random(low.size) * room).astype(np.int64))


def _sorts_of_restriction(sheet: Sheet, rng: np.random.Generator) -> tuple[Forbidden, ...]:
    """Take restrictions that reach what flows carry: of all data, of one category or two, of an activity."""
    if not sheet.patterns:
        return ()
    found = dict.fromkeys(Forbidden(ground, (), ()) for ground in _GROUNDS)
    for _ in range(2):
        for ground in _GROUNDS:
            one, two = (int(n) for n in rng.integers(0, len(sheet.patterns), 2))
            pick, other, work = sheet.patterns[one], sheet.patterns[two], sheet.facts[one].activity
            shapes = [
                Forbidden(ground, (pick.data,), ()),
                Forbidden(ground, (), (work,) if work else ()),
                Forbidden(ground, tuple(dict.fromkeys([pick.data, other.data])), ()),
            ]
            found.update(dict.fromkeys(shapes))
    return tuple(found)


def _sorts_of_deletion(sheet: Sheet, rng: np.random.Generator) -> tuple[Deleted, ...]:
    """Take deletions by those who send, of what they send or of its parent category."""
    individuals = sheet.data_map.individuals
    sent = [p for p in sheet.patterns if p.sender is not None and p.sender not in individuals]
    if not sent:
        return ()
    picked = [sent[int(n)] for n in rng.integers(0, len(sent), 30)]
    parents = sheet.data_map.category
    return tuple(
        dict.fromkeys(
            Deleted(p.sender or "", (parents[p.data].parent or p.data) if number % 2 else p.data)
            for number, p in enumerate(picked)
        )
    )


def _consents(
    sheet: Sheet, people: People, year: Year, rng: np.random.Generator
) -> tuple[tuple[str, ...], Moments, Moments]:
    """Let four in five of those asked agree, some of them late, and a quarter of these withdraw."""
    asked: dict[str, set[str]] = {}
    for pattern, facts in zip(sheet.patterns, sheet.facts, strict=True):
        if facts.consent:
            asked.setdefault(facts.consent, set()).update(sheet.subjects[pattern])
    purposes, rows = [], []
    for purpose, categories in asked.items():
        inside = np.array([name in categories for name in people.categories], dtype=np.bool_)
        whose = np.flatnonzero(inside[people.category] & (rng.random(people.start.size) < 0.8))
        since, until = np.full(people.start.size, NEVER), np.full(people.start.size, NEVER)
        wait = np.where(rng.random(whose.size) < 0.7, 0.01, 90) * DAY * rng.random(whose.size)
        since[whose] = people.start[whose] + wait.astype(np.int64)
        gone = whose[(rng.random(whose.size) < 0.25) & (people.last[whose] > year.first)]
        until[gone] = _within(rng, np.maximum(since[gone] + DAY, year.first), year.last - 5 * DAY)
        until[gone] = np.maximum(until[gone], since[gone] + 1)
        if whose.size:
            purposes.append(purpose)
            rows.append((since, until))
    empty = np.empty((0, people.start.size), dtype=np.int64)
    given = np.stack([since for since, _ in rows]) if rows else empty
    return tuple(purposes), given, np.stack([until for _, until in rows]) if rows else empty


def _requests(
    sheet: Sheet, people: People, year: Year, asked: int, rng: np.random.Generator
) -> dict[str, Requests]:
    """Let each authority ask about some people, from two months before the year.first disclosure on."""
    whom: dict[str, set[str]] = {}
    for pattern, facts in zip(sheet.patterns, sheet.facts, strict=True):
        if facts.request:
            whom.setdefault(pattern.recipient, set()).update(sheet.subjects[pattern])
    found = {}
    for recipient, categories in whom.items():
        inside = np.array([name in categories for name in people.categories], dtype=np.bool_)
        present = np.flatnonzero(
            inside[people.category] & (people.last > year.first) & (people.start < year.last)
        )
        if present.size:
            number = min(max(asked // (2 * len(whom)), 12), 2 * int(present.size), _MOST_REQUESTS)
            persons = rng.choice(present, number)
            earliest = np.maximum(people.start[persons], year.first - 60 * DAY)
            at = _within(rng, earliest, np.minimum(people.last[persons], year.last))
            order = np.argsort(at, kind="stable")
            at, persons = at[order], persons[order]
            unique, place = np.unique(persons, return_index=True)
            firsts = dict(zip(unique.tolist(), at[place].tolist(), strict=True))
            found[recipient] = Requests(at, persons, firsts)
    return found
