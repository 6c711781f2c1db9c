"""An activity moves no data."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.words import counted
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..wording import quoted


def _hits(facts: Facts) -> Iterator[Hit]:
    still = [a for a in facts.activities if not facts.flows_of[a.id] and not a.creates]
    if still:
        fields = {
            "count": counted(len(still), "activity", "activities"),
            "activities": quoted(activity.name for activity in still),
        }
        yield Hit(tuple(f"activity:{activity.id}" for activity in still), clauses_of(still), fields)


RULE = Rule(
    id="activity-without-flows",
    theme=Theme.MAP,
    title="Activity without any flow",
    why="Data that is used has come from somewhere; until the map says from where, its recipients cannot "
    "be checked.",
    law=("UK GDPR Art. 30(1)",),
    remedy="Whoever keeps the map asks the owner of the activity from whom the data comes and to whom it "
    "goes.",
    false_alarms="The activity only works on data that another activity has brought in.",
    message="No flow in the map belongs to {count}: {activities}.",
    severity=Severity.LOW,
    confidence=Confidence.CERTAIN,
    test=_hits,
)
