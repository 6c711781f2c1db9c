"""Special category data is processed without a condition of Art. 9."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.data import Sensitivity
from ...model.finding import Severity
from ...model.noun import Confidence
from ..conditions import without_condition
from ..facts import Facts
from ..rule import Hit, Rule, Theme


def _hits(facts: Facts) -> Iterator[Hit]:
    return without_condition(facts, Sensitivity.SPECIAL_CATEGORY, lambda activity: activity.special_condition)


RULE = Rule(
    id="special-category-without-condition",
    theme=Theme.SPECIAL_CATEGORY,
    title="Special category data without a condition",
    why="Such data may not be processed at all unless a condition of Art. 9(2) is met, besides the lawful "
    "basis.",
    law=("UK GDPR Art. 9(1)", "UK GDPR Art. 9(2)", "Data Protection Act 2018 s.10, Sch. 1"),
    remedy="The owner of the activity and the data protection officer find the condition that applies, "
    "with a policy document where Schedule 1 asks for one, or the data is no longer collected.",
    false_alarms="The condition has been determined and is not in the map.",
    message="Which condition of Art. 9(2) is met for special category data ({data}) in {activities}? None is "
    "on record.",
    severity=Severity.HIGH,
    confidence=Confidence.LIKELY,
    test=_hits,
)
