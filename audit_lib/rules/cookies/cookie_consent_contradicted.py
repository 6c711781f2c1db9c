"""Cookies wait for a yes in one clause; in another, a visit is a yes to everything."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.claim import ConsentClaimed, ConsentHow, CookiesClaimed
from ...model.finding import Severity
from ...model.noun import Confidence
from ..facts import Facts
from ..rule import Hit, Rule, Theme
from ..wording import in_clauses


def _touches(facts: Facts, implied: ConsentClaimed, purposes: set[str]) -> bool:
    """Say whether consent by conduct takes in what cookies are for: it names that, or names nothing."""
    named = set(implied.purposes) | {facts.data_map.activity[a].purpose for a in implied.activities}
    return not named or bool(named & purposes)


def _hits(facts: Facts) -> Iterator[Hit]:
    asked = [s for s in facts.said(CookiesClaimed) if s.claim.consent is ConsentHow.OPT_IN]
    purposes = {purpose for said in asked for purpose in said.claim.purposes}
    implied = [
        said
        for said in facts.said(ConsentClaimed)
        if said.claim.how is ConsentHow.BY_CONDUCT and _touches(facts, said.claim, purposes)
    ]
    if asked and implied:
        yes, visit = [said.clause for said in asked], [said.clause for said in implied]
        clauses = tuple(dict.fromkeys([*yes, *visit]))
        fields = {"asked": in_clauses(yes), "implied": in_clauses(visit)}
        about = tuple(f"clause:{clause}" for clause in clauses)
        yield Hit(about, clauses, fields, contradicts=tuple(visit))


RULE = Rule(
    id="cookie-consent-contradicted",
    theme=Theme.COOKIES,
    title="Cookies by choice in one clause, by visiting in another",
    why="If a visit counts as a yes to everything described, the choice in the banner is none.",
    law=("PECR reg. 6", "PECR Sch. A1 para. 2", "UK GDPR Art. 4(11)", "UK GDPR Art. 7(2)"),
    remedy="The data protection officer takes the sentence on visiting out; the owner of the site proves "
    "that no such cookie is set before a choice.",
    false_alarms="The sentence on visiting plainly does not mean cookies.",
    message="Cookies wait for a choice ({asked}), while visiting is taken for agreement to everything "
    "described ({implied}).",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
    needs_notice=True,
    items=("PECR-6",),
)
