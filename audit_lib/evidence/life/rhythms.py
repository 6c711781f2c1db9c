"""When things happen: working hours, evenings, the first days of a month, or around the clock."""

from __future__ import annotations

import datetime as dt
from enum import IntEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ...model.data_map import DataMap
from ...model.flow import Flow
from ...model.purpose import PurposeKind
from ...model.system import SystemKind
from .days import HOUR, Moments, midnights


class Rhythm(IntEnum):
    """How a flow goes through days, weeks and the year."""

    OFFICE = 0
    ONLINE = 1
    ALWAYS = 2
    MONTHLY = 3


_MONTHLY: Final = frozenset({PurposeKind.RENT_AND_PAYMENTS, PurposeKind.INVESTOR_REPORTING})
_ALWAYS: Final = frozenset(
    {PurposeKind.SITE_SECURITY, PurposeKind.NETWORK_SECURITY, PurposeKind.CRIME_PREVENTION}
)
_ONLINE: Final = frozenset({SystemKind.APP, SystemKind.PORTAL, SystemKind.WEBSITE, SystemKind.ONLINE_FORM})
_DEVICES: Final = frozenset({SystemKind.CCTV, SystemKind.ACCESS_CONTROL, SystemKind.COOKIES})

_HOURS: Final = np.array(
    [
        [1, 1, 1, 1, 1, 1, 3, 20, 60, 100, 110, 100, 60, 80, 100, 100, 90, 60, 15, 6, 4, 3, 2, 1],
        [10, 5, 3, 2, 2, 4, 15, 35, 45, 50, 55, 60, 70, 60, 55, 60, 70, 90, 110, 120, 110, 90, 60, 25],
        [30, 22, 16, 14, 14, 18, 35, 70, 80, 70, 65, 65, 70, 70, 70, 75, 85, 95, 100, 95, 85, 75, 60, 45],
        [40, 90, 100, 90, 60, 30, 20, 20, 30, 30, 20, 15, 10, 10, 10, 10, 10, 8, 5, 4, 3, 3, 2, 2],
    ],
    dtype=float,
)
_WEEKDAYS: Final = np.array(
    [
        [1.1, 1.1, 1.0, 1.0, 0.9, 0.08, 0.04],
        [1.0, 0.9, 0.9, 0.9, 1.0, 1.2, 1.2],
        [0.9, 0.9, 0.9, 1.0, 1.1, 1.2, 1.0],
        [1.0, 1.0, 1.0, 1.0, 1.0, 0.3, 0.3],
    ]
)
#: What starts in summer and rests at the turn of the year, month by month.
_MONTHS: Final = np.array([0.8, 0.85, 0.95, 1.0, 1.05, 1.15, 1.25, 1.3, 1.3, 1.05, 0.9, 0.65])


def rhythm_of(data_map: DataMap, flow: Flow) -> Rhythm:
    """Return how a flow goes through the year, by its purpose and the system through which it goes.

    >>> from audit_lib.graph.example import example_map
    >>> rhythm_of(example_map(), example_map().flow["sue"]).name
    'OFFICE'
    """
    kind = data_map.purpose[data_map.activity[flow.activity].purpose].kind
    through = data_map.system.get(flow.via or "")
    via = through.kind if through else None
    if kind in _ALWAYS or via in _DEVICES:
        return Rhythm.ALWAYS
    if kind in _MONTHLY:
        return Rhythm.MONTHLY
    return Rhythm.ONLINE if via in _ONLINE else Rhythm.OFFICE


def hours(start: dt.date, days: int) -> Moments:
    """Return the moments at which the hours of a number of days begin, and at which the last one ends.

    >>> hours(dt.date(2026, 3, 29), 1).size
    24
    """
    ends = midnights(start, days)
    return np.arange(ends[0], ends[-1] + HOUR, HOUR, dtype=np.int64)


def busy(start: dt.date, days: int) -> NDArray[np.float64]:
    """Return how busy each rhythm (a row) is in each hour (a column) of a number of days.

    >>> busy(dt.date(2026, 3, 28), 2).shape
    (4, 47)
    """
    begins = midnights(start, days)
    at = hours(start, days)[:-1]
    day = np.searchsorted(begins, at, side="right") - 1
    hour = np.minimum((at - begins[day]) // HOUR, 23)
    dates = [start + dt.timedelta(days=n) for n in range(days)]
    weekday = np.array([date.weekday() for date in dates])[day]
    month = np.array([date.month - 1 for date in dates])[day]
    of_month = np.array([date.day for date in dates])[day]
    found: NDArray[np.float64] = _HOURS[:, hour] * _WEEKDAYS[:, weekday]
    found[Rhythm.OFFICE] *= _MONTHS[month]
    found[Rhythm.ONLINE] *= _MONTHS[month]
    found[Rhythm.MONTHLY] *= np.where(of_month <= 3, 12.0, np.where(of_month <= 7, 3.0, 0.5))
    return found
