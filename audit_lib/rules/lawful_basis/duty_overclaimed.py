"""The notice calls a duty what no law demands."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.activity import Basis
from ...model.claim import SharingDemanded, SharingPermitted
from ...model.finding import Severity
from ...model.noun import Confidence, Stance
from ..facts import Facts
from ..rule import Hit, Rule, Theme
from ..wording import clauses_that, quoted


def overclaimed(facts: Facts) -> dict[str, list[str]]:
    """Return the purposes that each clause calls a duty without any obligation beyond doubt behind them.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> facts = Facts(example_map(), dt.date(2026, 11, 22))
    >>> overclaimed(facts)
    {}
    """
    resting = facts.resting_on(Basis.LEGAL_OBLIGATION)
    obliged = {activity.purpose for activity, basis in resting if basis.stance is not Stance.UNCLEAR}
    return {
        said.clause: [purpose for purpose in said.claim.purposes if purpose not in obliged]
        for said in facts.said(SharingDemanded)
    }


def _hits(facts: Facts) -> Iterator[Hit]:
    for clause, own_ends in overclaimed(facts).items():
        if own_ends:
            allowed = _by_choice(facts, clause, own_ends)
            fields = {
                "where": clause,
                "purposes": quoted(facts.names("purpose", own_ends)),
                "choice": f", and {clauses_that(allowed, 'leaves', 'leave')} it open" if allowed else "",
            }
            about = (f"clause:{clause}", *(f"purpose:{purpose}" for purpose in own_ends))
            yield Hit(about, (clause, *allowed), fields, contradicts=allowed)


def _by_choice(facts: Facts, duty: str, purposes: list[str]) -> tuple[str, ...]:
    """Return the other clauses that say of the same purposes that data may go, and not that it must."""
    return tuple(
        said.clause
        for said in facts.said(SharingPermitted)
        if said.clause != duty and not set(purposes).isdisjoint(said.claim.purposes)
    )


RULE = Rule(
    id="duty-overclaimed",
    theme=Theme.LAWFUL_BASIS,
    title="Claims a duty to disclose where no law demands it",
    why="People do not object to what they are told the law demands; a company's own ends are weighed "
    "against theirs and can be objected to.",
    law=("UK GDPR Art. 6(1)(c)", "UK GDPR Art. 6(3)", "UK GDPR Art. 5(1)(a)", "UK GDPR Art. 21(1)"),
    remedy="The data protection officer keeps the word duty for what an Act demands; the owner of each "
    "activity rests the other disclosures on legitimate interests, or on Annex 1 where a crime is concerned, "
    "case by case.",
    false_alarms="An Act does demand these disclosures, and the map's activities do not say so.",
    message="Clause {where} claims a duty to disclose for {purposes}; the map knows no legal obligation "
    "for that{choice}.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
    needs_notice=True,
)
