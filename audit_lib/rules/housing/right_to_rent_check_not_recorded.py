"""The right to rent is checked, and nothing says what is recorded of the check."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.purpose import PurposeKind
from ..facts import Facts, clauses_of
from ..lettings import duties
from ..rule import Hit, Rule, Theme
from ..uses import serving
from ..wording import quoted


def _hits(facts: Facts) -> Iterator[Hit]:
    if not any(duty.kind is PurposeKind.RIGHT_TO_RENT for duty in duties(facts)):
        return
    bare = [activity for activity in serving(facts, PurposeKind.RIGHT_TO_RENT) if not activity.creates]
    if bare:
        fields = {"activities": quoted(activity.name for activity in bare)}
        yield Hit(tuple(f"activity:{activity.id}" for activity in bare), clauses_of(bare), fields)


RULE = Rule(
    id="right-to-rent-check-not-recorded",
    theme=Theme.HOUSING,
    title="Day and outcome of the right to rent check not on record",
    why="The copy of a passport does not show that it was checked in time: the excuse that the law gives a "
    "landlord hangs on the day of the check.",
    law=("Immigration Act 2014 s.24", "UK GDPR Art. 5(1)(d)", "UK GDPR Art. 5(2)"),
    remedy="The head of lettings has the day, the document and the outcome of each check recorded beside the "
    "copy, and the follow-up check for leave that runs out.",
    false_alarms="The record exists, and the map names only the document.",
    message="What is recorded of each check in {activities}: the day, the document, the outcome, and when to "
    "check again? The map names no such record.",
    severity=Severity.LOW,
    confidence=Confidence.ASK,
    test=_hits,
)
