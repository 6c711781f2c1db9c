"""The notice does not say enough about its cookies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...model.claim import CookiesClaimed
from ...model.finding import Severity
from ...model.noun import Answer, Confidence
from ...model.system import SystemKind
from ..facts import Facts, Said, given
from ..rule import Hit, Rule, Theme
from ..wording import listed

#: Answers that leave open whether a cookie is strictly necessary.
_OPEN: Final = frozenset({Answer.NOT_STATED, Answer.UNCLEAR})


def _lasting(facts: Facts) -> bool:
    """Say whether some period covers what cookies hold."""
    stores = [system for system in facts.data_map.systems if system.kind is SystemKind.COOKIES]
    data = facts.atoms(category for store in stores for category in store.holds)
    using = {a.id for a in facts.activities if {store.id for store in stores} & set(a.systems)}
    return any(
        given(each.period) and (facts.atoms(each.data) & data or using & set(each.activities))
        for each in facts.retention
    )


def _missing(facts: Facts, claims: list[Said[CookiesClaimed]]) -> Iterator[str]:
    setters = {party for said in claims for party in said.claim.parties}
    outside = [party for party in setters if facts.outside(party)]
    if not (_lasting(facts) or any(given(said.claim.lasting) for said in claims)):
        yield "how long they last"
    if not setters:
        yield "who sets and reads them"
    elif any(facts.data_map.party[party].generic for party in outside):
        yield f"which companies among {listed(facts.names('party', sorted(outside)))} set or read them"
    answers = {said.claim.essential for said in claims}
    if answers & _OPEN and Answer.YES not in answers:
        yield "which of them are strictly necessary"


def _hits(facts: Facts) -> Iterator[Hit]:
    claims = [said for said in facts.said(CookiesClaimed) if not said.claim.denied]
    missing = list(_missing(facts, claims)) if claims else []
    if missing:
        clauses = tuple(said.clause for said in claims)
        about = tuple(f"clause:{clause}" for clause in dict.fromkeys(clauses))
        yield Hit(about, clauses, {"missing": listed(missing)})


RULE = Rule(
    id="cookie-information-incomplete",
    theme=Theme.COOKIES,
    title="Information about cookies incomplete",
    why="Nobody can agree to what they have not been told: which cookies, whose, for what and how long.",
    law=("PECR reg. 6", "PECR Sch. A1 para. 2", "UK GDPR Art. 13"),
    remedy="The owner of the site publishes a table of cookies with name, who sets it, purpose and duration.",
    false_alarms="The banner or a cookie page, which the map does not hold, has the table.",
    message="The notice describes cookies and does not say {missing}.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
    needs_notice=True,
    items=("PECR-6",),
)
