"""A list of people who have objected is kept and is no activity of its own."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.safeguard import Measure
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..wording import listed


def _hits(facts: Facts) -> Iterator[Hit]:
    bare = [
        each for each in facts.safeguards if each.measure is Measure.SUPPRESSION_LIST and not each.activities
    ]
    if bare:
        fields = {"lists": listed(each.name for each in bare)}
        yield Hit(tuple(f"safeguard:{each.id}" for each in bare), clauses_of(bare), fields)


RULE = Rule(
    id="suppression-list-not-recorded",
    theme=Theme.MARKETING,
    title="List of people who objected is not on record",
    why="The list is personal data with a purpose, a basis and a period of its own, and is kept longer "
    "than the rest.",
    law=("UK GDPR Art. 30(1)", "UK GDPR Art. 5(1)(c)", "UK GDPR Art. 21(3)"),
    remedy="The team that answers requests enters the list as an activity, with the least that identifies "
    "a person.",
    false_alarms="The list is part of an activity in the record, and the map does not link the two.",
    message="{lists}: people are listed so that their wish is kept, and no activity in the record covers "
    "that.",
    severity=Severity.LOW,
    confidence=Confidence.CERTAIN,
    test=_hits,
)
