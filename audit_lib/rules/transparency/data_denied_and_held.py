"""The notice denies having data that is collected or kept."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.claim import Collected, DataDenied
from ...model.finding import Severity
from ...model.flow import Direction, Flow
from ...model.noun import Confidence, Stance
from ...model.words import counted
from ..facts import Facts, Said, clauses_of, given
from ..rule import Hit, Rule, Theme
from ..wording import clauses_that, listed


def _flows(facts: Facts, said: Said[DataDenied]) -> list[Flow]:
    """Return the flows that name denied data; what is shown and given back may come in, and go nowhere."""
    denied, people = facts.atoms(said.claim.data), set(said.claim.subjects)
    return [
        flow
        for flow in facts.flows
        if not denied.isdisjoint(flow.data)
        and (not people or people & set(flow.subjects))
        and not (said.claim.seen and facts.data_map.direction(flow) is Direction.COLLECTED)
    ]


def _kept(facts: Facts, said: Said[DataDenied]) -> Iterator[tuple[str, str]]:
    """Yield where denied data is kept: a reference, and what a reader calls it."""
    denied = facts.atoms(said.claim.data)
    for system in facts.data_map.systems:
        own = system.operator in facts.data_map.inside or system.operator in facts.processors
        if own and system.stance is not Stance.EXPECTED and not denied.isdisjoint(system.holds):
            yield f"system:{system.id}", f"it is kept in {system.name}"
    for statement in facts.retention:
        if given(statement.period) and not denied.isdisjoint(statement.data):
            yield f"retention:{statement.id}", f'it has a period of retention ("{statement.name}")'


def _said_otherwise(facts: Facts, said: Said[DataDenied]) -> list[str]:
    """Return the clauses that say that the data is collected, which one that only sees it may say too."""
    denied, people = facts.atoms(said.claim.data), set(said.claim.subjects)
    return [
        other.clause
        for other in facts.said(Collected)
        if not said.claim.seen
        and not denied.isdisjoint(other.claim.data)
        and (not (people and other.claim.subjects) or people & set(other.claim.subjects))
    ]


def _hits(facts: Facts) -> Iterator[Hit]:
    for said in facts.said(DataDenied):
        flows, kept, clauses = _flows(facts, said), list(_kept(facts, said)), _said_otherwise(facts, said)
        if not (flows or kept or clauses):
            continue
        against = [words for _, words in kept]
        if clauses:
            against.append(f"{clauses_that(clauses, 'says', 'say')} that it is collected")
        if flows:
            against.append(f"it moves in {counted(len(flows), 'flow')}")
        other = tuple(dict.fromkeys([*clauses, *clauses_of(flows)]))
        fields = {
            "where": said.clause,
            "denies": "keeping" if said.claim.seen else "collecting",
            "data": listed(facts.names("data", said.claim.data)),
            "against": listed(against),
        }
        about = (f"clause:{said.clause}", *(f"flow:{f.id}" for f in flows), *(where for where, _ in kept))
        yield Hit(about, (said.clause, *other), fields, contradicts=other or (said.clause,))


RULE = Rule(
    id="data-denied-and-held",
    theme=Theme.TRANSPARENCY,
    title="Denies having data that it has",
    why="Nobody asks for, corrects or protects what they were told does not exist.",
    law=("UK GDPR Art. 5(1)(a)", "UK GDPR Art. 12(1)", "UK GDPR Art. 15(1)"),
    remedy="The owner of the activity destroys what should not be there and stops collecting it; or the data "
    "protection officer takes the denial out and tells people.",
    false_alarms="What is kept is only the note that a document was seen, and the map uses one category for "
    "both.",
    message="Clause {where} denies {denies} {data}; yet {against}.",
    severity=Severity.HIGH,
    confidence=Confidence.LIKELY,
    test=_hits,
    needs_notice=True,
)
