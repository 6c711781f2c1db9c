"""Cookies are set, and the notice is silent on them or denies it."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.claim import CookiesClaimed
from ...model.finding import Severity
from ...model.noun import Confidence, Stance
from ...model.system import SystemKind
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..wording import clauses_that, in_clauses, listed


def _hits(facts: Facts) -> Iterator[Hit]:
    claims = facts.said(CookiesClaimed)
    told = [said for said in claims if not said.claim.denied]
    denials = [said.clause for said in claims if said.claim.denied]
    known = (each for each in facts.data_map.systems if each.stance is not Stance.EXPECTED)
    stores = [system for system in known if system.kind is SystemKind.COOKIES]
    if not denials and (told or not stores):
        return
    if denials and not (told or stores):
        return
    described = [said.clause for said in told]
    against = []
    if stores:
        against.append(f"the map has {listed(system.name for system in stores)}")
    if denials and described:
        against.append(f"{clauses_that(described, 'describes', 'describe')} them")
    silent = "The notice says nothing of cookies"
    says = f"The notice denies setting any ({in_clauses(denials)})" if denials else silent
    other = tuple(c for c in dict.fromkeys([*described, *clauses_of(stores)]) if c not in denials)
    fields = {"says": says, "against": listed(against)}
    about = (*(f"system:{s.id}" for s in stores), *(f"clause:{c}" for c in dict.fromkeys(denials)))
    yield Hit(
        about,
        (*denials, *(other if denials else ())),
        fields,
        severity=Severity.HIGH if denials else None,
        contradicts=(other or tuple(denials)) if denials else (),
    )


RULE = Rule(
    id="cookies-not-told",
    theme=Theme.COOKIES,
    title="Cookies that are set and not told",
    why="Nothing may be stored on or read from somebody's device without clear information, whatever "
    "exception applies to the consent.",
    law=("PECR reg. 6", "PECR Sch. A1 para. 2", "UK GDPR Art. 13"),
    remedy="The owner of the site lists what is set, by whom, what for and for how long; the data protection "
    "officer puts it into the notice and offers the choice.",
    false_alarms="A cookie page, which the map does not hold, tells it.",
    message="{says}; yet {against}.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
    needs_notice=True,
    items=("PECR-6",),
)
