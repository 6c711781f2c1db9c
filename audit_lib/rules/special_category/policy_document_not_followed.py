"""The policy document for sensitive data is not followed, and nobody says why."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.finding import Severity
from ...model.noun import Answer, Confidence
from ..facts import Facts, given
from ..rule import Hit, Rule, Theme
from ..wording import quoted


def _hits(facts: Facts) -> Iterator[Hit]:
    departing = [
        activity
        for activity in facts.activities
        if activity.policy.followed is Answer.NO and not given(activity.policy.reasons)
    ]
    if departing:
        about = tuple(f"activity:{activity.id}" for activity in departing)
        yield Hit(about, fields={"activities": quoted(activity.name for activity in departing)})


RULE = Rule(
    id="policy-document-not-followed",
    theme=Theme.SPECIAL_CATEGORY,
    title="Sensitive data kept otherwise than the policy says",
    why="The record has to say whether sensitive data is kept and erased as the policy document says, and "
    "why not where it is not.",
    law=("Data Protection Act 2018 Sch. 1 para. 41", "UK GDPR Art. 5(1)(e)"),
    remedy="The owner of each activity erases what is due under the policy document, or records why it is "
    "kept.",
    false_alarms="The reasons stand in the record and not in the map.",
    message="In {activities} sensitive data is not kept and erased as the policy document says, and no "
    "reasons are on record.",
    severity=Severity.MEDIUM,
    confidence=Confidence.CERTAIN,
    test=_hits,
)
