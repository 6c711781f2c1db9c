"""A lawful basis is given to processing for which the law does not hold it ready."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from ...law.bases import basis_in_law
from ...model.activity import Activity, Basis, LawfulBasis
from ...model.finding import Severity
from ...model.noun import Confidence, Stance
from ...model.party import PartyKind
from ...model.purpose import PurposeKind
from ..facts import Facts, clauses_of
from ..housing.housing_duty_on_wrong_basis import wrong_bases
from ..rule import Hit, Rule, Theme
from ..uses import kind_of
from ..wording import listed

_PROMOTION: Final = (
    r"marketing|newsletters?|promot\w*|advert\w*|profil\w*|insights?|analytics|market research|surveys?"
)
_SURVEILLANCE: Final = r"cctv|cameras?|surveillance|fraud|crimes?|offences?"

_OWN_ENDS: Final = frozenset(
    {
        PurposeKind.DIRECT_MARKETING, PurposeKind.MARKET_RESEARCH, PurposeKind.PROFILING,
        PurposeKind.ANALYTICS, PurposeKind.STATISTICS, PurposeKind.INVESTOR_REPORTING,
        PurposeKind.GROUP_ADMINISTRATION,
    }
)  # fmt: skip
_GUARDING: Final = frozenset({PurposeKind.SITE_SECURITY, PurposeKind.CRIME_PREVENTION})
_EVERYDAY: Final = frozenset(
    {
        PurposeKind.TENANCY, PurposeKind.RENT_AND_PAYMENTS, PurposeKind.DEBT_RECOVERY,
        PurposeKind.REFERENCING, PurposeKind.EMPLOYMENT,
    }
)  # fmt: skip

#: The sorts of purpose for which a basis is not held ready. What housing law asks for has a rule of its own.
_UNFIT_KINDS: Final[Mapping[Basis, frozenset[PurposeKind]]] = {
    Basis.CONTRACT: _OWN_ENDS | _GUARDING,
    Basis.LEGAL_OBLIGATION: _OWN_ENDS,
    Basis.CONSENT: _GUARDING | {PurposeKind.STATUTORY_REPORTING, PurposeKind.AUTHORITY_REQUESTS},
    Basis.VITAL_INTERESTS: _OWN_ENDS | _EVERYDAY | {PurposeKind.SITE_SECURITY},
    Basis.RECOGNISED_LEGITIMATE_INTEREST: _OWN_ENDS | _EVERYDAY,
}

#: Where the sort is not known: what the name of an activity or its purpose may not speak of, and why.
_UNFIT: Final[Mapping[Basis, tuple[str, str]]] = {
    Basis.CONTRACT: (f"{_PROMOTION}|{_SURVEILLANCE}", "no contract with the person needs it"),
    Basis.LEGAL_OBLIGATION: (_PROMOTION, "no law demands it"),
    Basis.CONSENT: (
        f"{_SURVEILLANCE}|right to rent|legal (duty|duties|obligations?)|statutory",
        "it goes on whether people agree or not",
    ),
    Basis.VITAL_INTERESTS: (f"{_PROMOTION}|billing|payments?|cctv", "nobody's life depends on it"),
    Basis.RECOGNISED_LEGITIMATE_INTEREST: (_PROMOTION, "no condition of Annex 1 is about it"),
}


def _why_not(facts: Facts, activity: Activity, basis: Basis) -> str:
    """Return why a basis does not fit an activity, or nothing where it may."""
    if basis is Basis.PUBLIC_TASK:
        companies = [facts.data_map.party[c].kind is PartyKind.ORGANISATION for c in activity.controllers]
        return "a company seldom has a public task laid down by law" if companies and all(companies) else ""
    words, why = _UNFIT.get(basis, ("", ""))
    kind = kind_of(facts, activity)
    if kind is not PurposeKind.OTHER:
        return why if kind in _UNFIT_KINDS.get(basis, frozenset()) else ""
    named = f"{activity.name} {facts.name('purpose', activity.purpose)}"
    return why if words and re.search(rf"\b({words})\b", named, re.IGNORECASE) else ""


def _hits(facts: Facts) -> Iterator[Hit]:
    found: list[tuple[Activity, LawfulBasis, str]] = []
    # Of what housing law demands, housing-duty-on-wrong-basis says which duty it is.
    elsewhere = {(activity.id, basis.basis) for activity, basis, _ in wrong_bases(facts)}
    for activity in facts.activities:
        for basis in facts.bases(activity):
            why = _why_not(facts, activity, basis.basis)
            if why and (activity.id, basis.basis) not in elsewhere:
                found.append((activity, basis, why))
    if found:
        shown = (f'"{a.name}" on {basis_in_law(basis.basis).name} ({why})' for a, basis, why in found)
        sure = any(basis.stance in (Stance.STATED, Stance.RECORDED) for _, basis, _ in found)
        about = tuple(dict.fromkeys(f"activity:{activity.id}" for activity, _, _ in found))
        clauses = clauses_of(basis for _, basis, _ in found)
        yield Hit(about, clauses, {"shown": listed(shown)}, confidence=None if sure else Confidence.ASK)


RULE = Rule(
    id="basis-does-not-fit",
    theme=Theme.LAWFUL_BASIS,
    title="Basis that does not fit its purpose",
    why="A basis that does not fit is none; and people are told of rights that they do not have, or not of "
    "those that they have.",
    law=("UK GDPR Art. 6(1)", "UK GDPR Art. 6(3)", "UK GDPR Art. 13(1)(c)", "UK GDPR Art. 5(1)(a)"),
    remedy="The owner of each activity and the data protection officer choose the basis that fits, mostly "
    "legitimate interests with an assessment, or consent for promotion, and tell people.",
    false_alarms="The contract or the law really has this processing as its object, such as a survey that "
    "the person has ordered.",
    message="A basis is relied on that does not seem to fit: {shown}.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
    items=("A13-1c-b",),
)
