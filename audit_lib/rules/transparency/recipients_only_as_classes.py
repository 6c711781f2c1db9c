"""The notice names classes of recipients and none of their members."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.claim import SharingPermitted
from ...model.finding import Severity
from ...model.flow import Flow
from ...model.noun import Confidence, Stance
from ...model.party import PartyKind
from ...model.words import counted
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..wording import listed


def _hits(facts: Facts) -> Iterator[Hit]:
    told = {party for said in facts.said(SharingPermitted) for party in said.claim.recipients}
    to_classes = [flow for flow in facts.disclosures if _to_class(facts, flow)]
    activities = {flow.activity for flow in to_classes}
    known = [
        flow
        for flow in facts.disclosures
        if flow.stance is Stance.RECORDED and flow.activity in activities
        if not facts.data_map.party[flow.recipient].generic and flow.recipient not in told
    ]
    grave = facts.sensitive(category for flow in to_classes for category in flow.data)
    if not (known or grave):
        return
    classes = list(
        dict.fromkeys(flow.recipient for flow in to_classes if known or facts.sensitive(flow.data))
    )
    members = list(dict.fromkeys(flow.recipient for flow in known))
    names = listed(facts.names("party", members))
    fields = {
        "count": counted(len(classes), "class", "classes"),
        "classes": listed(facts.names("party", classes)),
        "ask": f"On record for the same activities: {names}."
        if known
        else f"They get {listed(facts.names('data', grave))}. Who are they?",
    }
    yield Hit(
        tuple(f"party:{party}" for party in [*classes, *members]),
        clauses_of(to_classes),
        fields,
        severity=Severity.MEDIUM if known else None,
        confidence=Confidence.LIKELY if known else None,
    )


def _to_class(facts: Facts, flow: Flow) -> bool:
    """Say whether the notice names the recipient only as a class; authorities cannot be listed beforehand.

    A party that is only inferred is not named at all.
    """
    party = facts.data_map.party[flow.recipient]
    named = party.generic and party.stance is not Stance.INFERRED
    return named and party.kind is PartyKind.ORGANISATION and flow.stance.rests_on_notice


RULE = Rule(
    id="recipients-only-as-classes",
    theme=Theme.TRANSPARENCY,
    title="Recipients told only as classes",
    why="Classes are allowed where names cannot be given; where names are known, they tell people more, "
    "and somebody who asks for access may ask for them.",
    law=("UK GDPR Art. 13(1)(e)", "UK GDPR Art. 15(1)(c)"),
    remedy="The data protection officer lists the current recipients of each class, in the notice or "
    "behind a link, with what each does.",
    false_alarms="The members of a class change so often that no list could be kept, and the class says "
    "its trade.",
    message="The notice names {count} of recipients and none of their members: {classes}. {ask}",
    severity=Severity.LOW,
    confidence=Confidence.ASK,
    test=_hits,
    needs_notice=True,
)
