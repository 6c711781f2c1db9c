"""People are judged by what others say of them, and nothing shows that they can answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from ...model.activity import Activity
from ...model.finding import Severity
from ...model.flow import Direction, Flow
from ...model.noun import Confidence
from ...model.purpose import PurposeKind
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..uses import serving
from ..wording import listed, quoted

#: Uses in which what is said of a person decides on a home, a debt or an accusation.
_JUDGING: Final = (
    PurposeKind.REFERENCING, PurposeKind.CRIME_PREVENTION, PurposeKind.ANTISOCIAL_BEHAVIOUR,
    PurposeKind.SANCTIONS, PurposeKind.MONEY_LAUNDERING, PurposeKind.DEBT_RECOVERY,
)  # fmt: skip


class _Heard(NamedTuple):
    """An activity, the flows by which others tell something about people in it, and what that is."""

    activity: Activity
    flows: list[Flow]
    data: list[str]


def _by_others(facts: Facts, flow: Flow) -> bool:
    """Say whether a flow brings in what somebody else says of a person."""
    direction = facts.data_map.direction(flow)
    if direction is Direction.RECEIVED:
        return facts.outside(flow.sender) and flow.sender not in facts.processors
    return direction is Direction.COLLECTED and any(person != flow.sender for person in flow.subjects)


def _known(facts: Facts, activity: Activity) -> set[tuple[str, str]]:
    """Return which people give what of themselves, or get to see it, in the course of the activity."""
    known: set[tuple[str, str]] = set()
    for flow in facts.flows_of[activity.id]:
        person = flow.recipient if flow.recipient in flow.subjects else flow.sender
        if person == flow.recipient or flow.subjects == (person,):
            known.update((person, category) for category in facts.atoms(flow.data))
    return known


def _unseen(facts: Facts, flow: Flow, known: set[tuple[str, str]]) -> list[str]:
    """Return what a flow tells of people other than the giver that they neither gave nor see."""
    others = [person for person in flow.subjects if person != flow.sender]
    return [
        category
        for category in flow.data
        if any((person, beneath) not in known for person in others for beneath in facts.atoms([category]))
    ]


def _heard(facts: Facts) -> list[_Heard]:
    found = []
    for activity in serving(facts, *_JUDGING):
        known = _known(facts, activity)
        told = [flow for flow in facts.flows_of[activity.id] if _by_others(facts, flow)]
        unseen = {flow: data for flow in told if (data := _unseen(facts, flow, known))}
        if unseen:
            found.append(_Heard(activity, list(unseen), [c for data in unseen.values() for c in data]))
    return found


def _hits(facts: Facts) -> Iterator[Hit]:
    found = _heard(facts)
    if found:
        flows = [flow for heard in found for flow in heard.flows]
        fields = {
            "activities": quoted(heard.activity.name for heard in found),
            "sources": listed(facts.names("party", (flow.sender for flow in flows))),
            "data": listed(facts.names("data", (c for heard in found for c in heard.data))),
        }
        about = (*(f"activity:{h.activity.id}" for h in found), *(f"flow:{flow.id}" for flow in flows))
        yield Hit(about, clauses_of(flows), fields)


RULE = Rule(
    id="decided-on-the-word-of-others",
    theme=Theme.ACCURACY,
    title="Judged by what others say, unseen",
    why="A credit file mixed up with a namesake's, or a grudge in a reference, costs a person a home unless "
    "the person sees it in time and can answer.",
    law=(
        "UK GDPR Art. 5(1)(d)",
        "UK GDPR Art. 16",
        "UK GDPR Art. 14(1)",
        "UK GDPR Art. 5(1)(a)",
    ),
    remedy="The owner of each activity shows people what was said of them, or its gist, before a decision "
    "goes against them, and records their answer beside it; where that would warn a suspect, it is put off.",
    false_alarms="People are shown it in practice, or telling them would defeat an inquiry into a crime "
    "(Data Protection Act 2018 Sch. 2 para. 2).",
    message="Can people see and answer what is said of them by {sources} ({data}) before they are judged by "
    "it in {activities}? No flow shows it to them.",
    severity=Severity.MEDIUM,
    confidence=Confidence.ASK,
    test=_hits,
)
