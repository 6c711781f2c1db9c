"""A clause of the notice has been left out of account."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.finding import Severity
from ...model.noun import Confidence, Noun
from ...model.words import counted
from ..facts import Facts
from ..rule import Hit, Rule, Theme
from ..wording import listed


def _cited(facts: Facts) -> frozenset[str]:
    """Return the clauses that an entry, or a lawful basis within one, cites."""
    found: set[str] = set()
    for _, entry in facts.data_map.entries():
        nouns: list[Noun] = [entry, *getattr(entry, "bases", ())]
        found.update(clause for noun in nouns for clause in getattr(noun, "clauses", ()))
    return frozenset(found)


def _hits(facts: Facts) -> Iterator[Hit]:
    cited = _cited(facts)
    left = [
        clause.id
        for clause in facts.data_map.clauses
        if not (clause.id in cited or clause.claims or clause.carries_nothing)
    ]
    if left:
        fields = {"count": counted(len(left), "clause rests", "clauses rest"), "clauses": listed(left)}
        yield Hit(tuple(f"clause:{clause}" for clause in left), tuple(left), fields)


RULE = Rule(
    id="clause-unaccounted",
    theme=Theme.MAP,
    title="Clause that nothing rests on",
    why="A sentence that was read and led to nothing may hide a flow, a promise or a right.",
    law=("UK GDPR Art. 5(2)",),
    remedy="Whoever keeps the map reads the clause again and enters what it says, or why it carries nothing.",
    false_alarms="The clause only repeats what another one says.",
    message="{count} nowhere in the map, with no reason given: {clauses}.",
    severity=Severity.LOW,
    confidence=Confidence.CERTAIN,
    test=_hits,
    needs_notice=True,
)
