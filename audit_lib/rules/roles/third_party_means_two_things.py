"""The notice calls the same recipients third parties and providers, and denies sharing with third parties."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.claim import Called, RecipientsCalled, SharingDenied
from ...model.finding import Severity
from ...model.noun import Confidence
from ..facts import Facts
from ..rule import Hit, Rule, Theme
from ..wording import clauses_that, listed


def _calling(facts: Facts, called: Called, among: set[str]) -> list[str]:
    """Return the clauses that call one of the parties so."""
    return [
        said.clause
        for said in facts.said(RecipientsCalled)
        if said.claim.called is called and not among.isdisjoint(said.claim.recipients)
    ]


def _hits(facts: Facts) -> Iterator[Hit]:
    named: dict[Called, set[str]] = {called: set() for called in Called}
    for said in facts.said(RecipientsCalled):
        named[said.claim.called].update(said.claim.recipients)
    both = named[Called.THIRD_PARTY] & (named[Called.PROVIDER] | facts.processors)
    denials = [said for said in facts.said(SharingDenied) if not said.claim.recipients]
    caught = {p for p in both for said in denials if p not in said.claim.except_recipients}
    if not caught:
        return
    parties = [party.id for party in facts.data_map.parties if party.id in caught]
    third = _calling(facts, Called.THIRD_PARTY, caught)
    provider = _calling(facts, Called.PROVIDER, caught)
    denying = [said.clause for said in denials if caught - set(said.claim.except_recipients)]
    fields = {
        "parties": listed(facts.names("party", parties)),
        "third": clauses_that(third, "calls", "call"),
        "provider": clauses_that(provider, "treats", "treat") if provider else "the map has",
        "denies": clauses_that(denying, "denies", "deny"),
    }
    about = tuple(f"party:{party}" for party in parties)
    yield Hit(about, (*third, *provider, *denying), fields, contradicts=(*provider, *denying))


RULE = Rule(
    id="third-party-means-two-things",
    theme=Theme.ROLES,
    title="Third party means two things",
    why="Whoever acts for the controller is no third party in law; where the word is used for both, nobody "
    "can tell with whom sharing is denied.",
    law=("UK GDPR Art. 4(10)", "UK GDPR Art. 12(1)", "UK GDPR Art. 13(1)(e)"),
    remedy="The data protection officer keeps the words third party for those who decide for themselves, and "
    "calls those who act on instructions providers, everywhere.",
    false_alarms="The notice says in one place what it means by third party, and keeps to that.",
    message="{parties}: {third} them third parties, {provider} them as providers; yet {denies} sharing with "
    "third parties. Whom does that mean?",
    severity=Severity.MEDIUM,
    confidence=Confidence.CERTAIN,
    test=_hits,
    needs_notice=True,
)
