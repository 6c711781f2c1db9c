"""A contract with some people is the basis for data about others too."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.activity import Activity, Basis
from ...model.finding import Severity
from ...model.flow import Direction
from ...model.noun import Confidence
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..uses import bases_of
from ..wording import listed, quoted


def _outside_it(facts: Facts, activity: Activity) -> list[str]:
    """Return the people who are no party to the contract and have not asked for steps towards one."""
    flows = facts.flows_of[activity.id]
    asking = {f.sender for f in flows if facts.data_map.direction(f) is Direction.COLLECTED}
    parties = set(activity.contract_with)
    return [person for person in activity.subjects if person not in parties | asking]


def _hits(facts: Facts) -> Iterator[Hit]:
    found = {
        activity: others
        for activity in facts.activities
        if bases_of(facts, activity) == {Basis.CONTRACT}
        and set(activity.contract_with) & set(activity.subjects)
        and (others := _outside_it(facts, activity))
    }
    if found:
        fields = {
            "activities": quoted(activity.name for activity in found),
            "people": listed(facts.names("party", (p for others in found.values() for p in others))),
        }
        bases = [basis for activity in found for basis in facts.bases(activity)]
        about = tuple(f"activity:{activity.id}" for activity in found)
        yield Hit(about, clauses_of(bases), fields)


RULE = Rule(
    id="contract-with-some",
    theme=Theme.LAWFUL_BASIS,
    title="A contract with some is the basis for data about others",
    why="A tenancy agreement is no basis for data about those who have not signed it: partners, children, "
    "next of kin and guests.",
    law=("UK GDPR Art. 6(1)(b)", "UK GDPR Art. 6(1)(f)"),
    remedy="The owner of each activity rests what is kept about these people on legitimate interests with an "
    "assessment, or on a legal obligation, or does without it.",
    false_alarms="These people have a contract of their own, or have asked for steps towards one, and the "
    "map does not show it.",
    message="On which basis is data used in {activities} about {people}, who are no party to the contract?",
    severity=Severity.LOW,
    confidence=Confidence.ASK,
    test=_hits,
)
