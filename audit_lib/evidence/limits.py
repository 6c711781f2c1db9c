"""Until when data may be used, and for what somebody must have consented: periods and bases of a map."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Collection
from typing import Final, NamedTuple

from ..model.activity import Basis
from ..model.data_map import DataMap
from ..model.noun import Gap
from ..model.retention import Retention

_PARTS: Final = re.compile(r"P(?:(\d+)W|(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?)")

#: What a year and a month count for where two periods are compared, in days: the longest of their kind.
_LONGEST_YEAR: Final = 366
_LONGEST_MONTH: Final = 31


class Period(NamedTuple):
    """A duration in calendar parts."""

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0


def period(duration: str) -> Period:
    """Return the parts of an ISO 8601 duration in years, months, weeks and days.

    >>> period("P6Y3M"), period("P2W")
    (Period(years=6, months=3, weeks=0, days=0), Period(years=0, months=0, weeks=2, days=0))
    """
    found = _PARTS.fullmatch(duration)
    if found is None:
        raise ValueError(f"{duration!r} is no duration in years, months, weeks and days")
    weeks, years, months, days = (int(part or 0) for part in found.groups())
    return Period(years, months, weeks, days)


def longest_days(duration: str) -> int:
    """Return how many days a duration has at most: years of 366 days, months of 31.

    >>> longest_days("P1Y"), longest_days("P12M")
    (366, 372)
    """
    years, months, weeks, days = period(duration)
    return years * _LONGEST_YEAR + months * _LONGEST_MONTH + weeks * 7 + days


def limit_day(start: dt.date, duration: str) -> dt.date:
    """Return the last day of a period that starts on a day.

    Years and months go by the calendar and stop at the end of a month that is too short; weeks and days are
    added after that. A period that ends after the last day that a calendar knows ends on that day.

    >>> limit_day(dt.date(2024, 2, 29), "P1Y"), limit_day(dt.date(2026, 1, 31), "P1M1D")
    (datetime.date(2025, 2, 28), datetime.date(2026, 3, 1))
    """
    years, months, weeks, days = period(duration)
    year, month = divmod(start.year * 12 + start.month - 1 + years * 12 + months, 12)
    if year > dt.MAXYEAR:
        return dt.date.max
    last = calendar.monthrange(year, month + 1)[1]
    at = dt.date(year, month + 1, min(start.day, last))
    try:
        return at + dt.timedelta(days=weeks * 7 + days)
    except OverflowError:
        return dt.date.max


def retention_rules(
    data_map: DataMap, started: Collection[str]
) -> Callable[[str, str | None], Retention | None]:
    """Return what gives the retention statement that limits data in an activity, if any does.

    `started` are the retention statements whose start a source records. Of those that apply, one that names
    the activity goes before one that does not, then the one that names the nearest category, then the longest
    period, then the first in the map.

    >>> from audit_lib.graph.example import example_map
    >>> ask = retention_rules(example_map(), {"keep"})
    >>> ask("name", None) is None
    True
    """
    limited = [
        (one, data_map.atoms(one.data), longest_days(one.period), position)
        for position, one in enumerate(data_map.retention)
        if one.id in started and not isinstance(one.period, Gap)
    ]

    def rule(data: str, activity: str | None) -> Retention | None:
        applying = [
            (not one.activities, _depth(data_map, data, one), -longest, position, one)
            for one, reached, longest, position in limited
            if (not one.data or data in reached) and (not one.activities or activity in one.activities)
        ]
        return min(applying, key=lambda each: each[:4])[4] if applying else None

    return rule


def _depth(data_map: DataMap, data: str, one: Retention) -> int:
    """Return how many steps above a category the nearest named one stands; more than any if none is named."""
    above: str | None = data
    steps = 0
    while above is not None:
        if above in one.data:
            return steps
        above = data_map.category[above].parent
        steps += 1
    return len(data_map.data) + 1


def needs_consent(data_map: DataMap, basis: str | None, activity: str | None) -> bool:
    """Say whether an observation rests on consent (UK GDPR Art. 6(1)(a), 7(1)).

    It does if its recorded `basis` is consent; where none is recorded, if the `activity` of the nearest flow
    states bases and all of them are consent.

    >>> from audit_lib.graph.example import example_map
    >>> needs_consent(example_map(), "consent", None), needs_consent(example_map(), None, "checking-work")
    (True, False)
    """
    if basis is not None:
        return basis == Basis.CONSENT.value
    stated = data_map.activity[activity].bases if activity is not None else ()
    return bool(stated) and all(one.basis is Basis.CONSENT for one in stated)
