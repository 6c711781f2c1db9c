"""What an observation earns for its person: the generator's own reading, apart from the engine's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...law.restriction_rules import blocks
from ...model.data_map import DataMap
from ...model.restriction import DataUse, Ground
from ...model.verdict import Verdict
from .days import ends_on, local_day
from .declared import Pattern
from .facts import Facts
from .papers import Papers, as_restriction, consented
from .people import Ending, People, ended


class Life(NamedTuple):
    """All that observations about people are judged against."""

    data_map: DataMap
    people: People
    papers: Papers
    endings: tuple[Ending, ...]


def promised(life: Life, pattern: Pattern, known: Facts, person: int, at: int) -> frozenset[Verdict]:
    """Return what an observation earns for a person, by place among the people, at a moment.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.evidence.life.stage import stage_of
    >>> from audit_lib.evidence.life.year import Year
    >>> year = Year(1, 100, 20, dt.date(2026, 1, 1))
    >>> stage = stage_of(example_map(), year)
    >>> person = int(stage.within_reach[Verdict.AFTER_OBJECTION][0])
    >>> at = int(stage.life.papers.restricted_since[person])
    >>> pattern, known = stage.sheet.patterns[0], stage.sheet.facts[0]
    >>> [len(promised(stage.life, pattern, known, person, moment)) for moment in (at - 1, at)]
    [0, 1]
    """
    return frozenset(_broken(life, pattern, known, person, at))


def _broken(life: Life, pattern: Pattern, known: Facts, person: int, at: int) -> Iterator[Verdict]:
    papers, below = life.papers, life.data_map.below
    sort = int(papers.restricted[person])
    if sort >= 0 and papers.restricted_since[person] <= at < papers.restricted_until[person]:
        one = as_restriction(papers.forbidden[sort])
        use = DataUse(pattern.data, known.activity, local_day(at), known.marketing, known.exemption)
        if blocks(one, use, below):
            objection = one.ground in (Ground.OBJECTION, Ground.MARKETING)
            yield Verdict.AFTER_OBJECTION if objection else Verdict.AFTER_RESTRICTION
    sort = int(papers.deleted[person])
    if sort >= 0 and papers.deleted_at[person] < at:
        holder, category = papers.deletions[sort]
        if pattern.sender == holder and pattern.data in below[category]:
            yield Verdict.AFTER_DELETION
    purpose = papers.purposes.index(known.consent) if known.consent in papers.purposes else None
    if purpose is not None and not consented(papers, purpose, person, at):
        yield Verdict.NO_CONSENT
    if known.request and papers.requests:
        asked = papers.requests.get(pattern.recipient)
        earliest = asked.first.get(person) if asked else None
        if earliest is None or not (earliest <= at or local_day(earliest) == local_day(at)):
            yield Verdict.NO_REQUEST
    if known.kept is not None and _kept_too_long(life, known.kept, person, at):
        yield Verdict.AFTER_RETENTION


def _kept_too_long(life: Life, kept: str, person: int, at: int) -> bool:
    rows = [
        row for ending in life.endings if kept in ending.starts for row in ended(life.people, ending, person)
    ]
    known = [row for row in rows if row is not None]
    if not rows or len(known) < len(rows):
        return False
    period = next(str(one.period) for one in life.data_map.retention if one.id == kept)
    return local_day(at) > ends_on(local_day(max(known)), period)
