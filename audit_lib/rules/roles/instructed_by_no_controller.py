"""A processor takes data from an outsider that is no controller of the activity."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.finding import Severity
from ...model.flow import Direction, Role
from ...model.noun import Confidence
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..wording import listed


def _hits(facts: Facts) -> Iterator[Hit]:
    activity = facts.data_map.activity
    headless = [
        flow
        for flow in facts.disclosures
        if flow.role is Role.PROCESSOR
        and facts.data_map.direction(flow) is Direction.ONWARD
        and flow.sender not in activity[flow.activity].controllers
        and facts.outside(flow.sender)
    ]
    if headless:
        shown = (
            f"{facts.name('party', flow.recipient)} for {facts.name('party', flow.sender)} "
            f'("{activity[flow.activity].name}")'
            for flow in headless
        )
        about = tuple(f"flow:{flow.id}" for flow in headless)
        yield Hit(about, clauses_of(headless), {"shown": listed(shown)})


RULE = Rule(
    id="instructed-by-no-controller",
    theme=Theme.ROLES,
    title="Processor instructed by somebody who is no controller",
    why="A processor acts on a controller's instructions. Who is neither controller nor bound as processor "
    "above it gives instructions that nobody answers for.",
    law=("UK GDPR Art. 28(3)(a)", "UK GDPR Art. 28(4)", "UK GDPR Art. 29"),
    remedy="The owner of each activity names the sender as a controller of it, or as the processor whose "
    "sub-processor the recipient is, and has the contracts say so.",
    false_alarms="The sender is a controller of the activity, and the record has left it out.",
    message="On whose instructions does each of these work as a processor: {shown}? The one that gives it "
    "the data is no controller of the activity.",
    severity=Severity.MEDIUM,
    confidence=Confidence.ASK,
    test=_hits,
)
