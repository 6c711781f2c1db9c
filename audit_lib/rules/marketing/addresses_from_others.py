"""Promotion goes to people whose contacts came from somebody else."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.activity import Basis
from ...model.finding import Severity
from ...model.flow import Direction
from ...model.noun import Confidence
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..uses import bases_of, promotes, unless_sure
from ..wording import listed, quoted


def _hits(facts: Facts) -> Iterator[Hit]:
    found = [
        flow
        for activity in facts.activities
        if promotes(facts, activity) and Basis.CONSENT not in bases_of(facts, activity)
        for flow in facts.flows_of[activity.id]
        if facts.data_map.direction(flow) is Direction.RECEIVED
        and facts.outside(flow.sender)
        and flow.sender not in facts.processors
    ]
    if found:
        fields = {
            "sources": listed(facts.names("party", (flow.sender for flow in found))),
            "data": listed(facts.names("data", (c for flow in found for c in flow.data))),
            "activities": quoted(facts.names("activity", (flow.activity for flow in found))),
        }
        about = tuple(f"flow:{flow.id}" for flow in found)
        yield Hit(about, clauses_of(found), fields, confidence=unless_sure(found))


RULE = Rule(
    id="addresses-from-others",
    theme=Theme.MARKETING,
    title="Promotion to contacts that came from others",
    why="The soft opt-in needs contacts that the person gave to the sender in the course of a sale; a list "
    "from elsewhere, even from a company of the group, brings none.",
    law=("PECR reg. 22", "UK GDPR Art. 14(1)", "UK GDPR Art. 6(1)"),
    remedy="The head of marketing stops mailing to these contacts until there is proof that each person has "
    "consented to messages from this sender.",
    false_alarms="Promotion goes by letter alone, to people who were told where their address came from.",
    message="Contacts that came from {sources} ({data}) are used in {activities}, without consent on record.",
    severity=Severity.HIGH,
    confidence=Confidence.LIKELY,
    test=_hits,
)
