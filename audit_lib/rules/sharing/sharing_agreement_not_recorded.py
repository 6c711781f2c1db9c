"""Other controllers get data, and no agreement on the sharing is on record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...model.finding import Severity
from ...model.flow import Direction, Flow, Role
from ...model.noun import Confidence, Gap
from ...model.party import PartyKind
from ...model.purpose import PurposeKind
from ..facts import Facts, clauses_of, open_gap
from ..rule import Hit, Rule, Theme
from ..wording import listed, quoted

#: What the law itself lays down, and what is done in homes, of which contractors-bound-by-nothing asks.
_ELSEWHERE: Final = frozenset(
    {
        PurposeKind.DEPOSIT_PROTECTION,
        PurposeKind.STATUTORY_REPORTING,
        PurposeKind.AUTHORITY_REQUESTS,
        PurposeKind.RIGHTS_REQUESTS,
        PurposeKind.SANCTIONS,
        PurposeKind.REPAIRS,
        PurposeKind.GAS_SAFETY,
        PurposeKind.ELECTRICAL_SAFETY,
        PurposeKind.FIRE_SAFETY,
    }
)


def _without(facts: Facts) -> list[Flow]:
    """Return the disclosures to other controllers, joint ones apart, for which nothing is agreed."""
    data_map = facts.data_map
    return [
        flow
        for flow in facts.disclosures
        if flow.role is Role.CONTROLLER
        and data_map.direction(flow) is Direction.DISCLOSED
        and data_map.party[flow.recipient].kind is PartyKind.ORGANISATION
        and (open_gap(flow.contract) or flow.contract is Gap.NONE)
        and data_map.purpose[data_map.activity[flow.activity].purpose].kind not in _ELSEWHERE
    ]


def _hits(facts: Facts) -> Iterator[Hit]:
    without = _without(facts)
    if without:
        fields = {
            "parties": listed(facts.names("party", (flow.recipient for flow in without))),
            "activities": quoted(facts.names("activity", (flow.activity for flow in without))),
        }
        about = tuple(f"flow:{flow.id}" for flow in without)
        yield Hit(about, clauses_of(without), fields)


RULE = Rule(
    id="sharing-agreement-not-recorded",
    theme=Theme.SHARING,
    title="Data shared with other controllers without an agreement",
    why="What is not agreed beforehand (what for, which data, how long, who answers people) is settled after "
    "something has gone wrong.",
    law=("UK GDPR Art. 5(2)", "UK GDPR Art. 24(1)", "Data Protection Act 2018 s.121"),
    remedy="The owner of each activity agrees with the recipient in writing on purpose, data, security, "
    "retention, requests and breaches, as the Commissioner's code on data sharing advises, and links it.",
    false_alarms="It happened once and is logged as such, or the agreement exists and the map has no link.",
    message="What has been agreed with {parties} about the data that they get for {activities}? Nothing is "
    "on record.",
    severity=Severity.MEDIUM,
    confidence=Confidence.ASK,
    test=_hits,
)
