"""Those who come into people's homes get their names and numbers, and nothing binds them."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.finding import Severity
from ...model.flow import Flow
from ...model.noun import Confidence, Gap
from ...model.party import PartyKind
from ...model.purpose import PurposeKind
from ..facts import Facts, clauses_of, given
from ..lettings import lets_homes
from ..rule import Hit, Rule, Theme
from ..wording import listed, quoted

#: Work that is done in homes.
_AT_HOME = frozenset(
    {
        PurposeKind.REPAIRS,
        PurposeKind.GAS_SAFETY,
        PurposeKind.ELECTRICAL_SAFETY,
        PurposeKind.FIRE_SAFETY,
    }
)


def _unbound(facts: Facts, flow: Flow) -> bool:
    """Say whether a flow brings somebody home with nothing agreed; of processors other rules ask."""
    purpose = facts.data_map.purpose[facts.data_map.activity[flow.activity].purpose]
    company = facts.data_map.party[flow.recipient].kind is PartyKind.ORGANISATION
    return purpose.kind in _AT_HOME and company and not given(flow.contract)


def _hits(facts: Facts) -> Iterator[Hit]:
    if not lets_homes(facts):
        return
    open_flows = [
        flow for flow in facts.disclosures if flow.recipient not in facts.processors and _unbound(facts, flow)
    ]
    if open_flows:
        fields = {
            "parties": listed(facts.names("party", (flow.recipient for flow in open_flows))),
            "data": listed(facts.names("data", (name for flow in open_flows for name in flow.data))),
            "activities": quoted(facts.names("activity", (flow.activity for flow in open_flows))),
        }
        sure = any(flow.contract is Gap.NONE for flow in open_flows)
        about = tuple(f"flow:{flow.id}" for flow in open_flows)
        yield Hit(
            about, clauses_of(open_flows), fields, confidence=Confidence.CERTAIN if sure else Confidence.ASK
        )


RULE = Rule(
    id="contractors-bound-by-nothing",
    theme=Theme.HOUSING,
    title="Those who come into homes are bound by nothing on record",
    why="A name, a telephone number and the knowledge when somebody is at home stay in a tradesman's phone "
    "long after the job.",
    law=("UK GDPR Art. 5(1)(f)", "UK GDPR Art. 24(1)", "UK GDPR Art. 28(3)"),
    remedy="The head of property management agrees with each contractor in writing what the data may be used "
    "for, that it is deleted after the job, and who is told when a phone is lost.",
    false_alarms="The terms of the framework or of the order say so, and the map has no link to them.",
    message="What binds {parties} to use what comes for {activities} ({data}) for the job alone, and to "
    "delete it afterwards? No agreement is on record.",
    severity=Severity.MEDIUM,
    confidence=Confidence.ASK,
    test=_hits,
)
