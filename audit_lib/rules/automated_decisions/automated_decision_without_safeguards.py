"""A machine decides, and nobody is set up to look at the decision when a person asks."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.claim import AutomatedDecisionsClaimed
from ...model.finding import Severity
from ...model.noun import Confidence, Stance
from ...model.rights import RightKind
from ..facts import Facts, clauses_of, given
from ..rule import Hit, Rule, Theme
from ..wording import quoted


def _hits(facts: Facts) -> Iterator[Hit]:
    offered = any(
        right.right is RightKind.AUTOMATED_DECISIONS and right.stance is not Stance.EXPECTED
        for right in facts.data_map.rights
    )
    safe = [s.claim for s in facts.said(AutomatedDecisionsClaimed) if given(s.claim.safeguards)]
    everywhere = any(not claim.activities for claim in safe)
    covered = {activity for claim in safe for activity in claim.activities}
    bare = [a for a in facts.activities if given(a.automated_decisions) and a.id not in covered]
    if bare and not (offered or everywhere):
        about = tuple(f"activity:{activity.id}" for activity in bare)
        fields = {"activities": quoted(f"{a.name}: {a.automated_decisions}" for a in bare)}
        yield Hit(about, clauses_of(bare), fields)


RULE = Rule(
    id="automated-decision-without-safeguards",
    theme=Theme.AUTOMATED_DECISIONS,
    title="A machine decides, and nobody can be asked to look",
    why="Whoever is turned down by a machine may say why it is wrong, have a person look at it and contest "
    "it; that takes somebody who answers and a way to reach them.",
    law=("UK GDPR Art. 22C (before 5 February 2026: Art. 22(3))", "UK GDPR Art. 12(2)"),
    remedy="The owner of each activity names who looks at a decision again, with the power to change it, "
    "tells people of it with the decision, and enters the right with its channel in the map.",
    false_alarms="A person with a real choice takes part in every decision, or nothing significant follows.",
    message="Decisions are automated in {activities}; the map has no way by which people have one looked at "
    "by a human being.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
)
