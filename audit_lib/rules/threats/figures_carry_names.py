"""Figures are made inside from data that names people (identifying)."""

from __future__ import annotations

from collections.abc import Iterator

from ...law.identifiers import Identifies
from ...law.linddun import Threat, named_source
from ...model.finding import Severity
from ...model.flow import Direction
from ...model.noun import Confidence
from ...model.purpose import PurposeKind
from ..facts import Facts, clauses_of
from ..outsiders import identifying
from ..rule import Hit, Rule, Theme
from ..uses import serving
from ..wording import listed, quoted

_FIGURES = (PurposeKind.STATISTICS, PurposeKind.ANALYTICS, PurposeKind.INVESTOR_REPORTING)


def _hits(facts: Facts) -> Iterator[Hit]:
    # What leaves for other companies, figures-would-do asks about.
    names = identifying(facts, Identifies.DIRECTLY)
    carrying = [
        flow
        for activity in serving(facts, *_FIGURES)
        for flow in facts.flows_of[activity.id]
        if (facts.data_map.direction(flow) is Direction.INSIDE or flow.recipient in facts.processors)
        and facts.atoms(flow.data) & names
    ]
    if carrying:
        by_name = (c for flow in carrying for c in flow.data if facts.atoms([c]) & names)
        fields = {
            "activities": quoted(facts.names("activity", (flow.activity for flow in carrying))),
            "data": listed(facts.names("data", by_name)),
            "recipients": listed(facts.names("party", (flow.recipient for flow in carrying))),
        }
        yield Hit(tuple(f"flow:{flow.id}" for flow in carrying), clauses_of(carrying), fields)


RULE = Rule(
    id="figures-carry-names",
    theme=Theme.THREATS,
    title="Data for figures still names people",
    why="Whoever counts needs no names; a table with names is read, copied and mailed like any other.",
    law=(named_source(Threat.IDENTIFYING), "UK GDPR Art. 5(1)(c)", "UK GDPR Art. 25(1)"),
    remedy="The owner of each activity has names, addresses and numbers taken out, or replaced by a key that "
    "stays behind, before the data is handed over.",
    false_alarms="The figures are joined from several sources, and the key is thrown away afterwards.",
    message="For {activities}, {data} can reach {recipients}: do figures need to name anybody?",
    severity=Severity.LOW,
    confidence=Confidence.ASK,
    test=_hits,
)
