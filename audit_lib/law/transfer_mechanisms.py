"""What is written down as the ground of a transfer abroad, and what it is worth (UK GDPR Art. 44A to 49)."""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum
from typing import Final, NamedTuple

from .authority import Authority


class Ground(StrEnum):
    """What sort of ground a transfer rests on."""

    ADEQUACY = "adequacy"
    DATA_BRIDGE = "data bridge"
    SAFEGUARD = "safeguard"
    DEROGATION = "derogation"


class Lapsed(NamedTuple):
    """A ground that no longer carries a transfer from the United Kingdom: since when, and why."""

    id: str
    name: str
    words: str
    unless: str
    ended: dt.date
    why: str
    source: str
    authority: Authority = Authority.LAW


_UK_FORM: Final = r"\bIDTA\b|International Data Transfer A|\bAddendum\b"

LAPSED: Final[tuple[Lapsed, ...]] = (
    Lapsed(
        "safe-harbour",
        "Safe Harbour",
        r"\bsafe harbou?r\b",
        r"$^",
        dt.date(2015, 10, 6),
        "a court declared it invalid",
        "Case C-362/14",
    ),
    Lapsed(
        "privacy-shield",
        "Privacy Shield",
        r"\bprivacy shield\b",
        r"$^",
        dt.date(2020, 7, 16),
        "a court declared it invalid",
        "Case C-311/18",
    ),
    Lapsed(
        "eu-clauses",
        "the European Commission's standard contractual clauses by themselves",
        r"\b(standard contractual clauses|SCCs?|model clauses)\b",
        _UK_FORM,
        dt.date(2024, 3, 21),
        "they need the Commissioner's Addendum",
        "Data Protection Act 2018 s.119A and Sch. 21 para. 7",
    ),
)

_SAFEGUARD: Final = (
    rf"{_UK_FORM}|standard contractual clauses|\bSCCs?\b|binding corporate rules|\bBCRs?\b|Art\.? ?46"
)
_GROUNDS: Final = (
    (Ground.DATA_BRIDGE, r"\bdata bridge\b|\bdata privacy framework\b|\bDPF\b|UK Extension"),
    (Ground.SAFEGUARD, _SAFEGUARD),
    (Ground.ADEQUACY, r"\badequa\w+|Art\.? ?45"),
    (Ground.DEROGATION, r"\bderogations?\b|Art\.? ?49|\bconsent\b|necessary for (the|a) contract"),
)

#: Since this day a safeguard counts only if the data protection test is considered to be met (Art. 46(1A)).
TEST_SINCE: Final = dt.date(2026, 2, 5)


def lapsed(mechanism: str, as_of: dt.date) -> Lapsed | None:
    """Return the ground in the words of a mechanism that no longer counts on a day, or None.

    >>> lapsed("EU-US Privacy Shield", dt.date(2026, 11, 22)).id
    'privacy-shield'
    >>> lapsed("EU SCCs with the UK Addendum", dt.date(2026, 11, 22)) is None
    True
    """
    for row in LAPSED:
        says = re.search(row.words, mechanism, re.IGNORECASE)
        if says and as_of >= row.ended and not re.search(row.unless, mechanism, re.IGNORECASE):
            return row
    return None


def ground(mechanism: str) -> Ground | None:
    """Return what sort of ground the words of a mechanism name, or None where they name none that is known.

    >>> ground("IDTA of 2024").value, ground("Art. 49(1)(b)").value
    ('safeguard', 'derogation')
    """
    return next((kind for kind, words in _GROUNDS if re.search(words, mechanism, re.IGNORECASE)), None)
