"""What such an organisation usually does with data is neither told nor on record."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.finding import Severity
from ...model.flow import Flow
from ...model.noun import Confidence, Stance
from ...model.words import counted
from ..facts import Facts
from ..rule import Hit, Rule, Theme
from ..wording import listed


def _concerned(facts: Facts, flow: Flow) -> Iterator[str]:
    """Yield whom a flow brings in: the outsider at its far end, and people of whom nobody has spoken."""
    parties = facts.data_map.party
    ends = [flow.recipient] if facts.outside(flow.recipient) else [flow.sender]
    yield from (party for party in ends if facts.outside(party))
    yield from (party for party in flow.subjects if parties[party].stance is Stance.EXPECTED)


def _hits(facts: Facts) -> Iterator[Hit]:
    flows = facts.expected_flows
    if flows:
        others = (party for flow in flows for party in _concerned(facts, flow))
        fields = {"count": counted(len(flows), "flow"), "parties": listed(facts.names("party", others))}
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
