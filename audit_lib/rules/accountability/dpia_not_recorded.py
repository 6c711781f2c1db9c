"""Processing looks likely to be of high risk, and no impact assessment is on record."""

from __future__ import annotations

from collections.abc import Iterator

from ...law.dpia_criteria import PRESUMED_FROM
from ...model.finding import Severity
from ...model.noun import Answer, Confidence
from ...model.screening import Outcome, Screening
from ..facts import Facts, clauses_of, given
from ..rule import Hit, Rule, Theme
from ..screening import screened
from ..signs_of_risk import SignsOfRisk
from ..wording import listed


def _hits(facts: Facts) -> Iterator[Hit]:
    signs = SignsOfRisk(facts.data_map)
    met = {
        activity: found
        for activity in facts.activities
        if not (given(activity.dpia.link) or given(activity.dpia.progress))
        and activity.dpia.required not in (Answer.NO, Answer.NOT_APPLICABLE)
        and (found := screened(signs, activity)).outcome in (Outcome.REQUIRED, Outcome.PRESUMED)
    }
    if met:
        shown = (f'"{activity.name}" ({listed(_why(found))})' for activity, found in met.items())
        yield Hit(tuple(f"activity:{a.id}" for a in met), clauses_of(met), {"activities": listed(shown)})


def _why(screening: Screening) -> list[str]:
    """Return the criteria that are met; where those are too few, what requires the assessment."""
    names = [sign.name for sign in screening.met]
    return names if len(names) >= PRESUMED_FROM else list(screening.why)


RULE = Rule(
    id="dpia-not-recorded",
    theme=Theme.ACCOUNTABILITY,
    title="Impact assessment not on record",
    why="An assessment before the start is required for what the law and the regulator list, and presumed to "
    "be needed where two or more of the usual criteria are met.",
    law=("UK GDPR Art. 35(1)", "UK GDPR Art. 35(3)", "UK GDPR Art. 35(4)", "UK GDPR Art. 35(7)"),
    remedy="The owner of each activity carries out the assessment with the data protection officer's "
    "advice, and links it in the map; or records why none is needed.",
    false_alarms="The assessments exist and the map has no link to them.",
    message="Where is the impact assessment for {activities}?",
    severity=Severity.MEDIUM,
    confidence=Confidence.ASK,
    test=_hits,
)
