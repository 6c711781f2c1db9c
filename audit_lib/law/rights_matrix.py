"""Which right a person has under which lawful basis (UK GDPR Art. 7, 12 to 22D; DPA 2018 s.164A, s.165)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final, NamedTuple

from ..model.activity import Basis
from ..model.rights import RightKind
from .authority import Authority
from .commencement import JUNE_2026


class Extent(StrEnum):
    """How far a right reaches."""

    APPLIES = "applies"
    LIMITED = "limited"
    DOES_NOT = "does not apply"


class Application(NamedTuple):
    """Whether a right applies under a basis, why, and which provision says so."""

    extent: Extent
    reason: str
    provision: str
    authority: Authority = Authority.LAW


PROVISIONS: Final[Mapping[RightKind, str]] = {
    RightKind.INFORMED: "UK GDPR Art. 13, 14",
    RightKind.ACCESS: "UK GDPR Art. 15",
    RightKind.RECTIFICATION: "UK GDPR Art. 16",
    RightKind.ERASURE: "UK GDPR Art. 17",
    RightKind.RESTRICTION: "UK GDPR Art. 18",
    RightKind.PORTABILITY: "UK GDPR Art. 20",
    RightKind.OBJECTION: "UK GDPR Art. 21",
    RightKind.WITHDRAW_CONSENT: "UK GDPR Art. 7(3)",
    RightKind.AUTOMATED_DECISIONS: "UK GDPR Art. 22A to 22D",
    RightKind.COMPLAIN_TO_CONTROLLER: "DPA 2018 s.164A",
    RightKind.COMPLAIN_TO_REGULATOR: "DPA 2018 s.165",
}

NAMES: Final[Mapping[RightKind, str]] = {
    RightKind.INFORMED: "to be informed",
    RightKind.ACCESS: "of access",
    RightKind.RECTIFICATION: "to rectification",
    RightKind.ERASURE: "to erasure",
    RightKind.RESTRICTION: "to restriction of processing",
    RightKind.PORTABILITY: "to data portability",
    RightKind.OBJECTION: "to object",
    RightKind.WITHDRAW_CONSENT: "to withdraw consent",
    RightKind.AUTOMATED_DECISIONS: "to safeguards for automated decisions",
    RightKind.COMPLAIN_TO_CONTROLLER: "to complain to the controller",
    RightKind.COMPLAIN_TO_REGULATOR: "to complain to the regulator",
}

_ALWAYS: Final = "It applies whatever the basis."

#: What departs from "applies whatever the basis": the extent and the reason.
_DEPARTS: Final[Mapping[tuple[RightKind, Basis], tuple[Extent, str]]] = {
    (RightKind.ERASURE, Basis.CONSENT): (
        Extent.APPLIES,
        "It applies when consent is withdrawn and no other basis is left: Art. 17(1)(b).",
    ),
    (RightKind.ERASURE, Basis.CONTRACT): (
        Extent.LIMITED,
        "It applies once the data is no longer necessary: Art. 17(1)(a).",
    ),
    (RightKind.ERASURE, Basis.LEGAL_OBLIGATION): (
        Extent.DOES_NOT,
        "It yields where the law requires the processing: Art. 17(3)(b).",
    ),
    (RightKind.ERASURE, Basis.VITAL_INTERESTS): (
        Extent.LIMITED,
        "It applies once the data is no longer necessary: Art. 17(1)(a).",
    ),
    (RightKind.ERASURE, Basis.PUBLIC_TASK): (Extent.DOES_NOT, "It yields to a public task: Art. 17(3)(b)."),
    (RightKind.ERASURE, Basis.RECOGNISED_LEGITIMATE_INTEREST): (
        Extent.APPLIES,
        "It applies after an objection, or when the data is no longer necessary: Art. 17(1)(a), (c).",
    ),
    (RightKind.ERASURE, Basis.LEGITIMATE_INTERESTS): (
        Extent.APPLIES,
        "It applies after an objection that is not overridden, or when the data is no longer necessary: "
        "Art. 17(1)(a), (c).",
    ),
    (RightKind.AUTOMATED_DECISIONS, Basis.RECOGNISED_LEGITIMATE_INTEREST): (
        Extent.LIMITED,
        "A significant decision by automated means alone may not rest on this basis: Art. 22B(4). If one was "
        "taken, the safeguards are owed all the same: Art. 22C.",
    ),
}

_PORTABLE: Final = frozenset({Basis.CONSENT, Basis.CONTRACT})
_OPEN_TO_OBJECTION: Final = frozenset(
    {Basis.PUBLIC_TASK, Basis.RECOGNISED_LEGITIMATE_INTEREST, Basis.LEGITIMATE_INTERESTS}
)


def application(right: RightKind, basis: Basis) -> Application:
    """Say whether a right applies to processing that rests on a basis, and why.

    >>> application(RightKind.PORTABILITY, Basis.LEGAL_OBLIGATION).extent.value
    'does not apply'
    >>> application(RightKind.OBJECTION, Basis.LEGITIMATE_INTERESTS).provision
    'UK GDPR Art. 21'
    """
    extent, reason = _DEPARTS.get((right, basis), (Extent.APPLIES, _ALWAYS))
    if right is RightKind.PORTABILITY:
        fits = basis in _PORTABLE
        extent = Extent.APPLIES if fits else Extent.DOES_NOT
        reason = (
            "Data that a person provided and that is processed by automated means, under consent or contract."
        )
    elif right is RightKind.OBJECTION:
        fits = basis in _OPEN_TO_OBJECTION
        extent = Extent.APPLIES if fits else Extent.DOES_NOT
        reason = "Open to objection: Art. 21(1). " if fits else "Not among the bases of Art. 21(1). "
        reason += "An objection to direct marketing always counts: Art. 21(2), (3)."
    elif right is RightKind.WITHDRAW_CONSENT:
        extent = Extent.APPLIES if basis is Basis.CONSENT else Extent.DOES_NOT
        reason = "Only consent can be withdrawn."
    return Application(extent, reason, PROVISIONS[right])


def rights_under(bases: Iterable[Basis], as_of: dt.date) -> tuple[RightKind, ...]:
    """Return the rights that apply, fully or within limits, under at least one of the bases on a day.

    >>> found = rights_under([Basis.LEGAL_OBLIGATION], dt.date(2026, 6, 18))
    >>> RightKind.ERASURE in found, RightKind.ACCESS in found, RightKind.COMPLAIN_TO_CONTROLLER in found
    (False, True, False)
    """
    listed = tuple(bases)
    return tuple(
        right
        for right in RightKind
        if (right is not RightKind.COMPLAIN_TO_CONTROLLER or as_of >= JUNE_2026)
        and any(application(right, basis).extent is not Extent.DOES_NOT for basis in listed)
    )
