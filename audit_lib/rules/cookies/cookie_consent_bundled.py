"""One choice is asked for cookies of several purposes."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.claim import ConsentHow, CookiesClaimed
from ...model.finding import Severity
from ...model.noun import Answer, Confidence
from ..facts import Facts
from ..rule import Hit, Rule, Theme
from ..wording import in_clauses, quoted


def _hits(facts: Facts) -> Iterator[Hit]:
    asked = [
        said
        for said in facts.said(CookiesClaimed)
        if said.claim.consent is ConsentHow.OPT_IN
        and said.claim.essential is not Answer.YES
        and len(said.claim.purposes) > 1
    ]
    if asked:
        purposes = (purpose for said in asked for purpose in said.claim.purposes)
        clauses = tuple(dict.fromkeys(said.clause for said in asked))
        fields = {"purposes": quoted(facts.names("purpose", purposes)), "where": in_clauses(clauses)}
        yield Hit(tuple(f"clause:{clause}" for clause in clauses), clauses, fields)


RULE = Rule(
    id="cookie-consent-bundled",
    theme=Theme.COOKIES,
    title="One choice for cookies of several purposes",
    why="Consent is given to a purpose; somebody may want their preferences kept and not their clicks "
    "counted.",
    law=("PECR Sch. A1 para. 2", "UK GDPR Art. 4(11)", "UK GDPR Art. 7(2)"),
    remedy="The owner of the site offers a choice for each purpose, with no as easy as yes.",
    false_alarms="The banner offers a choice for each purpose, and the notice only sums up.",
    message="Can people choose one by one between cookies for {purposes}? The notice speaks of one choice "
    "({where}).",
    severity=Severity.LOW,
    confidence=Confidence.ASK,
    test=_hits,
    needs_notice=True,
)
