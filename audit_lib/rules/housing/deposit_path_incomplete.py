"""Deposits are protected, and the map lacks the scheme or what tenants are told."""

from __future__ import annotations

from collections.abc import Iterator

from ...law.housing import HOUSING_DUTIES
from ...model.activity import Activity
from ...model.finding import Severity
from ...model.flow import Flow
from ...model.noun import Confidence
from ...model.purpose import PurposeKind
from ..facts import Facts, clauses_of
from ..lettings import duties
from ..rule import Hit, Rule, Theme
from ..uses import serving
from ..wording import listed


def _flows(facts: Facts, activities: list[Activity]) -> list[Flow]:
    """Return the flows of some activities, also those that are only expected."""
    names = {activity.id for activity in activities}
    return [flow for flow in facts.data_map.flows if flow.activity in names]


def _hits(facts: Facts) -> Iterator[Hit]:
    activities = serving(facts, PurposeKind.DEPOSIT_PROTECTION)
    rows = [duty for duty in duties(facts) if duty.kind is PurposeKind.DEPOSIT_PROTECTION]
    if not (rows and activities):
        return
    flows = _flows(facts, activities)
    to_scheme = any(facts.outside(flow.recipient) for flow in flows)
    to_tenants = any(flow.recipient in facts.data_map.individuals for flow in flows)
    missing = [] if to_scheme else ["to which scheme the deposit goes, and with which data"]
    if not to_tenants:
        within = rows[0].within if len({row.within for row in rows}) == 1 else "the time that the law sets"
        missing.append(f"how tenants get the prescribed information within {within}")
    if missing:
        yield Hit(
            tuple(f"activity:{activity.id}" for activity in activities),
            clauses_of(activities),
            {"missing": listed(missing)},
            severity=None if not to_scheme else Severity.LOW,
            law=("UK GDPR Art. 13(1)(e)", *(duty.provision for duty in rows)),
        )


RULE = Rule(
    id="deposit-path-incomplete",
    theme=Theme.HOUSING,
    title="Way of the deposit's data not whole",
    why="Tenants can claim up to three times the deposit where the scheme or the information is missing; in "
    "England and Wales whoever paid for them has to be told too.",
    law=(
        "UK GDPR Art. 13(1)(e)",
        *(row.provision for row in HOUSING_DUTIES if row.kind is PurposeKind.DEPOSIT_PROTECTION),
    ),
    remedy="The head of finance names the scheme and how tenants, and whoever paid for them, get the "
    "information; the owner of the map adds the flows.",
    false_alarms="The landlord lodges the deposit and gives the information, and nothing passes through the "
    "agent; or no deposit is taken.",
    message="The map does not say {missing}.",
    severity=Severity.MEDIUM,
    confidence=Confidence.ASK,
    test=_hits,
)
