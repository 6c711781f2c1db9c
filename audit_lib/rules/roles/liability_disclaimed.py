"""The notice says that somebody else alone answers for data that the controller gave them."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.claim import LiabilityClaimed
from ...model.finding import Severity
from ...model.flow import Flow
from ...model.noun import Confidence
from ...model.words import counted
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..wording import listed


def _given(facts: Facts, parties: tuple[str, ...], data: tuple[str, ...]) -> list[Flow]:
    return [
        flow
        for flow in facts.disclosures
        if flow.recipient in parties
        and flow.sender in facts.data_map.inside
        and facts.overlap(data, flow.data)
    ]


def _hits(facts: Facts) -> Iterator[Hit]:
    for said in facts.said(LiabilityClaimed):
        others = tuple(p for p in said.claim.parties if facts.outside(p) and p not in facts.processors)
        flows = _given(facts, others, said.claim.data) if said.claim.alone else []
        if flows:
            fields = {
                "where": said.clause,
                "parties": listed(facts.names("party", others)),
                "count": counted(len(flows), "flow"),
            }
            about = (*(f"party:{party}" for party in others), *(f"flow:{flow.id}" for flow in flows))
            other = tuple(clause for clause in clauses_of(flows) if clause != said.clause)
            yield Hit(about, (said.clause, *other), fields, contradicts=other or (said.clause,))


RULE = Rule(
    id="liability-disclaimed",
    theme=Theme.ROLES,
    title="Disclaims all liability for data it hands over",
    why="Each controller that is involved answers for the whole damage; a person who believes the sentence "
    "does not claim.",
    law=("UK GDPR Art. 82(2)", "UK GDPR Art. 82(4)", "UK GDPR Art. 5(2)"),
    remedy="The data protection officer takes the disclaimer out and says what each side answers for.",
    false_alarms="People give this data to the other party themselves, on its own site, and the flow is "
    "not this one.",
    message="Clause {where} says that {parties} alone answer for data which the controller gives them in "
    "{count}.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
    needs_notice=True,
)
