"""Letting agents have to report people on the sanctions list, and the map knows of no check."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.purpose import PurposeKind
from ..facts import Facts
from ..lettings import duties
from ..rule import Hit, Rule, Theme


def _hits(facts: Facts) -> Iterator[Hit]:
    purposes = facts.data_map.purpose
    known = any(purposes[a.purpose].kind is PurposeKind.SANCTIONS for a in facts.data_map.activities)
    due = any(duty.kind is PurposeKind.SANCTIONS for duty in duties(facts))
    if due and facts.activities and not known:
        yield Hit((facts.whole,))


RULE = Rule(
    id="sanctions-screening-not-in-map",
    theme=Theme.HOUSING,
    title="Sanctions checks of letting agents not in the map",
    why="A check against the list brings dates of birth to a screening provider, and a likeness of names can "
    "cost somebody a home; a report goes to HM Treasury without the person knowing.",
    law=(
        "Sanctions and Anti-Money Laundering Act 2018 s.16",
        "UK GDPR Art. 6(1)(c)",
        "UK GDPR Art. 5(1)(d)",
        "UK GDPR Art. 30(1)",
    ),
    remedy="The head of lettings says who checks landlords and accepted tenants against the list, with which "
    "provider, and who decides on a likeness; the owner of the map records it with the law as its basis.",
    false_alarms="The organisation lets its own homes only and does no letting agency work; the duty is to "
    "report, and no provision says how to check.",
    message="Who checks landlords and accepted tenants against the sanctions list, with which data and "
    "provider? Letting agents have had to report to HM Treasury since 14 May 2025, whatever the rent, whom "
    "they know or have reason to suspect to be on it; the map has no such activity.",
    severity=Severity.MEDIUM,
    confidence=Confidence.ASK,
    test=_hits,
    in_force=dt.date(2025, 5, 14),
)
