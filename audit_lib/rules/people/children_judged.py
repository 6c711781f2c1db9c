"""Children are promoted to, profiled or decided about by a machine."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.party import Vulnerability
from ..facts import Facts, clauses_of, given
from ..rule import Hit, Rule, Theme
from ..subjects import vulnerable
from ..uses import profiling, promotes, unless_sure
from ..wording import listed, quoted


def _hits(facts: Facts) -> Iterator[Hit]:
    profiled = {activity.id for activity in profiling(facts)}
    found = {
        activity: children
        for activity in facts.activities
        if activity.id in profiled or promotes(facts, activity) or given(activity.automated_decisions)
        if (children := vulnerable(facts, activity, Vulnerability.CHILD))
    }
    if found:
        fields = {
            "activities": quoted(activity.name for activity in found),
            "people": listed(facts.names("party", (c for each in found.values() for c in each))),
        }
        about = tuple(f"activity:{activity.id}" for activity in found)
        yield Hit(about, clauses_of(found), fields, confidence=unless_sure(found))


RULE = Rule(
    id="children-judged",
    theme=Theme.PEOPLE,
    title="Children may be promoted to, profiled or machine-judged",
    why="Children see through neither, and what is inferred of them follows them for longest; their "
    "interests weigh more than a business's in any balance.",
    law=(
        "UK GDPR Art. 6(1)(f)",
        "UK GDPR Art. 22A to 22D (before 5 February 2026: Art. 22)",
        "UK GDPR Art. 25(1)",
        "UK GDPR Art. 35(1)",
    ),
    remedy="The owner of each activity leaves children out of it by design, or shows in an impact "
    "assessment why it is in their best interests.",
    false_alarms="The group of people holds children in name only, and this activity never concerns them.",
    message="Children are among {people}, and nothing leaves them out where people are promoted to, profiled "
    "or decided about by machine: {activities}.",
    severity=Severity.HIGH,
    confidence=Confidence.LIKELY,
    test=_hits,
)
