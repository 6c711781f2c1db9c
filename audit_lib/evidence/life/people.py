"""The people of an invented year: when what binds them to the organisation began and ended."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ...model.data_map import DataMap
from ...model.noun import Gap
from .days import DAY, HOUR, NEVER, Moments, ends_on, local_day, midnight, parts
from .year import Year

#: The number that the first person goes by in the logs.
FIRST_NUMBER: Final = 100_001

#: For how long data about somebody who has left still moves, unless a period of retention ends before.
_AFTERMATH: Final = 60 * DAY

#: One in so many had an earlier spell that ended before this one began; it starts no period that counts.
_EARLIER: Final = 7

#: Longer periods than this began before anybody's records, and no leaver is made up for them (days).
_LONGEST: Final = 40_000


class Ending(NamedTuple):
    """A list of endings: which retention periods they start, of whom, how long after a person has left."""

    id: str
    name: str
    starts: tuple[str, ...]
    categories: frozenset[str]
    shift: int


class People(NamedTuple):
    """Everybody, one place an attribute; those of one category of data subjects stand together.

    `low` and `size` say where each category stands. `end` is `NEVER` for whoever is still there; `last` is
    the moment before which data about a person may move, as far as time alone decides.
    """

    categories: tuple[str, ...]
    low: Moments
    size: Moments
    category: NDArray[np.int16]
    start: Moments
    end: Moments
    last: Moments


def endings(data_map: DataMap) -> tuple[Ending, ...]:
    """Return the lists of endings that a map calls for: one for each event that starts a stated period.

    >>> from audit_lib.graph.example import example_map
    >>> endings(example_map())
    ()
    """
    events: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for one in data_map.retention:
        if not isinstance(one.period, Gap) and not isinstance(one.starts, Gap):
            event = " ".join(one.starts.casefold().split())
            events.setdefault(event, []).append(one.id)
            names.setdefault(event, " ".join(one.starts.split())[:200])
    statements = {one.id: one for one in data_map.retention}
    everybody = frozenset(data_map.individuals)
    found = []
    for number, (event, starts) in enumerate(events.items()):
        named = [data_map.activity[a].subjects for s in starts for a in statements[s].activities]
        whole = any(not statements[s].activities for s in starts)
        whom = everybody if whole else frozenset(subject for subjects in named for subject in subjects)
        found.append(Ending(f"ends-{number + 1}", names[event], tuple(starts), whom, number % 5))
    return tuple(found)


def populate(data_map: DataMap, year: Year, lists: Sequence[Ending]) -> People:
    """Make up people: a third come in the year, some leave, some left so long ago that a period ends now.

    >>> from audit_lib.graph.example import example_map
    >>> populate(example_map(), Year(1, 100, 10, dt.date(2026, 1, 1)), ()).size.tolist()
    [10]
    """
    rng, number = year.chance(1), year.people
    categories, size = _shares(data_map, number)
    category = np.repeat(np.arange(len(categories), dtype=np.int16), size)
    first, last = year.first, year.last
    came = first - (rng.exponential(900, number) * DAY).astype(np.int64)
    newer = rng.random(number) < 0.35
    came[newer] = first + (rng.random(int(newer.sum())) * 0.8 * (last - first)).astype(np.int64)
    left = came + ((60 + rng.exponential(700, number)) * DAY).astype(np.int64)
    left[(left >= last) | ((left < first) & (rng.random(number) < 0.7))] = NEVER
    _long_gone(_lengths(data_map, lists), came, left, year, rng)
    people = People(categories, np.cumsum(size) - size, size, category, came, left, left.copy())
    limits = first_limits(data_map, people, lists)
    gone = left != NEVER
    people.last[gone] = np.minimum(left[gone] + _AFTERMATH, limits[gone])
    return people


def ended(people: People, ending: Ending, person: int) -> list[int | None]:
    """Return the moments that a list of endings holds of a person; None for what still goes on.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> people = populate(example_map(), Year(1, 100, 10, dt.date(2026, 1, 1)), ())
    >>> left = Ending("ends-1", "Leaving", ("keep",), frozenset({"tenants"}), 0)
    >>> len(ended(people, left, 0)), len(ended(people, left, 1))
    (2, 1)
    """
    if people.categories[people.category[person]] not in ending.categories:
        return []
    left = int(people.end[person])
    earlier = [int(people.start[person]) - 20 * DAY] if person % _EARLIER == 0 else []
    return [*earlier, None if left == NEVER else left + ending.shift * DAY]


def had_earlier_spell(persons: Moments) -> NDArray[np.bool_]:
    """Say of whom a list of endings holds an earlier one too.

    >>> had_earlier_spell(np.array([0, 1, 7])).tolist()
    [True, False, True]
    """
    return np.asarray(persons % _EARLIER == 0)


def limit(ended_at: int, period: str) -> int:
    """Return the first moment after a period that an ending starts: the end of its last local day.

    >>> limit(midnight(dt.date(2026, 1, 31)), "P1M") == midnight(dt.date(2026, 3, 1))
    True
    """
    day = ends_on(local_day(ended_at), period)
    return NEVER if day.year > 9000 else midnight(day + dt.timedelta(days=1))


def first_limits(data_map: DataMap, people: People, lists: Sequence[Ending]) -> Moments:
    """Return for each person the end of whichever period ends first; `NEVER` where none has begun.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> people = populate(example_map(), Year(1, 100, 10, dt.date(2026, 1, 1)), ())
    >>> (first_limits(example_map(), people, ()) == NEVER).all().item()
    True
    """
    found = np.full(people.end.size, NEVER, dtype=np.int64)
    periods = {one.id: str(one.period) for one in data_map.retention}
    gone = np.flatnonzero(people.end != NEVER)
    for ending in lists:
        inside = np.array([name in ending.categories for name in people.categories], dtype=np.bool_)
        whose = gone[inside[people.category[gone]]] if inside.size else gone
        # A local day begins at a whole hour of UTC, so that the hour says which day it is.
        grid, back = np.unique((people.end[whose] + ending.shift * DAY) // HOUR, return_inverse=True)
        for one in ending.starts:
            until = np.array([limit(int(hour) * HOUR, periods[one]) for hour in grid], dtype=np.int64)
            if whose.size:
                found[whose] = np.minimum(found[whose], until[back])
    return found


def _shares(data_map: DataMap, number: int) -> tuple[tuple[str, ...], Moments]:
    """Share people out over the categories of data subjects that flows are about, as the map counts them."""
    told = {subject for flow in data_map.flows for subject in flow.subjects}
    parties = [party for party in data_map.parties if party.id in told]
    if not parties:
        return ("nobody-in-particular",), np.array([number], dtype=np.int64)
    counted = [party.number for party in parties if not isinstance(party.number, Gap) and party.number]
    usual = sum(counted) / len(counted) if counted else 1.0
    weight = np.array(
        [usual if isinstance(p.number, Gap) else max(p.number, 1) for p in parties], dtype=float
    )
    exact = weight / weight.sum() * number
    size = np.floor(exact).astype(np.int64)
    for place in np.argsort(size - exact, kind="stable")[: number - int(size.sum())]:
        size[place] += 1
    return tuple(party.id for party in parties), size


def _lengths(data_map: DataMap, lists: Sequence[Ending]) -> Moments:
    """Return how long the periods are that lists of endings start, about, in days."""
    periods = {one.id: str(one.period) for one in data_map.retention}
    spans = [parts(periods[one]) for ending in lists for one in ending.starts]
    lengths = [months * 30 + days for months, days in spans]
    return np.array([length for length in lengths if length < _LONGEST], dtype=np.int64)


def _long_gone(lengths: Moments, came: Moments, left: Moments, year: Year, rng: np.random.Generator) -> None:
    """Let some have left so long ago that a period of retention runs out in the year."""
    if not lengths.size:
        return
    chosen = np.flatnonzero(rng.random(came.size) < 0.15)
    length = lengths[rng.integers(0, lengths.size, chosen.size)]
    share = 0.1 + 0.75 * rng.random(chosen.size)
    ends = year.first + (share * (year.last - year.first)).astype(np.int64)
    left[chosen] = ends - length * DAY - (length // 60) * DAY
    came[chosen] = left[chosen] - ((90 + rng.exponential(500, chosen.size)) * DAY).astype(np.int64)
