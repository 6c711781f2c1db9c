"""Faults put in: so many of each verdict and no more, each with just the verdicts that the key says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

import numpy as np

from ...model.evidence_source import WORDS, Column
from ...model.verdict import Verdict
from .days import local_day
from .declared import judge
from .facts import facts
from .faulty import OF_THE_MAP, Candidate, covered, doubly_faulty, faulty
from .moments import RECIPES, Attempt, attempt
from .promised import promised
from .stage import Stage
from .words import Vocabulary, nonsense, spell
from .year import Year

#: How often another place is tried before a verdict is given up, and how many innocent ones lie at an edge.
_TRIES: Final = 400
_EDGES: Final = 10

#: Of the faults of a sort, how many may stand on an observation with another fault.
_SHARED: Final = 0.3


class Planted(NamedTuple):
    """An observation that was put in: when, about whom (-1: nobody is recorded), its words, what it earns."""

    at: int
    person: int
    words: tuple[str | None, ...]
    verdicts: frozenset[Verdict]


class Ground(NamedTuple):
    """What faults are made of: the stage, the words, and patterns that earn faults of the map.

    `ways` is in how many ways each fault happens at most, None for any number; `used` notes those in use.
    """

    stage: Stage
    words: Vocabulary
    single: Mapping[Verdict, list[Candidate]]
    several: list[Candidate]
    ways: int | None
    used: dict[Verdict, list[tuple[str | None, ...]]]

    def admits(self, verdict: Verdict, way: tuple[str | None, ...]) -> bool:
        """Say whether a fault may happen in a way: one that is in use, or one more if there is room."""
        known = self.used.setdefault(verdict, [])
        if way in known:
            return True
        if self.ways is not None and len(known) >= self.ways:
            return False
        known.append(way)
        return True


def prepare(stage: Stage, words: Vocabulary, wanted: Mapping[Verdict, int], year: Year) -> Ground:
    """Find patterns for each wanted verdict that follows from the map alone, and some that earn several.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.evidence.life.stage import stage_of
    >>> year = Year(1, 100, 20, dt.date(2026, 1, 1))
    >>> stage = stage_of(example_map(), year)
    >>> from audit_lib.evidence.life.words import vocabulary
    >>> wanted = {Verdict.UNRESOLVED: 2, Verdict.UNDECLARED_PURPOSE: 1}
    >>> ground = prepare(stage, vocabulary(example_map(), 1), wanted, year)
    >>> list(ground.single)
    [<Verdict.UNDECLARED_PURPOSE: 'undeclared-purpose'>]
    """
    rng = year.chance(5)
    single = {
        verdict: faulty(stage.sheet, verdict, year, rng)[: year.ways]
        for verdict in OF_THE_MAP
        if wanted.get(verdict)
    }
    several = doubly_faulty(stage.sheet, [each for found in single.values() for each in found], year, rng)
    return Ground(stage, words, single, several, year.ways, {})


def plant(ground: Ground, wanted: Mapping[Verdict, int], year: Year) -> list[Planted]:
    """Return observations that together earn each verdict as often as wanted, or as often as can be.

    Some earn several faults. Those that follow from a promise to a person come first, since they are rarer.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.evidence.life.stage import stage_of
    >>> year = Year(1, 100, 20, dt.date(2026, 1, 1))
    >>> stage = stage_of(example_map(), year)
    >>> from audit_lib.evidence.life.words import vocabulary
    >>> wanted = {Verdict.UNRESOLVED: 2, Verdict.UNDECLARED_PURPOSE: 1}
    >>> ground = prepare(stage, vocabulary(example_map(), 1), wanted, year)
    >>> sorted(verdict.value for one in plant(ground, wanted, year) for verdict in one.verdicts)
    ['undeclared-purpose', 'unresolved', 'unresolved']
    """
    rng = year.chance(6)
    left = Counter({verdict: number for verdict, number in wanted.items() if number > 0})
    planted: list[Planted] = []
    for together in (True, False):
        for verdict in [*RECIPES, *ground.single, Verdict.UNRESOLVED]:
            share = int(left[verdict] * _SHARED) if together else left[verdict]
            for _ in range(share):
                if left[verdict] <= 0:
                    break
                found = _one(ground, verdict, left, rng, together=together)
                if found is None:
                    break
                left.subtract(_faults(found.verdicts))
                planted.append(found)
    return planted


def innocents(ground: Ground, most: int, year: Year) -> list[Planted]:
    """Return observations that lie right at a boundary, on its good side: they earn no fault.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.evidence.life.stage import stage_of
    >>> year = Year(1, 100, 20, dt.date(2026, 1, 1))
    >>> stage = stage_of(example_map(), year)
    >>> from audit_lib.evidence.life.words import vocabulary
    >>> wanted = {Verdict.UNRESOLVED: 2, Verdict.UNDECLARED_PURPOSE: 1}
    >>> ground = prepare(stage, vocabulary(example_map(), 1), wanted, year)
    >>> all(verdict.is_covered for one in innocents(ground, 5, year) for verdict in one.verdicts)
    True
    """
    rng = year.chance(7)
    found: list[Planted] = []
    for verdict in RECIPES:
        for _ in range(min(_EDGES, most - len(found))):
            for _ in range(_TRIES // 10):
                tried = attempt(ground.stage, verdict, rng, innocent=True)
                one = _judged(ground, tried, rng) if tried else None
                if one and not _faults(one.verdicts):
                    found.append(one)
                    break
    return found


def _one(
    ground: Ground, verdict: Verdict, left: Counter[Verdict], rng: np.random.Generator, *, together: bool
) -> Planted | None:
    """Try until one shows the verdict, and besides only faults of which some are still wanted."""
    if verdict is Verdict.UNRESOLVED:
        return None if together else _unresolved(ground, rng)
    for tried in _attempts(ground, verdict, rng, together=together):
        one = _judged(ground, tried, rng)
        faults = _faults(one.verdicts)
        fitting = verdict in faults and all(left[fault] > 0 for fault in faults)
        if not fitting or (len(faults) > 1) != together:
            continue
        if not verdict.is_personal or ground.admits(verdict, (tried.candidate.pattern.recipient,)):
            return one
    return None


def _attempts(
    ground: Ground, verdict: Verdict, rng: np.random.Generator, *, together: bool
) -> Iterator[Attempt]:
    others = ground.several + [each for found in ground.single.values() for each in found]
    for _ in range(_TRIES):
        if verdict in RECIPES:
            tried = attempt(ground.stage, verdict, rng)
            if tried and together and others and rng.random() < 0.7:
                other = others[int(rng.integers(0, len(others)))]
                tried = tried._replace(candidate=other)
            if tried:
                yield tried
        else:
            fitting = ground.single[verdict]
            if together:
                fitting = [each for each in ground.several if verdict in each.judged.verdicts]
            if not fitting:
                return
            yield _somewhen(ground.stage, fitting[int(rng.integers(0, len(fitting)))], rng)


def _somewhen(stage: Stage, candidate: Candidate, rng: np.random.Generator) -> Attempt:
    """Put a pattern anywhere in its time, at times at its first or last moment, about somebody or nobody."""
    low, high = candidate.begins, candidate.ends
    at = int(rng.choice([low, high - 1, int(rng.integers(low, high))], p=[0.15, 0.15, 0.7]))
    people = stage.life.people
    wanted = [n for n, name in enumerate(people.categories) if name in candidate.subjects and people.size[n]]
    if not wanted or rng.random() < 0.1:
        return Attempt(candidate, -1, at)
    place = wanted[int(rng.integers(0, len(wanted)))]
    return Attempt(candidate, int(people.low[place] + rng.integers(0, people.size[place])), at)


def _judged(ground: Ground, tried: Attempt, rng: np.random.Generator) -> Planted:
    """Judge what was tried, by the map on its day and by what its person was promised, and spell it out."""
    candidate, person, at = tried
    stage, pattern = ground.stage, candidate.pattern
    on_the_day = judge(stage.sheet.known, pattern, local_day(at))
    earned = on_the_day.verdicts
    if on_the_day != candidate.judged:
        known = facts(stage.sheet.data_map, pattern, on_the_day, stage.sheet.started)
    else:
        known = candidate.facts
    if person >= 0:
        earned |= promised(stage.life, pattern, known, person, at)
    return Planted(at, person, spell(ground.words, pattern, int(rng.integers(0, 3))), earned)


def _unresolved(ground: Ground, rng: np.random.Generator) -> Planted | None:
    """Take what the map covers and put a word that stands for nothing, or nothing at all, into a column."""
    stage = ground.stage
    if not stage.sheet.patterns:
        return None
    one = covered(stage.sheet, int(rng.integers(0, len(stage.sheet.patterns))))
    words = list(spell(ground.words, one.pattern, int(rng.integers(0, 3))))
    said = [place for place, word in enumerate(words) if word is not None]
    place = said[int(rng.integers(0, len(said)))]
    column = WORDS[place]
    if column in (Column.RECIPIENT, Column.DATA) and rng.random() < 0.3:
        word = (None, "", "  ")[int(rng.integers(0, 3))]
    else:
        word = nonsense(ground.words, column, int(rng.integers(1, 6)))
    if not ground.admits(Verdict.UNRESOLVED, (column, word)):
        used = ground.used[Verdict.UNRESOLVED]
        known, word = used[int(rng.integers(0, len(used)))]
        place = [str(each) for each in WORDS].index(str(known))
    words[place] = word
    tried = _somewhen(stage, one, rng)
    return Planted(tried.at, tried.person, tuple(words), frozenset([Verdict.UNRESOLVED]))


def _faults(verdicts: frozenset[Verdict]) -> list[Verdict]:
    return [verdict for verdict in verdicts if not verdict.is_covered]


def shortfalls(
    stage: Stage, wanted: Mapping[Verdict, int], planted: list[Planted]
) -> Iterator[tuple[Verdict, str]]:
    """Yield each verdict that could not be planted as often as wanted, and why.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.evidence.life.stage import stage_of
    >>> year = Year(1, 100, 20, dt.date(2026, 1, 1))
    >>> stage = stage_of(example_map(), year)
    >>> list(shortfalls(stage, {Verdict.NO_CONSENT: 1}, []))
    [(<Verdict.NO_CONSENT: 'no-consent'>, 'no flow rests on consent alone')]
    """
    number = Counter(verdict for one in planted for verdict in one.verdicts)
    for verdict in Verdict:
        asked = wanted.get(verdict, 0)
        if number[verdict] < asked:
            why = _why(stage, verdict)
            yield verdict, why if not number[verdict] else f"only {number[verdict]} of {asked}: {why}"


def _why(stage: Stage, verdict: Verdict) -> str:
    sheet, papers = stage.sheet, stage.life.papers
    if not sheet.patterns:
        return "the map covers no flow in this time"
    dated = any(flow.since or flow.until for flow in sheet.data_map.flows)
    lacking = {
        Verdict.OUTSIDE_TIME: (
            False,
            "what has a first or last day goes on all these days, or goes along another flow too"
            if dated
            else "no flow of the map says since when or until when it goes on",
        ),
        Verdict.NO_CONSENT: (bool(papers.purposes), "no flow rests on consent alone"),
        Verdict.NO_REQUEST: (
            bool(papers.requests),
            "no flow to an authority is for requests by authorities",
        ),
        Verdict.AFTER_RETENTION: (
            bool(sheet.started) and bool(sheet.ruled.size),
            "no retention statement with a period and an event that starts it limits what a flow carries",
        ),
        Verdict.BASIS_DIFFERS: (
            any(activity.bases for activity in sheet.data_map.activities),
            "no activity of the map states a lawful basis",
        ),
    }
    possible, why = lacking.get(verdict, (True, ""))
    return why if not possible else _GENERAL[verdict.is_personal]


_GENERAL: Final = {
    False: "the map covers whatever differs in this from what it declares",
    True: "among so few people nobody is in that position",
}
