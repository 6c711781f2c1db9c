"""Local days of moments, worked out without asking a time zone about every row.

A zone changes its distance from UTC at a few moments a year. Those are looked up once; what is left for each
row is a comparison or two.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from .dialect import Dialect

SECOND: Final = 1_000_000
DAY: Final = 86_400 * SECOND
#: A moment after all others, in microseconds since 1970.
NEVER_ENDS: Final = 9_000_000_000_000_000_000
#: What the calendar holds, less two days at either end, so that each has a local day: the years 1 to 9999.
FIRST_MOMENT: Final = -62_135_424_000_000_000
LAST_MOMENT: Final = 253_402_128_000_000_000

_EPOCH: Final = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_FIRST: Final = dt.date(1970, 1, 1).toordinal()


class Shift(NamedTuple):
    """From a moment on, local time is so many microseconds ahead of UTC."""

    since_us: int
    ahead_us: int


def shifts(zone: ZoneInfo, first_us: int, last_us: int) -> tuple[Shift, ...]:
    """Return how far a zone is ahead of UTC between two moments: the first shift holds for all before.

    >>> [shift.ahead_us // SECOND for shift in shifts(ZoneInfo("Europe/London"), 0, 365 * DAY)]
    [3600]
    >>> year = moment(dt.date(2026, 1, 1)), moment(dt.date(2027, 1, 1))
    >>> [instant(shift.since_us).isoformat() for shift in shifts(ZoneInfo("Europe/London"), *year)][1:]
    ['2026-03-29T01:00:00+00:00', '2026-10-25T01:00:00+00:00']
    """
    found = [Shift(first_us, _ahead(zone, first_us))]
    at = first_us
    while at < last_us:
        later = min(at + DAY, last_us)
        if _ahead(zone, later) != found[-1].ahead_us:
            found.append(_change(zone, at, later))
        at = later
    return tuple(found)


def _change(zone: ZoneInfo, before: int, after: int) -> Shift:
    """Return the first second in which the distance is no longer what it was."""
    old, low, high = _ahead(zone, before), before // SECOND, -(-after // SECOND)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _ahead(zone, middle * SECOND) == old else (low, middle)
    return Shift(high * SECOND, _ahead(zone, high * SECOND))


def _ahead(zone: ZoneInfo, at_us: int) -> int:
    offset = instant(at_us).astimezone(zone).utcoffset() or dt.timedelta()
    return int(offset.total_seconds()) * SECOND


def instant(at_us: int) -> dt.datetime:
    """Return a moment given in microseconds since 1970 as a date and time in UTC.

    >>> instant(1_000_000).isoformat()
    '1970-01-01T00:00:01+00:00'
    """
    return _EPOCH + dt.timedelta(microseconds=at_us)


def moment(day: dt.date) -> int:
    """Return the start of a day in UTC, in microseconds since 1970.

    >>> moment(dt.date(1970, 1, 2)) == DAY
    True
    """
    return number(day) * DAY


def number(day: dt.date) -> int:
    """Return which day since 1970 a day is.

    >>> number(dt.date(1970, 2, 1))
    31
    """
    return day.toordinal() - _FIRST


def date_of(day: int) -> dt.date:
    """Return the day that is so many days after 1 January 1970.

    >>> date_of(31)
    datetime.date(1970, 2, 1)
    """
    return dt.date.fromordinal(day + _FIRST)


def midnight(zone: ZoneInfo, day: int) -> int:
    """Return when a local day begins, in microseconds since 1970; a day beyond the calendar never does.

    >>> instant(midnight(ZoneInfo("Europe/London"), number(dt.date(2026, 7, 1)))).isoformat()
    '2026-06-30T23:00:00+00:00'
    """
    if day + _FIRST >= dt.date.max.toordinal():
        return NEVER_ENDS
    begins = dt.datetime.combine(date_of(day), dt.time(), zone)
    return (begins.astimezone(dt.UTC) - _EPOCH) // dt.timedelta(microseconds=1)


def day_of(dialect: Dialect, column: str, known: Sequence[Shift]) -> str:
    """Return the expression for the local day of a column of moments, counted from 1970.

    >>> from .dialect import DUCKDB
    >>> day_of(DUCKDB, "us", [Shift(0, 0), Shift(5, 3600)])
    '((us + case when us >= 5 then 3600 else 0 end) // 86400000000)'
    """
    changes = "".join(f" when {column} >= {one.since_us} then {one.ahead_us}" for one in reversed(known[1:]))
    ahead = f"case{changes} else {known[0].ahead_us} end" if changes else str(known[0].ahead_us)
    return dialect.divide(f"({column} + {ahead})", str(DAY))


class Spans(NamedTuple):
    """The stretches of days within which no flow of a map begins or ends.

    `starts` are the first days of all but the first stretch, in order.
    """

    starts: tuple[int, ...]

    def of(self, day: int) -> int:
        """Return in which stretch a day lies.

        >>> Spans((10, 20)).of(9), Spans((10, 20)).of(10), Spans(()).of(3)
        (0, 1, 0)
        """
        return bisect_right(self.starts, day)

    def column(self, day: str) -> str:
        """Return the expression for the stretch of a column of days.

        >>> Spans((10, 20)).column("day"), Spans(()).column("day")
        ('case when day >= 20 then 2 when day >= 10 then 1 else 0 end', '0')
        """
        whens = [f"when {day} >= {start} then {at}" for at, start in enumerate(self.starts, 1)]
        return f"case {' '.join(reversed(whens))} else 0 end" if whens else "0"


def spans(limits: Iterable[tuple[dt.date | None, dt.date | None]]) -> Spans:
    """Return the stretches between the first and last days (inclusive, None is open) of flows.

    >>> spans([(dt.date(1970, 1, 11), None), (None, dt.date(1970, 1, 20))])
    Spans(starts=(10, 20))
    """
    starts = set[int]()
    for since, until in limits:
        starts |= {number(since)} if since else set()
        starts |= {number(until) + 1} if until else set()
    return Spans(tuple(sorted(starts)))
