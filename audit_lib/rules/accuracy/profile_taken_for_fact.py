"""A picture that was inferred is handed to those who deal with the person, who never see it."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.finding import Severity
from ...model.flow import Direction, Flow
from ...model.noun import Confidence
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..uses import profiling
from ..wording import listed


def _passed_on(facts: Facts) -> dict[Flow, list[str]]:
    """Return the flows that carry, to others than the person, what was inferred and no person is shown."""
    inferred = facts.atoms(dict.fromkeys(c for activity in profiling(facts) for c in activity.creates))
    sent = (flow for flow in facts.flows if facts.data_map.direction(flow) is Direction.SENT)
    unseen = inferred - {category for flow in sent for category in facts.atoms(flow.data)}
    return {
        flow: carried
        for flow in facts.flows
        if flow.recipient not in facts.data_map.individuals and flow.sender not in facts.data_map.individuals
        if (carried := [category for category in flow.data if category in unseen])
    }


def _hits(facts: Facts) -> Iterator[Hit]:
    found = _passed_on(facts)
    if found:
        fields = {
            "data": listed(facts.names("data", (c for carried in found.values() for c in carried))),
            "recipients": listed(facts.names("party", (flow.recipient for flow in found))),
        }
        yield Hit(tuple(f"flow:{flow.id}" for flow in found), clauses_of(found), fields)


RULE = Rule(
    id="profile-taken-for-fact",
    theme=Theme.ACCURACY,
    title="What was inferred is passed on as if it were known",
    why="A conclusion drawn from many traces looks like a fact on the screen of whoever serves the person, "
    "and the person never gets to put it right.",
    law=("UK GDPR Art. 5(1)(d)", "UK GDPR Art. 16", "UK GDPR Art. 4(4)"),
    remedy="The owner of the activity marks what is inferred, with its source and date, shows it to the "
    "person on request, and has what proves wrong struck out everywhere.",
    false_alarms="What is passed on is a summary of what the person has said, and nothing is concluded.",
    message="{data} can reach {recipients}: how is what was inferred marked there, and how can the person "
    "put it right? No flow shows it to the person.",
    severity=Severity.LOW,
    confidence=Confidence.ASK,
    test=_hits,
)
