"""A machine decides on the strength of a recognised legitimate interest, which the law bars."""

from __future__ import annotations

from collections.abc import Iterator

from ...law.commencement import FEBRUARY_2026
from ...model.activity import Basis
from ...model.finding import Severity
from ...model.noun import Confidence, Stance
from ..facts import Facts, clauses_of, given
from ..rule import Hit, Rule, Theme
from ..wording import quoted


def _hits(facts: Facts) -> Iterator[Hit]:
    found = [
        (activity, basis)
        for activity, basis in facts.resting_on(Basis.RECOGNISED_LEGITIMATE_INTEREST)
        if given(activity.automated_decisions)
    ]
    if found:
        sure = any(basis.stance in (Stance.STATED, Stance.RECORDED) for _, basis in found)
        about = tuple(f"activity:{activity.id}" for activity, _ in found)
        fields = {"activities": quoted(f"{a.name}: {a.automated_decisions}" for a, _ in found)}
        clauses = clauses_of(basis for _, basis in found)
        yield Hit(about, clauses, fields, confidence=None if sure else Confidence.ASK)


RULE = Rule(
    id="automated-decision-barred",
    theme=Theme.AUTOMATED_DECISIONS,
    title="A machine decides where the law bars it",
    why="A recognised legitimate interest spares the balancing test, and therefore may never carry a "
    "significant decision that no human being has looked at.",
    law=("UK GDPR Art. 22B(4)", "UK GDPR Art. 6(1)(ea)"),
    remedy="The owner of each activity has a person take the decision, or rests it wholly on another basis "
    "with an assessment.",
    false_alarms="The machine only sorts cases for a person who decides, or nothing significant follows.",
    message="What rests on a recognised legitimate interest, wholly or in part, is decided by a machine: "
    "{activities}.",
    severity=Severity.HIGH,
    confidence=Confidence.LIKELY,
    test=_hits,
    in_force=FEBRUARY_2026,
)
