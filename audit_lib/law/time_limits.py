"""What the law of a day says about the time for requests, complaints and breaches, as versioned data."""

from __future__ import annotations

import datetime as dt
from typing import Final, NamedTuple

from .authority import Authority
from .commencement import AUGUST_2025, FEBRUARY_2026, JUNE_2026

#: The first day of the General Data Protection Regulation.
GDPR_BEGAN: Final = dt.date(2018, 5, 25)
#: The first day on which a complaint to a controller has a time of its own.
COMPLAINTS_BEGAN: Final = JUNE_2026
COMPLAINT_DAYS: Final = 30
BREACH_HOURS: Final = 72


class RequestLaw(NamedTuple):
    """How the time for a request runs under the law of the day on which it was received.

    `waits` says whether proof of identity and fees move the start, and `pauses` whether a question of
    clarification stops the clock, each with its provision and weight. `both_ends` says whether a pause takes
    in the day of the answer as well as that of the question. `told` is the provision about telling
    the person of an extension.
    """

    since: dt.date
    words: str
    period: str
    waits: str
    waits_by: Authority
    pauses: str
    pauses_by: Authority
    both_ends: bool
    told: str
    differs: str = ""


class CountingLaw(NamedTuple):
    """On what the counting of periods rests, since a day."""

    since: dt.date
    provision: str
    authority: Authority


REQUEST_LAWS: Final = (
    RequestLaw(
        GDPR_BEGAN,
        "UK GDPR Art. 12(3) to (6) as it stood before 5 February 2026",
        "Art. 12(3) as it then stood",
        "the regulator's guidance of the time; Art. 12(5) and (6) as they then stood set no pause",
        Authority.GUIDANCE,
        "the regulator's guidance of the time; the Regulation as it then stood knew no pause",
        Authority.GUIDANCE,
        both_ends=False,
        told="Art. 12(3) as it then stood",
        differs="Requests received since 5 February 2026 fall under Art. 12A, which puts the later start and "
        "the pause into the law itself. Before it they were guidance alone, so the safe date runs "
        "from receipt. That the day of receipt decides which law applies is an assumption: SI 2026/82 has "
        "transitional provisions that could not be read.",
    ),
    RequestLaw(
        FEBRUARY_2026,
        "UK GDPR Art. 12 and 12A, as amended by the Data (Use and Access) Act 2025 s.76",
        "Art. 12(3), 12A",
        "Art. 12A, with Art. 12(5) and (6)",
        Authority.LAW,
        "Art. 12A(5) and (6)",
        Authority.LAW,
        both_ends=True,
        told="Art. 12A(3) and (4)",
    ),
)

COUNTING_LAWS: Final = (
    CountingLaw(
        GDPR_BEGAN,
        "Regulation 1182/71 Art. 3, as the regulator's guidance followed it",
        Authority.GUIDANCE,
    ),
    CountingLaw(AUGUST_2025, "UK GDPR Art. 4A; Regulation 1182/71 Art. 3", Authority.LAW),
)

#: How the days of a complaint are counted.
COMPLAINT_COUNTING: Final = CountingLaw(
    COMPLAINTS_BEGAN, "DPA 2018 s.164A(3), s.205(2); Regulation 1182/71 Art. 3", Authority.LAW
)


def request_law(received: dt.date) -> RequestLaw:
    """Return how the time for a request received on a day runs.

    Raises
    ------
    ValueError
        The day is before the General Data Protection Regulation.

    >>> request_law(dt.date(2026, 2, 4)).both_ends, request_law(dt.date(2026, 2, 5)).both_ends
    (False, True)
    """
    if received < GDPR_BEGAN:
        raise ValueError("before the General Data Protection Regulation")
    return [law for law in REQUEST_LAWS if law.since <= received][-1]


def counting_law(day: dt.date) -> CountingLaw:
    """Return on what the counting of a period rests that a day sets going.

    Raises
    ------
    ValueError
        The day is before the General Data Protection Regulation.

    >>> counting_law(dt.date(2025, 8, 19)).authority.value, counting_law(dt.date(2025, 8, 20)).authority.value
    ('guidance', 'law')
    """
    if day < GDPR_BEGAN:
        raise ValueError("before the General Data Protection Regulation")
    return [law for law in COUNTING_LAWS if law.since <= day][-1]
