"""Processing rests on a contract to which the people concerned are no party."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.activity import Basis
from ...model.finding import Severity
from ...model.noun import Confidence, Stance
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..wording import listed, quoted


def _hits(facts: Facts) -> Iterator[Hit]:
    found = [
        (activity, basis)
        for activity, basis in facts.resting_on(Basis.CONTRACT)
        if activity.contract_with and not set(activity.contract_with) & set(activity.subjects)
    ]
    if not found:
        return
    parties = dict.fromkeys(party for activity, _ in found for party in activity.contract_with)
    people = dict.fromkeys(person for activity, _ in found for person in activity.subjects)
    sure = any(basis.stance in (Stance.STATED, Stance.RECORDED) for _, basis in found)
    fields = {
        "activities": quoted(activity.name for activity, _ in found),
        "parties": listed(facts.names("party", parties)),
        "people": listed(facts.names("party", people)),
    }
    yield Hit(
        tuple(f"activity:{activity.id}" for activity, _ in found),
        clauses_of(basis for _, basis in found),
        fields,
        confidence=None if sure else Confidence.ASK,
    )


RULE = Rule(
    id="contract-with-others",
    theme=Theme.LAWFUL_BASIS,
    title="Relies on a contract that the people have not made",
    why="A contract is a basis only towards the person who is a party to it; a contract between businesses "
    "about a person is none.",
    law=("UK GDPR Art. 6(1)(b)",),
    remedy="The owner of the activity relies on the contract with the person where there is one, and "
    "otherwise on legitimate interests with an assessment, or on a legal obligation; the data protection "
    "officer corrects the notice.",
    false_alarms="The person is also a party to the contract (a tenancy agreement that the agent signs), "
    "and the map does not list them.",
    message="{activities}: the basis is a contract with {parties}, to which {people} are no party.",
    severity=Severity.HIGH,
    confidence=Confidence.LIKELY,
    test=_hits,
)
