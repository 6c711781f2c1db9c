"""The controller acts under a contract with somebody whose part in the processing is not told."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.finding import Severity
from ...model.flow import Role
from ...model.noun import Confidence, Stance
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..wording import listed, quoted

_SETTLED = frozenset({Role.CONTROLLER, Role.JOINT_CONTROLLER, Role.PROCESSOR})


def _hits(facts: Facts) -> Iterator[Hit]:
    settled = {
        flow.recipient for flow in facts.flows if flow.role in _SETTLED and flow.stance is Stance.STATED
    }
    settled |= {party for activity in facts.activities for party in activity.controllers}
    working = [
        (activity, [p for p in activity.contract_with if facts.outside(p) and p not in settled])
        for activity in facts.activities
    ]
    found = [(activity, parties) for activity, parties in working if parties]
    if found:
        principals = dict.fromkeys(party for _, parties in found for party in parties)
        unnamed = any(facts.data_map.party[party].generic for party in principals)
        fields = {
            "principals": listed(facts.names("party", principals)),
            "activities": quoted(activity.name for activity, _ in found),
            "ask": "Who is that, do they" if unnamed else "Do they",
        }
        bases = (basis for activity, _ in found for basis in facts.bases(activity))
        yield Hit(
            tuple(f"party:{party}" for party in principals),
            clauses_of([*(activity for activity, _ in found), *bases]),
            fields,
        )


RULE = Rule(
    id="principal-not-told",
    theme=Theme.ROLES,
    title="The part of the principal is not told",
    why="Who instructs an agent often decides about the data or gets it, and then must be named as "
    "controller or recipient.",
    law=("UK GDPR Art. 4(7)", "UK GDPR Art. 13(1)(a)", "UK GDPR Art. 13(1)(e)", "UK GDPR Art. 26"),
    remedy="The owner of the contract settles with the principal who decides what; the data protection "
    "officer names it in the notice and says what it gets.",
    false_alarms="The principal neither decides about the data nor sees any of it.",
    message="Under a contract with {principals}: {activities}. {ask} decide about the data, and do they get "
    "any? No clause says so.",
    severity=Severity.MEDIUM,
    confidence=Confidence.ASK,
    test=_hits,
    needs_notice=True,
    items=("A13-1e",),
)
