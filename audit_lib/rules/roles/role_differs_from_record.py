"""The record of an activity gives a party one role and its flows give it another."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.finding import Severity
from ...model.flow import Flow, Role
from ...model.noun import Confidence
from ..facts import ACTS_FOR_ANOTHER, Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..wording import listed

_ALONE = frozenset({Role.CONTROLLER, Role.JOINT_CONTROLLER})


def _difference(facts: Facts, flow: Flow) -> str:
    """Return how a flow and the record of its activity differ on its recipient, or nothing."""
    activity = facts.data_map.activity[flow.activity]
    name = facts.name("party", flow.recipient)
    if not facts.outside(flow.recipient):
        return ""
    if flow.role in _ALONE and flow.recipient in activity.processors:
        return f'{name} a processor of "{activity.name}" and a {flow.role.value.replace("-", " ")} in a flow'
    if flow.role in ACTS_FOR_ANOTHER and flow.recipient in activity.controllers:
        return f'{name} a controller of "{activity.name}" and a {flow.role.value.replace("-", " ")} in a flow'
    if flow.role is Role.JOINT_CONTROLLER and flow.recipient not in activity.controllers:
        return f'{name} a joint controller in a flow and no controller of "{activity.name}"'
    return ""


def _hits(facts: Facts) -> Iterator[Hit]:
    found = {flow: how for flow in facts.flows if (how := _difference(facts, flow))}
    if found:
        parties = dict.fromkeys(flow.recipient for flow in found)
        about = (*(f"party:{party}" for party in parties), *(f"flow:{flow.id}" for flow in found))
        yield Hit(about, clauses_of(found), {"shown": listed(found.values())})


RULE = Rule(
    id="role-differs-from-record",
    theme=Theme.ROLES,
    title="Record of the activity and its flows differ on a role",
    why="The record goes to the regulator and the flows to the engineers; where they differ, one of the two "
    "acts on the wrong contract.",
    law=("UK GDPR Art. 4(7), 4(8)", "UK GDPR Art. 26(1)", "UK GDPR Art. 28(10)", "UK GDPR Art. 30(1)"),
    remedy="The owner of each activity decides by who determines purpose and means, corrects the record or "
    "the flow, and has the contract follow.",
    false_alarms="The party acts for the controller in one part of the activity and for itself in another, "
    "which should then be two activities.",
    message="For the same activity the map makes {shown}.",
    severity=Severity.MEDIUM,
    confidence=Confidence.CERTAIN,
    test=_hits,
)
