"""When the parts of the Data (Use and Access) Act 2025 that the workbench relies on came into force."""

from __future__ import annotations

import datetime as dt
from typing import Final, NamedTuple

from .authority import Authority

#: Art. 4A UK GDPR (how periods are counted) and the definition of direct marketing.
AUGUST_2025: Final = dt.date(2025, 8, 20)
#: Recognised legitimate interests, time for requests, automated decisions, transfers, PECR.
FEBRUARY_2026: Final = dt.date(2026, 2, 5)
#: Complaints to controllers.
JUNE_2026: Final = dt.date(2026, 6, 19)


class Commencement(NamedTuple):
    """A provision of the 2025 Act, what it changed, and the date from which it applies (None: not known)."""

    section: str
    changed: str
    in_force: dt.date | None
    source: str
    authority: Authority


_LAW: Final = Authority.LAW

COMMENCEMENTS: Final[tuple[Commencement, ...]] = (
    Commencement(
        "s.78",
        "UK GDPR Art. 15(1A): searches for an access request are reasonable and proportionate",
        dt.date(2024, 1, 1),
        "Data (Use and Access) Act 2025 s.78(5), which treats it as always having been so since that date",
        _LAW,
    ),
    Commencement(
        "Sch. 11", "UK GDPR Art. 4A: how periods of time are counted", AUGUST_2025, "SI 2025/904", _LAW
    ),
    Commencement(
        "s.70",
        "UK GDPR Art. 6(1)(ea) and Annex 1: recognised legitimate interests",
        FEBRUARY_2026,
        "SI 2026/82",
        _LAW,
    ),
    Commencement(
        "s.71", "UK GDPR Art. 8A and Annex 2: compatible purposes", FEBRUARY_2026, "SI 2026/82", _LAW
    ),
    Commencement("s.76", "UK GDPR Art. 12A: time for answering requests", FEBRUARY_2026, "SI 2026/82", _LAW),
    Commencement(
        "s.77",
        "UK GDPR Art. 13(5) to (7), 14(5)(e) and (f): when information is not needed",
        FEBRUARY_2026,
        "SI 2026/82",
        _LAW,
    ),
    Commencement("s.80", "UK GDPR Art. 22A to 22D: automated decisions", FEBRUARY_2026, "SI 2026/82", _LAW),
    Commencement(
        "s.81",
        "UK GDPR Art. 25(1A) and (1B): children and information society services",
        FEBRUARY_2026,
        "SI 2026/82",
        _LAW,
    ),
    Commencement(
        "s.85",
        "UK GDPR Art. 44A to 45C: the data protection test for transfers",
        FEBRUARY_2026,
        "SI 2026/82",
        _LAW,
    ),
    Commencement(
        "s.112", "PECR reg. 6 and Sch. A1: storage and access on a device", FEBRUARY_2026, "SI 2026/82", _LAW
    ),
    Commencement(
        "s.115", "PECR: penalties of the Data Protection Act 2018", FEBRUARY_2026, "SI 2026/82", _LAW
    ),
    Commencement(
        "s.103",
        "Data Protection Act 2018 s.164A: complaints to controllers",
        JUNE_2026,
        "SI 2026/82 reg. 3, as solicitors report it",
        _LAW,
    ),
    Commencement(
        "s.119",
        "The Information Commission takes over from the Information Commissioner",
        None,
        "SI 2026/386 is tied to a commencement that had not been found",
        Authority.ASSUMPTION,
    ),
)


def in_force(section: str, as_of: dt.date) -> bool:
    """Say whether a provision of the Data (Use and Access) Act 2025 applies on a day.

    Raises
    ------
    KeyError
        The table has no such section.

    >>> in_force("s.103", dt.date(2026, 6, 18)), in_force("s.103", dt.date(2026, 6, 19))
    (False, True)
    >>> in_force("s.119", dt.date(2026, 6, 19))
    False
    """
    starts = {row.section: row.in_force for row in COMMENCEMENTS}[section]
    return starts is not None and as_of >= starts
