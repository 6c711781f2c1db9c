"""Several controllers decide together, and no arrangement between them is known."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.claim import ArrangementTold, ControllerNamed
from ...model.finding import Severity
from ...model.flow import Role
from ...model.noun import Confidence
from ..facts import Facts, clauses_of, given
from ..rule import Hit, Rule, Theme
from ..wording import in_clauses, listed, quoted


def _arranged(facts: Facts) -> frozenset[str]:
    """Return the parties with which an arrangement or contract is on record, or told in the notice."""
    flows = (
        f for f in facts.flows if f.role in (Role.JOINT_CONTROLLER, Role.CONTROLLER) and given(f.contract)
    )
    told = {party for said in facts.said(ArrangementTold) for party in said.claim.parties}
    return frozenset(party for flow in flows for party in (flow.sender, flow.recipient)) | told


def _hits(facts: Facts) -> Iterator[Hit]:
    arranged = _arranged(facts)
    shared = [a for a in facts.activities if len(a.controllers) > 1 and not set(a.controllers) <= arranged]
    flows = [
        f
        for f in facts.flows
        if f.role is Role.JOINT_CONTROLLER
        and not given(f.contract)
        and not {f.sender, f.recipient} <= arranged
    ]
    named = [
        said
        for said in facts.said(ControllerNamed)
        if len(said.claim.parties) > 1 and not set(said.claim.parties) <= arranged
    ]
    if not (shared or flows or named):
        return
    parties = dict.fromkeys(
        [
            *(party for activity in shared for party in activity.controllers),
            *(party for flow in flows for party in (flow.sender, flow.recipient)),
            *(party for said in named for party in said.claim.parties),
        ]
    )
    clauses = tuple(said.clause for said in named)
    fields = {
        "parties": listed(facts.names("party", parties)),
        "where": f" The notice names them together ({in_clauses(clauses)})." if named else "",
        "activities": "the processing" if named else quoted(activity.name for activity in shared),
    }
    about = (*(f"party:{p}" for p in parties), *(f"activity:{activity.id}" for activity in shared))
    yield Hit(about, (*clauses, *clauses_of([*shared, *flows])), fields)


RULE = Rule(
    id="joint-controllers-without-arrangement",
    theme=Theme.ROLES,
    title="Joint controllers without a known arrangement",
    why="Companies that decide together must settle who answers people, and tell them the essence of it.",
    law=("UK GDPR Art. 26(1)", "UK GDPR Art. 26(2)"),
    remedy="The companies agree who does what; the data protection officer puts the essence into the notice.",
    false_alarms="Each company decides about processing of its own, and none together.",
    message="Is there an arrangement between {parties} on who answers for {activities}, and where can "
    "people read its essence?{where}",
    severity=Severity.MEDIUM,
    confidence=Confidence.ASK,
    test=_hits,
    items=("A26-2",),
)
