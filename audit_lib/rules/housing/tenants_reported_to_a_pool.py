"""Who answers for applicants is also told of tenants' debts and conduct."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.finding import Severity
from ...model.flow import Flow
from ...model.noun import Confidence
from ...model.party import PartyKind
from ...model.purpose import PurposeKind
from ..facts import ACTS_FOR_ANOTHER, Facts, clauses_of
from ..lettings import lets_homes
from ..rule import Hit, Rule, Theme
from ..wording import listed

#: Purposes in which something to a person's disadvantage is recorded.
_ADVERSE = frozenset(
    {
        PurposeKind.DEBT_RECOVERY,
        PurposeKind.ANTISOCIAL_BEHAVIOUR,
        PurposeKind.CRIME_PREVENTION,
        PurposeKind.LEGAL_CLAIMS,
    }
)


def _kind(facts: Facts, flow: Flow) -> PurposeKind:
    return facts.data_map.purpose[facts.data_map.activity[flow.activity].purpose].kind


def _hits(facts: Facts) -> Iterator[Hit]:
    if not lets_homes(facts):
        return
    answering = {
        flow.sender
        for flow in facts.flows
        if _kind(facts, flow) is PurposeKind.REFERENCING and flow.recipient in facts.data_map.inside
    }
    told = [
        flow
        for flow in facts.disclosures
        if flow.recipient in answering
        and flow.role not in ACTS_FOR_ANOTHER
        and facts.data_map.party[flow.recipient].kind is PartyKind.ORGANISATION
        and _kind(facts, flow) in _ADVERSE
    ]
    if told:
        fields = {
            "pools": listed(facts.names("party", (flow.recipient for flow in told))),
            "data": listed(facts.names("data", (name for flow in told for name in flow.data))),
        }
        yield Hit(tuple(f"flow:{flow.id}" for flow in told), clauses_of(told), fields)


RULE = Rule(
    id="tenants-reported-to-a-pool",
    theme=Theme.HOUSING,
    title="Tenants' debts or conduct go into a pool for landlords",
    why="An entry that other landlords read can keep somebody out of every home, rightly or not, for years.",
    law=("UK GDPR Art. 5(1)(a)", "UK GDPR Art. 5(1)(d)", "UK GDPR Art. 14(1)", "UK GDPR Art. 35(1)"),
    remedy="The head of lettings limits entries to debts that are proved or admitted, has each person told "
    "beforehand, sets an end to the entry, and has the impact assessed.",
    false_alarms="The recipient uses the report for one claim, and does not answer others from it.",
    message="{data} of tenants can reach {pools}, where enquiries about applicants are answered too: an "
    "entry there can decide whether somebody finds a home.",
    severity=Severity.HIGH,
    confidence=Confidence.LIKELY,
    test=_hits,
)
