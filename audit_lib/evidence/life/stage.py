"""The year to plant in: its patterns, its people, what they were promised, and what follows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

import numpy as np

from ...model.data_map import DataMap
from ...model.restriction import Ground
from ...model.verdict import Verdict
from .allowed import Allowed, allowed_of
from .crowd import Crowd, crowd_of
from .days import Moments
from .declared import declared
from .papers import draw_papers
from .people import endings, populate
from .promised import Life
from .sheet import Sheet, draw_sheet
from .year import Year

_OBJECTION: Final = (Ground.OBJECTION, Ground.MARKETING)


class Stage(NamedTuple):
    """The year to plant in: its patterns and people, its first moment, the moment after its last one.

    `within_reach` says about whom a verdict can be found: the restricted, the deleted, those who have left.
    """

    sheet: Sheet
    life: Life
    allowed: Allowed
    crowd: Crowd
    first: int
    last: int
    within_reach: Mapping[Verdict, Moments]


def stage_of(data_map: DataMap, year: Year) -> Stage:
    """Make up who was there and what they were promised.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> stage = stage_of(example_map(), Year(1, 100, 20, dt.date(2026, 1, 1)))
    >>> stage.life.people.categories, len(stage.life.papers.requests)
    (('tenants',), 0)
    """
    lists = endings(data_map)
    started = {one for ending in lists for one in ending.starts}
    sheet = draw_sheet(declared(data_map), year, started)
    people = populate(data_map, year, lists)
    share = sum(w for w, f in zip(sheet.weight, sheet.facts, strict=True) if f.request)
    asked = int(year.events * share / max(float(sheet.weight.sum()), 1e-9))
    papers = draw_papers(sheet, people, year, asked)
    life = Life(data_map, people, papers, lists)
    allowed, crowd = allowed_of(sheet, papers), crowd_of(sheet, people, papers)
    return Stage(sheet, life, allowed, crowd, year.first, year.last, within_reach(life, year.last))


def within_reach(life: Life, last: int) -> Mapping[Verdict, Moments]:
    """Return the people about whom a verdict can be found, for those that few people allow.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> year = Year(1, 100, 20, dt.date(2026, 1, 1))
    >>> within_reach(stage_of(example_map(), year).life, year.last)[Verdict.AFTER_OBJECTION].size
    2
    """
    papers = life.papers
    objections = [n for n, sort in enumerate(papers.forbidden) if sort.ground in _OBJECTION]
    objecting = np.isin(papers.restricted, objections)
    return {
        Verdict.AFTER_OBJECTION: np.flatnonzero(objecting),
        Verdict.AFTER_RESTRICTION: np.flatnonzero((papers.restricted >= 0) & ~objecting),
        Verdict.AFTER_DELETION: np.flatnonzero(papers.deleted >= 0),
        Verdict.AFTER_RETENTION: np.flatnonzero(life.people.end < last),
    }
