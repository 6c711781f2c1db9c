"""Whoever asks for anything must first prove who they are."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.claim import IdentityChecked, Strength
from ...model.finding import Severity
from ...model.noun import Confidence
from ..facts import Facts
from ..rule import Hit, Rule, Theme
from ..wording import in_clauses, quoted


def _hits(facts: Facts) -> Iterator[Hit]:
    always = [said for said in facts.said(IdentityChecked) if said.claim.strength is Strength.ABSOLUTE]
    if always:
        clauses = tuple(said.clause for said in always)
        fields = {"where": in_clauses(clauses), "when": quoted(said.claim.when for said in always)}
        yield Hit(tuple(f"clause:{clause}" for clause in clauses), clauses, fields)


RULE = Rule(
    id="identity-always-checked",
    theme=Theme.RIGHTS,
    title="Identity checked before anything is done",
    why="Proof may be asked for where there are reasonable doubts; asked of everybody it keeps people from "
    "their rights and collects more data.",
    law=("UK GDPR Art. 12(6)", "UK GDPR Art. 12(2)", "UK GDPR Art. 5(1)(c)"),
    remedy="The team that answers requests asks for proof only where it doubts who writes, takes the least "
    "that settles it, and destroys it afterwards.",
    false_alarms="What is meant is logging in, or the questions that any caller is asked before an account "
    "is discussed.",
    message="The notice has identity checked without exception ({where}): {when}.",
    severity=Severity.LOW,
    confidence=Confidence.LIKELY,
    test=_hits,
    needs_notice=True,
)
