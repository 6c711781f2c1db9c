"""The notice speaks of transfers and leaves out what people must know of them."""

from __future__ import annotations

from collections.abc import Iterator

from ...law.adequacy import adequate
from ...model.claim import TransferClaimed
from ...model.finding import Severity
from ...model.noun import Confidence
from ..facts import Facts, given
from ..rule import Hit, Rule, Theme
from ..wording import in_clauses, listed

_GRAVE = "what makes it lawful"


def _missing(claims: list[TransferClaimed]) -> Iterator[str]:
    """Yield what no claim says; where regulations approve the countries, that is safeguard enough."""
    countries = {country for claim in claims for country in claim.countries}
    if not countries:
        yield "where to"
    if countries and all(map(adequate, countries)):
        return
    if not any(given(claim.mechanism) for claim in claims):
        yield _GRAVE
    if not any(given(claim.copy_route) for claim in claims):
        yield "how to see the safeguards"


def _hits(facts: Facts) -> Iterator[Hit]:
    told = [said for said in facts.said(TransferClaimed) if not said.claim.denied]
    missing = list(_missing([said.claim for said in told])) if told else []
    if missing:
        clauses = tuple(dict.fromkeys(said.clause for said in told))
        fields = {"where": in_clauses(clauses), "missing": listed(missing)}
        about = tuple(f"clause:{clause}" for clause in clauses)
        yield Hit(about, clauses, fields, severity=Severity.MEDIUM if _GRAVE in missing else None)


RULE = Rule(
    id="transfer-told-in-part",
    theme=Theme.TRANSFERS,
    title="Transfers told in part",
    why="That data may go abroad tells nobody whether it is protected there; the safeguards are theirs "
    "to see.",
    law=("UK GDPR Art. 13(1)(f)", "UK GDPR Art. 14(1)(f)"),
    remedy="The data protection officer names the countries, the regulations or the agreement that "
    "covers them, and where people get a copy.",
    false_alarms="The list of providers to which the notice links gives it, provider by provider.",
    message="The notice says that data goes abroad ({where}), and not {missing}.",
    severity=Severity.LOW,
    confidence=Confidence.CERTAIN,
    test=_hits,
    needs_notice=True,
    items=("A13-1f",),
)
