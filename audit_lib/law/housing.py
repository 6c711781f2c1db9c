"""What housing law has a landlord or letting agent do with personal data, and in which part of the kingdom.

The table is not whole: it holds the duties about which the rules have something to say. Where a row is an
assumption, a person should check it against the provision before relying on it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Final, NamedTuple

from ..model.purpose import PurposeKind
from .authority import Authority


class Nation(StrEnum):
    """The parts of the United Kingdom, whose housing law differs."""

    ENGLAND = "England"
    WALES = "Wales"
    SCOTLAND = "Scotland"
    NORTHERN_IRELAND = "Northern Ireland"


class HousingDuty(NamedTuple):
    """A duty of whoever lets homes: what it asks, where and since when, and how long its record is kept.

    `keep_least` and `keep_most` are ISO 8601 durations from `starts`, None where the law sets none;
    `most_from` says what the upper bound rests on. `within` is how soon people must be told, where they must.
    With `private`, social landlords are left out, or were until `social_since`. `asked` says that every
    letting calls for it, so that a map without it lacks something.
    """

    id: str
    kind: PurposeKind
    asks: str
    provision: str
    nations: frozenset[Nation]
    in_force: dt.date
    source: str
    authority: Authority
    keep_least: str | None = None
    keep_most: str | None = None
    starts: str = ""
    most_from: Authority = Authority.ASSUMPTION
    within: str = ""
    private: bool = False
    social_since: dt.date | None = None
    asked: bool = True


class Pending(NamedTuple):
    """A part of the Renters' Rights Act 2025, what people call it, and its first day (None: not known)."""

    part: str
    what: str
    words: tuple[str, ...]
    in_force: dt.date | None
    source: str
    authority: Authority


_LAW: Final = Authority.LAW
_GUESS: Final = Authority.ASSUMPTION
_ENGLAND: Final = frozenset({Nation.ENGLAND})
_SCOTLAND: Final = frozenset({Nation.SCOTLAND})
_WALES: Final = frozenset({Nation.WALES})
_BRITAIN: Final = frozenset({Nation.ENGLAND, Nation.WALES, Nation.SCOTLAND})
_KINGDOM: Final = frozenset(Nation)

#: Since this day a private landlord in England ends a tenancy on a proved ground alone; section 21 is gone.
TENANCY_REFORM: Final = dt.date(2026, 5, 1)

#: Since this day the threshold for checks against money laundering is in pounds, at the same number.
POUNDS_FOR_EUROS: Final = dt.date(2026, 6, 30)

HOUSING_DUTIES: Final[tuple[HousingDuty, ...]] = (
    HousingDuty(
        "right-to-rent",
        PurposeKind.RIGHT_TO_RENT,
        "check of the right to rent",
        "Immigration Act 2014 s.22",
        _ENGLAND,
        dt.date(2016, 2, 1),
        "Immigration Act 2014 ss.20 to 37 and the order and code of practice under it; that copies are then "
        "destroyed is practice",
        _LAW,
        keep_least="P1Y",
        keep_most="P1Y",
        starts="the end of the tenancy",
        private=True,
    ),
    HousingDuty(
        "deposit-england",
        PurposeKind.DEPOSIT_PROTECTION,
        "protection of deposits",
        "Housing Act 2004 s.213",
        _ENGLAND,
        dt.date(2007, 4, 6),
        "Housing Act 2004 ss.212 to 215",
        _LAW,
        within="30 days",
        private=True,
    ),
    HousingDuty(
        "deposit-wales",
        PurposeKind.DEPOSIT_PROTECTION,
        "protection of deposits",
        "Renting Homes (Wales) Act 2016 s.45",
        _WALES,
        dt.date(2022, 12, 1),
        "Renting Homes (Wales) Act 2016",
        _GUESS,
        within="30 days",
        private=True,
    ),
    HousingDuty(
        "deposit-scotland",
        PurposeKind.DEPOSIT_PROTECTION,
        "protection of deposits",
        "Tenancy Deposit Schemes (Scotland) Regulations 2011 reg. 3",
        _SCOTLAND,
        dt.date(2012, 7, 2),
        "Tenancy Deposit Schemes (Scotland) Regulations 2011 regs. 3 and 42",
        _LAW,
        within="30 working days",
        private=True,
    ),
    HousingDuty(
        "gas",
        PurposeKind.GAS_SAFETY,
        "yearly gas safety check",
        "Gas Safety (Installation and Use) Regulations 1998 reg. 36",
        _BRITAIN,
        dt.date(1998, 10, 31),
        "Gas Safety (Installation and Use) Regulations 1998 reg. 36(3)(c): since 6 April 2018 the record is "
        "kept until two further checks have been made, which takes two years or so; the Health and Safety "
        "Executive advises two years at least",
        _LAW,
        keep_least="P2Y",
        starts="the check",
        within="28 days",
    ),
    HousingDuty(
        "electrical-england",
        PurposeKind.ELECTRICAL_SAFETY,
        "inspection of the electrical installation",
        "Electrical Safety Standards in the Private Rented Sector (England) Regulations 2020 reg. 3",
        _ENGLAND,
        dt.date(2020, 6, 1),
        "Electrical Safety Standards in the Private Rented Sector (England) Regulations 2020 reg. 3: the "
        "report is kept until the next inspection, after five years at most; extended to social landlords "
        "by SI 2025/1043, for tenancies from before that day since 1 May 2026",
        _LAW,
        within="28 days",
        private=True,
        social_since=dt.date(2025, 12, 1),
    ),
    HousingDuty(
        "electrical-scotland",
        PurposeKind.ELECTRICAL_SAFETY,
        "inspection of the electrical installation",
        "Housing (Scotland) Act 2006 s.19A",
        _SCOTLAND,
        dt.date(2015, 12, 1),
        "Housing (Scotland) Act 2006 ss.19A and 19B",
        _GUESS,
        private=True,
    ),
    HousingDuty(
        "evacuation",
        PurposeKind.FIRE_SAFETY,
        "evacuation plans for residents who cannot leave a tall building unaided",
        "Fire Safety (Residential Evacuation Plans) (England) Regulations 2025 reg. 5",
        _ENGLAND,
        dt.date(2026, 4, 6),
        "Fire Safety (Residential Evacuation Plans) (England) Regulations 2025 (SI 2025/797): buildings of "
        "18 metres or seven storeys, or of more than 11 metres that are evacuated at once",
        _LAW,
    ),
    HousingDuty(
        "sanctions",
        PurposeKind.SANCTIONS,
        "report to HM Treasury of anybody on the sanctions list who is a party to a letting",
        "Sanctions and Anti-Money Laundering Act 2018 s.16",
        _KINGDOM,
        dt.date(2025, 5, 14),
        "Office of Financial Sanctions Implementation, guidance for letting agents of 18 March 2025",
        Authority.GUIDANCE,
        private=True,
    ),
    HousingDuty(
        "money-laundering",
        PurposeKind.MONEY_LAUNDERING,
        "due diligence on lettings at GBP 10,000 a month or more (before 30 June 2026: EUR 10,000)",
        "Money Laundering, Terrorist Financing and Transfer of Funds (Information on the Payer) Regulations "
        "2017 reg. 27",
        _KINGDOM,
        dt.date(2020, 1, 10),
        "Money Laundering Regulations 2017 regs. 13, 27 and 40: records five years, and then deleted; the "
        "Money Laundering and Terrorist Financing (Amendment) Regulations 2026 turned euros into pounds",
        _GUESS,
        keep_least="P5Y",
        keep_most="P5Y",
        starts="the end of the business relationship",
        asked=False,
    ),
)  # fmt: skip

RENTERS_RIGHTS_ACT: Final[tuple[Pending, ...]] = (
    Pending(
        "Pt 1",
        "periodic tenancies, and possession on proved grounds alone",
        ("section 21", "s.21", "no-fault notice"),
        TENANCY_REFORM,
        "SI 2026/421",
        _LAW,
    ),
    Pending(
        "Pt 2 Ch. 2",
        "the landlord redress scheme",
        ("landlord ombudsman", "landlord redress scheme"),
        None,
        "no commencement found",
        _GUESS,
    ),
    Pending(
        "Pt 2 Ch. 3",
        "the Private Rented Sector Database",
        ("prs database", "private rented sector database"),
        None,
        "not in force on 30 June 2026, and no day fixed then",
        _GUESS,
    ),
)


def nations_of(jurisdiction: str) -> frozenset[Nation]:
    """Return the parts of the kingdom that the words for a jurisdiction name; none where they name none.

    >>> sorted(nations_of("United Kingdom (Scotland)")), nations_of("United Kingdom")
    ([<Nation.SCOTLAND: 'Scotland'>], frozenset())
    """
    return frozenset(n for n in Nation if re.search(rf"\b{n.value}\b", jurisdiction, re.IGNORECASE))


def duties_in_force(nations: Iterable[Nation], as_of: dt.date) -> tuple[HousingDuty, ...]:
    """Return the duties that apply on a day in any of some parts of the kingdom; without any, in any part.

    >>> england = duties_in_force([Nation.ENGLAND], dt.date(2026, 11, 22))
    >>> [duty.id for duty in england if duty.kind is PurposeKind.DEPOSIT_PROTECTION]
    ['deposit-england']
    """
    wanted = frozenset(nations) or _KINGDOM
    return tuple(row for row in HOUSING_DUTIES if row.in_force <= as_of and row.nations & wanted)


def not_known_in_force(text: str, as_of: dt.date) -> Pending | None:
    """Return the part of the Renters' Rights Act 2025 that a text speaks of and that is not known to apply.

    >>> not_known_in_force("Entry in the PRS Database", dt.date(2026, 11, 22)).part
    'Pt 2 Ch. 3'
    >>> not_known_in_force("Section 21", dt.date(2026, 11, 22)) is None
    True
    """
    spoken = text.casefold()
    for row in RENTERS_RIGHTS_ACT:
        applies = row.in_force is not None and as_of >= row.in_force
        if not applies and any(word in spoken for word in row.words):
            return row
    return None
