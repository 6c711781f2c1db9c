"""Nobody has said in which country a provider keeps the data."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.claim import TransferClaimed
from ...model.finding import Severity
from ...model.flow import Flow
from ...model.noun import Confidence, Gap
from ..abroad import country_of
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..wording import listed


def _holders(facts: Facts) -> frozenset[str]:
    """Return the particular outside parties that keep data for the controller."""
    operators = {
        system.operator
        for system in facts.data_map.systems
        if system.holds and isinstance(system.location, Gap) and facts.outside(system.operator)
    }
    found = operators | facts.processors
    return frozenset(party for party in found if not facts.data_map.party[party].generic)


def _unknown(facts: Facts) -> list[Flow]:
    holders = _holders(facts)
    return [f for f in facts.disclosures if f.recipient in holders and country_of(facts, f) is None]


def _hits(facts: Facts) -> Iterator[Hit]:
    claims = facts.said(TransferClaimed)
    flows = _unknown(facts)
    if not flows or any(said.claim.denied for said in claims):
        return
    parties = dict.fromkeys(flow.recipient for flow in flows)
    silent = " The notice says nothing about transfers." if facts.has_notice and not claims else ""
    fields = {"parties": listed(facts.names("party", parties)), "silent": silent}
    yield Hit(tuple(f"party:{party}" for party in parties), clauses_of(flows), fields)


RULE = Rule(
    id="country-not-known",
    theme=Theme.TRANSFERS,
    title="Country of a provider not known",
    why="If a provider keeps or opens data abroad, that is a transfer that needs a mechanism and has to be "
    "told.",
    law=(
        "UK GDPR Art. 13(1)(f)",
        "UK GDPR Art. 44A (before 5 February 2026: Art. 44)",
        "UK GDPR Art. 30(1)(e)",
    ),
    remedy="The owner of the contract asks the provider where the data is stored, from where it is opened "
    "(support, sub-processors), and which mechanism applies, and records the answer.",
    false_alarms="The contract settles it, and the map does not say so.",
    message="In which country is the data kept by {parties}, and from where is it opened?{silent}",
    severity=Severity.MEDIUM,
    confidence=Confidence.ASK,
    test=_hits,
    items=("A13-1f",),
)
