"""Recipients pass on what they got, for another purpose."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.finding import Severity
from ...model.noun import Confidence, Stance
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..sharing.limited_and_freed import flows_let_off
from ..wording import listed, quoted


def _hits(facts: Facts) -> Iterator[Hit]:
    told_elsewhere = {flow.id for flow in flows_let_off(facts)}
    passing = [
        found
        for found in facts.onward
        if not found.expected and facts.outside(found.party) and found.taker not in facts.data_map.inside
        if found.passed_on not in told_elsewhere
    ]
    if not passing:
        return
    flows = [facts.data_map.flow[flow] for flow in dict.fromkeys(found.passed_on for found in passing)]
    serving = any(flow.sender in facts.processors and flow.stance is Stance.RECORDED for flow in flows)
    sure = any(flow.stance in (Stance.STATED, Stance.RECORDED) for flow in flows)
    parties = dict.fromkeys(found.party for found in passing)
    fields = {
        "parties": listed(facts.names("party", parties)),
        "data": listed(facts.names("data", (name for found in passing for name in found.data)), most=4),
        "got": quoted(facts.names("purpose", (found.purpose_received for found in passing)), most=4),
        "on": quoted(facts.names("purpose", (found.purpose_passed_on for found in passing)), most=4),
        "takers": listed(facts.names("party", (found.taker for found in passing))),
    }
    yield Hit(
        (*(f"party:{party}" for party in parties), *(f"flow:{flow.id}" for flow in flows)),
        clauses_of(flows),
        fields,
        severity=Severity.HIGH if serving else None,
        confidence=None if sure else Confidence.ASK,
    )


RULE = Rule(
    id="onward-for-another-purpose",
    theme=Theme.PURPOSE_LIMITATION,
    title="Recipients pass data on for another purpose",
    why="Data that was given for one purpose and goes on for another has left what people were told, and "
    "the controller's hands.",
    law=(
        "UK GDPR Art. 5(1)(b)",
        "UK GDPR Art. 8A (before 5 February 2026: Art. 6(4))",
        "UK GDPR Art. 28(3)(a)",
    ),
    remedy="The owner of each contract forbids onward disclosure without instruction, or the new purpose "
    "is shown to be compatible and people are told.",
    false_alarms="The recipient is obliged by law to disclose, or the two purposes are one under two names.",
    message="What goes to {parties} for {got} can go on to {takers} for {on}: {data}.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
)
