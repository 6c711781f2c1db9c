"""Joint controllers have an arrangement, and the notice does not tell its essence."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.claim import ArrangementTold
from ...model.finding import Severity
from ...model.flow import Role
from ...model.noun import Confidence
from ..facts import Facts, clauses_of, given
from ..rule import Hit, Rule, Theme
from ..wording import listed


def _hits(facts: Facts) -> Iterator[Hit]:
    told = {party for said in facts.said(ArrangementTold) for party in said.claim.parties}
    untold = [
        flow
        for flow in facts.flows
        if flow.role is Role.JOINT_CONTROLLER
        and given(flow.contract)
        and not {flow.sender, flow.recipient} <= told
    ]
    if untold:
        parties = dict.fromkeys(party for flow in untold for party in (flow.sender, flow.recipient))
        fields = {
            "parties": listed(facts.names("party", parties)),
            "contracts": listed(str(flow.contract) for flow in untold),
        }
        about = tuple(f"party:{party}" for party in parties)
        yield Hit(about, clauses_of(untold), fields)


RULE = Rule(
    id="arrangement-not-told",
    theme=Theme.ROLES,
    title="Essence of a joint arrangement not told",
    why="People may turn to either of the companies, and can only do so if they know what these have "
    "settled.",
    law=("UK GDPR Art. 26(2)", "UK GDPR Art. 26(3)"),
    remedy="The data protection officer puts into the notice which of the companies answers requests, "
    "informs people and keeps the data safe.",
    false_alarms="The essence stands on a page that the notice links to.",
    message="{parties} decide together under an arrangement ({contracts}), and the notice does not say "
    "what it comes to for people.",
    severity=Severity.MEDIUM,
    confidence=Confidence.CERTAIN,
    test=_hits,
    needs_notice=True,
    items=("A26-2",),
)
