"""A disclosure carries more than the activity that it serves is on record as using."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.finding import Severity
from ...model.flow import Flow
from ...model.noun import Confidence
from ...model.words import counted
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..uses import to_others, unless_sure
from ..wording import listed, quoted


def _beyond(facts: Facts) -> dict[Flow, list[str]]:
    """Return the disclosures that carry categories which their activity does not name, with those."""
    recorded = {a.id: facts.atoms((*a.data, *a.creates)) for a in facts.data_map.activities}
    return {
        flow: beyond
        for flow in to_others(facts)
        if (beyond := [category for category in flow.data if category not in recorded[flow.activity]])
    }


def _hits(facts: Facts) -> Iterator[Hit]:
    found = _beyond(facts)
    if found:
        fields = {
            "count": counted(len(found), "disclosure carries", "disclosures carry"),
            "activities": quoted(facts.names("activity", (flow.activity for flow in found))),
            "data": listed(facts.names("data", (c for beyond in found.values() for c in beyond))),
            "recipients": listed(facts.names("party", (flow.recipient for flow in found))),
        }
        about = tuple(f"flow:{flow.id}" for flow in found)
        yield Hit(about, clauses_of(found), fields, confidence=unless_sure(found))


RULE = Rule(
    id="sends-more-than-recorded",
    theme=Theme.MINIMISATION,
    title="More goes out than the activity is on record as using",
    why="What the record of an activity does not name, nobody has found necessary for it; and what goes out "
    "all the same is not in the record that the regulator sees.",
    law=("UK GDPR Art. 5(1)(c)", "UK GDPR Art. 30(1)(c)", "UK GDPR Art. 30(1)(d)"),
    remedy="The owner of each activity takes the surplus out of the flow, or shows why it is necessary and "
    "enters it in the record.",
    false_alarms="The flow serves several activities, and the map has it under one of them.",
    message="{count} data that the record of {activities} does not name: {data}, to {recipients}.",
    severity=Severity.LOW,
    confidence=Confidence.LIKELY,
    test=_hits,
)
