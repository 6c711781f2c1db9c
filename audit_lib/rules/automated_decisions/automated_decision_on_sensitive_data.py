"""A machine decides from special category data outside the narrow cases that the law allows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...model.activity import Activity, Basis
from ...model.data import Sensitivity
from ...model.finding import Severity
from ...model.noun import Confidence
from ..facts import Facts, clauses_of, given
from ..rule import Hit, Rule, Theme
from ..uses import bases_of, by_explicit_consent, used_by
from ..wording import listed, quoted

_PUBLIC_INTEREST: Final = re.compile(r"9\(2\)\(g\)|substantial public interest", re.IGNORECASE)


def _allowed(facts: Facts, activity: Activity) -> bool:
    """Say whether people have agreed expressly, or contract or law needs it in the public interest."""
    needed = bases_of(facts, activity) & {Basis.CONTRACT, Basis.LEGAL_OBLIGATION}
    in_public = _PUBLIC_INTEREST.search(str(activity.special_condition))
    return by_explicit_consent(activity) or bool(needed and in_public)


def _hits(facts: Facts) -> Iterator[Hit]:
    found = {
        activity: data
        for activity in facts.activities
        if given(activity.automated_decisions) and not _allowed(facts, activity)
        if (data := facts.sensitive(used_by(facts, activity), Sensitivity.SPECIAL_CATEGORY))
    }
    if found:
        fields = {
            "activities": quoted(f"{a.name}: {a.automated_decisions}" for a in found),
            "data": listed(facts.names("data", (c for data in found.values() for c in data))),
        }
        yield Hit(tuple(f"activity:{activity.id}" for activity in found), clauses_of(found), fields)


RULE = Rule(
    id="automated-decision-on-sensitive-data",
    theme=Theme.AUTOMATED_DECISIONS,
    title="A machine decides from special category data",
    why="What a machine concludes from health or origin turns people away for what they are; the law allows "
    "it only with their explicit consent or for a substantial public interest.",
    law=("UK GDPR Art. 22B(1) (before 5 February 2026: Art. 22(4))", "UK GDPR Art. 9(2)"),
    remedy="The owner of each activity takes this data out of what the machine sees, or has a person decide "
    "with a real choice.",
    false_alarms="The machine does not use this data for the decision, though the activity holds it.",
    message="{activities}: special category data is among what is used ({data}), and neither explicit "
    "consent nor a substantial public interest is on record.",
    severity=Severity.HIGH,
    confidence=Confidence.LIKELY,
    test=_hits,
)
