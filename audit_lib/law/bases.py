"""The lawful bases of UK GDPR Art. 6(1), and the conditions for recognised legitimate interests (Annex 1)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Final, NamedTuple

from ..model.activity import Basis
from .authority import Authority
from .commencement import FEBRUARY_2026


class BasisInLaw(NamedTuple):
    """A lawful basis: its provision, its name, what must be true for it to fit, and since when it exists."""

    basis: Basis
    provision: str
    name: str
    fits: str
    in_force: dt.date | None = None
    authority: Authority = Authority.LAW


_ALL: Final = (
    BasisInLaw(
        Basis.CONSENT,
        "UK GDPR Art. 6(1)(a)",
        "consent",
        "the person agrees by a clear affirmative act, freely, for this purpose, and can withdraw as "
        "easily (Art. 4(11), 7)",
    ),
    BasisInLaw(
        Basis.CONTRACT,
        "UK GDPR Art. 6(1)(b)",
        "contract",
        "the processing is necessary to perform a contract to which this person is a party, or for steps "
        "that this "
        "person has asked for before one",
    ),
    BasisInLaw(
        Basis.LEGAL_OBLIGATION,
        "UK GDPR Art. 6(1)(c)",
        "legal obligation",
        "domestic law, which can be named, obliges the controller to do it",
    ),
    BasisInLaw(
        Basis.VITAL_INTERESTS,
        "UK GDPR Art. 6(1)(d)",
        "vital interests",
        "it is necessary to protect somebody's life",
    ),
    BasisInLaw(
        Basis.PUBLIC_TASK,
        "UK GDPR Art. 6(1)(e)",
        "public task",
        "it is necessary for a task in the public interest or official authority, laid down in domestic law",
    ),
    BasisInLaw(
        Basis.RECOGNISED_LEGITIMATE_INTEREST,
        "UK GDPR Art. 6(1)(ea)",
        "recognised legitimate interest",
        "it is necessary for a purpose that meets a condition in Annex 1, and the controller is no public "
        "authority",
        FEBRUARY_2026,
    ),
    BasisInLaw(
        Basis.LEGITIMATE_INTERESTS,
        "UK GDPR Art. 6(1)(f)",
        "legitimate interests",
        "it is necessary for an interest that can be named, and the interests and rights of the people do "
        "not override it",
    ),
)

BASES: Final[Mapping[Basis, BasisInLaw]] = {row.basis: row for row in _ALL}


class RecognisedInterest(NamedTuple):
    """A condition of Annex 1: its paragraphs, what it covers, and what it is often wrongly taken for."""

    paragraphs: str
    covers: str
    not_for: str
    authority: Authority = Authority.LAW


RECOGNISED_INTERESTS: Final[tuple[RecognisedInterest, ...]] = (
    RecognisedInterest(
        "Annex 1 para. 1",
        "disclosure to somebody who states that the data is needed for a public task with a basis in law",
        "requests from investors or other companies of a group",
    ),
    RecognisedInterest(
        "Annex 1 para. 2", "national security, public security and defence", "ordinary security of premises"
    ),
    RecognisedInterest(
        "Annex 1 paras. 3 to 4",
        "responding to an emergency in the meaning of the Civil Contingencies Act 2004",
        "everyday leaks and lock-outs",
    ),
    RecognisedInterest(
        "Annex 1 para. 5",
        "detecting, investigating or preventing crime, and apprehending or prosecuting offenders",
        "enforcing terms of use, and profiling in general",
    ),
    RecognisedInterest(
        "Annex 1 paras. 6 to 8",
        "safeguarding a child, or an adult who is at risk",
        "marketing, and chasing arrears",
    ),
)


def basis_in_law(basis: Basis) -> BasisInLaw:
    """Return what the law says of a lawful basis.

    >>> basis_in_law(Basis.CONTRACT).provision
    'UK GDPR Art. 6(1)(b)'
    """
    return BASES[basis]


def available(as_of: dt.date) -> tuple[Basis, ...]:
    """Return the lawful bases that the law knows on a day, in the order of Art. 6(1).

    >>> Basis.RECOGNISED_LEGITIMATE_INTEREST in available(dt.date(2026, 2, 4))
    False
    """
    return tuple(row.basis for row in _ALL if row.in_force is None or as_of >= row.in_force)
