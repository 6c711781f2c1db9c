"""The controller acts under a contract with somebody whose part in the processing is not told."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.finding import Confidence, Severity
from ...model.flow import Role
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..wording import listed, quoted

_SETTLED = frozenset({Role.CONTROLLER, Role.JOINT_CONTROLLER, Role.PROCESSOR})


def _hits(facts: Facts) -> Iterator[Hit]:
    settled = {
        flow.recipient for flow in facts.flows if flow.role in _SETTLED and flow.stance.rests_on_notice
    }
    settled |= {party for activity in facts.activities for party in activity.controllers}
    working = [
        (activity, [p for p in activity.contract_with if facts.outside(p) and p not in settled])
        for activity in facts.activities
    ]
    found = [(activity, parties) for activity, parties in working if parties]
    if found:
        principals = dict.fromkeys(party for _, parties in found for party in parties)
        fields = {
            "principals": listed(facts.names("party", principals)),
            "activities": quoted(activity.name for activity, _ in found),
        }
        yield Hit(
            tuple(f"party:{party}" for party in principals),
            clauses_of(activity for activity, _ in found),
            fields,
        )


RULE = Rule(
    id="principal-not-told",
    theme=Theme.ROLES,
    title="The part of the principal is not told",
    why="Who instructs an agent often decides about the data or gets it, and then must be named as "
    "controller or recipient.",
    law=("UK GDPR Art. 4(7)", "UK GDPR Art. 13(1)(a)", "UK GDPR Art. 13(1)(e)", "UK GDPR Art. 26"),
    remedy="The data protection officer settles with the principal who decides what, and the notice names "
    "it and says what it gets.",
    false_alarms="The principal neither decides about the data nor sees any of it.",
    message="{activities} are done under a contract with {principals}. Does {principals} decide about the "
    "data, or get any? No clause says so.",
    severity=Severity.MEDIUM,
    confidence=Confidence.ASK,
    test=_hits,
    needs_notice=True,
)
