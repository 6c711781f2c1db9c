"""Nobody has looked over the map for a year, or it is not known when somebody last did."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from ...model.finding import Severity
from ...model.noun import Confidence
from ..facts import Facts
from ..rule import Hit, Rule, Theme

#: How many days a review holds: practice, and no law.
HOLDS: Final = 366


def _hits(facts: Facts) -> Iterator[Hit]:
    reviewed = facts.data_map.info.reviewed_on
    if isinstance(reviewed, dt.date):
        if (facts.as_of - reviewed).days <= HOLDS:
            return
        message = f"The map was last reviewed on {reviewed.isoformat()}, more than a year ago."
    else:
        message = "The map does not say when it was last reviewed."
    yield Hit((facts.whole,), fields={"message": message})


RULE = Rule(
    id="map-not-reviewed",
    theme=Theme.ACCOUNTABILITY,
    title="Map not reviewed within a year",
    why="Everything here is judged by what the map says; providers, systems and purposes change faster than "
    "that.",
    law=("UK GDPR Art. 24(1)", "UK GDPR Art. 30(1)", "UK GDPR Art. 5(2)"),
    remedy="The owner of the map goes through it with the owner of each activity, and records the day.",
    false_alarms="The map is kept up as things change, and only the day was forgotten.",
    message="{message}",
    severity=Severity.LOW,
    confidence=Confidence.CERTAIN,
    test=_hits,
)
