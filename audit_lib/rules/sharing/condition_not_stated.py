"""Data leaves the organisation under no condition that anybody has stated."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.words import counted
from ..facts import Facts, clauses_of, open_gap
from ..rule import Hit, Rule, Theme
from ..wording import listed


def _hits(facts: Facts) -> Iterator[Hit]:
    bare = [flow for flow in facts.disclosures if open_gap(flow.condition)]
    if bare:
        recipients = facts.names("party", (flow.recipient for flow in bare))
        fields = {
            "count": counted(len(bare), "disclosure"),
            "all": len(facts.disclosures),
            "recipients": listed(recipients),
        }
        yield Hit(tuple(f"flow:{flow.id}" for flow in bare), clauses_of(bare), fields)


RULE = Rule(
    id="condition-not-stated",
    theme=Theme.SHARING,
    title="Disclosures without a condition",
    why="A disclosure that may happen whenever somebody finds it useful cannot be kept to what is necessary.",
    law=("UK GDPR Art. 5(1)(b)", "UK GDPR Art. 5(1)(c)", "UK GDPR Art. 25"),
    remedy="The owner of each activity writes down when, on whose decision and within which limits the "
    "data may go.",
    false_alarms="A procedure or a contract lays it down and the map does not mention it.",
    message="Nothing says when and within which limits data may go out for {count} of {all}: {recipients}.",
    severity=Severity.LOW,
    confidence=Confidence.CERTAIN,
    test=_hits,
)
