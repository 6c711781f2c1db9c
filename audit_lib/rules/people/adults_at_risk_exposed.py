"""Data that can hurt people at risk is open to everybody who works with the system."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.activity import Activity
from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.party import Vulnerability
from ...model.safeguard import Measure, Safeguard
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..subjects import vulnerable
from ..uses import used_by
from ..wording import listed, quoted


def _guarded(facts: Facts, activity: Activity, limits: list[Safeguard]) -> bool:
    """Say whether a limit on who may look is recorded for the activity, its systems or its data."""
    used = facts.atoms(used_by(facts, activity))
    return any(
        activity.id in limit.activities
        or set(activity.systems) & set(limit.systems)
        or bool(limit.data and used & facts.atoms(limit.data))
        for limit in limits
    )


def _hits(facts: Facts) -> Iterator[Hit]:
    limits = [each for each in facts.safeguards if each.measure is Measure.ACCESS_CONTROL]
    found: dict[Activity, tuple[list[str], list[str]]] = {}
    for activity in facts.activities:
        people = vulnerable(facts, activity, Vulnerability.ADULT_AT_RISK)
        data = facts.sensitive(used_by(facts, activity)) if people else []
        if data and not _guarded(facts, activity, limits):
            found[activity] = (people, data)
    if found:
        fields = {
            "people": listed(facts.names("party", (p for people, _ in found.values() for p in people))),
            "data": listed(facts.names("data", (c for _, data in found.values() for c in data))),
            "activities": quoted(activity.name for activity in found),
        }
        yield Hit(tuple(f"activity:{activity.id}" for activity in found), clauses_of(found), fields)


RULE = Rule(
    id="adults-at-risk-exposed",
    theme=Theme.PEOPLE,
    title="Who may see data about adults at risk is not limited",
    why="Somebody who hides from a violent partner or depends on care can come to harm by one curious look "
    "into a file.",
    law=("UK GDPR Art. 5(1)(f)", "UK GDPR Art. 25(2)", "UK GDPR Art. 32(1)"),
    remedy="The owner of each activity limits these files to named people, has every look at them logged, "
    "and records that as a safeguard of the activity.",
    false_alarms="The system limits it, and the map does not say for which activity or data.",
    message="Adults at risk are among {people}. Who may look at {data} in {activities}? No limit is recorded "
    "there.",
    severity=Severity.MEDIUM,
    confidence=Confidence.ASK,
    test=_hits,
)
