"""Data that can hurt people, camera recordings among it, has no period of its own."""

from __future__ import annotations

from collections.abc import Iterator

from ...law.retention_periods import usual_period
from ...model.finding import Severity
from ...model.noun import Confidence, Stance
from ...model.system import SystemKind
from ...model.words import lasting
from ..facts import Facts, given
from ..rule import Hit, Rule, Theme
from ..wording import listed


def _recorded(facts: Facts) -> frozenset[str]:
    """Return the categories that cameras keep, which count whatever their sensitivity."""
    cameras = (system for system in facts.data_map.systems if system.kind is SystemKind.CCTV)
    holds = (
        category for camera in cameras if camera.stance is not Stance.EXPECTED for category in camera.holds
    )
    return facts.atoms(holds)


def _bounded(facts: Facts) -> frozenset[str]:
    """Return the categories for which some statement gives a period."""
    statements = [each for each in facts.retention if given(each.period)]
    if any(not (each.data or each.activities) for each in statements):
        return facts.processed
    activities = [facts.data_map.activity[name] for each in statements for name in each.activities]
    named = {category for each in statements for category in each.data}
    named.update(c for activity in activities for c in (*activity.data, *activity.creates))
    return facts.atoms(sorted(named))


def _shown(facts: Facts, category: str) -> str:
    name = facts.name("data", category)
    usual = usual_period(name)
    if usual is None:
        return name
    what = f"{lasting(usual.period)} from {usual.starts}" if usual.period else usual.note.rstrip(".").lower()
    return f"{name} (usual: {what})"


def _hits(facts: Facts) -> Iterator[Hit]:
    free = facts.processed - _bounded(facts)
    grave = {*facts.sensitive(free), *_recorded(facts)} & free
    if grave:
        fields = {"data": listed(_shown(facts, c.id) for c in facts.data_map.data if c.id in grave)}
        cited = tuple(dict.fromkeys(clause for each in facts.retention for clause in each.clauses))
        yield Hit(tuple(f"data:{c.id}" for c in facts.data_map.data if c.id in grave), cited, fields)


RULE = Rule(
    id="sensitive-data-without-period",
    theme=Theme.RETENTION,
    title="High-risk data without a period of its own",
    why="Identity documents and payment data kept without end are what thieves find years later; "
    "recordings show when people come and go, and with whom.",
    law=("UK GDPR Art. 5(1)(e)", "UK GDPR Art. 5(2)", "UK GDPR Art. 30(1)(f)"),
    remedy="The owner of each activity sets a period for each of these categories and has it enforced in "
    "the system that keeps them.",
    false_alarms="A retention schedule that the map does not hold gives the period.",
    message="No period is set for {data}.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
)
