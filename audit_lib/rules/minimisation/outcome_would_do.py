"""Somebody gets the evidence of a check who needs its outcome."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...model.finding import Severity
from ...model.flow import Direction, Flow
from ...model.noun import Confidence
from ...model.party import PartyKind
from ...model.purpose import PurposeKind
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..uses import serving, to_others
from ..wording import listed

_CHECKS: Final = (
    PurposeKind.RIGHT_TO_RENT, PurposeKind.REFERENCING, PurposeKind.SANCTIONS, PurposeKind.MONEY_LAUNDERING
)  # fmt: skip


def _evidence(facts: Facts) -> frozenset[str]:
    """Return what is looked at in checks and can hurt people: papers, income, records of debt."""
    checks = serving(facts, *_CHECKS)
    return frozenset(facts.sensitive(c for check in checks for c in (*check.data, *check.creates)))


def _answering(facts: Facts) -> frozenset[tuple[str, str]]:
    """Return who sends something back in which activity: they check, and need what they check."""
    received = (f for f in facts.flows if facts.data_map.direction(f) is Direction.RECEIVED)
    return frozenset((flow.sender, flow.activity) for flow in received)


def _hits(facts: Facts) -> Iterator[Hit]:
    evidence, answering = _evidence(facts), _answering(facts)
    found: dict[Flow, list[str]] = {}
    for flow in to_others(facts):
        company = facts.data_map.party[flow.recipient].kind is PartyKind.ORGANISATION
        shown = [category for category in flow.data if category in evidence]
        deciding = facts.data_map.activity[flow.activity].controllers
        checker = (flow.recipient, flow.activity) in answering or flow.recipient in deciding
        if company and shown and not checker:
            found[flow] = shown
    if found:
        fields = {
            "recipients": listed(facts.names("party", (flow.recipient for flow in found))),
            "data": listed(facts.names("data", (c for shown in found.values() for c in shown))),
        }
        yield Hit(tuple(f"flow:{flow.id}" for flow in found), clauses_of(found), fields)


RULE = Rule(
    id="outcome-would-do",
    theme=Theme.MINIMISATION,
    title="Evidence of a check goes out where its outcome would do",
    why="A landlord or an insurer needs to know that a check was passed; the passport, the payslips and the "
    "credit file are what thieves need.",
    law=("UK GDPR Art. 5(1)(c)", "UK GDPR Art. 25(1)", "UK GDPR Art. 25(2)"),
    remedy="The owner of each check reports passed or not passed, with the date and who checked; the "
    "evidence stays where it was looked at.",
    false_alarms="The recipient is bound by law to see the evidence itself.",
    message="Is {data}, which was looked at in a check, needed by {recipients}, or is the outcome enough?",
    severity=Severity.MEDIUM,
    confidence=Confidence.ASK,
    test=_hits,
)
