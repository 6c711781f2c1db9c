"""Checks against money laundering are made, and nothing limits them to high rents."""

from __future__ import annotations

from collections.abc import Iterator

from ...law.housing import POUNDS_FOR_EUROS
from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.purpose import PurposeKind
from ..facts import Facts, clauses_of, given
from ..lettings import lets_homes
from ..rule import Hit, Rule, Theme
from ..uses import serving
from ..wording import quoted


def _hits(facts: Facts) -> Iterator[Hit]:
    if not lets_homes(facts):
        return
    unlimited = [
        activity
        for activity in serving(facts, PurposeKind.MONEY_LAUNDERING)
        if not given(activity.necessity)
        and not any(given(flow.condition) for flow in facts.flows_of[activity.id])
    ]
    if unlimited:
        currency = "GBP" if facts.as_of >= POUNDS_FOR_EUROS else "EUR"
        fields = {"activities": quoted(a.name for a in unlimited), "currency": currency}
        yield Hit(tuple(f"activity:{activity.id}" for activity in unlimited), clauses_of(unlimited), fields)


RULE = Rule(
    id="laundering-checks-on-everybody",
    theme=Theme.HOUSING,
    title="Checks against money laundering without a threshold",
    why="Proof of where somebody's money comes from is far more than a landlord needs to know, and the law "
    "asks agents for it at high rents alone.",
    law=(
        "Money Laundering, Terrorist Financing and Transfer of Funds (Information on the Payer) Regulations "
        "2017 reg. 27",
        "UK GDPR Art. 5(1)(c)",
        "UK GDPR Art. 6(1)(c)",
    ),
    remedy="The head of lettings limits the checks to lettings at GBP 10,000 a month or more (before 30 June "
    "2026: EUR 10,000), writes that down as the condition, and has deleted what was collected below it.",
    false_alarms="All rents are above the threshold, or the organisation also sells homes.",
    message="Are the checks in {activities} limited to lettings at {currency} 10,000 a month or more? The "
    "law asks letting agents for them there alone, and the map states no limit.",
    severity=Severity.MEDIUM,
    confidence=Confidence.ASK,
    test=_hits,
)
