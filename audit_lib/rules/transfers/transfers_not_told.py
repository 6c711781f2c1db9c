"""Data goes abroad, and the notice is silent on it or denies it."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.claim import TransferClaimed
from ...model.finding import Severity
from ...model.noun import Confidence
from ..abroad import destinations
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..wording import in_clauses, listed


def _hits(facts: Facts) -> Iterator[Hit]:
    claims = facts.said(TransferClaimed)
    told = {country for said in claims if not said.claim.denied for country in said.claim.countries}
    everywhere = any(not said.claim.denied and not said.claim.countries for said in claims)
    denied = [said.clause for said in claims if said.claim.denied]
    silent = [(f, c) for f, c in destinations(facts) if denied or not (everywhere or c in told)]
    if silent:
        fields = {
            "routes": listed(
                f"{facts.name('party', flow.recipient)} ({country})" for flow, country in silent
            ),
            "notice": f"denies it ({in_clauses(denied)})" if denied else "does not say so",
        }
        about = tuple(f"flow:{flow.id}" for flow, _ in silent)
        cited = clauses_of(flow for flow, _ in silent)
        against = (cited or tuple(denied)) if denied else ()
        yield Hit(about, (*denied, *cited), fields, contradicts=against)


RULE = Rule(
    id="transfers-not-told",
    theme=Theme.TRANSFERS,
    title="Transfers abroad not told",
    why="People must know that their data leaves the country, on what footing, and where to see the "
    "safeguards.",
    law=("UK GDPR Art. 13(1)(f)", "UK GDPR Art. 14(1)(f)"),
    remedy="The data protection officer names the countries and the mechanism, and says how to get a copy.",
    false_alarms="The recipient keeps the data in the United Kingdom, though it has its seat abroad.",
    message="Data goes to {routes}; the notice {notice}.",
    severity=Severity.HIGH,
    confidence=Confidence.LIKELY,
    test=_hits,
    needs_notice=True,
    items=("A13-1f",),
)
