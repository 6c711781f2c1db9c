"""Data is collected, by the organisation's own records, of which the notice says nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...model.claim import Collected
from ...model.finding import Severity
from ...model.flow import Direction, Flow
from ...model.noun import Confidence, Stance
from ...model.words import counted
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..wording import listed

_IN: Final = (Direction.COLLECTED, Direction.RECEIVED)


def _told(facts: Facts) -> frozenset[str]:
    """Return the categories that a clause says are collected, with what lies beneath."""
    return facts.atoms(category for said in facts.said(Collected) for category in said.claim.data)


def _untold(facts: Facts, flow: Flow, told: frozenset[str]) -> list[str]:
    """Return the categories that a flow brings in and that stand in the records alone."""
    among_people = flow.recipient in facts.data_map.individuals  # what one tells another is not collected
    into = facts.data_map.direction(flow) in _IN and flow.sender not in facts.processors and not among_people
    return [
        category
        for category in flow.data
        if into and category not in told and facts.data_map.category[category].stance is Stance.RECORDED
    ]


def _hits(facts: Facts) -> Iterator[Hit]:
    told = _told(facts)
    found = {flow: data for flow in facts.flows if (data := _untold(facts, flow, told))}
    if not found:
        return
    categories = list(dict.fromkeys(category for data in found.values() for category in data))
    indirect = any(facts.data_map.direction(flow) is Direction.RECEIVED for flow in found)
    fields = {
        "count": counted(len(found), "flow brings", "flows bring"),
        "data": listed(facts.names("data", categories)),
        "senders": listed(facts.names("party", (flow.sender for flow in found))),
    }
    about = (*(f"data:{category}" for category in categories), *(f"flow:{flow.id}" for flow in found))
    yield Hit(
        about,
        clauses_of(found),
        fields,
        severity=Severity.HIGH if facts.sensitive(categories) else None,
        items=RULE.items if indirect else (),
        law=RULE.law if indirect else RULE.law[:1],
    )


RULE = Rule(
    id="data-not-told",
    theme=Theme.TRANSPARENCY,
    title="Data that is collected and not told",
    why="People do not expect that something is kept about them of which the notice says nothing, and do not "
    "ask for it.",
    law=("UK GDPR Art. 5(1)(a)", "UK GDPR Art. 14(1)(d)"),
    remedy="The data protection officer adds these categories to the notice, with whence they come and what "
    "for; or the owner of the activity stops collecting them.",
    false_alarms="The notice names a wider category that takes this one in, and the map does not say so.",
    message="By the records, {count} in {data} from {senders}; no clause says that this is collected.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
    needs_notice=True,
    items=("A14-1d",),
)
