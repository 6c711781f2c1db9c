"""A request that nobody has to meet is treated as a legal obligation."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.activity import Activity, Basis
from ...model.claim import SharingPermitted
from ...model.finding import Severity
from ...model.noun import Answer, Confidence
from ..facts import Facts, Said, clauses_of
from ..rule import Hit, Rule, Theme
from ..wording import listed, quoted


def _obliged_alone(facts: Facts, said: Said[SharingPermitted]) -> list[Activity]:
    """Return the activities for the clause's purposes that rest on a legal obligation and nothing else."""
    serving = (a for purpose in said.claim.purposes for a in facts.activities_for[purpose])
    return [a for a in serving if {b.basis for b in facts.bases(a)} == {Basis.LEGAL_OBLIGATION}]


def _hits(facts: Facts) -> Iterator[Hit]:
    for said in facts.said(SharingPermitted):
        activities = _obliged_alone(facts, said) if said.claim.compelled is Answer.NO else []
        if activities:
            bases = clauses_of(basis for activity in activities for basis in facts.bases(activity))
            fields = {
                "where": said.clause,
                "recipients": listed(facts.names("party", said.claim.recipients)) or "others",
                "activities": quoted(activity.name for activity in activities),
            }
            about = (f"clause:{said.clause}", *(f"activity:{activity.id}" for activity in activities))
            yield Hit(about, (said.clause, *bases), fields, contradicts=bases or (said.clause,))


RULE = Rule(
    id="request-taken-for-duty",
    theme=Theme.LAWFUL_BASIS,
    title="A mere request is treated as a duty",
    why="A letter from an authority is a request until a law makes it an order; who answers it without one "
    "needs another basis, and has to weigh what to give.",
    law=("UK GDPR Art. 6(1)(c)", "UK GDPR Art. 6(3)", "UK GDPR Annex 1 para. 1"),
    remedy="The owner of the activity has each request name the power behind it; what no power compels goes "
    "out under Annex 1 or on legitimate interests, if at all, and is logged.",
    false_alarms="Requests are met only where they compel, and the sentence is loosely worded.",
    message="Clause {where} lets data go to {recipients} on a mere request; {activities} rests on a legal "
    "obligation alone, and a request is none.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
    needs_notice=True,
)
