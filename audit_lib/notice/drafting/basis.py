"""On what a use of data rests, in plain words (UK GDPR Art. 6(1), 9, 10, 13(1)(c), (d))."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...law.bases import available
from ...model.activity import Activity, Basis, LawfulBasis
from ...model.claim import BasisClaimed, ConsentClaimed, ConsentHow
from ...model.data import Sensitivity
from ...model.document import Sentence
from ...model.noun import Gap
from ...model.words import lowered
from .facts import OPEN, DraftFacts
from .words import ask, fill, listed, publishable, remark, say

#: An interest that says no more than that there is a business.
_VAGUE_INTEREST: Final = re.compile(
    r"\b(business interests?|(running|operating|managing|growing|developing) (of )?(the|our|a|its)? ?business"
    r"|as well as possible|legitimate business)\b",
    re.IGNORECASE,
)

_WORDS: Final = {
    Basis.CONSENT: "your consent",
    Basis.CONTRACT: "a contract with you, or what you ask us to do before one",
    Basis.LEGAL_OBLIGATION: "a legal obligation",
    Basis.VITAL_INTERESTS: "protecting somebody’s life (vital interests)",
    Basis.PUBLIC_TASK: "a task in the public interest",
    Basis.RECOGNISED_LEGITIMATE_INTEREST: "a recognised legitimate interest",
    Basis.LEGITIMATE_INTERESTS: "our legitimate interests",
}


def basis_sentences(facts: DraftFacts, activity: Activity) -> Iterator[Sentence]:
    """Yield the lawful bases of an activity and the conditions for its sensitive data, or the gaps.

    >>> from audit_lib.graph.example import example_map
    >>> import datetime as dt
    >>> facts = DraftFacts(example_map(), dt.date(2026, 11, 22))
    >>> [s.gap for a in facts.activities[:1] for s in basis_sentences(facts, a)]
    [True]
    """
    here = f"activity:{activity.id}"
    if not activity.bases:
        yield fill("the lawful basis", [here])
    for basis in activity.bases:
        yield from _basis(facts, activity, basis)
    told = {basis.basis for basis in told_bases(facts, activity)}
    if Basis.CONSENT in told and len(told) > 1:
        yield ask("which of these we rely on for what", [here])
    yield from _conditions(facts, activity)


def told_bases(facts: DraftFacts, activity: Activity) -> list[LawfulBasis]:
    """Return the bases of an activity that the notice can state as they are on record.

    Left out is what nobody has confirmed, what the law did not know on the day, a contract to which the
    people concerned are no party, and a consent that was taken from conduct.

    >>> from audit_lib.graph.example import example_map
    >>> import datetime as dt
    >>> facts = DraftFacts(example_map(), dt.date(2026, 11, 22))
    >>> [told_bases(facts, activity) for activity in facts.activities[:1]]
    [[]]
    """
    return [basis for basis in activity.bases if _doubt(facts, activity, basis) is None]


def _doubt(facts: DraftFacts, activity: Activity, basis: LawfulBasis) -> str | None:
    """Return why a basis cannot be stated, in words that follow "To be confirmed"; None if it can."""
    words = _WORDS[basis.basis]
    if basis.basis not in available(facts.as_of):
        return f"the lawful basis; {words} is not one yet"
    if basis.basis is Basis.CONTRACT and not set(activity.contract_with) & set(activity.subjects):
        others = [party for party in activity.contract_with if facts.outside(party)]
        whose = f"; the contract on record is with {facts.parties(others)}" if others else ""
        return f"the lawful basis: a contract counts only if you are a party to it{whose}"
    if basis.basis is Basis.CONSENT and _from_conduct(facts, activity, basis):
        return "that we ask for your consent to this by itself; what you do otherwise is no consent"
    if basis.stance in OPEN:
        law = f" ({remark(basis.law)})" if publishable(basis.law) else ""
        return f"whether this rests on {words}{law}"
    return None


def _from_conduct(facts: DraftFacts, activity: Activity, basis: LawfulBasis) -> bool:
    """Say whether the old notice took consent to this from conduct: by name, or in a clause that it cites."""
    return any(
        activity.id in said.claim.activities
        or activity.purpose in said.claim.purposes
        or said.clause in basis.clauses
        for said in facts.data_map.said(ConsentClaimed)
        if said.claim.how is ConsentHow.BY_CONDUCT
    )


def _basis(facts: DraftFacts, activity: Activity, basis: LawfulBasis) -> Iterator[Sentence]:
    here = f"activity:{activity.id}"
    doubt = _doubt(facts, activity, basis)
    if doubt:
        yield ask(doubt, [here])
        return
    detail, missing = _detail(basis)
    words = _WORDS[basis.basis]
    claim = BasisClaimed(
        kind="basis-claimed",
        basis=basis.basis,
        activities=(activity.id,),
        interest=basis.interest if basis.basis is Basis.LEGITIMATE_INTERESTS and detail else Gap.NOT_STATED,
    )
    yield say(f"{words}: {detail}" if detail else words, [here], [claim])
    if missing:
        yield fill(missing, [here])


def _detail(basis: LawfulBasis) -> tuple[str | None, str | None]:
    """Return what a basis has to be told with, and what of that is missing."""
    if basis.basis is Basis.LEGITIMATE_INTERESTS:
        if not publishable(basis.interest):
            return None, "which interest that is"
        interest = lowered(remark(str(basis.interest)))
        return interest, "which interest that is, more precisely" if _VAGUE_INTEREST.search(
            interest
        ) else None
    if basis.basis is Basis.LEGAL_OBLIGATION:
        law = remark(str(basis.law)) if publishable(basis.law) else None
        return law, None if law else "which law obliges us"
    if basis.basis is Basis.RECOGNISED_LEGITIMATE_INTEREST:
        condition = remark(str(basis.condition)) if publishable(basis.condition) else None
        return condition, None if condition else "which condition of Annex 1 is met"
    return None, None


def _conditions(facts: DraftFacts, activity: Activity) -> Iterator[Sentence]:
    """Yield what lets us use sensitive data (Art. 9(2), 10), or the gap."""
    here = f"activity:{activity.id}"
    atoms = facts.data_map.atoms(tuple(facts.data_of(activity)))
    for level, condition in (
        (Sensitivity.SPECIAL_CATEGORY, activity.special_condition),
        (Sensitivity.CRIMINAL_OFFENCE, activity.offence_condition),
    ):
        data = facts.known_data(c for c in atoms if facts.data_map.category[c].sensitivity is level)
        if not data:
            continue
        names = listed(facts.small(f"data:{category}") for category in data)
        if publishable(condition):
            yield say(f"for {names}: {lowered(remark(str(condition)))}", [here])
        else:
            yield fill(f"the condition for using {names}", [here])
