"""Data goes to recipients of which the notice says nothing."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.claim import SharingPermitted
from ...model.finding import Confidence, Severity
from ...model.noun import Stance
from ..facts import Facts
from ..rule import Hit, Rule, Theme
from ..wording import counted, listed


def _hits(facts: Facts) -> Iterator[Hit]:
    told = {party for said in facts.said(SharingPermitted) for party in said.claim.recipients}
    classed = {
        flow.activity
        for flow in facts.disclosures
        if flow.stance.rests_on_notice and facts.data_map.party[flow.recipient].generic
    }
    silent = [
        flow
        for flow in facts.disclosures
        if flow.stance is Stance.RECORDED and flow.recipient not in told and flow.activity not in classed
    ]
    if not silent:
        return
    recipients = dict.fromkeys(flow.recipient for flow in silent)
    grave = facts.sensitive(category for flow in silent for category in flow.data)
    fields = {
        "count": counted(len(silent), "flow"),
        "recipients": listed(facts.names("party", recipients)),
        "data": f", among it {listed(facts.names('data', grave))}" if grave else "",
    }
    about = (*(f"flow:{flow.id}" for flow in silent), *(f"party:{party}" for party in recipients))
    yield Hit(about, fields=fields, severity=Severity.HIGH if grave else None)


RULE = Rule(
    id="recipients-not-told",
    theme=Theme.TRANSPARENCY,
    title="Recipients of which the notice is silent",
    why="People must be told who gets their data when it is collected, and before it goes to somebody new.",
    law=("UK GDPR Art. 13(1)(e)", "UK GDPR Art. 14(1)(e)"),
    remedy="The data protection officer adds these recipients, or the classes they belong to, and tells "
    "the people whose data has gone to them.",
    false_alarms="The notice names a class that these recipients belong to, and the map does not say so.",
    message="The organisation's records show {count} to recipients that the notice does not mention: "
    "{recipients}{data}.",
    severity=Severity.MEDIUM,
    confidence=Confidence.CERTAIN,
    test=_hits,
    needs_notice=True,
)
