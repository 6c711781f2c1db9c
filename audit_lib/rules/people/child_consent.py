"""The consent of children is relied on online, and nothing shows that a parent gave it."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.activity import Basis
from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.party import Vulnerability
from ..facts import Facts, clauses_of, given
from ..rule import Hit, Rule, Theme
from ..subjects import vulnerable
from ..wording import listed, quoted


def _hits(facts: Facts) -> Iterator[Hit]:
    found = [
        (activity, basis)
        for activity, basis in facts.resting_on(Basis.CONSENT)
        if vulnerable(facts, activity, Vulnerability.CHILD) and not given(activity.consent_record)
    ]
    if found:
        people = (person for a, _ in found for person in vulnerable(facts, a, Vulnerability.CHILD))
        fields = {
            "activities": quoted(activity.name for activity, _ in found),
            "people": listed(facts.names("party", people)),
        }
        about = tuple(f"activity:{activity.id}" for activity, _ in found)
        yield Hit(about, clauses_of(basis for _, basis in found), fields)


RULE = Rule(
    id="child-consent",
    theme=Theme.PEOPLE,
    title="Consent of children",
    why="A child under 13 cannot consent to an online service alone, and an older one only to what it "
    "understands.",
    law=("UK GDPR Art. 8(1)", "UK GDPR Art. 8(2)", "Data Protection Act 2018 s.9", "UK GDPR Art. 7(1)"),
    remedy="The owner of each activity asks a parent for consent where a child is under 13, makes "
    "reasonable efforts to check that, and keeps the proof.",
    false_alarms="Only people over 18 are asked, and their age is checked; or what is consented to is no "
    "online service, for which there is no fixed age (in Scotland, see s.208 of the Act).",
    message="Children are among {people}: who consents for those under 13 in {activities}, and where is the "
    "proof?",
    severity=Severity.MEDIUM,
    confidence=Confidence.ASK,
    test=_hits,
)
