"""A message that others in the home can see gives away what it is about (detecting)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...law.linddun import Threat, named_source
from ...model.data import Sensitivity
from ...model.finding import Severity
from ...model.flow import Direction, Flow
from ...model.noun import Confidence
from ...model.purpose import PurposeKind
from ...model.system import SystemKind
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..wording import listed, quoted

#: Channels whose messages others who live there see, or see coming.
_SEEN: Final = frozenset({SystemKind.POST, SystemKind.SMS, SystemKind.EMAIL, SystemKind.TELEPHONE})
#: Purposes that nobody else in the house need know of.
_DELICATE: Final = frozenset(
    {
        PurposeKind.DEBT_RECOVERY,
        PurposeKind.ANTISOCIAL_BEHAVIOUR,
        PurposeKind.CRIME_PREVENTION,
        PurposeKind.SAFEGUARDING,
    }
)


def _delicate(facts: Facts, flow: Flow) -> bool:
    purpose = facts.data_map.purpose[facts.data_map.activity[flow.activity].purpose]
    levels = (Sensitivity.SPECIAL_CATEGORY, Sensitivity.CRIMINAL_OFFENCE)
    return purpose.kind in _DELICATE or bool(facts.sensitive(flow.data, *levels))


def _hits(facts: Facts) -> Iterator[Hit]:
    seen = {system.id for system in facts.data_map.systems if system.kind in _SEEN}
    shown = [
        flow
        for flow in facts.flows
        if flow.via in seen and facts.data_map.direction(flow) is Direction.SENT and _delicate(facts, flow)
    ]
    if shown:
        fields = {
            "activities": quoted(facts.names("activity", (flow.activity for flow in shown))),
            "channels": listed(facts.names("system", (str(flow.via) for flow in shown))),
        }
        yield Hit(tuple(f"flow:{flow.id}" for flow in shown), clauses_of(shown), fields)


RULE = Rule(
    id="message-shows-the-matter",
    theme=Theme.THREATS,
    title="A message gives away its matter to the household",
    why="An envelope, a sender's name or the first line on a locked telephone tells a flatmate, a parent or "
    "a violent partner that there are debts, complaints or a case.",
    law=(named_source(Threat.DETECTING), "UK GDPR Art. 5(1)(f)", "UK GDPR Art. 32(1)"),
    remedy="The owner of each activity sends such messages under a neutral sender and subject, to a channel "
    "that the person has chosen, with the matter itself behind a log-in.",
    false_alarms="The messages are neutral already, or go to the person's own account alone.",
    message="Can others in the home tell that messages by {channels} are about {activities}?",
    severity=Severity.MEDIUM,
    confidence=Confidence.ASK,
    test=_hits,
)
