"""Consent is relied on for data about people that somebody else gives."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.activity import Activity, Basis
from ...model.finding import Severity
from ...model.noun import Confidence
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..subjects import spoken_for
from ..uses import bases_of, by_explicit_consent, unless_sure
from ..wording import listed, quoted


def _consenting(facts: Facts, activity: Activity) -> bool:
    return bases_of(facts, activity) == {Basis.CONSENT} or by_explicit_consent(activity)


def _hits(facts: Facts) -> Iterator[Hit]:
    asked = {activity.id for activity in facts.activities if _consenting(facts, activity)}
    found = spoken_for(facts, (flow for flow in facts.flows if flow.activity in asked))
    if found:
        fields = {
            "activities": quoted(facts.names("activity", (flow.activity for flow in found))),
            "people": listed(facts.names("party", (p for others in found.values() for p in others))),
            "sources": listed(facts.names("party", (flow.sender for flow in found))),
        }
        about = tuple(f"flow:{flow.id}" for flow in found)
        yield Hit(about, clauses_of(found), fields, confidence=unless_sure(found))


RULE = Rule(
    id="consent-by-another",
    theme=Theme.LAWFUL_BASIS,
    title="One person consents for another",
    why="Only the person whom data is about can consent; a tenant's yes does not bind a partner, a grown-up "
    "child or a referee.",
    law=("UK GDPR Art. 4(11)", "UK GDPR Art. 7(1)", "UK GDPR Art. 9(2)(a)"),
    remedy="The owner of each activity asks these people themselves, or does without their data, or finds a "
    "basis that needs no consent.",
    false_alarms="The giver is a parent of a young child, or acts under a power of attorney.",
    message="In {activities} consent is relied on, and the data about {people}, who are not asked, comes "
    "from {sources}.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
)
