"""The notice uses terms as if it had defined them."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.claim import TermUsed
from ...model.finding import Severity
from ...model.noun import Confidence
from ..facts import Facts
from ..rule import Hit, Rule, Theme
from ..wording import in_clauses, quoted


def _hits(facts: Facts) -> Iterator[Hit]:
    said = facts.said(TermUsed)
    defined = {term.casefold() for each in said if each.claim.defined for term in each.claim.terms}
    bare = {
        each.clause: terms
        for each in said
        if (terms := [term for term in each.claim.terms if term.casefold() not in defined])
    }
    if bare:
        fields = {
            "terms": quoted(term for terms in bare.values() for term in terms),
            "where": in_clauses(bare),
        }
        yield Hit(tuple(f"clause:{clause}" for clause in bare), tuple(bare), fields)


RULE = Rule(
    id="terms-undefined",
    theme=Theme.TRANSPARENCY,
    title="Terms that are used and never defined",
    why="Capitals tell a reader that a word means something particular here; if no sentence says what, "
    "nobody can tell what a promise or a right covers.",
    law=("UK GDPR Art. 12(1)", "UK GDPR Art. 5(1)(a)"),
    remedy="The data protection officer says in plain words what is meant, such as your personal data, "
    "and takes out what was left from another document.",
    false_alarms="A definition stands in the terms of use that people accept with the notice.",
    message="The notice uses {terms} as if they were defined ({where}); no sentence says what they mean.",
    severity=Severity.LOW,
    confidence=Confidence.CERTAIN,
    test=_hits,
    needs_notice=True,
    items=("A12-1",),
)
