"""People give data about others, who never deal with the controller and are told by nobody."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.claim import InformingTimed
from ...model.finding import Severity
from ...model.noun import Confidence
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..subjects import spoken_for
from ..wording import listed


def _hits(facts: Facts) -> Iterator[Hit]:
    if facts.said(InformingTimed):
        return
    found = spoken_for(facts, facts.flows)
    if found:
        people = dict.fromkeys(person for others in found.values() for person in others)
        fields = {
            "people": listed(facts.names("party", people)),
            "sources": listed(facts.names("party", (flow.sender for flow in found))),
            "data": listed(facts.names("data", (c for flow in found for c in flow.data))),
        }
        yield Hit(tuple(f"flow:{flow.id}" for flow in found), clauses_of(found), fields)


RULE = Rule(
    id="others-in-the-file",
    theme=Theme.PEOPLE,
    title="People of whom others have spoken are told by nobody",
    why="A partner, a guarantor or a next of kin whom a tenant names has the same rights as the tenant, and "
    "cannot use them without knowing.",
    law=("UK GDPR Art. 14(1)", "UK GDPR Art. 14(3)", "UK GDPR Art. 5(1)(a)"),
    remedy="The owner of each activity writes to these people within a month, or has whoever names them hand "
    "on a short notice and say so on the form; what need not be known about them is not asked.",
    false_alarms="They are told on the spot, or telling them would take an effort out of proportion "
    "(Art. 14(5)(b)).",
    message="How do {people} learn that {sources} give data about them ({data})? They give none themselves.",
    severity=Severity.LOW,
    confidence=Confidence.ASK,
    test=_hits,
)
