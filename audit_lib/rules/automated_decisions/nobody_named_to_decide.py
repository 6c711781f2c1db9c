"""People are checked, scored or suspected, and nothing says whether a person decides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...model.claim import AutomatedDecisionsClaimed
from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.purpose import PurposeKind
from ..facts import Facts, clauses_of, open_gap
from ..rule import Hit, Rule, Theme
from ..uses import serving
from ..wording import quoted

#: Uses in which software that scores or matches is common, and a hit costs a person a home or an account.
_SCORED: Final = (
    PurposeKind.REFERENCING, PurposeKind.SANCTIONS, PurposeKind.MONEY_LAUNDERING, PurposeKind.CRIME_PREVENTION
)  # fmt: skip


def _hits(facts: Facts) -> Iterator[Hit]:
    claims = [said.claim for said in facts.said(AutomatedDecisionsClaimed)]
    if any(not claim.activities for claim in claims):
        return
    told = {activity for claim in claims for activity in claim.activities}
    silent = [
        activity
        for activity in serving(facts, *_SCORED)
        if open_gap(activity.automated_decisions) and activity.id not in told
    ]
    if silent:
        about = tuple(f"activity:{activity.id}" for activity in silent)
        yield Hit(about, clauses_of(silent), {"activities": quoted(a.name for a in silent)})


RULE = Rule(
    id="nobody-named-to-decide",
    theme=Theme.AUTOMATED_DECISIONS,
    title="Who decides in checks on people is not on record",
    why="Scores, matches and alerts come from software; if nobody stands between them and the refusal, the "
    "law on automated decisions applies with all its safeguards.",
    law=("UK GDPR Art. 22A (before 5 February 2026: Art. 22(1))", "UK GDPR Art. 22C", "UK GDPR Art. 5(2)"),
    remedy="The owner of each activity records who decides, what that person sees besides the score and "
    "how often it is overruled, or that the decision is automated.",
    false_alarms="Every check is done by hand, and the record does not say so.",
    message="In {activities}, does a person with a real choice decide about each case, or does software?",
    severity=Severity.LOW,
    confidence=Confidence.ASK,
    test=_hits,
)
