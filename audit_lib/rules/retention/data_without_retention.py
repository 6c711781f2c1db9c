"""Data is processed of which nothing says how long it is kept."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.words import counted
from ..facts import Facts
from ..rule import Hit, Rule, Theme
from ..wording import listed


def _tops(facts: Facts, uncovered: frozenset[str]) -> list[str]:
    """Return the uncovered categories; where all that lies beneath one is uncovered, it stands for them."""
    parents = {category.parent for category in facts.data_map.data}
    leaves = {c.id for c in facts.data_map.data if c.id not in parents}
    whole = {c for c, beneath in facts.data_map.below.items() if not (beneath & leaves) - uncovered}
    return [c.id for c in facts.data_map.data if c.id in whole and c.parent not in whole]


def _hits(facts: Facts) -> Iterator[Hit]:
    statements = facts.retention
    if any(not (each.data or each.activities) for each in statements):
        return
    covered = set(facts.atoms(category for each in statements for category in each.data))
    by_activity = {name for each in statements for name in each.activities}
    for activity in facts.activities:
        if activity.id in by_activity:
            covered |= facts.atoms((*activity.data, *activity.creates))
    tops = _tops(facts, facts.processed - covered)
    if tops:
        fields = {
            "count": counted(len(tops), "data category", "data categories"),
            "data": listed(facts.names("data", tops)),
        }
        yield Hit(tuple(f"data:{category}" for category in tops), fields=fields)


RULE = Rule(
    id="data-without-retention",
    theme=Theme.RETENTION,
    title="Data that no statement of retention covers",
    why="Data that nobody has set an end to is kept for ever.",
    law=("UK GDPR Art. 5(1)(e)", "UK GDPR Art. 30(1)(f)"),
    remedy="The owner of each activity sets a period and an event that starts it; the record gets the line.",
    false_alarms="A schedule covers it, and the map does not hold that line.",
    message="No statement of retention covers {count}: {data}.",
    severity=Severity.MEDIUM,
    confidence=Confidence.CERTAIN,
    test=_hits,
)
