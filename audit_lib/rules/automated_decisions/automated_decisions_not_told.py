"""People are profiled, and the notice is silent on decisions by automated means."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.claim import AutomatedDecisionsClaimed, ProfilingClaimed
from ...model.finding import Severity
from ...model.noun import Confidence
from ..facts import Facts, given
from ..rule import Hit, Rule, Theme
from ..wording import in_clauses, quoted


def _hits(facts: Facts) -> Iterator[Hit]:
    if facts.said(AutomatedDecisionsClaimed):
        return
    profiled = facts.said(ProfilingClaimed)
    activities = dict.fromkeys(activity for said in profiled for activity in said.claim.activities)
    known = [activity for activity in facts.activities if given(activity.automated_decisions)]
    clauses = tuple(said.clause for said in profiled)
    if known:
        names = quoted(activity.name for activity in known)
        message = f"Decisions are made by automated means in {names}, and the notice does not say so."
        yield Hit(
            tuple(f"activity:{activity.id}" for activity in known),
            clauses,
            {"message": message},
            severity=Severity.HIGH,
            confidence=Confidence.LIKELY,
        )
    elif activities:
        where = f"{in_clauses(clauses)}: {quoted(facts.names('activity', activities))}"
        message = (
            f"The notice says that a picture of people is formed ({where}) and nothing on decisions. "
            "Is any decision about a person made from it without a human being?"
        )
        yield Hit(tuple(f"activity:{activity}" for activity in activities), clauses, {"message": message})


RULE = Rule(
    id="automated-decisions-not-told",
    theme=Theme.AUTOMATED_DECISIONS,
    title="Silent on automated decisions",
    why="A significant decision by a machine alone brings rights that people can use only if they know of "
    "it.",
    law=(
        "UK GDPR Art. 13(2)(f)",
        "UK GDPR Art. 14(2)(g)",
        "UK GDPR Art. 22A to 22D (before 5 February 2026: Art. 22)",
    ),
    remedy="The owner of the activity says whether any decision is automated; the data protection officer "
    "states that, or that there is none.",
    false_alarms="Profiles serve statistics only, and the notice need not deny what does not happen.",
    message="{message}",
    severity=Severity.LOW,
    confidence=Confidence.ASK,
    test=_hits,
    needs_notice=True,
    items=("A13-2f",),
)
