"""A breach of the example map, for the examples in this package."""

from __future__ import annotations

import datetime as dt

from ..graph.example import example_map
from ..model.breach import BreachRecord
from ..model.circumstances import Circumstances
from ..model.incident import IncidentAssessment
from .assess import assess_incident
from .papers.paper import Paper, paper
from .register.entry import assessed_fields, in_utc


def example_assessment(party: str = "referencer") -> IncidentAssessment:
    """Return the assessment of a breach at a party of the example map, of which little is known.

    >>> example_assessment().radius.data
    ('passport-copy',)
    """
    facts = Circumstances(party=party, aware=dt.datetime(2026, 11, 20, 14, 35), people=40)
    return assess_incident(example_map(), facts, dt.date(2026, 11, 22))


def example_paper(party: str = "agent") -> Paper:
    """Return what a paper about that breach starts from, two days after it became known.

    >>> example_paper().organisation
    'Agent'
    """
    return paper(example_map(), example_assessment(party), dt.datetime(2026, 11, 22, 14, 35))


def example_record(party: str = "agent") -> BreachRecord:
    """Return the entry of that breach in a register.

    >>> example_record().due.isoformat()
    '2026-11-23T14:35:00+00:00'
    """
    assessed = example_assessment(party)
    facts = in_utc(assessed.circumstances)
    return BreachRecord(id="B-2026-0001", **assessed_fields(assessed, facts))
