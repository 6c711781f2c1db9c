"""The right to object stands among the others."""

from __future__ import annotations

from collections.abc import Iterator

from ...law.rights_matrix import Extent, application
from ...model.claim import RightOffered
from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.rights import RightKind
from ...model.words import counted
from ..facts import Facts
from ..rule import Hit, Rule, Theme
from ..wording import in_clauses, quoted


def _hits(facts: Facts) -> Iterator[Hit]:
    offered = [s for s in facts.said(RightOffered) if s.claim.right is RightKind.OBJECTION]
    open_to_it = [
        activity
        for activity in facts.activities
        if any(
            application(RightKind.OBJECTION, basis.basis).extent is Extent.APPLIES
            for basis in facts.bases(activity)
        )
    ]
    if not offered or not open_to_it or any(said.claim.set_apart for said in offered):
        return
    clauses = tuple(said.clause for said in offered)
    fields = {
        "where": in_clauses(clauses),
        "count": counted(len(open_to_it), "activity is", "activities are"),
        "activities": quoted(activity.name for activity in open_to_it),
    }
    yield Hit(tuple(f"clause:{clause}" for clause in clauses), clauses, fields)


RULE = Rule(
    id="objection-not-set-apart",
    theme=Theme.MARKETING,
    title="Right to object not set apart",
    why="It is the one right that stops processing which nobody asked for, and the law wants it seen.",
    law=("UK GDPR Art. 21(4)", "UK GDPR Art. 21(1)", "UK GDPR Art. 21(2)"),
    remedy="The data protection officer puts the right to object into a box or under a heading of its own, "
    "and into the first message to each person.",
    false_alarms="The first message to each person presents it, apart from everything else.",
    message="The right to object stands among the other rights ({where}), though {count} open to "
    "objection: {activities}.",
    severity=Severity.LOW,
    confidence=Confidence.CERTAIN,
    test=_hits,
    needs_notice=True,
    items=("A21-4",),
)
