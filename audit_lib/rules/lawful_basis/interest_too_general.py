"""A legitimate interest is named in words that fit everything a business does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...model.activity import Basis
from ...model.claim import BasisClaimed
from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.words import counted
from ..facts import Facts, clauses_of, given
from ..rule import Hit, Rule, Theme
from ..wording import quoted

#: Words of which an interest cannot be made: with nothing beside them it is any interest at all.
_GENERAL: Final = frozenset(
    {
        "a", "an", "the", "our", "its", "their", "we", "us", "in", "of", "for", "as", "to", "and", "or",
        "with", "by", "on",
        "run", "running", "operate", "operating", "operation", "operations", "manage", "managing",
        "conduct", "conducting", "carry", "carrying", "out", "pursue", "pursuing",
        "business", "businesses", "company", "companies", "organisation", "commercial", "legitimate",
        "interest", "interests", "need", "needs", "purpose", "purposes", "activity", "activities",
        "normal", "ordinary", "everyday", "day", "general", "generally", "legal", "lawful", "reasonable",
        "effective", "effectively", "efficient", "efficiently", "proper", "properly", "part", "way",
    }
)  # fmt: skip


def too_general(interest: str) -> bool:
    """Say whether an interest is made of words that would fit anything.

    >>> too_general("Running our business"), too_general("Knowing that a tenant can pay")
    (True, False)
    """
    words = re.findall(r"[^\W\d_]+", interest.casefold())
    return bool(words) and set(words) <= _GENERAL


def _hits(facts: Facts) -> Iterator[Hit]:
    found = [
        (activity, basis)
        for activity, basis in facts.resting_on(Basis.LEGITIMATE_INTERESTS)
        if given(basis.interest) and too_general(str(basis.interest))
    ]
    if found:
        names = {str(basis.interest) for _, basis in found}
        claimed = [s.clause for s in facts.said(BasisClaimed) if str(s.claim.interest) in names]
        fields = {
            "count": counted(len(found), "activity rests", "activities rest"),
            "interests": quoted(str(basis.interest) for _, basis in found),
            "activities": quoted(activity.name for activity, _ in found),
        }
        about = tuple(dict.fromkeys(f"activity:{activity.id}" for activity, _ in found))
        yield Hit(about, (*claimed, *clauses_of(basis for _, basis in found)), fields)


RULE = Rule(
    id="interest-too-general",
    theme=Theme.LAWFUL_BASIS,
    title="Legitimate interest that would fit anything",
    why="An interest as wide as the business itself cannot be weighed against a person's, and leaves nothing "
    "to which that person could object.",
    law=("UK GDPR Art. 6(1)(f)", "UK GDPR Art. 13(1)(d)", "UK GDPR Art. 14(2)(b)", "UK GDPR Art. 21(1)"),
    remedy="The owner of each activity says what exactly it is good for and for whom; the data protection "
    "officer puts that interest into the assessment and the notice.",
    false_alarms="The assessment names a particular interest, and the notice only sums it up.",
    message="{count} on an interest that would fit anything ({interests}): {activities}.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
    items=("A13-1d",),
)
