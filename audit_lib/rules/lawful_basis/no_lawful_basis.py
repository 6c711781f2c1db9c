"""An activity is on record without any lawful basis."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.activity import Activity
from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.words import counted
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..wording import quoted


def _read_from_notice(facts: Facts, activity: Activity) -> bool:
    """Say whether all that is known of the activity is what the notice says; then the notice is at fault."""
    return facts.has_notice and activity.stance.rests_on_notice


def _hits(facts: Facts) -> Iterator[Hit]:
    bare = [
        activity
        for activity in facts.activities
        if not activity.bases and not _read_from_notice(facts, activity)
    ]
    if bare:
        fields = {
            "count": counted(len(bare), "activity has", "activities have"),
            "activities": quoted(activity.name for activity in bare),
        }
        yield Hit(tuple(f"activity:{activity.id}" for activity in bare), clauses_of(bare), fields)


RULE = Rule(
    id="no-lawful-basis",
    theme=Theme.LAWFUL_BASIS,
    title="Processing without a lawful basis",
    why="Processing without a basis is unlawful, however well everything else is done.",
    law=("UK GDPR Art. 6(1)", "UK GDPR Art. 5(1)(a)", "UK GDPR Art. 5(2)"),
    remedy="The owner of each activity and the data protection officer determine its basis and record why "
    "it fits, or the activity stops.",
    false_alarms="The basis has been determined and nobody has put it into the map.",
    message="{count} no lawful basis on record: {activities}.",
    severity=Severity.HIGH,
    confidence=Confidence.LIKELY,
    test=_hits,
)
