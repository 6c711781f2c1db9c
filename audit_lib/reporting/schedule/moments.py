"""When a job is due: cron expressions in a time zone, as Debian's cron takes them when clocks change.

A fixed time that a change of the clock leaves out comes right after the gap; one that comes twice counts the
first time. Expressions with a star in minute or hour follow the hours that really pass. All moments that are
given back are UTC and whole seconds.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo, available_timezones

from cronsim import CronSim, CronSimError

from ...errors import did_you_mean

#: Moments are looked for from further off: where clocks change, local order and real order differ.
_MARGIN: Final = dt.timedelta(hours=3)

#: How many moments are listed or counted at most.
MAX_LISTED: Final = 1_000


def cron_fault(cron: str) -> str | None:
    """Return what is wrong with a cron expression, or None.

    >>> cron_fault("0 7 * * 1"), cron_fault("0 25 * * 1")
    (None, 'its hour is none; write minute, hour, day, month and weekday, such as "0 7 * * 1"')
    """
    form = 'write minute, hour, day, month and weekday, such as "0 7 * * 1"'
    if len(cron) > 200 or len(cron.split()) != 5:
        return f"five fields are wanted; {form}"
    try:
        start = CronSim(cron, dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    except CronSimError as error:
        field = str(error).removeprefix("Bad ").replace("-", " ")
        return f"its {field} is none; {form}"
    return None if next(start, None) else "no day is ever like this"


def zone_fault(zone: str) -> str | None:
    """Return what is wrong with the name of a time zone, or None.

    >>> zone_fault("Europe/London"), zone_fault("europe/londn")
    (None, 'no time zone has this name. Did you mean "Europe/London"?')
    """
    known = _zones()
    if zone in known.values():
        return None
    near = did_you_mean(zone, known)
    for low in [name for name in known if f'"{name}"' in near]:
        near = near.replace(f'"{low}"', f'"{known[low]}"')
    return f"no time zone has this name{f'.{near}' if near else '; write one like Europe/London'}"


@cache
def _zones() -> dict[str, str]:
    """Return the names of time zones by their small letters."""
    return {name.lower(): name for name in sorted(available_timezones())}


def latest(cron: str, zone: str, now: dt.datetime) -> dt.datetime | None:
    """Return the last moment at or before `now`; None where there is none in fifty years.

    >>> latest("0 7 * * 1", "Europe/London", dt.datetime(2026, 3, 31, 12, tzinfo=dt.UTC)).isoformat()
    '2026-03-30T06:00:00+00:00'
    """
    back = CronSim(cron, (now + _MARGIN).astimezone(ZoneInfo(zone)), reverse=True)
    return next((moment for moment in _utc(back) if moment <= now), None)


def following(cron: str, zone: str, after: dt.datetime) -> dt.datetime | None:
    """Return the first moment after `after`; None where there is none in fifty years.

    >>> following("30 1 * * *", "Europe/London", dt.datetime(2026, 3, 29, tzinfo=dt.UTC)).isoformat()
    '2026-03-29T01:00:00+00:00'
    """
    ahead = CronSim(cron, (after - _MARGIN).astimezone(ZoneInfo(zone)))
    return next((moment for moment in _utc(ahead) if moment > after), None)


def between(cron: str, zone: str, after: dt.datetime, before: dt.datetime) -> list[dt.datetime]:
    """Return the moments after one and before another, the first thousand of them.

    >>> week = dt.datetime(2026, 3, 28, tzinfo=dt.UTC), dt.datetime(2026, 3, 31, tzinfo=dt.UTC)
    >>> [moment.hour for moment in between("0 7 * * *", "Europe/London", *week)]
    [7, 6, 6]
    """
    found: list[dt.datetime] = []
    ahead = CronSim(cron, (after - _MARGIN).astimezone(ZoneInfo(zone)))
    for moment in _utc(ahead):
        if moment >= before or len(found) == MAX_LISTED:
            break
        if moment > after:
            found.append(moment)
    return found


def in_words(cron: str, zone: str) -> str:
    """Return a cron expression as a reader says it.

    >>> in_words("0 7 * * 1", "Europe/London")
    'At 07:00 on Monday (Europe/London)'
    """
    said = CronSim(cron, dt.datetime(2026, 1, 1, tzinfo=dt.UTC)).explain()
    return f"{said} ({zone})"


def local_day(moment: dt.datetime, zone: str) -> dt.date:
    """Return which day a moment is on, where the zone is.

    >>> local_day(dt.datetime(2026, 6, 30, 23, 30, tzinfo=dt.UTC), "Europe/London").isoformat()
    '2026-07-01'
    """
    return moment.astimezone(ZoneInfo(zone)).date()


def clock_time(moment: dt.datetime, zone: str) -> str:
    """Return what calendar and clock show at a moment, where the zone is.

    >>> clock_time(dt.datetime(2026, 3, 30, 6, tzinfo=dt.UTC), "Europe/London")
    'Mon 2026-03-30 07:00'
    """
    local = moment.astimezone(ZoneInfo(zone))
    name = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[local.weekday()]
    return f"{name} {local:%Y-%m-%d %H:%M}"


def start_of_day(day: dt.date, zone: str) -> dt.datetime:
    """Return when a day begins, where the zone is.

    >>> start_of_day(dt.date(2026, 7, 1), "Europe/London").isoformat()
    '2026-06-30T23:00:00+00:00'
    """
    return dt.datetime.combine(day, dt.time(), ZoneInfo(zone)).astimezone(dt.UTC)


def _utc(moments: Iterator[dt.datetime]) -> Iterator[dt.datetime]:
    """Yield moments in UTC, each once: two that fall into the same gap come at its end."""
    last = None
    for moment in moments:
        found = moment.astimezone(dt.UTC)
        if found != last:
            yield found
        last = found
