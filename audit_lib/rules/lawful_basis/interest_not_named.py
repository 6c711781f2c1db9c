"""Legitimate interests are relied on, and none is named."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.activity import Basis
from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.words import counted
from ..facts import Facts, clauses_of, given
from ..rule import Hit, Rule, Theme
from ..wording import quoted


def _hits(facts: Facts) -> Iterator[Hit]:
    nameless = [
        (activity, basis)
        for activity, basis in facts.resting_on(Basis.LEGITIMATE_INTERESTS)
        if not given(basis.interest)
    ]
    if nameless:
        fields = {
            "count": counted(len(nameless), "activity rests", "activities rest"),
            "activities": quoted(activity.name for activity, _ in nameless),
        }
        about = tuple(f"activity:{activity.id}" for activity, _ in nameless)
        yield Hit(about, clauses_of(basis for _, basis in nameless), fields)


RULE = Rule(
    id="interest-not-named",
    theme=Theme.LAWFUL_BASIS,
    title="Legitimate interest not named",
    why="An interest that is not named cannot be weighed against the person's, nor objected to.",
    law=("UK GDPR Art. 6(1)(f)", "UK GDPR Art. 13(1)(d)", "UK GDPR Art. 14(2)(b)"),
    remedy="The owner of each activity names the interest; the data protection officer puts it into the "
    "notice.",
    false_alarms="The interest is named in the assessment and in a notice that the map does not hold.",
    message="{count} on legitimate interests without any interest being named: {activities}.",
    severity=Severity.MEDIUM,
    confidence=Confidence.CERTAIN,
    test=_hits,
    items=("A13-1d",),
)
