"""Moments as microseconds since 1970 in UTC, and the days that clocks of the map show at them."""

from __future__ import annotations

import datetime as dt
from typing import Final

from ...law.periods import LONDON

_EPOCH: Final = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def moment_of(micros: int) -> dt.datetime:
    """Return a moment in UTC; one outside the years 1 to 9999 becomes the first or the last there is.

    >>> moment_of(0).isoformat()
    '1970-01-01T00:00:00+00:00'
    """
    try:
        return _EPOCH + dt.timedelta(microseconds=micros)
    except OverflowError:
        edge = dt.datetime.max if micros > 0 else dt.datetime.min
        return edge.replace(tzinfo=dt.UTC)


def day_of(micros: int) -> dt.date:
    """Return the local day of a moment.

    >>> day_of(1_782_863_400_000_000)  # ten to midnight in UTC
    datetime.date(2026, 7, 1)
    """
    moment = moment_of(micros)
    try:
        return moment.astimezone(LONDON).date()
    except OverflowError:
        return moment.date()


def said_moment(micros: int) -> str:
    """Return a moment as local clocks show it, with its offset from UTC, to the second.

    >>> said_moment(1_782_863_400_000_000)
    '2026-07-01T00:50:00+01:00'
    """
    moment = moment_of(micros)
    try:
        return moment.astimezone(LONDON).isoformat(timespec="seconds")
    except OverflowError:
        return moment.isoformat(timespec="seconds")


def said_day(micros: int) -> str:
    """Return the local day of a moment as a date.

    >>> said_day(0)
    '1970-01-01'
    """
    return day_of(micros).isoformat()
