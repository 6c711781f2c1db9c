"""People are urged to give a consent that should be free."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.claim import ConsentClaimed, CookiesClaimed
from ...model.finding import Severity
from ...model.noun import Answer, Confidence
from ..facts import Facts
from ..rule import Hit, Rule, Theme
from ..wording import clauses_that, in_clauses, quoted


def _optional(facts: Facts, purposes: set[str]) -> list[str]:
    """Return the clauses that call cookies for these purposes not essential."""
    return [
        said.clause
        for said in facts.said(CookiesClaimed)
        if said.claim.essential is Answer.NO and purposes & set(said.claim.purposes)
    ]


def _hits(facts: Facts) -> Iterator[Hit]:
    pressed = [said for said in facts.said(ConsentClaimed) if said.claim.pressed]
    if not pressed:
        return
    clauses = [said.clause for said in pressed]
    activities = [activity for said in pressed for activity in said.claim.activities]
    purposes = {purpose for said in pressed for purpose in said.claim.purposes}
    optional = _optional(facts, purposes | {facts.data_map.activity[a].purpose for a in activities})
    optional = [clause for clause in dict.fromkeys(optional) if clause not in clauses]
    called = clauses_that(optional, "calls", "call")
    fields = {
        "where": in_clauses(clauses),
        "what": quoted([*facts.names("activity", activities), *facts.names("purpose", sorted(purposes))])
        or "what it describes",
        "optional": f", though {called} that not essential" if optional else "",
    }
    about = tuple(f"clause:{clause}" for clause in dict.fromkeys(clauses))
    yield Hit(about, (*clauses, *optional), fields, contradicts=tuple(optional))


RULE = Rule(
    id="consent-pressed",
    theme=Theme.LAWFUL_BASIS,
    title="People are urged to consent",
    why="Consent counts only if a no is as easy and costs nothing; advice to say yes is the first step "
    "away from that.",
    law=("UK GDPR Art. 4(11)", "UK GDPR Art. 7(4)", "PECR Sch. A1 para. 2"),
    remedy="The data protection officer says neutrally what each choice brings; the owner of the service "
    "makes sure that it works fully with a no.",
    false_alarms="The sentence only explains what will not work without the data, and that is so.",
    message="Does anything else hang on the consent to {what}, to which people are urged "
    "({where}){optional}?",
    severity=Severity.LOW,
    confidence=Confidence.ASK,
    test=_hits,
    needs_notice=True,
)
