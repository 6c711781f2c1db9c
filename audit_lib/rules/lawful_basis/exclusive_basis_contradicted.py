"""The notice says that something rests on one basis only, and elsewhere it rests on another."""

from __future__ import annotations

from collections.abc import Iterator

from ...law.bases import basis_in_law
from ...model.activity import Activity
from ...model.claim import BasisClaimed
from ...model.finding import Severity
from ...model.noun import Confidence
from ..facts import Facts, Said, clauses_of
from ..rule import Hit, Rule, Theme
from ..wording import clauses_that, listed, quoted


def _concerned(facts: Facts, claim: BasisClaimed) -> list[Activity]:
    named = [facts.data_map.activity[activity] for activity in claim.activities]
    return [*named, *(a for purpose in claim.purposes for a in facts.activities_for[purpose])]


def _against(facts: Facts, said: Said[BasisClaimed]) -> tuple[list[Activity], list[Said[BasisClaimed]]]:
    """Return the activities and the other claims that rest the same thing on another basis."""
    claim = said.claim
    activities = [
        activity
        for activity in _concerned(facts, claim)
        if any(basis.basis is not claim.basis for basis in facts.bases(activity))
    ]
    claims = [
        other
        for other in facts.said(BasisClaimed)
        if other.claim.basis is not claim.basis
        and (
            set(other.claim.purposes) & set(claim.purposes)
            or set(other.claim.activities) & set(claim.activities)
        )
    ]
    return activities, claims


def _hits(facts: Facts) -> Iterator[Hit]:
    for said in facts.said(BasisClaimed):
        activities, claims = _against(facts, said) if said.claim.exclusive else ([], [])
        if not (activities or claims):
            continue
        bases = [b for a in activities for b in facts.bases(a) if b.basis is not said.claim.basis]
        kinds = dict.fromkeys([*(b.basis for b in bases), *(other.claim.basis for other in claims)])
        clauses = (said.clause, *(other.clause for other in claims), *clauses_of(bases))
        what = [*facts.names("purpose", said.claim.purposes), *facts.names("activity", said.claim.activities)]
        fields = {
            "what": quoted(what),
            "only": basis_in_law(said.claim.basis).name,
            "where": said.clause,
            "others": listed(basis_in_law(kind).name for kind in kinds),
            "elsewhere": clauses_that(clauses[1:], "puts", "put") if len(clauses) > 1 else "the records put",
        }
        about = (f"clause:{said.clause}", *(f"activity:{a.id}" for a in activities))
        yield Hit(about, clauses, fields, contradicts=clauses[1:] or clauses)


RULE = Rule(
    id="exclusive-basis-contradicted",
    theme=Theme.LAWFUL_BASIS,
    title="Says only on one basis, and uses another",
    why="People who were promised that something happens only on one ground are misled if it happens on "
    "another.",
    law=("UK GDPR Art. 5(1)(a)", "UK GDPR Art. 13(1)(c)", "UK GDPR Art. 6(1)"),
    remedy="The owner of the activity keeps the promise, or the data protection officer corrects it before "
    "data is used on the other basis.",
    false_alarms="The two clauses mean different processing that goes by one name.",
    message="{what} rests only on {only}, says clause {where}; {elsewhere} it on {others}.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
    needs_notice=True,
    items=("A13-1c-b",),
)
