"""Data comes from others about people who never deal with the controller; nothing says when they are told."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.claim import InformingTimed
from ...model.finding import Severity
from ...model.flow import Direction
from ...model.noun import Confidence, Stance
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..wording import listed


def _hits(facts: Facts) -> Iterator[Hit]:
    if facts.said(InformingTimed):
        return
    direct = {
        person
        for flow in facts.flows
        if facts.data_map.direction(flow) is Direction.COLLECTED
        for person in (flow.sender, *(flow.subjects if len(flow.subjects) == 1 else ()))
    }
    # Where the source itself is not told, sources-not-told asks for the time as well.
    indirect = [
        flow
        for flow in facts.flows
        if facts.data_map.direction(flow) is Direction.RECEIVED
        and flow.stance is Stance.STATED
        and facts.outside(flow.sender)
        and flow.sender not in facts.processors
        and not direct.issuperset(flow.subjects)
    ]
    if indirect:
        people = dict.fromkeys(p for flow in indirect for p in flow.subjects if p not in direct)
        fields = {
            "people": listed(facts.names("party", people)),
            "sources": listed(facts.names("party", (flow.sender for flow in indirect))),
        }
        yield Hit(tuple(f"flow:{flow.id}" for flow in indirect), clauses_of(indirect), fields)


RULE = Rule(
    id="others-told-when",
    theme=Theme.PEOPLE,
    title="People whose data comes from others: told when?",
    why="Who never deals with the controller does not read its notice; the law gives a month at most to "
    "bring it to them.",
    law=("UK GDPR Art. 14(3)", "UK GDPR Art. 14(1)"),
    remedy="The owner of the activity has the information sent to these people within a month, at the "
    "first contact or before the data goes on; the data protection officer says so in the notice.",
    false_alarms="The source tells them on the controller's behalf, or an exception of Art. 14(5) applies.",
    message="When are {people} told that data about them comes from {sources}? They give none "
    "themselves, and the notice does not say.",
    severity=Severity.LOW,
    confidence=Confidence.ASK,
    test=_hits,
    needs_notice=True,
    items=("A14-3",),
)
