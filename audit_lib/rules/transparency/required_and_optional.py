"""The same data is required in one clause and given by choice in another."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.activity import Basis
from ...model.claim import BasisClaimed, Collected, RequirementStated
from ...model.finding import Severity
from ...model.noun import Confidence
from ..facts import Facts
from ..rule import Hit, Rule, Theme
from ..wording import clauses_that, listed


def _by_choice(facts: Facts) -> list[tuple[str, tuple[str, ...]]]:
    """Return the clauses that leave data to people's choice or consent, each with that data."""
    given = [(s.clause, s.claim.data) for s in facts.said(Collected) if s.claim.optional]
    agreed = [(s.clause, s.claim.data) for s in facts.said(BasisClaimed) if s.claim.basis is Basis.CONSENT]
    return [*given, *agreed]


def _hits(facts: Facts) -> Iterator[Hit]:
    chosen = _by_choice(facts)
    for said in facts.said(RequirementStated):
        required = facts.atoms(said.claim.data)
        meeting = [(clause, facts.atoms(data) & required) for clause, data in chosen if clause != said.clause]
        meeting = [(clause, data) for clause, data in meeting if data]
        if meeting:
            both = {category for _, data in meeting for category in data}
            names = facts.names("data", (c.id for c in facts.data_map.data if c.id in both))
            clauses = tuple(dict.fromkeys(clause for clause, _ in meeting))
            fields = {
                "where": said.clause,
                "data": listed(names),
                "leaves": clauses_that(clauses, "leaves", "leave"),
            }
            yield Hit((f"clause:{said.clause}",), (said.clause, *clauses), fields, contradicts=clauses)


RULE = Rule(
    id="required-and-optional",
    theme=Theme.TRANSPARENCY,
    title="Data is required in one clause and optional in another",
    why="Somebody who does not know what is compulsory gives everything; a consent to what is required is no "
    "consent.",
    law=("UK GDPR Art. 13(2)(e)", "UK GDPR Art. 7(4)", "UK GDPR Art. 5(1)(a)"),
    remedy="The owner of the activity decides item by item what is needed; the data protection officer marks "
    "the rest as optional, in the form and in the notice.",
    false_alarms="It is required for one service and optional for another, and each clause names its own.",
    message="Clause {where} requires {data}; {leaves} it to people's choice.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
    needs_notice=True,
    items=("A13-2e",),
)
