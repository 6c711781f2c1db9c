"""Data is processed for a purpose that the notice does not state."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.activity import Activity
from ...model.claim import PurposeStated
from ...model.finding import Severity
from ...model.noun import Confidence, Stance
from ...model.words import counted
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..wording import quoted


def _hits(facts: Facts) -> Iterator[Hit]:
    stated = {purpose for said in facts.said(PurposeStated) for purpose in said.claim.purposes}

    def untold(activity: Activity) -> bool:
        # What was only read between the lines has a purpose that was read there too, and proves nothing.
        sure = activity.stance in (Stance.STATED, Stance.RECORDED)
        purpose = facts.data_map.purpose[activity.purpose]
        return sure and purpose.stance is not Stance.STATED and purpose.id not in stated

    found = [activity for activity in facts.activities if untold(activity)]
    if found:
        fields = {
            "count": counted(len(found), "activity is", "activities are"),
            "activities": quoted(activity.name for activity in found),
        }
        yield Hit(tuple(f"activity:{activity.id}" for activity in found), clauses_of(found), fields)


RULE = Rule(
    id="purpose-not-told",
    theme=Theme.TRANSPARENCY,
    title="Processing without a stated purpose",
    why="Data may be used only for purposes that were specified and made known; without one, no use can be "
    "shown to keep within it.",
    law=("UK GDPR Art. 13(1)(c)", "UK GDPR Art. 5(1)(b)"),
    remedy="The head of each business function says what the processing is for; the data protection "
    "officer puts it into the notice.",
    false_alarms="The purpose stands in another notice that these people get, such as a sign beneath a "
    "camera.",
    message="The notice does not say what {count} for: {activities}.",
    severity=Severity.MEDIUM,
    confidence=Confidence.CERTAIN,
    test=_hits,
    needs_notice=True,
    items=("A13-1c-p",),
)
