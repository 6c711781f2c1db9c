"""The notice speaks of research and of promotion in one breath."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.activity import Basis
from ...model.claim import PurposeStated
from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.purpose import PurposeKind
from ...model.words import raised
from ..facts import Facts
from ..rule import Hit, Rule, Theme
from ..uses import bases_of, promotional, serving
from ..wording import clauses_that, quoted


def _hits(facts: Facts) -> Iterator[Hit]:
    research = [
        activity
        for activity in serving(facts, PurposeKind.MARKET_RESEARCH)
        if Basis.CONSENT not in bases_of(facts, activity)
    ]
    purposes = {activity.purpose for activity in research}
    together = [
        said.clause
        for said in facts.said(PurposeStated)
        if purposes.intersection(said.claim.purposes)
        and any(promotional(facts, purpose) for purpose in said.claim.purposes)
    ]
    if together:
        fields = {
            "where": raised(clauses_that(together, "puts", "put")),
            "activities": quoted(activity.name for activity in research),
        }
        yield Hit(tuple(f"activity:{activity.id}" for activity in research), tuple(together), fields)


RULE = Rule(
    id="research-beside-marketing",
    theme=Theme.MARKETING,
    title="Research that may be promotion",
    why="An invitation to a survey that also promotes, or whose answers are used to promote to the person, "
    "is direct marketing and needs what that needs.",
    law=("PECR reg. 22", "UK GDPR Art. 21(2)", "UK GDPR Art. 5(1)(a)"),
    remedy="The head of marketing keeps surveys free of promotion, keeps the answers out of marketing, and "
    "has a person look at each invitation before it goes out.",
    false_alarms="The two stand side by side in the notice and are kept apart in practice.",
    message="Do the invitations or the answers in {activities} serve promotion too? {where} the two "
    "together.",
    severity=Severity.LOW,
    confidence=Confidence.ASK,
    test=_hits,
    needs_notice=True,
)
