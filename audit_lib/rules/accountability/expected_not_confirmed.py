"""What such an organisation usually does with data is neither told nor on record."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.finding import Confidence, Severity
from ..facts import Facts
from ..rule import Hit, Rule, Theme
from ..wording import counted, listed


def _hits(facts: Facts) -> Iterator[Hit]:
    flows = facts.expected_flows
    if flows:
        people = facts.data_map.individuals
        ends = (party for flow in flows for party in (flow.sender, flow.recipient))
        others = [p for p in ends if p not in people and p not in facts.data_map.inside]
        fields = {
            "count": counted(len(flows), "flow"),
            "parties": listed(facts.names("party", others), most=10),
        }
        yield Hit(tuple(f"flow:{flow.id}" for flow in flows), fields=fields)


RULE = Rule(
    id="expected-not-confirmed",
    theme=Theme.ACCOUNTABILITY,
    title="Usual flows that nobody has confirmed",
    why="If they happen, people have not been told; if they do not, the map should say so.",
    law=("UK GDPR Art. 13(1)(e)", "UK GDPR Art. 14", "UK GDPR Art. 30(1)"),
    remedy="The owner of each activity says whether the flow happens; it is then recorded and told, or "
    "taken out.",
    false_alarms="The organisation does its business in another way.",
    message="Do these {count} happen, which are usual in this trade and stand in neither notice nor "
    "records? They concern {parties}.",
    severity=Severity.LOW,
    confidence=Confidence.ASK,
    test=_hits,
)
