"""Data that a law asks for is also required under a contract."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.activity import Activity, Basis
from ...model.claim import BasisClaimed
from ...model.finding import Severity
from ...model.noun import Confidence, Stance
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..wording import in_clauses, listed, quoted


def _by_duty(facts: Facts) -> dict[str, list[Activity]]:
    """Return the high-risk categories that activities under a legal obligation name, with these."""
    found: dict[str, list[Activity]] = {}
    for activity, basis in facts.resting_on(Basis.LEGAL_OBLIGATION):
        if basis.stance is not Stance.UNCLEAR:
            for category in set(activity.data) & set(facts.sensitive(activity.data)):
                found.setdefault(category, []).append(activity)
    return found


def _hits(facts: Facts) -> Iterator[Hit]:
    owed = _by_duty(facts)
    for said in facts.said(BasisClaimed):
        shared = [category for category in said.claim.data if category in owed]
        if said.claim.basis is not Basis.CONTRACT or not shared:
            continue
        activities = list({a.id: a for category in shared for a in owed[category]}.values())
        duty = clauses_of(basis for activity in activities for basis in facts.bases(activity))
        fields = {
            "where": said.clause,
            "data": listed(facts.names("data", shared)),
            "activities": quoted(activity.name for activity in activities),
            "duty": f" ({in_clauses(duty)})" if duty else "",
        }
        about = (
            f"clause:{said.clause}",
            *(f"data:{category}" for category in shared),
            *(f"activity:{activity.id}" for activity in activities),
        )
        yield Hit(about, (said.clause, *duty), fields, contradicts=duty or (said.clause,))


RULE = Rule(
    id="duty-data-required-by-contract",
    theme=Theme.LAWFUL_BASIS,
    title="What a law asks for is also required by contract",
    why="A document that one check needs may be used for that check and kept for its time; a contract as "
    "a second ground opens it to every other use, and to years more.",
    law=("UK GDPR Art. 6(1)(b)", "UK GDPR Art. 5(1)(b)", "UK GDPR Art. 5(1)(c)"),
    remedy="The owner of the activity keeps the document for the check alone and apart from the tenancy "
    "file; the data protection officer names the law as its one ground.",
    false_alarms="The contract cannot be made without the document, for a reason apart from that law.",
    message="Clause {where} has {data} required under a contract; the law asks for it in "
    "{activities}{duty}. What does the contract need it for?",
    severity=Severity.MEDIUM,
    confidence=Confidence.ASK,
    test=_hits,
    needs_notice=True,
)
