"""Asking an agency about somebody tells it, and others, that they are looking for a home (detecting)."""

from __future__ import annotations

from collections.abc import Iterator

from ...law.linddun import Threat, named_source
from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.purpose import PurposeKind
from ..facts import ACTS_FOR_ANOTHER, Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..uses import serving
from ..wording import listed, quoted


def _hits(facts: Facts) -> Iterator[Hit]:
    asking = []
    for activity in serving(facts, PurposeKind.REFERENCING):
        flows = facts.flows_of[activity.id]
        answering = {flow.sender for flow in flows if flow.recipient in facts.data_map.inside}
        asking += [
            flow
            for flow in flows
            if flow.recipient in answering
            and facts.outside(flow.recipient)
            and flow.role not in ACTS_FOR_ANOTHER
        ]
    if asking:
        fields = {
            "agencies": listed(facts.names("party", (flow.recipient for flow in asking))),
            "activities": quoted(facts.names("activity", (flow.activity for flow in asking))),
        }
        yield Hit(tuple(f"flow:{flow.id}" for flow in asking), clauses_of(asking), fields)


RULE = Rule(
    id="question-leaves-a-mark",
    theme=Theme.THREATS,
    title="An enquiry about an applicant leaves a mark",
    why="The question itself is data: an agency that notes it tells other lenders and landlords that "
    "somebody looks for a home, and many marks can count against them.",
    law=(named_source(Threat.DETECTING), "UK GDPR Art. 5(1)(c)", "UK GDPR Art. 14(1)"),
    remedy="The head of lettings asks for the kind of search that others do not see, makes it once the "
    "applicant has been chosen, and has the applicant told before.",
    false_alarms="The search is of the kind that leaves no mark for others, and the map does not say so.",
    message="Do enquiries to {agencies} for {activities} leave a mark that others can see, and do applicants "
    "know?",
    severity=Severity.LOW,
    confidence=Confidence.ASK,
    test=_hits,
)
