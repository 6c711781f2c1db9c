"""Processing looks likely to be of high risk, and no impact assessment is on record."""

from __future__ import annotations

from collections.abc import Iterator

from ...law.dpia_criteria import CRITERIA, PRESUMED_FROM
from ...model.activity import Activity
from ...model.claim import ProfilingClaimed
from ...model.criterion import Criterion
from ...model.finding import Severity
from ...model.noun import Answer, Confidence
from ...model.system import SystemKind
from ..facts import Facts, clauses_of, given
from ..rule import Hit, Rule, Theme
from ..wording import listed


def criteria(facts: Facts, activity: Activity, profiled: frozenset[str]) -> list[Criterion]:
    """Return the criteria for an impact assessment that the map shows an activity to meet.

    Scale, vulnerability and novelty do not show in a map; a person must add them.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> facts = Facts(example_map(), dt.date(2026, 11, 22))
    >>> [criterion.value for criterion in criteria(facts, facts.activities[0], frozenset({"letting-work"}))]
    ['evaluation', 'matching']
    """
    systems = [facts.data_map.system[system] for system in activity.systems]
    shown = {
        Criterion.EVALUATION: activity.id in profiled,
        Criterion.AUTOMATED_DECISION: given(activity.automated_decisions),
        Criterion.SYSTEMATIC_MONITORING: any(system.kind is SystemKind.CCTV for system in systems),
        Criterion.SENSITIVE_DATA: bool(facts.sensitive((*activity.data, *activity.creates))),
        Criterion.MATCHING: activity.id in profiled and len(facts.atoms(activity.data)) > 1,
    }
    return [criterion for criterion, met in shown.items() if met]


def _hits(facts: Facts) -> Iterator[Hit]:
    profiled = frozenset(a for said in facts.said(ProfilingClaimed) for a in said.claim.activities)
    met = {
        activity: found
        for activity in facts.activities
        if not (given(activity.dpia.link) or given(activity.dpia.progress))
        and activity.dpia.required not in (Answer.NO, Answer.NOT_APPLICABLE)
        and len(found := criteria(facts, activity, profiled)) >= PRESUMED_FROM
    }
    if met:
        shown = (
            f'"{activity.name}" ({listed(CRITERIA[one] for one in found)})' for activity, found in met.items()
        )
        yield Hit(tuple(f"activity:{a.id}" for a in met), clauses_of(met), {"activities": listed(shown)})


RULE = Rule(
    id="dpia-not-recorded",
    theme=Theme.ACCOUNTABILITY,
    title="Impact assessment not on record",
    why="Where two or more of the usual criteria are met, an assessment before the start is presumed to be "
    "needed.",
    law=("UK GDPR Art. 35(1)", "UK GDPR Art. 35(3)", "UK GDPR Art. 35(7)"),
    remedy="The owner of each activity carries out the assessment with the data protection officer's "
    "advice, and links it in the map; or records why none is needed.",
    false_alarms="The assessments exist and the map has no link to them.",
    message="Where is the impact assessment for {activities}?",
    severity=Severity.MEDIUM,
    confidence=Confidence.ASK,
    test=_hits,
)
