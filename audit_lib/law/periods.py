"""How periods of time are counted (UK GDPR Art. 4A; Regulation (EEC, Euratom) 1182/71 Art. 3).

Periods in days and months leave out the day of the event and end when their last day ends. Periods in hours
are elapsed time: computed in UTC, so that a change of the clocks neither gives nor takes an hour.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable
from typing import Final
from zoneinfo import ZoneInfo

from ..model.day import long_date

#: The time that clocks in the United Kingdom show.
LONDON: Final = ZoneInfo("Europe/London")

_DAY: Final = dt.timedelta(days=1)
_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def add_months(day: dt.date, months: int) -> dt.date:
    """Return the same date some months later, or the last day of that month if it has no such date.

    >>> add_months(dt.date(2027, 1, 31), 1), add_months(dt.date(2028, 1, 31), 1)
    (datetime.date(2027, 2, 28), datetime.date(2028, 2, 29))
    """
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def add_days(day: dt.date, days: int) -> dt.date:
    """Return the last day of a period of days; the day of the event is not counted.

    >>> add_days(dt.date(2026, 6, 19), 30)
    datetime.date(2026, 7, 19)
    """
    return day + days * _DAY


def run_out(start: dt.date, end: dt.date, pauses: Iterable[tuple[dt.date, dt.date]]) -> dt.date:
    """Return the last day of a period in which some days do not count.

    `start` is the day of the event, which is not part of the period, and `end` what the last day would be
    without pauses. A pause is its first and its last day, both inclusive. Days that several pauses cover are
    left out once; days up to `start`, and pauses that begin after the period has run out, change nothing.

    >>> ten_days = (dt.date(2026, 10, 5), dt.date(2026, 10, 14))
    >>> run_out(dt.date(2026, 10, 1), dt.date(2026, 11, 1), [ten_days])
    datetime.date(2026, 11, 11)
    """
    done = start
    for first, last in sorted(pauses):
        begin = max(first, done + _DAY)
        if begin <= last and begin <= end:
            end += last - begin + _DAY
            done = last
    return end


def at_london(moment: dt.datetime) -> dt.datetime:
    """Return a moment in UTC; one without an offset is what a clock in London showed.

    The hour that comes twice when summer time ends is taken as the first of the two, which is the earlier.

    Raises
    ------
    ValueError
        Clocks in London never showed this: they were put forward over it.

    >>> at_london(dt.datetime(2026, 7, 1, 9, 0)).isoformat()
    '2026-07-01T08:00:00+00:00'
    """
    if moment.tzinfo is not None:
        return moment.astimezone(dt.UTC)
    utc = moment.replace(tzinfo=LONDON, fold=0).astimezone(dt.UTC)
    if utc.astimezone(LONDON).replace(tzinfo=None, fold=0) != moment.replace(fold=0):
        raise ValueError("clocks in London were put forward over this hour")
    return utc


def comes_twice(moment: dt.datetime) -> bool:
    """Say whether a moment without an offset is one that clocks in London showed twice.

    >>> comes_twice(dt.datetime(2026, 10, 25, 1, 30)), comes_twice(dt.datetime(2026, 10, 25, 2, 30))
    (True, False)
    """
    first, second = (
        moment.replace(tzinfo=LONDON, fold=fold).utcoffset() or dt.timedelta() for fold in (0, 1)
    )
    return moment.tzinfo is None and first > second


def add_hours(moment: dt.datetime, hours: int) -> dt.datetime:
    """Return the moment, in UTC, when some hours have passed since another, whatever clocks show.

    >>> add_hours(dt.datetime(2026, 11, 20, 14, 35), 72).isoformat()
    '2026-11-23T14:35:00+00:00'
    """
    return at_london(moment) + dt.timedelta(hours=hours)


def add_whole_hours(moment: dt.datetime, hours: int) -> dt.datetime:
    """Return the end, in UTC, of a period of hours that leaves out the clock hour of the event.

    So Reg. 1182/71 Art. 3(1) counts. Later than `add_hours`, by an hour at most.

    >>> add_whole_hours(dt.datetime(2026, 11, 20, 14, 35), 72).isoformat()
    '2026-11-23T15:00:00+00:00'
    """
    utc = at_london(moment)
    hour = utc.replace(minute=0, second=0, microsecond=0)
    return hour + dt.timedelta(hours=hours + 1)


def spoken(day: dt.date) -> str:
    """Return a date in words, whatever the language of the machine.

    >>> spoken(dt.date(2026, 12, 22))
    'Tuesday 22 December 2026'
    """
    return f"{_WEEKDAYS[day.weekday()]} {long_date(day)}"


def spoken_moment(moment: dt.datetime) -> str:
    """Return a moment in words, as a clock in London shows it.

    >>> spoken_moment(dt.datetime(2026, 7, 1, 8, 5, tzinfo=dt.UTC))
    'Wednesday 1 July 2026, 09:05 (BST)'
    """
    shown = at_london(moment).astimezone(LONDON)
    exact = f":{shown.second:02}" if shown.second else ""
    return f"{spoken(shown.date())}, {shown.hour:02}:{shown.minute:02}{exact} ({shown.tzname()})"
