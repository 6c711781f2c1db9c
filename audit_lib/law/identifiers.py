"""What tells one person from another (UK GDPR Art. 4(1)), by the words that name such data.

A map does not mark its identifiers; their names are the only sign. The words are an assumption, and a
category with another name is not found.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import Final

from .authority import Authority

AUTHORITY: Final = Authority.ASSUMPTION


class Identifies(StrEnum):
    """How data points to a person: as everybody can read it, or only for who has the key."""

    DIRECTLY = "directly"
    BY_A_KEY = "by a key"


_BY_A_KEY: Final = re.compile(
    r"\b(cookie (identifier|id)s?|device (identifier|id)s?|advertising ids?|ip address(es)?|"
    r"online identifiers?|pseudonym\w*|hash(ed)?\b|tokeni[sz]ed|customer (number|reference)s?)",
    re.IGNORECASE,
)
_DIRECTLY: Final = re.compile(
    r"\b(names?|identity|passports?|driving licences?|national insurance|e-?mail address(es)?|e-?mails?|"
    r"(tele)?phone numbers?|contact details|(home|postal) address(es)?|address(es)?)\b",
    re.IGNORECASE,
)


@cache
def identifies(name: str) -> Identifies | None:
    """Return how the data of a name points to a person, or None where it does not seem to.

    >>> identifies("E-mail address").value, identifies("IP address").value, identifies("Rent") is None
    ('directly', 'by a key', True)
    """
    if _BY_A_KEY.search(name):
        return Identifies.BY_A_KEY
    return Identifies.DIRECTLY if _DIRECTLY.search(name) else None
