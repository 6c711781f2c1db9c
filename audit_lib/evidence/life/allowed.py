"""Whether data about people may move, for many observations at once."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ...law.restriction_rules import blocks
from ...model.restriction import DataUse
from .days import Moments, local_day
from .papers import Papers, as_restriction
from .promised import Life
from .sheet import Sheet

#: The place of a person whom an observation does not record.
NOBODY: Final = -1


class Slice(NamedTuple):
    """Observations: when, about whom (a place among the people; -1: nobody is recorded), by which pattern."""

    at: Moments
    person: Moments
    pattern: Moments


class Allowed(NamedTuple):
    """What each sort of restriction and deletion (rows; the last is none) forbids to each pattern (columns).

    `consent` is the place of the purpose that a pattern needs an agreement to, -1 if none, `asked` whether an
    authority must have asked first.
    """

    blocked: NDArray[np.bool_]
    gone: NDArray[np.bool_]
    consent: NDArray[np.int64]
    asked: NDArray[np.bool_]


def allowed_of(sheet: Sheet, papers: Papers) -> Allowed:
    """Work out once what every pattern of a year meets.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.evidence.life.stage import stage_of
    >>> from audit_lib.evidence.life.year import Year
    >>> year = Year(1, 100, 20, dt.date(2026, 1, 1))
    >>> stage = stage_of(example_map(), year)
    >>> allowed_of(stage.sheet, stage.life.papers).blocked.shape[1] == len(stage.sheet.patterns)
    True
    """
    number = len(sheet.patterns)
    blocked = np.zeros((len(papers.forbidden) + 1, number), dtype=np.bool_)
    gone = np.zeros((len(papers.deletions) + 1, number), dtype=np.bool_)
    below = sheet.data_map.below
    rows = list(zip(sheet.patterns, sheet.facts, sheet.begins.tolist(), strict=True))
    for place, sort in enumerate(papers.forbidden):
        one = as_restriction(sort)
        blocked[place] = [
            blocks(
                one,
                DataUse(pattern.data, facts.activity, local_day(at), facts.marketing, facts.exemption),
                below,
            )
            for pattern, facts, at in rows
        ]
    for place, (holder, category) in enumerate(papers.deletions):
        gone[place] = [p.sender == holder and p.data in below[category] for p in sheet.patterns]
    places = {purpose: place for place, purpose in enumerate(papers.purposes)}
    consent = np.array([places.get(facts.consent or "", -1) for facts in sheet.facts], dtype=np.int64)
    asked = np.array([facts.request and bool(papers.requests) for facts in sheet.facts], dtype=np.bool_)
    return Allowed(blocked, gone, consent, asked)


def may_move(allowed: Allowed, life: Life, seen: Slice) -> NDArray[np.bool_]:
    """Say of each observation whether nothing that its person was promised stands against it.

    Requests by authorities are not looked at: whom they are about is drawn from the requests.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.evidence.life.stage import stage_of
    >>> from audit_lib.evidence.life.year import Year
    >>> year = Year(1, 100, 20, dt.date(2026, 1, 1))
    >>> stage = stage_of(example_map(), year)
    >>> one = np.zeros(1, dtype=np.int64)
    >>> may_move(stage.allowed, stage.life, Slice(stage.life.people.start[one] - 1, one, one)).tolist()
    [False]
    """
    (at, person, pattern), people, papers = seen, life.people, life.papers
    fine = (people.start[person] <= at) & (at < people.last[person])
    sort = papers.restricted[person]
    held = np.flatnonzero(sort >= 0)
    if held.size:
        whom, when = person[held], at[held]
        on = (papers.restricted_since[whom] <= when) & (when < papers.restricted_until[whom])
        fine[held] &= ~(on & allowed.blocked[sort[held], pattern[held]])
    sort = papers.deleted[person]
    held = np.flatnonzero(sort >= 0)
    if held.size:
        late = papers.deleted_at[person[held]] < at[held]
        fine[held] &= ~(late & allowed.gone[sort[held], pattern[held]])
    purpose = allowed.consent[pattern]
    held = np.flatnonzero(purpose >= 0)
    if held.size:
        row, whom = purpose[held], person[held]
        fine[held] &= (papers.since[row, whom] <= at[held]) & (at[held] < papers.until[row, whom])
    return fine
