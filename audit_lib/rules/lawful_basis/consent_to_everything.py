"""People are said to consent to everything, and parts of it rest on other bases."""

from __future__ import annotations

from collections.abc import Iterator

from ...law.bases import basis_in_law
from ...model.activity import Basis
from ...model.claim import BasisClaimed, ConsentClaimed
from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.words import raised
from ..facts import Facts
from ..rule import Hit, Rule, Theme
from ..wording import clauses_that, listed


def _hits(facts: Facts) -> Iterator[Hit]:
    sweeping = [s for s in facts.said(ConsentClaimed) if not (s.claim.activities or s.claim.purposes)]
    others = [s for s in facts.said(BasisClaimed) if s.claim.basis is not Basis.CONSENT]
    if sweeping and others:
        where, elsewhere = [said.clause for said in sweeping], [said.clause for said in others]
        bases = dict.fromkeys(said.claim.basis for said in others)
        fields = {
            "takes": raised(clauses_that(where, "takes", "take")),
            "rests": clauses_that(elsewhere, "rests", "rest"),
            "bases": listed(basis_in_law(basis).name for basis in bases),
        }
        about = tuple(f"clause:{clause}" for clause in dict.fromkeys(where))
        yield Hit(about, (*where, *elsewhere), fields, contradicts=tuple(elsewhere))


RULE = Rule(
    id="consent-to-everything",
    theme=Theme.LAWFUL_BASIS,
    title="Consent to everything beside other bases",
    why="Consent to what happens anyway is no choice, and hides from people on what their data really rests "
    "and which rights follow from that.",
    law=("UK GDPR Art. 7(2)", "UK GDPR Art. 13(1)(c)", "UK GDPR Art. 6(1)", "UK GDPR Art. 5(1)(a)"),
    remedy="The data protection officer takes the general consent out and names one basis for each purpose; "
    "the owner of each activity that needs consent asks for it on its own.",
    false_alarms="The sentence asks people to confirm that they have read the notice, and no more.",
    message="{takes} people to consent to all that the notice describes; {rests} parts of it on {bases}.",
    severity=Severity.MEDIUM,
    confidence=Confidence.CERTAIN,
    test=_hits,
    needs_notice=True,
    items=("A13-1c-b",),
)
