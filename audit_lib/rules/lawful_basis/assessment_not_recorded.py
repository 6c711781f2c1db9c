"""Legitimate interests are relied on without a recorded assessment."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.activity import Activity, Basis
from ...model.finding import Severity
from ...model.noun import Confidence, Gap
from ...model.words import counted
from ..facts import Facts, open_gap
from ..rule import Hit, Rule, Theme
from ..wording import quoted


def _hit(found: list[Activity], message: str) -> Hit:
    fields = {"message": message.format(quoted(activity.name for activity in found))}
    return Hit(tuple(f"activity:{activity.id}" for activity in found), fields=fields)


def _hits(facts: Facts) -> Iterator[Hit]:
    resting = list(dict.fromkeys(a for a, _ in facts.resting_on(Basis.LEGITIMATE_INTERESTS)))
    without = [activity for activity in resting if activity.lia is Gap.NONE]
    unknown = [activity for activity in resting if open_gap(activity.lia)]
    if without:
        hit = _hit(without, "No assessment of legitimate interests has been made for {}.")
        yield Hit(hit.about, fields=hit.fields, confidence=Confidence.CERTAIN)
    if unknown:
        many = counted(len(unknown), "activity that rests", "activities that rest")
        yield _hit(unknown, f"Where are the assessments for the {many} on legitimate interests: {{}}?")


RULE = Rule(
    id="assessment-not-recorded",
    theme=Theme.LAWFUL_BASIS,
    title="Assessment of legitimate interests not on record",
    why="Whoever relies on legitimate interests must show that they weighed them; without a record they "
    "cannot.",
    law=("UK GDPR Art. 6(1)(f)", "UK GDPR Art. 5(2)"),
    remedy="The owner of each activity writes the assessment (purpose, necessity, balance) and links it in "
    "the map.",
    false_alarms="The assessments exist and the map has no link to them.",
    message="{message}",
    severity=Severity.MEDIUM,
    confidence=Confidence.ASK,
    test=_hits,
)
