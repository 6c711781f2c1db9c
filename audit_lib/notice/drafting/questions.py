"""What somebody has to confirm before a notice can tell it: the expected, and what reads two ways."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from ...model.activity import Activity
from ...model.document import Section, Sentence
from ...model.document_words import bullets, paragraph, section
from ...model.flow import Flow
from .facts import OPEN, DraftFacts, references
from .words import ask, listed, say

QUESTIONS: Final = "To be settled before this notice is published"


def questions(facts: DraftFacts) -> Section | None:
    """Return the section of questions to the organisation itself; None where there are none.

    It stands last and goes when its questions are answered: what is confirmed belongs into the map, and the
    next draft tells it.

    >>> from audit_lib.graph.example import example_map
    >>> import datetime as dt
    >>> questions(DraftFacts(example_map(), dt.date(2026, 11, 22))).heading
    'To be settled before this notice is published'
    """
    items = [*_activities(facts), *_flows(facts), *_not_ours(facts)]
    if not items:
        return None
    lead = say("This section is for us and not for you; it goes when the answers stand in our data map.")
    return section(QUESTIONS, paragraph(lead), bullets(items))


def _activities(facts: DraftFacts) -> Iterator[Sentence]:
    """Yield a question for each activity that nobody has confirmed, with whoever would get the data."""
    for activity in facts.data_map.activities:
        if activity.stance not in OPEN or not facts.ours(activity):
            continue
        flows = [flow for flow in facts.data_map.flows if flow.activity == activity.id]
        outside = _recipients(facts, flows, activity)
        people = facts.parties(activity.subjects)
        about = f" with data about {people}" if people else ""
        given = f", and whether this data goes to {facts.parties(outside)}" if outside else ""
        name = facts.small(f"activity:{activity.id}")
        rests = (
            f"activity:{activity.id}",
            f"purpose:{activity.purpose}",
            *references("flow", (flow.id for flow in flows)),
            *references("party", (*outside, *activity.subjects, *activity.controllers)),
            *references("data", dict.fromkeys([*activity.data, *activity.creates])),
        )
        yield ask(f"whether we do this{about}: {name}{given}", rests)


def _recipients(facts: DraftFacts, flows: Iterable[Flow], activity: Activity) -> list[str]:
    found = [flow.recipient for flow in flows if facts.disclosed(flow)]
    named = [party for party in activity.processors if facts.outside(party)]
    return list(dict.fromkeys([*found, *named]))


def _flows(facts: DraftFacts) -> Iterator[Sentence]:
    """Yield a question for each party that may get or give data in what is done for certain."""
    asked = [f for f in facts.data_map.flows if f.activity in facts.told and f.stance in OPEN]
    grouped: dict[tuple[str, str], list[Flow]] = {}
    for flow in asked:
        grouped.setdefault((flow.sender, flow.recipient), []).append(flow)
    for (sender, recipient), flows in grouped.items():
        data = [c for flow in flows for c in flow.data]
        names = listed(facts.small(f"data:{c}") for c in dict.fromkeys(data))
        purposes = dict.fromkeys(facts.data_map.activity[flow.activity].purpose for flow in flows)
        ends = listed(facts.small(f"purpose:{purpose}") for purpose in purposes)
        rests = (
            *references("flow", (flow.id for flow in flows)),
            *references("party", (sender, recipient)),
            *references("data", dict.fromkeys(data)),
        )
        who, whom = (_called(facts, party) for party in (sender, recipient))
        yield ask(f"whether this passes from {who} to {whom}: {names} (purpose: {ends})", rests)


def _called(facts: DraftFacts, party: str) -> str:
    return "us" if party in facts.data_map.inside else facts.party_name(party)


def _not_ours(facts: DraftFacts) -> Iterator[Sentence]:
    """Yield the activities that the map puts down to other controllers, which this notice leaves out."""
    others = [a for a in facts.data_map.activities if not facts.ours(a)]
    if others:
        ids = {activity.id for activity in others}
        flows = [flow for flow in facts.data_map.flows if flow.activity in ids]
        rests = (
            *references("activity", (activity.id for activity in others)),
            *references("purpose", (activity.purpose for activity in others)),
            *references("flow", (flow.id for flow in flows)),
            *references("party", dict.fromkeys(p for f in flows for p in (f.sender, f.recipient))),
            *references("party", (p for a in others for p in (*a.subjects, *a.controllers))),
            *references("party", (p for a in others for p in (*a.processors, *a.contract_with))),
            *references("data", dict.fromkeys(c for a in others for c in (*a.data, *a.creates))),
        )
        yield ask(
            f"that others than we decide about this, and tell people of it: {facts.activity_names(others)}",
            rests,
        )
