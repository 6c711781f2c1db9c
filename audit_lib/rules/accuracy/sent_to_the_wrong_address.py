"""Messages about a home go to people, and no measure says how the right address is made sure of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...model.activity import Activity
from ...model.finding import Severity
from ...model.flow import Direction
from ...model.map_info import Sector
from ...model.noun import Confidence
from ...model.purpose import PurposeKind
from ...model.safeguard import Measure
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..uses import serving
from ..wording import quoted

_LETTING: Final = frozenset({Sector.PRIVATE_LETTING, Sector.SOCIAL_LETTING})
_ABOUT_THE_HOME: Final = (
    PurposeKind.TENANCY, PurposeKind.RENT_AND_PAYMENTS, PurposeKind.REPAIRS, PurposeKind.DEBT_RECOVERY,
    PurposeKind.DEPOSIT_PROTECTION, PurposeKind.ANTISOCIAL_BEHAVIOUR,
)  # fmt: skip
#: What keeps a message from the wrong person, where it is recorded for the activity.
_CHECKED: Final = frozenset({Measure.IDENTITY_CHECK, Measure.POLICY, Measure.TRAINING})


def _writing(facts: Facts) -> list[Activity]:
    """Return the activities about a home in which people are sent data."""
    return [
        activity
        for activity in serving(facts, *_ABOUT_THE_HOME)
        if any(facts.data_map.direction(flow) is Direction.SENT for flow in facts.flows_of[activity.id])
    ]


def _hits(facts: Facts) -> Iterator[Hit]:
    if facts.data_map.info.sector not in _LETTING:
        return
    measures = (each for each in facts.safeguards if each.measure in _CHECKED)
    checked = {activity for each in measures for activity in each.activities}
    bare = [activity for activity in _writing(facts) if activity.id not in checked]
    if bare:
        sent = [
            flow
            for activity in bare
            for flow in facts.flows_of[activity.id]
            if facts.data_map.direction(flow) is Direction.SENT
        ]
        about = tuple(f"activity:{activity.id}" for activity in bare)
        yield Hit(about, clauses_of(sent), {"activities": quoted(activity.name for activity in bare)})


RULE = Rule(
    id="sent-to-the-wrong-address",
    theme=Theme.ACCURACY,
    title="Nothing keeps a new address from the old household",
    why="A letter with a new address that goes to the home that somebody has fled tells a violent partner "
    "where to look; organisations have been reprimanded for such letters, a housing association among "
    "them.",
    law=("UK GDPR Art. 5(1)(d)", "UK GDPR Art. 5(1)(f)", "UK GDPR Art. 32(1)"),
    remedy="The owner of each activity has every change of address confirmed with the person by another "
    "way, keeps joint tenants' contacts apart, and marks those whose address nobody else may learn.",
    false_alarms="The system enforces it, and the map does not list that as a safeguard of the activity.",
    message="Who makes sure that letters and messages in {activities} reach the right person once a "
    "household has split up? No procedure, training or check is on record for that.",
    severity=Severity.MEDIUM,
    confidence=Confidence.ASK,
    test=_hits,
)
