"""A flow carries data that its sender never gets."""

from __future__ import annotations

from collections.abc import Iterator

from ...graph.unfed import unfed
from ...model.finding import Severity
from ...model.noun import Confidence, Stance
from ...model.words import counted
from ..facts import Facts
from ..rule import Hit, Rule, Theme
from ..wording import listed


def _hits(facts: Facts) -> Iterator[Hit]:
    found = [
        each for each in unfed(facts.graph) if facts.data_map.flow[each.flow].stance is not Stance.EXPECTED
    ]
    if found:
        fields = {
            "count": counted(len(found), "flow carries", "flows carry"),
            "flows": listed(
                f"{each.flow} ({facts.name('party', each.sender)}: {listed(facts.names('data', each.data))})"
                for each in found
            ),
        }
        yield Hit(tuple(f"flow:{each.flow}" for each in found), fields=fields)


RULE = Rule(
    id="flow-unfed",
    theme=Theme.MAP,
    title="Flow of data that the sender never gets",
    why="Either a flow is missing from the map, and with it a source that people should know of, or this "
    "one is wrong.",
    law=("UK GDPR Art. 30(1)", "UK GDPR Art. 5(2)"),
    remedy="Whoever keeps the map adds where the sender has the data from (a flow, a system, what an "
    "activity creates), or corrects the flow.",
    false_alarms="The sender makes the data itself, and the map does not say so.",
    message="{count} data that the sender never gets: {flows}.",
    severity=Severity.LOW,
    confidence=Confidence.CERTAIN,
    test=_hits,
)
