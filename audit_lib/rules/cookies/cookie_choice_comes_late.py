"""People are asked about cookies in one place, and cookies are set in others."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.claim import ConsentHow, CookiesClaimed, RouteGiven
from ...model.finding import Severity
from ...model.noun import Answer, Confidence
from ...model.rights import ChannelKind, Use
from ...model.words import raised
from ..facts import Facts, Said
from ..rule import Hit, Rule, Theme
from ..wording import clauses_that, in_clauses, listed


def _asking(facts: Facts) -> list[Said[RouteGiven]]:
    """Return the claims that say where a banner asks; settings can be found only afterwards."""
    channel = facts.data_map.channel
    return [
        said
        for said in facts.said(RouteGiven)
        if said.claim.systems
        and any(
            channel[c].kind is ChannelKind.BANNER and Use.COOKIES in channel[c].uses
            for c in said.claim.channels
        )
    ]


def _hits(facts: Facts) -> Iterator[Hit]:
    cookies = [s for s in facts.said(CookiesClaimed) if s.claim.essential is not Answer.YES]
    asking = _asking(facts)
    if not asking or not any(said.claim.consent is ConsentHow.OPT_IN for said in cookies):
        return
    asked = {system for said in asking for system in said.claim.systems}
    late = dict.fromkeys(system for said in cookies for system in said.claim.systems if system not in asked)
    if late:
        setting = [said.clause for said in cookies if set(said.claim.systems) & late.keys()]
        banner = [said.clause for said in asking]
        fields = {
            "late": listed(facts.names("system", late)),
            "setting": in_clauses(setting),
            "asks": raised(clauses_that(banner, "has", "have")),
            "asked": listed(facts.names("system", sorted(asked))),
        }
        about = (*(f"clause:{clause}" for clause in banner), *(f"system:{system}" for system in late))
        yield Hit(about, (*banner, *setting), fields, contradicts=tuple(setting))


RULE = Rule(
    id="cookie-choice-comes-late",
    theme=Theme.COOKIES,
    title="Cookies where nobody asks",
    why="A choice that people meet only when they log in comes after the cookies of every page before that, "
    "and never to those who have no account.",
    law=("PECR reg. 6(1)", "PECR Sch. A1 para. 2", "UK GDPR Art. 4(11)"),
    remedy="The owner of each site sets no optional cookie before the choice, and asks at the first visit to "
    "each site and app.",
    false_alarms="Each site has its banner, and the notice mentions only one of them.",
    message="{asks} the banner appear in {asked}; cookies are set in {late} too ({setting}). Who asks people "
    "there before they are set?",
    severity=Severity.MEDIUM,
    confidence=Confidence.ASK,
    test=_hits,
    needs_notice=True,
)
