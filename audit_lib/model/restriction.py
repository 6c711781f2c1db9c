"""A restriction of processing: data that is kept and, for a while or for good, not used."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import NamedTuple

from .noun import Flag, Id, Noun
from .request import EntryId, Pseudonym


class Ground(StrEnum):
    """Why data may not be used (UK GDPR Art. 18(1), 21(3)).

    `accuracy`, `unlawful`, `claims` and `objection` are Art. 18(1)(a) to (d). `marketing` is the end of
    direct marketing after an objection (Art. 21(3)). `erasure-pending` is no ground of the law but a
    precaution while an erasure is carried out.
    """

    ACCURACY = "accuracy"
    UNLAWFUL = "unlawful"
    CLAIMS = "claims"
    OBJECTION = "objection"
    MARKETING = "marketing"
    ERASURE_PENDING = "erasure-pending"


class Exemption(StrEnum):
    """What may still be done with restricted data (UK GDPR Art. 18(2))."""

    STORAGE = "storage"
    CONSENT = "consent"
    CLAIMS = "claims"
    PROTECTING_OTHERS = "protecting-others"
    PUBLIC_INTEREST = "public-interest"


class DataUse(NamedTuple):
    """A use of a category of data about a person on a day.

    `activity` is None where it is not known for which. `exemption` is what the use rests on, where the law
    allows it for restricted data too.
    """

    data: str
    activity: str | None
    day: dt.date
    marketing: bool = False
    exemption: Exemption | None = None


class Restriction(Noun):
    """Data about one person that may be stored and not used, from the day `since` to the day `until`.

    Both days are inclusive; without `until` there is no end. Empty `data` means all data, empty `activities`
    all activities; where both are given, what is restricted is this data in these activities. One for
    marketing reaches direct marketing, and the activities that it names. `lifted` says that it was ended by a
    person; `told_on` is the day on which whom it protects was told so, which comes first (Art. 18(3)).
    """

    id: EntryId
    person: Pseudonym
    request: EntryId
    ground: Ground
    since: dt.date
    until: dt.date | None = None
    subject: Id | None = None
    data: tuple[Id, ...] = ()
    activities: tuple[Id, ...] = ()
    told_on: dt.date | None = None
    lifted: Flag = False

    def active(self, day: dt.date) -> bool:
        """Say whether it holds on a day."""
        return self.since <= day and (self.until is None or day <= self.until)
