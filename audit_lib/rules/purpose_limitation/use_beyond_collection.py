"""What people gave for one thing serves the organisation's own ends, and nobody has told them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from ...model.activity import Activity, Basis
from ...model.claim import PurposeStated
from ...model.finding import Severity
from ...model.flow import Direction
from ...model.noun import Confidence
from ...model.purpose import PurposeKind
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..uses import bases_of, profiling, promotes, serving, unless_sure
from ..wording import listed, quoted


def _own_ends(facts: Facts) -> list[Activity]:
    """Return the activities for ends of the controller's own that rest on no consent and are not told."""
    told = {purpose for said in facts.said(PurposeStated) for purpose in said.claim.purposes}
    own = {activity.id for activity in profiling(facts)}
    own |= {a.id for a in serving(facts, PurposeKind.MARKET_RESEARCH, PurposeKind.ANALYTICS)}
    return [
        activity
        for activity in facts.activities
        if (activity.id in own or promotes(facts, activity))
        and activity.purpose not in told
        and Basis.CONSENT not in bases_of(facts, activity)
    ]


def _given_for(facts: Facts) -> Mapping[str, dict[str, str]]:
    """Return for each category that people give the purposes for which they do, each with an activity."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for flow in facts.flows:
        if facts.data_map.direction(flow) is Direction.COLLECTED:
            for category in facts.atoms(flow.data):
                found[category][facts.data_map.activity[flow.activity].purpose] = flow.activity
    return found


def _hits(facts: Facts) -> Iterator[Hit]:
    collected = _given_for(facts)
    found = {
        activity: data
        for activity in _own_ends(facts)
        if (
            data := [
                category
                for category in sorted(facts.atoms(activity.data) & collected.keys())
                if activity.purpose not in collected[category]
            ]
        )
    }
    if found:
        reused = {category for data in found.values() for category in data}
        shown = (category.id for category in facts.data_map.data if category.id in reused)
        sources = {activity for category in sorted(reused) for activity in collected[category].values()}
        known = (activity.id for activity in facts.activities if activity.id in sources)
        fields = {
            "activities": quoted(activity.name for activity in found),
            "data": listed(facts.names("data", shown)),
            "given": quoted(facts.names("activity", known)),
        }
        about = tuple(f"activity:{activity.id}" for activity in found)
        yield Hit(about, clauses_of(found), fields, confidence=unless_sure(found))


RULE = Rule(
    id="use-beyond-collection",
    theme=Theme.PURPOSE_LIMITATION,
    title="Data given for one thing is used for another",
    why="Who gives a telephone number for a repair does not expect to be studied or promoted to; a new use "
    "has to be compatible, and told before it starts.",
    law=(
        "UK GDPR Art. 5(1)(b)",
        "UK GDPR Art. 8A (before 5 February 2026: Art. 6(4))",
        "UK GDPR Art. 13(3)",
    ),
    remedy="The owner of each activity records why the new use is compatible and has people told before it "
    "goes on, or asks for consent, or stops.",
    false_alarms="People are told of this use when they give the data, in a way that the map does not hold.",
    message="What people gave for {given} ({data}) is used for {activities} too, and nothing shows that they "
    "were told.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
)
