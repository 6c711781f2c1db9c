"""Data goes to others who promote for themselves, without consent."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.activity import Basis
from ...model.finding import Severity
from ...model.noun import Confidence
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..uses import bases_of, promotes, to_others, unless_sure
from ..wording import listed, quoted


def _hits(facts: Facts) -> Iterator[Hit]:
    found = []
    for flow in to_others(facts):
        activity = facts.data_map.activity[flow.activity]
        if promotes(facts, activity) and Basis.CONSENT not in bases_of(facts, activity):
            found.append(flow)
    if found:
        fields = {
            "recipients": listed(facts.names("party", (flow.recipient for flow in found))),
            "activities": quoted(facts.names("activity", (flow.activity for flow in found))),
            "data": listed(facts.names("data", (c for flow in found for c in flow.data))),
        }
        about = tuple(f"flow:{flow.id}" for flow in found)
        yield Hit(about, clauses_of(found), fields, confidence=unless_sure(found))


RULE = Rule(
    id="data-for-others-marketing",
    theme=Theme.MARKETING,
    title="Data goes to others for their marketing",
    why="The soft opt-in covers one's own customers and nobody else; whoever else writes to them, the "
    "group included, needs a consent that names the sender.",
    law=("PECR reg. 22", "UK GDPR Art. 6(1)(a)", "UK GDPR Art. 5(1)(b)", "UK GDPR Art. 21(2)"),
    remedy="The head of marketing stops these flows, asks people for consent that names each recipient, and "
    "has those who got data without it delete it.",
    false_alarms="The recipient only sends on the controller's instructions, and its role is recorded "
    "wrongly.",
    message="{recipients} can get {data} for marketing ({activities}), without consent on record.",
    severity=Severity.HIGH,
    confidence=Confidence.LIKELY,
    test=_hits,
)
