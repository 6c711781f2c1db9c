"""Cookies are called essential that serve statistics, promotion or comfort."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...model.claim import CookiesClaimed
from ...model.finding import Severity
from ...model.noun import Answer, Confidence
from ..facts import Facts, Said
from ..rule import Hit, Rule, Theme
from ..wording import clauses_that, in_clauses, quoted

#: What no service that a person asks for strictly needs.
_COMFORT: Final = re.compile(
    r"\b(analytic\w*|statistic\w*|measur\w*|count|advert\w*|market\w*|promot\w*|personalis\w*|tailor\w*|"
    r"improv\w*|experience|social media|profil\w*)\b",
    re.IGNORECASE,
)


def _overcalled(facts: Facts, said: Said[CookiesClaimed]) -> list[str]:
    essential = said.claim.essential is Answer.YES and not said.claim.denied
    return [p for p in said.claim.purposes if essential and _COMFORT.search(facts.name("purpose", p))]


def _hits(facts: Facts) -> Iterator[Hit]:
    claims = facts.said(CookiesClaimed)
    found = {said.clause: purposes for said in claims if (purposes := _overcalled(facts, said))}
    if not found:
        return
    purposes = list(dict.fromkeys(purpose for called in found.values() for purpose in called))
    denying = (s for s in claims if s.claim.essential is Answer.NO and s.clause not in found)
    optional = list(dict.fromkeys(s.clause for s in denying if set(purposes) & set(s.claim.purposes)))
    fields = {
        "where": in_clauses(found),
        "purposes": quoted(facts.names("purpose", purposes)),
        "optional": f"; {clauses_that(optional, 'calls', 'call')} them not essential" if optional else "",
    }
    about = tuple(f"clause:{clause}" for clause in found)
    yield Hit(about, (*found, *optional), fields, contradicts=tuple(optional))


RULE = Rule(
    id="cookies-called-essential",
    theme=Theme.COOKIES,
    title="Cookies called essential that are not",
    why="Only what a service cannot work without is strictly necessary; what is useful to the site needs "
    "a choice, or an exception of its own with a way to object.",
    law=("PECR reg. 6(1)", "PECR Sch. A1"),
    remedy="The owner of the site sorts these cookies anew and offers the choice; the data protection "
    "officer calls essential only what a page needs to be sent and a person to stay logged in.",
    false_alarms="The purpose is worded widely, and the cookie only balances load or keeps a log-in.",
    message="Cookies are called essential for {purposes} ({where}){optional}.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
    needs_notice=True,
)
