"""One party alone is said to handle data that others handle too."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.claim import CustodyClaimed, SecurityPromised
from ...model.finding import Severity
from ...model.flow import Flow
from ...model.noun import Confidence
from ...model.system import System
from ..facts import Facts, Said, clauses_of
from ..rule import Hit, Rule, Theme
from ..wording import clauses_that, listed


def _given_to_others(facts: Facts, said: Said[CustodyClaimed]) -> list[str]:
    """Return the clauses that give the same data to somebody else."""
    alone, data = set(said.claim.parties), said.claim.data
    return [
        other.clause
        for other in facts.said(CustodyClaimed)
        if other.claim.data
        and facts.overlap(data, other.claim.data)
        and not set(other.claim.parties) <= alone
        and other.clause != said.clause
    ]


def _secured_here(facts: Facts, said: Said[CustodyClaimed]) -> list[str]:
    """Return the clauses in which the controller promises to secure what only others are said to have."""
    if set(said.claim.parties) & facts.data_map.inside:
        return []
    return [
        other.clause
        for other in facts.said(SecurityPromised)
        if other.claim.data
        and facts.overlap(said.claim.data, other.claim.data)
        and other.clause != said.clause
    ]


def _flows(facts: Facts, said: Said[CustodyClaimed]) -> list[Flow]:
    """Return the flows that name the data itself; a wide category need not bring this part along."""
    people, atoms = facts.data_map.individuals, facts.atoms(said.claim.data)
    return [
        flow
        for flow in facts.flows
        if flow.recipient not in said.claim.parties
        and flow.recipient not in people
        and not atoms.isdisjoint(flow.data)
    ]


def _systems(facts: Facts, said: Said[CustodyClaimed]) -> list[System]:
    atoms = facts.atoms(said.claim.data)
    return [
        system
        for system in facts.data_map.systems
        if system.holds and system.operator not in said.claim.parties and not atoms.isdisjoint(system.holds)
    ]


def _hits(facts: Facts) -> Iterator[Hit]:
    for said in facts.said(CustodyClaimed):
        if not (said.claim.alone and said.claim.data):
            continue
        others, secured = _given_to_others(facts, said), _secured_here(facts, said)
        flows, systems = _flows(facts, said), _systems(facts, said)
        against = _against(facts, others, secured, flows, systems)
        if not against:
            continue
        fields = {
            "where": said.clause,
            "parties": listed(facts.names("party", said.claim.parties)),
            "data": listed(facts.names("data", said.claim.data)),
            "against": "; ".join(against),
        }
        about = (
            f"clause:{said.clause}",
            *(f"flow:{flow.id}" for flow in flows),
            *(f"system:{system.id}" for system in systems),
        )
        other = tuple(c for c in (*others, *secured, *clauses_of(flows)) if c != said.clause)
        yield Hit(about, (said.clause, *other), fields, contradicts=other or (said.clause,))


def _against(
    facts: Facts, others: list[str], secured: list[str], flows: list[Flow], systems: list[System]
) -> list[str]:
    """Return what speaks against the one party's being alone, each as half a sentence."""
    takers = listed(facts.names("party", (flow.recipient for flow in flows)))
    kept = listed(system.name for system in systems)
    found = (
        (others, f"{clauses_that(others, 'has', 'have')} it handled by others too"),
        (secured, f"{clauses_that(secured, 'promises', 'promise')} to secure it, as if it were held here"),
        (flows, f"it also flows to {takers}"),
        (systems, f"it is kept in {kept}"),
    )
    return [words for what, words in found if what]


RULE = Rule(
    id="custody-contradicted",
    theme=Theme.ROLES,
    title="Data said to be with one party is with others too",
    why="People who trust that their card or passport is with one company only do not know where else to "
    "look for it.",
    law=("UK GDPR Art. 5(1)(a)", "UK GDPR Art. 13(1)(e)", "UK GDPR Art. 12(1)"),
    remedy="The data protection officer finds out who really holds the data, and the notice says that and "
    "nothing else.",
    false_alarms="The other places hold a token or a wide category of which this part never arrives.",
    message="Clause {where} gives {data} to {parties} alone; {against}.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
    needs_notice=True,
    items=("A13-1e",),
)
