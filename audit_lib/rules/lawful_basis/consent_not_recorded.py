"""Consent is relied on, and nothing shows that it was given."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.activity import Activity, Basis, LawfulBasis
from ...model.claim import ConsentClaimed, ConsentHow
from ...model.finding import Severity
from ...model.noun import Confidence, Gap, Stance
from ..facts import Facts, clauses_of, open_gap
from ..rule import Hit, Rule, Theme
from ..uses import by_explicit_consent
from ..wording import quoted


def _asked(facts: Facts, activity: Activity, by_conduct: frozenset[str]) -> list[LawfulBasis]:
    """Return the consents that could be proven: what is taken from conduct or only perhaps meant is none."""
    return [
        basis
        for basis in facts.bases(activity)
        if basis.basis is Basis.CONSENT
        and basis.stance is not Stance.UNCLEAR
        and not by_conduct.intersection(basis.clauses)
    ]


def _hits(facts: Facts) -> Iterator[Hit]:
    claims = [s for s in facts.said(ConsentClaimed) if s.claim.how is ConsentHow.BY_CONDUCT]
    by_conduct = frozenset(said.clause for said in claims)
    unproven = {
        activity: asked
        for activity in facts.activities
        if activity.consent_record is Gap.NONE or open_gap(activity.consent_record)
        if (asked := _asked(facts, activity, by_conduct)) or by_explicit_consent(activity)
    }
    if unproven:
        none = any(activity.consent_record is Gap.NONE for activity in unproven)
        about = tuple(f"activity:{activity.id}" for activity in unproven)
        clauses = clauses_of(basis for asked in unproven.values() for basis in asked)
        fields = {"activities": quoted(activity.name for activity in unproven)}
        yield Hit(about, clauses, fields, confidence=Confidence.LIKELY if none else None)


RULE = Rule(
    id="consent-not-recorded",
    theme=Theme.LAWFUL_BASIS,
    title="Consent that cannot be shown",
    why="Whoever relies on consent must be able to show who agreed, when, to what and in which words, and "
    "who has withdrawn; without that there is none.",
    law=("UK GDPR Art. 7(1)", "UK GDPR Art. 7(3)", "UK GDPR Art. 5(2)"),
    remedy="The owner of each activity keeps for each person the day, the words and the way of the consent "
    "and of its withdrawal, and links that record in the map.",
    false_alarms="The system that asks keeps the record, and the map has no link to it.",
    message="Where is it recorded who has consented to {activities}, when, in which words, and who has "
    "withdrawn?",
    severity=Severity.MEDIUM,
    confidence=Confidence.ASK,
    test=_hits,
)
