"""Cookies that are not essential are set without a yes."""

from __future__ import annotations

from collections.abc import Iterator

from ...law.commencement import FEBRUARY_2026
from ...model.claim import ConsentHow, CookiesClaimed
from ...model.finding import Severity
from ...model.noun import Answer, Confidence
from ..facts import Facts
from ..rule import Hit, Rule, Theme
from ..wording import in_clauses, quoted


def _hits(facts: Facts) -> Iterator[Hit]:
    optional = [s for s in facts.said(CookiesClaimed) if s.claim.essential is not Answer.YES]
    for how, words in (
        (ConsentHow.BY_CONDUCT, "taken from conduct"),
        (ConsentHow.OPT_OUT, "by opting out only"),
    ):
        found = [said for said in optional if said.claim.consent is how]
        if not found:
            continue
        clauses = tuple(said.clause for said in found)
        purposes = quoted(facts.names("purpose", (p for said in found for p in said.claim.purposes)))
        exempt = how is ConsentHow.OPT_OUT and facts.as_of >= FEBRUARY_2026
        fields = {
            "how": words,
            "where": in_clauses(clauses),
            "purposes": f" for {purposes}" if purposes else "",
            "exempt": " Do they serve only statistics about the site, or its look?" if exempt else "",
        }
        yield Hit(
            tuple(f"clause:{clause}" for clause in clauses),
            clauses,
            fields,
            severity=Severity.MEDIUM if exempt else None,
            confidence=Confidence.ASK if exempt else None,
        )


RULE = Rule(
    id="cookies-without-consent",
    theme=Theme.COOKIES,
    title="Cookies without consent",
    why="Storing on, or reading from, somebody's device needs their consent unless an exception applies, "
    "and carries the higher fines since 2026.",
    law=("PECR reg. 6(1)", "PECR Sch. A1", "UK GDPR Art. 4(11)"),
    remedy="The owner of the site sets no such cookie before a yes, and makes no as easy as yes.",
    false_alarms="The cookies are strictly necessary, or fall under the exceptions for statistics or "
    "appearance, with information and a simple way to object.",
    message="Consent to cookies{purposes} is {how} ({where}).{exempt}",
    severity=Severity.HIGH,
    confidence=Confidence.CERTAIN,
    test=_hits,
    needs_notice=True,
)
