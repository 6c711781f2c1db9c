"""It cannot be told whether a recipient decides for itself or acts for the controller."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.claim import LiabilityClaimed
from ...model.finding import Severity
from ...model.flow import Role
from ...model.noun import Confidence
from ...model.words import counted
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..wording import listed


def _hits(facts: Facts) -> Iterator[Hit]:
    alone = {s.clause for s in facts.said(LiabilityClaimed) if s.claim.alone}
    unclear = [
        flow
        for flow in facts.flows
        if flow.role is Role.UNCLEAR
        # A processor that is said to answer alone has a finding of its own: role-contradicted.
        and not (flow.recipient in facts.processors and alone & set(flow.clauses))
    ]
    if unclear:
        recipients = dict.fromkeys(flow.recipient for flow in unclear)
        fields = {
            "count": counted(len(unclear), "flow"),
            "recipients": listed(facts.names("party", recipients)),
        }
        about = (*(f"party:{party}" for party in recipients), *(f"flow:{flow.id}" for flow in unclear))
        yield Hit(about, clauses_of(unclear), fields)


RULE = Rule(
    id="role-unclear",
    theme=Theme.ROLES,
    title="Recipients whose role is unclear",
    why="What a recipient may do, and whom people turn to, depends on whether it is a controller or a "
    "processor.",
    law=("UK GDPR Art. 4(7), 4(8)", "UK GDPR Art. 26", "UK GDPR Art. 28"),
    remedy="The owner of each activity determines the role of each recipient with the data protection "
    "officer's advice, and records the reasons.",
    false_alarms="The contract settles the role, and the map was made from the notice alone.",
    message="In {count} it cannot be told whether the recipient is a controller or a processor: "
    "{recipients}.",
    severity=Severity.MEDIUM,
    confidence=Confidence.CERTAIN,
    test=_hits,
)
