"""The notice promises security without limits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...model.claim import SecurityPromised, Strength
from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.safeguard import Measure
from ..facts import Facts
from ..rule import Hit, Rule, Theme
from ..wording import in_clauses, listed

#: What a promise without limits is about; that some other measure is in use at all is no promise.
_PROMISED: Final = {
    Measure.GENERAL: "protection in general (no measure is named)",
    Measure.ENCRYPTION_AT_REST: "encryption",
    Measure.ANONYMISATION: "anonymity, for good",
    Measure.BACKUP: "that nothing is lost",
}


def _promised(facts: Facts, claim: SecurityPromised) -> str:
    data = listed(facts.names("data", claim.data))
    return _PROMISED[claim.measure] + (f" of {data}" if data else "")


def _hits(facts: Facts) -> Iterator[Hit]:
    secured = [s for s in facts.said(SecurityPromised) if s.claim.strength is Strength.ABSOLUTE]
    secured = [said for said in secured if said.claim.measure in _PROMISED]
    made = {said.clause for said in secured}
    clauses = [clause.id for clause in facts.data_map.clauses if clause.id in made]
    if clauses:
        what = listed(_promised(facts, said.claim) for said in secured)
        fields = {"where": in_clauses(clauses), "what": what}
        about = tuple(f"clause:{clause}" for clause in clauses)
        yield Hit(about, tuple(clauses), fields)


RULE = Rule(
    id="absolute-promises",
    theme=Theme.SECURITY,
    title="Promises that one failure breaks",
    why="No measure is perfect; a promise without limits turns every incident into a broken word and "
    "misleads people about the risk.",
    law=("UK GDPR Art. 5(1)(a)", "UK GDPR Art. 32(1)"),
    remedy="The head of security says which measures are in place for what; the data protection officer "
    "writes that and nothing more.",
    false_alarms="The sentence says elsewhere that no measure is perfect.",
    message="The notice promises without limits ({where}): {what}.",
    severity=Severity.LOW,
    confidence=Confidence.LIKELY,
    test=_hits,
    needs_notice=True,
)
