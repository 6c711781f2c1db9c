"""People are said to consent by doing something else."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.claim import ConsentClaimed, ConsentHow
from ...model.finding import Severity
from ...model.noun import Confidence
from ..facts import Facts
from ..rule import Hit, Rule, Theme
from ..wording import in_clauses, quoted


def _hits(facts: Facts) -> Iterator[Hit]:
    implied = [said for said in facts.said(ConsentClaimed) if said.claim.how is ConsentHow.BY_CONDUCT]
    if not implied:
        return
    activities = dict.fromkeys(activity for said in implied for activity in said.claim.activities)
    purposes = dict.fromkeys(purpose for said in implied for purpose in said.claim.purposes)
    clauses = tuple(said.clause for said in implied)
    what = facts.names("activity", activities) or facts.names("purpose", purposes)
    fields = {"where": in_clauses(clauses), "what": quoted(what) or "everything that it describes"}
    yield Hit(tuple(f"clause:{clause}" for clause in clauses), clauses, fields)


RULE = Rule(
    id="consent-by-conduct",
    theme=Theme.LAWFUL_BASIS,
    title="Consent taken from conduct",
    why="Consent needs an unambiguous yes to a particular purpose; using a site or writing a letter says "
    "nothing of the kind, so whatever rests on it has no basis.",
    law=("UK GDPR Art. 4(11)", "UK GDPR Art. 7", "UK GDPR Art. 6(1)(a)"),
    remedy="The owner of each activity relies on a basis that fits, or asks for consent in a form of its "
    "own; the data protection officer takes the sentence out.",
    false_alarms="The sentence only describes consent that is asked for in a form of its own.",
    message="The notice says that people agree by their conduct to {what} ({where}). That is no consent.",
    severity=Severity.HIGH,
    confidence=Confidence.CERTAIN,
    test=_hits,
    needs_notice=True,
)
