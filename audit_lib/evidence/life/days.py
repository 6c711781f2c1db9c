"""Local days and the moments at which they begin, in whole microseconds since 1970, UTC."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

#: Where the days of a map of the United Kingdom begin and end.
ZONE: Final = ZoneInfo("Europe/London")

HOUR: Final = 3_600_000_000
DAY: Final = 24 * HOUR

#: A moment after all others, for what has no end; and one before all others.
NEVER: Final = np.iinfo(np.int64).max
ALWAYS: Final = np.iinfo(np.int64).min

Moments = NDArray[np.int64]

_EPOCH: Final = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_MICROSECOND: Final = dt.timedelta(microseconds=1)
_PERIOD: Final = re.compile(
    r"P(?:(?P<weeks>\d+)W|(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<days>\d+)D)?)"
)


@lru_cache(maxsize=100_000)
def midnight(day: dt.date) -> int:
    """Return the moment at which a local day begins.

    >>> midnight(dt.date(1970, 1, 2)), midnight(dt.date(2026, 7, 1)) % DAY // HOUR
    (82800000000, 23)
    """
    return (dt.datetime.combine(day, dt.time(), ZONE) - _EPOCH) // _MICROSECOND


def local_day(moment: int) -> dt.date:
    """Return the local day of a moment.

    >>> local_day(midnight(dt.date(2026, 7, 1)) - 1)
    datetime.date(2026, 6, 30)
    """
    return (_EPOCH + dt.timedelta(microseconds=moment)).astimezone(ZONE).date()


def midnights(first: dt.date, days: int) -> Moments:
    """Return the moments at which the days from a first one on begin, and at which the last one ends.

    >>> (midnights(dt.date(2026, 3, 28), 2) // HOUR % 24).tolist()
    [0, 0, 23]
    """
    return np.array([midnight(first + dt.timedelta(days=n)) for n in range(days + 1)], dtype=np.int64)


@lru_cache(maxsize=10_000)
def parts(period: str) -> tuple[int, int]:
    """Return a duration as months and days.

    >>> parts("P6Y3M"), parts("P2W")
    ((75, 0), (0, 14))
    """
    found = _PERIOD.fullmatch(period)
    if found is None:
        raise ValueError(f"{period!r} is no duration in years, months, weeks and days")
    years, months, weeks, days = (int(found[part] or 0) for part in ("years", "months", "weeks", "days"))
    return 12 * years + months, 7 * weeks + days


def length(period: str) -> int:
    """Return how long a duration is where two are compared: years of 366 days, months of 31, weeks of 7.

    >>> length("P1Y"), length("P12M")
    (366, 372)
    """
    months, days = parts(period)
    if "Y" in period:
        years = int(period[1 : period.index("Y")])
        return 366 * years + 31 * (months - 12 * years) + days
    return 31 * months + days


def ends_on(start: dt.date, period: str) -> dt.date:
    """Return the last day of a period: months by the calendar, no further than their end, then days.

    >>> ends_on(dt.date(2025, 12, 31), "P2M"), ends_on(dt.date(2024, 2, 29), "P1Y")
    (datetime.date(2026, 2, 28), datetime.date(2025, 2, 28))
    """
    months, days = parts(period)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if year > 9990 or days > 3_000_000:
        return dt.date.max
    following = dt.date(year + month // 11, (month + 1) % 12 + 1, 1)
    last = (following - dt.timedelta(days=1)).day
    reached = dt.date(year, month + 1, min(start.day, last)).toordinal() + days
    return dt.date.fromordinal(min(reached, dt.date.max.toordinal()))
