"""What people were promised: restrictions, deletions, consents, requests, ends, and how long data is kept."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterable
from typing import Any

from audit_lib.model.data_map import DataMap
from audit_lib.model.evidence_source import SourceKind
from audit_lib.model.noun import Gap
from audit_lib.model.restriction import Ground, Restriction
from audit_lib.model.retention import Retention

from .reference_rows import Row


class Promises:
    """The rows of the sources that observations are judged against, by whom they are about.

    `starts` says of each source of ends which retention statements it starts.
    """

    def __init__(
        self,
        rows: Callable[[SourceKind], Iterable[Row]],
        starts: dict[str, tuple[str, ...]],
        asks_for_requests: bool,
    ) -> None:
        self.restrictions = by(rows(SourceKind.RESTRICTIONS), lambda row: row.person)
        self.deletions = by(rows(SourceKind.DELETIONS), lambda row: row.person)
        self.consents = by(rows(SourceKind.CONSENTS), lambda row: (row.person, row.purpose))
        self.requests = by(rows(SourceKind.REQUESTS), lambda row: (row.person, row.recipient))
        self.consent_purposes = {purpose for _, purpose in self.consents}
        self.asks_for_requests = asks_for_requests
        self.started = {rule for rules in starts.values() for rule in rules}
        self.ends: dict[tuple[str | None, str], list[Row]] = {}
        for row in rows(SourceKind.ENDS):
            for rule in starts[row.source]:
                self.ends.setdefault((row.person, rule), []).append(row)


def by(rows: Iterable[Row], key: Callable[[Row], Any]) -> dict[Any, list[Row]]:
    found: dict[Any, list[Row]] = {}
    for row in rows:
        # Nobody knows what a word says that stands for nothing, nor since when what has no moment holds.
        if not row.unresolved and row.at is not None:
            found.setdefault(key(row), []).append(row)
    return found


def holds(row: Row, at: int | None) -> bool:
    """Say whether a moment lies from the start of a row to its end, which is without it."""
    return row.at <= at and (row.until is None or at < row.until)


def restriction(row: Row) -> Restriction:
    """Return a row of a restriction list as a restriction that is in force; `holds` says when it is."""
    return Restriction.model_construct(
        ground=Ground(row.ground) if row.ground else Ground.ACCURACY,
        since=dt.date.min,
        until=None,
        data=(row.data,) if row.data else (),
        activities=(row.activity,) if row.activity else (),
    )


def retention_rule(data_map: DataMap, started: set[str], data: str, activity: str | None) -> Retention | None:
    """Return the statement that says how long: the most particular, then the longest, then the first."""
    above = [data]
    while data_map.category[above[-1]].parent:
        above.append(str(data_map.category[above[-1]].parent))
    found = []
    for position, rule in enumerate(data_map.retention):
        depths = [depth for depth, each in enumerate(above) if each in rule.data]
        speaks_of_data = depths or not rule.data
        speaks_of_activity = not rule.activities or activity in rule.activities
        stated = not isinstance(rule.period, Gap) and rule.id in started
        if stated and speaks_of_data and speaks_of_activity:
            depth = depths[0] if depths else len(data_map.data)
            found.append((not rule.activities, depth, -length(str(rule.period)), position))
    return data_map.retention[min(found)[-1]] if found else None


def parts(period: str) -> dict[str, int]:
    """Return years, months, weeks and days of a period such as P1Y6M."""
    return {unit: int(many) for many, unit in re.findall(r"(\d+)([YMWD])", period)}


def length(period: str) -> int:
    """Return about how many days a period has, to tell the longer of two."""
    days = {"Y": 366, "M": 31, "W": 7, "D": 1}
    return sum(days[unit] * many for unit, many in parts(period).items())


def end_of(start: dt.date, period: str) -> dt.date:
    """Return the last day of a period: years and months by the calendar, then weeks and days."""
    said = parts(period)
    months = start.year * 12 + start.month - 1 + 12 * said.get("Y", 0) + said.get("M", 0)
    year, month = months // 12, months % 12 + 1
    if year > dt.MAXYEAR:
        return dt.date.max
    day = min(start.day, calendar.monthrange(year, month)[1])
    more = 7 * said.get("W", 0) + said.get("D", 0)
    return dt.date.fromordinal(min(dt.date(year, month, day).toordinal() + more, dt.date.max.toordinal()))
