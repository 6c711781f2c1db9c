"""Criminal offence data is processed without a condition of DPA 2018 Sch. 1."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.data import Sensitivity
from ...model.finding import Severity
from ...model.noun import Confidence
from ..conditions import without_condition
from ..facts import Facts
from ..rule import Hit, Rule, Theme


def _hits(facts: Facts) -> Iterator[Hit]:
    return without_condition(facts, Sensitivity.CRIMINAL_OFFENCE, lambda activity: activity.offence_condition)


RULE = Rule(
    id="offence-data-without-condition",
    theme=Theme.SPECIAL_CATEGORY,
    title="Criminal offence data without a condition",
    why="Data about offences, suspected ones too, may be processed only under official authority or a "
    "condition in Schedule 1; a false suspicion that is passed on can cost a home.",
    law=("UK GDPR Art. 10", "Data Protection Act 2018 s.10(5), s.11(2)", "Data Protection Act 2018 Sch. 1"),
    remedy="The owner of the activity records the condition (such as Sch. 1 para. 10 or 14) and, where it "
    "calls for one, the policy document, with the data protection officer's advice, and limits who may "
    "report a suspicion, to whom, on what evidence.",
    false_alarms="The reports hold facts about an incident and no allegation against a person.",
    message="Which condition of Schedule 1 is met for data about offences, suspected ones too ({data}), in "
    "{activities}? None is on record.",
    severity=Severity.HIGH,
    confidence=Confidence.LIKELY,
    test=_hits,
)
