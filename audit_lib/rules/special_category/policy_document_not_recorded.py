"""A condition of Schedule 1 is relied on that asks for a policy document, and none is on record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...model.activity import Activity
from ...model.finding import Severity
from ...model.noun import Confidence, Gap
from ..facts import Facts, given
from ..rule import Hit, Rule, Theme
from ..wording import quoted

_SCHEDULE: Final = re.compile(
    r"\bsch(edule|\.)? ?1\b|substantial public interest|9\(2\)\([bg]\)", re.IGNORECASE
)
_PARAGRAPH: Final = re.compile(r"\bpara(?:graph|s)?\.? ?(\d+)", re.IGNORECASE)
#: Paragraphs of Schedule 1 that ask for no policy document: health and research, and most of Part 3.
_SPARED: Final = frozenset({2, 3, 4, 13, 29, 30, 31, 32, 33, 34, 37})


def _asks_for_one(condition: str) -> bool:
    paragraphs = {int(number) for number in _PARAGRAPH.findall(condition)}
    return bool(_SCHEDULE.search(condition)) and not (paragraphs and paragraphs <= _SPARED)


def _missing(activity: Activity) -> bool:
    conditions = (activity.special_condition, activity.offence_condition)
    asked = any(_asks_for_one(str(condition)) for condition in conditions if given(condition))
    return asked and not given(activity.policy.link) and activity.policy.link is not Gap.NOT_APPLICABLE


def _hits(facts: Facts) -> Iterator[Hit]:
    missing = [activity for activity in facts.activities if _missing(activity)]
    if missing:
        none = any(activity.policy.link is Gap.NONE for activity in missing)
        about = tuple(f"activity:{activity.id}" for activity in missing)
        fields = {"activities": quoted(activity.name for activity in missing)}
        yield Hit(about, fields=fields, confidence=Confidence.LIKELY if none else None)


RULE = Rule(
    id="policy-document-not-recorded",
    theme=Theme.SPECIAL_CATEGORY,
    title="Policy document for sensitive data not on record",
    why="Most conditions of Schedule 1 count only where a policy document says how the principles are kept "
    "and when the data is erased; without one the processing is unlawful.",
    law=(
        "Data Protection Act 2018 Sch. 1 para. 5",
        "Data Protection Act 2018 Sch. 1 Part 4",
        "UK GDPR Art. 9(2)(g)",
        "UK GDPR Art. 10",
    ),
    remedy="The owner of each activity writes the policy document with the data protection officer's advice, "
    "has it reviewed from time to time, and links it in the map.",
    false_alarms="The data only goes to a competent authority such as the police (Sch. 1 para. 10(2)), or "
    "the document exists and the map has no link to it.",
    message="Where is the policy document that the condition of Schedule 1 asks for in {activities}?",
    severity=Severity.MEDIUM,
    confidence=Confidence.ASK,
    test=_hits,
)
