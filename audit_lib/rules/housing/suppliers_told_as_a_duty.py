"""Companies are told who moves in and out, as if the law demanded it."""

from __future__ import annotations

from collections.abc import Iterator

from ...law.housing import Nation
from ...model.activity import Basis
from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.party import PartyKind
from ...model.purpose import PurposeKind
from ..facts import Facts, clauses_of
from ..lettings import lets_homes, nations
from ..rule import Hit, Rule, Theme
from ..uses import serving
from ..wording import listed, quoted

_LAW = ("UK GDPR Art. 6(1)(c)", "UK GDPR Art. 6(1)(f)")
#: What councils in England and Wales can ask; Scotland and Northern Ireland have rules of their own.
_COUNCIL = "Council Tax (Administration and Enforcement) Regulations 1992 reg. 3"
_COUNCIL_IN = frozenset({Nation.ENGLAND, Nation.WALES})


def _hits(facts: Facts) -> Iterator[Hit]:
    if not lets_homes(facts):
        return
    by_duty = {
        activity.id
        for activity in serving(facts, PurposeKind.STATUTORY_REPORTING)
        if {basis.basis for basis in facts.bases(activity)} == {Basis.LEGAL_OBLIGATION}
    }
    told = [
        flow
        for flow in facts.disclosures
        if flow.activity in by_duty and facts.data_map.party[flow.recipient].kind is PartyKind.ORGANISATION
    ]
    if told:
        fields = {
            "suppliers": listed(facts.names("party", (flow.recipient for flow in told))),
            "activities": quoted(facts.names("activity", (flow.activity for flow in told))),
        }
        here = nations(facts)
        law = (*_LAW, _COUNCIL) if here & _COUNCIL_IN or not here else _LAW
        yield Hit(tuple(f"flow:{flow.id}" for flow in told), clauses_of(told), fields, law=law)


RULE = Rule(
    id="suppliers-told-as-a-duty",
    theme=Theme.HOUSING,
    title="Companies told of moves as if the law demanded it",
    why="The council can demand to know who lives where; suppliers of energy and services cannot, and people "
    "may object to what rests on an interest.",
    law=(*_LAW, _COUNCIL),
    remedy="The head of property management tells authorities what they can demand; the owner of the "
    "activity rests what suppliers get on the contract with the tenant or on legitimate interests, with an "
    "objection.",
    false_alarms="A law does oblige it, such as that about occupiers and water companies in Wales.",
    message="Which law demands that {suppliers} be told in {activities}? It is said to rest on a legal "
    "obligation alone.",
    severity=Severity.LOW,
    confidence=Confidence.ASK,
    test=_hits,
)
