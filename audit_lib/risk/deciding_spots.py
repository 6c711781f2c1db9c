"""Where in a map people are decided about, advertised to, or put in danger by being found."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from ..model.activity import Activity
from ..model.data import Sensitivity
from ..model.noun import Gap
from ..model.party import Vulnerability
from ..model.purpose import PurposeKind
from .facts import RiskFacts, Spot
from .spots import at_activity, at_flow

#: Purposes of which it is the point that somebody decides who may have a home.
_ADMITTING: Final = (
    PurposeKind.REFERENCING,
    PurposeKind.RIGHT_TO_RENT,
    PurposeKind.SANCTIONS,
    PurposeKind.MONEY_LAUNDERING,
)
#: Purposes that end in a decision about a person, whoever or whatever makes it.
_DECIDING: Final = (
    *_ADMITTING,
    PurposeKind.DEBT_RECOVERY,
    PurposeKind.CRIME_PREVENTION,
    PurposeKind.ANTISOCIAL_BEHAVIOUR,
    PurposeKind.LEGAL_CLAIMS,
    PurposeKind.PROFILING,
)
_PROTECTED: Final = (Sensitivity.SPECIAL_CATEGORY, Sensitivity.CRIMINAL_OFFENCE)


def decisions(facts: RiskFacts) -> Iterator[Spot]:
    """Yield the activities whose purpose, or whose machine, decides about people."""
    return (
        at_activity(facts, each)
        for each in facts.activities
        if _for(facts, each, _DECIDING) or _by_machine(facts, each)
    )


def admissions(facts: RiskFacts) -> Iterator[Spot]:
    """Yield the activities that decide who may have a home."""
    return (at_activity(facts, each) for each in facts.activities if _for(facts, each, _ADMITTING))


def unequal(facts: RiskFacts) -> Iterator[Spot]:
    """Yield the activities that decide about people and hold data that the law protects (Art. 9, 10)."""
    for activity in facts.activities:
        decides = _for(facts, activity, _DECIDING) or _by_machine(facts, activity)
        spot = at_activity(facts, activity)
        if decides and facts.worst(spot.data) in _PROTECTED:
            yield spot


def promotions(facts: RiskFacts) -> Iterator[Spot]:
    """Yield the activities that advertise to people."""
    kinds = (PurposeKind.DIRECT_MARKETING,)
    return (at_activity(facts, each) for each in facts.activities if _for(facts, each, kinds))


def about_people_at_risk(facts: RiskFacts) -> Iterator[Spot]:
    """Yield the flows that carry data about children or adults at risk out of the organisation."""
    party, inside = facts.data_map.party, facts.data_map.inside
    kinds = {Vulnerability.CHILD, Vulnerability.ADULT_AT_RISK}
    frail = {each.id for each in party.values() if not kinds.isdisjoint(each.vulnerability)}
    return (
        at_flow(facts, flow, flow.sender, flow.recipient)
        for flow in facts.flows
        if not frail.isdisjoint(flow.subjects) and flow.recipient not in inside
    )


def _for(facts: RiskFacts, activity: Activity, kinds: Collection[PurposeKind]) -> bool:
    return facts.data_map.purpose[activity.purpose].kind in kinds


def _by_machine(facts: RiskFacts, activity: Activity) -> bool:
    return activity.id in facts.profiling or not isinstance(activity.automated_decisions, Gap)
