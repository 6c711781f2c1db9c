"""Promotion goes out by e-mail or text message without consent on record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...model.activity import Activity, Basis
from ...model.claim import BasisClaimed, ConsentClaimed, ConsentHow
from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.rights import ChannelKind
from ...model.system import SystemKind
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..uses import promotes, promotional
from ..wording import in_clauses, quoted

_ELECTRONIC: Final = frozenset({SystemKind.EMAIL, SystemKind.SMS})


def _electronic(facts: Facts, activity: Activity) -> bool:
    """Say whether the activity reaches people by electronic mail (PECR reg. 2(1): e-mail, text message)."""
    ways = {*activity.systems, *(flow.via or "" for flow in facts.flows_of[activity.id])}
    systems = (facts.data_map.system[way] for way in ways if way in facts.data_map.system)
    channels = (facts.data_map.channel[way] for way in ways if way in facts.data_map.channel)
    return any(s.kind in _ELECTRONIC for s in systems) or any(c.kind is ChannelKind.EMAIL for c in channels)


def _consented(facts: Facts, activity: Activity) -> bool:
    """Say whether the activity rests on consent; one that is taken from conduct for just this is none."""
    taken = any(
        activity.id in said.claim.activities or activity.purpose in said.claim.purposes
        for said in facts.said(ConsentClaimed)
        if said.claim.how is ConsentHow.BY_CONDUCT
    )
    return not taken and Basis.CONSENT in {basis.basis for basis in facts.bases(activity)}


def _hits(facts: Facts) -> Iterator[Hit]:
    found = [
        activity
        for activity in facts.activities
        if promotes(facts, activity) and _electronic(facts, activity) and not _consented(facts, activity)
    ]
    if found:
        promised = [
            said.clause
            for said in facts.said(BasisClaimed)
            if said.claim.exclusive
            and said.claim.basis is Basis.CONSENT
            and any(promotional(facts, purpose) for purpose in said.claim.purposes)
        ]
        only = f" The notice says that marketing happens only with consent ({in_clauses(promised)})."
        fields = {"activities": quoted(a.name for a in found), "promised": only if promised else ""}
        done = clauses_of(found)
        about = tuple(f"activity:{activity.id}" for activity in found)
        against = (done or tuple(promised)) if promised else ()
        yield Hit(about, (*promised, *done), fields, contradicts=against)


RULE = Rule(
    id="electronic-marketing",
    theme=Theme.MARKETING,
    title="Promotion by e-mail or text message without consent on record",
    why="Unsolicited promotion by electronic mail needs consent, or the soft opt-in for one's own "
    "customers with a way out in every message; since 2026 it carries the higher fines.",
    law=("PECR reg. 22", "UK GDPR Art. 21(2)", "UK GDPR Art. 6(1)"),
    remedy="The head of marketing separates promotion from messages about the service, and sends it only "
    "with consent or under the soft opt-in, with a link to stop it.",
    false_alarms="The messages only serve the contract (a bill, a repair, a change to the service itself), "
    "or go to companies alone.",
    message="Is there valid consent, or the soft opt-in, for {activities}, which goes out by e-mail or text "
    "message?{promised}",
    severity=Severity.MEDIUM,
    confidence=Confidence.ASK,
    test=_hits,
)
