"""Patterns that the map does not cover: those that it does, changed until just the wanted verdicts follow."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np

from ...model.activity import Basis
from ...model.flow import Role
from ...model.verdict import Verdict
from .days import midnight
from .declared import Judged, Pattern, spans
from .facts import Facts, facts
from .sheet import Sheet
from .year import Year

#: What follows from the map alone and is a fault.
OF_THE_MAP: Final = tuple(verdict for verdict in Verdict if verdict.is_violation and not verdict.is_personal)

#: How many patterns of a sort are enough, and how many are tried to find them.
_ENOUGH: Final = 40
_TRIES: Final = 60_000

_COUNTRIES: Final = ("US", "IN", "BR", "AE", "AU", "ZA", "SG", "NO")


class Candidate(NamedTuple):
    """A pattern, what it earns between two moments, what decides about people, and whom it may be about."""

    pattern: Pattern
    judged: Judged
    facts: Facts
    begins: int
    ends: int
    subjects: tuple[str, ...]


def covered(sheet: Sheet, place: int) -> Candidate:
    """Return a pattern that the map covers, by its place in the sheet.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.evidence.life.stage import stage_of
    >>> year = Year(1, 100, 20, dt.date(2026, 1, 1))
    >>> stage = stage_of(example_map(), year)
    >>> covered(stage.sheet, 0).subjects
    ('tenants',)
    """
    return Candidate(
        sheet.patterns[place],
        sheet.judged[place],
        sheet.facts[place],
        int(sheet.begins[place]),
        int(sheet.ends[place]),
        sheet.subjects[sheet.patterns[place]],
    )


def faulty(sheet: Sheet, wanted: Verdict, year: Year, rng: np.random.Generator) -> list[Candidate]:
    """Return patterns that earn just one verdict from the map; none if the map allows none.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.evidence.life.stage import stage_of
    >>> year = Year(1, 100, 20, dt.date(2026, 1, 1))
    >>> stage = stage_of(example_map(), year)
    >>> found = faulty(stage.sheet, Verdict.UNDECLARED_SENDER, year, year.chance(1))
    >>> {one.judged.flow for one in found}
    {None}
    """
    found: list[Candidate] = []
    tried = 0
    for base, subjects in _sources(sheet, wanted, rng):
        for pattern in _changed(sheet, base, wanted, rng):
            tried += 1
            fitting = [*_spans(sheet, pattern, subjects, year, lambda earned: earned == {wanted})]
            found += fitting[:1]
            if fitting:
                break
        if len(found) >= _ENOUGH or tried >= _TRIES:
            break
    return found


def doubly_faulty(
    sheet: Sheet, single: Sequence[Candidate], year: Year, rng: np.random.Generator
) -> list[Candidate]:
    """Change faulty patterns once more, and keep those that earn several verdicts of the map.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.evidence.life.stage import stage_of
    >>> year = Year(1, 100, 20, dt.date(2026, 1, 1))
    >>> stage = stage_of(example_map(), year)
    >>> single = faulty(stage.sheet, Verdict.UNDECLARED_PURPOSE, year, year.chance(1))
    >>> found = doubly_faulty(stage.sheet, single, year, year.chance(2))
    >>> {len(one.judged.verdicts) for one in found}
    {2}
    """
    found: dict[Pattern, Candidate] = {}
    for base in single:
        second = OF_THE_MAP[int(rng.integers(0, len(OF_THE_MAP)))]
        for number, pattern in enumerate(_changed(sheet, base.pattern, second, rng)):
            for each in _spans(sheet, pattern, base.subjects, year, lambda earned: len(earned) > 1):
                found[pattern] = each
            if pattern in found or number > 20:
                break
    return list(found.values())


def _sources(
    sheet: Sheet, wanted: Verdict, rng: np.random.Generator
) -> Iterator[tuple[Pattern, tuple[str, ...]]]:
    """Yield what to change: what the map covers, in any order; for what is out of time, all flows."""
    if wanted is not Verdict.OUTSIDE_TIME:
        for place in rng.permutation(len(sheet.patterns)):
            pattern = sheet.patterns[int(place)]
            yield pattern, sheet.subjects[pattern]
        return
    for pattern, subjects in sheet.subjects.items():
        yield pattern, subjects


def _changed(sheet: Sheet, base: Pattern, wanted: Verdict, rng: np.random.Generator) -> Iterator[Pattern]:
    """Yield a pattern with that changed which the verdict is about, in every way, in any order."""
    data_map = sheet.data_map
    said = base._asdict()
    if wanted is Verdict.OUTSIDE_TIME:
        yield base
    elif wanted in (Verdict.UNDECLARED_PURPOSE, Verdict.PURPOSE_DIFFERS):
        for purpose in _shuffled(tuple(data_map.purpose), rng):
            if base.purpose is not None:
                yield base._replace(purpose=purpose, activity=None)
        for activity in _shuffled(tuple(data_map.activity), rng):
            yield base._replace(purpose=data_map.activity[activity].purpose, activity=activity)
    else:
        field, ids = _ALTERNATIVES[wanted]
        known: tuple[str, ...] = ids or tuple(getattr(data_map, "category" if field == "data" else "party"))
        for one in _shuffled(known, rng):
            if one != said[field]:
                yield Pattern(**{**said, field: one})


_ALTERNATIVES: Final[dict[Verdict, tuple[str, tuple[str, ...]]]] = {
    Verdict.UNDECLARED_RECIPIENT: ("recipient", ()),
    Verdict.UNDECLARED_SENDER: ("sender", ()),
    Verdict.UNDECLARED_CATEGORY: ("data", ()),
    Verdict.ROLE_DIFFERS: ("role", tuple(role.value for role in Role if role is not Role.UNCLEAR)),
    Verdict.BASIS_DIFFERS: ("basis", tuple(basis.value for basis in Basis)),
    Verdict.UNDECLARED_COUNTRY: ("country", _COUNTRIES),
}


def _spans(
    sheet: Sheet,
    pattern: Pattern,
    subjects: tuple[str, ...],
    year: Year,
    fits: Callable[[frozenset[Verdict]], bool],
) -> Iterator[Candidate]:
    for begin, end, judged in spans(sheet.known, pattern, year.start, year.end):
        if fits(judged.verdicts):
            known = facts(sheet.data_map, pattern, judged, sheet.started)
            after = midnight(end + dt.timedelta(days=1))
            yield Candidate(pattern, judged, known, midnight(begin), after, subjects)


def _shuffled(ids: tuple[str, ...], rng: np.random.Generator) -> list[str]:
    return [ids[int(n)] for n in rng.permutation(len(ids))]
