"""Nobody is named who answers for the map."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.finding import Severity
from ...model.noun import Confidence
from ..facts import Facts, given
from ..rule import Hit, Rule, Theme


def _hits(facts: Facts) -> Iterator[Hit]:
    if not given(facts.data_map.info.owner):
        yield Hit((facts.whole,))


RULE = Rule(
    id="map-without-owner",
    theme=Theme.ACCOUNTABILITY,
    title="Nobody answers for the map",
    why="A record that belongs to nobody is out of date soon, and nobody notices.",
    law=("UK GDPR Art. 24(1)", "UK GDPR Art. 30(1)"),
    remedy="The board, or whoever runs the organisation, names one person who keeps the map and is told of "
    "every new activity, system and provider.",
    false_alarms="Somebody does keep it, and only the map does not say who.",
    message="The map names nobody who keeps it.",
    severity=Severity.LOW,
    confidence=Confidence.CERTAIN,
    test=_hits,
)
