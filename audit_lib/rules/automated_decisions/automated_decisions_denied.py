"""The notice denies automated decisions that are made."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.activity import Activity
from ...model.claim import AutomatedDecisionsClaimed
from ...model.finding import Severity
from ...model.noun import Confidence
from ..facts import Facts, Said, clauses_of, given
from ..rule import Hit, Rule, Theme
from ..wording import clauses_that, quoted


def _made(facts: Facts, denial: Said[AutomatedDecisionsClaimed]) -> list[Activity]:
    """Return the activities that a denial covers and that decide by automated means."""
    covered = denial.claim.activities
    deciding = (activity for activity in facts.activities if given(activity.automated_decisions))
    return [activity for activity in deciding if not covered or activity.id in covered]


def _claimed(facts: Facts, denial: Said[AutomatedDecisionsClaimed]) -> list[str]:
    """Return the clauses that say that decisions are automated where a denial says that none is."""
    covered = set(denial.claim.activities)
    return [
        said.clause
        for said in facts.said(AutomatedDecisionsClaimed)
        if not said.claim.denied
        and (not covered or not said.claim.activities or covered & set(said.claim.activities))
    ]


def _hits(facts: Facts) -> Iterator[Hit]:
    for said in facts.said(AutomatedDecisionsClaimed):
        if not said.claim.denied:
            continue
        made, claimed = _made(facts, said), _claimed(facts, said)
        if not (made or claimed):
            continue
        parts = []
        if made:
            names = quoted(f"{activity.name}: {activity.automated_decisions}" for activity in made)
            parts.append(f"the map has them in {names}")
        if claimed:
            parts.append(f"{clauses_that(claimed, 'speaks', 'speak')} of them")
        other = tuple(dict.fromkeys([*claimed, *clauses_of(made)]))
        other = tuple(clause for clause in other if clause != said.clause)
        about = (f"clause:{said.clause}", *(f"activity:{activity.id}" for activity in made))
        fields = {"where": said.clause, "against": "; ".join(parts)}
        yield Hit(about, (said.clause, *other), fields, contradicts=other or (said.clause,))


RULE = Rule(
    id="automated-decisions-denied",
    theme=Theme.AUTOMATED_DECISIONS,
    title="Denies automated decisions that are made",
    why="Somebody whom a machine has turned down may have the decision looked at, and never asks if told "
    "that there is none.",
    law=("UK GDPR Art. 13(2)(f)", "UK GDPR Art. 22C", "UK GDPR Art. 5(1)(a)"),
    remedy="The owner of the activity puts a person into the decision who can change it, or the data "
    "protection officer takes the denial out and tells people how to have a decision looked at.",
    false_alarms="A person decides in every case with a real choice, and the machine only prepares.",
    message="Clause {where} says that no decision is automated; yet {against}.",
    severity=Severity.HIGH,
    confidence=Confidence.LIKELY,
    test=_hits,
    needs_notice=True,
    items=("A13-2f",),
)
