"""Data goes to recipients of which the notice says nothing."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.claim import SharingDenied, SharingPermitted
from ...model.finding import Severity
from ...model.flow import Flow
from ...model.noun import Confidence, Stance
from ...model.party import PartyKind
from ...model.words import counted
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..wording import clauses_that, in_clauses, listed, quoted


def _silent(facts: Facts) -> list[Flow]:
    """Return the disclosures on record to recipients that no clause names, nor a class they may be in."""
    told = {party for said in facts.said(SharingPermitted) for party in said.claim.recipients}
    classed = {
        flow.activity
        for flow in facts.disclosures
        if flow.stance.rests_on_notice and facts.data_map.party[flow.recipient].generic
    }
    return [
        flow
        for flow in facts.disclosures
        if flow.stance is Stance.RECORDED and flow.recipient not in told and flow.activity not in classed
    ]


def _denials(facts: Facts, silent: list[Flow]) -> list[str]:
    """Return the clauses that deny any further recipient: they count processors among the recipients."""
    recipients = {flow.recipient for flow in silent}
    return [
        said.clause
        for said in facts.said(SharingDenied)
        if not said.claim.recipients
        and facts.processors & set(said.claim.except_recipients)
        and recipients - set(said.claim.except_recipients)
    ]


def _undescribed(facts: Facts) -> list[Flow]:
    """Return the disclosures that the notice states without a word on who the recipient is."""
    return [
        flow
        for flow in facts.disclosures
        if flow.stance is Stance.STATED
        and facts.data_map.party[flow.recipient].stance is Stance.INFERRED
        and facts.data_map.party[flow.recipient].kind is PartyKind.ORGANISATION
    ]


def _about(flows: list[Flow]) -> tuple[str, ...]:
    recipients = dict.fromkeys(flow.recipient for flow in flows)
    return (*(f"flow:{flow.id}" for flow in flows), *(f"party:{party}" for party in recipients))


def _hits(facts: Facts) -> Iterator[Hit]:
    silent, undescribed = _silent(facts), _undescribed(facts)
    if silent:
        denials = _denials(facts, silent)
        grave = facts.sensitive(category for flow in silent for category in flow.data)
        names = listed(facts.names("party", (flow.recipient for flow in silent)))
        data = f", among it {listed(facts.names('data', grave))}" if grave else ""
        denied = f" And {clauses_that(denials, 'denies', 'deny')} that anybody else gets data."
        message = (
            f"The organisation's records show {counted(len(silent), 'flow')} to recipients that the notice "
            f"does not mention: {names}{data}.{denied if denials else ''}"
        )
        high = Severity.HIGH if grave else None
        sides = tuple(denials)
        yield Hit(_about(silent), sides, {"message": message}, severity=high, contradicts=sides)
    if undescribed:
        cited = clauses_of(undescribed)
        clauses = tuple(clause.id for clause in facts.data_map.clauses if clause.id in cited)
        ends = quoted(facts.names("activity", (flow.activity for flow in undescribed)))
        message = (
            f"In {counted(len(undescribed), 'flow')} the notice lets data go to recipients that it neither "
            f"names nor describes ({in_clauses(clauses)}), for {ends}."
        )
        yield Hit(_about(undescribed), clauses, {"message": message})


RULE = Rule(
    id="recipients-not-told",
    theme=Theme.TRANSPARENCY,
    title="Recipients of which the notice is silent",
    why="People must be told who gets their data when it is collected, and before it goes to somebody new.",
    law=("UK GDPR Art. 13(1)(e)", "UK GDPR Art. 14(1)(e)"),
    remedy="The data protection officer adds these recipients, or the classes they belong to, and tells "
    "the people whose data has gone to them; not a suspect whom it would warn (Data Protection Act 2018 "
    "Sch. 2 para. 2).",
    false_alarms="The notice names a class that these recipients belong to, and the map does not say so.",
    message="{message}",
    severity=Severity.MEDIUM,
    confidence=Confidence.CERTAIN,
    test=_hits,
    needs_notice=True,
    items=("A13-1e",),
)
