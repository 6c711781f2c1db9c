"""People hand in data that can hurt them, and the map does not know by which way."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.finding import Severity
from ...model.flow import Direction
from ...model.noun import Confidence
from ...model.words import counted
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..wording import listed


def _hits(facts: Facts) -> Iterator[Hit]:
    open_ways = [
        flow
        for flow in facts.flows
        if flow.via is None
        and facts.data_map.direction(flow) is Direction.COLLECTED
        and flow.recipient in facts.data_map.inside
        and facts.sensitive(flow.data)
    ]
    if open_ways:
        data = (category for flow in open_ways for category in facts.sensitive(flow.data))
        fields = {
            "data": listed(facts.names("data", data)),
            "people": listed(facts.names("party", (flow.sender for flow in open_ways))),
            "count": counted(len(open_ways), "flow"),
        }
        yield Hit(tuple(f"flow:{flow.id}" for flow in open_ways), clauses_of(open_ways), fields)


RULE = Rule(
    id="channel-not-known",
    theme=Theme.SECURITY,
    title="Way by which sensitive data comes in is not known",
    why="Whether a passport comes by e-mail, over the counter or through an upload decides how many copies "
    "of it there are afterwards.",
    law=("UK GDPR Art. 32(1)", "UK GDPR Art. 5(1)(f)", "UK GDPR Art. 30(1)(g)"),
    remedy="The owner of each activity says by which channel the data comes in; where it is e-mail or a "
    "photograph on a telephone, an upload behind a log-in takes its place.",
    false_alarms="It is shown in person and never handed over.",
    message="How do {people} hand in {data} ({count})? The map names no channel.",
    severity=Severity.LOW,
    confidence=Confidence.ASK,
    test=_hits,
)
