"""Moments in all usual forms, in the zone of their source."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_lib.evidence.intake.moments import Part, of_text, of_type, part_of_day, written
from audit_lib.evidence.intake.session import literal, session
from audit_lib.model.evidence_source import Column, SourceKind

EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
MICROSECOND = dt.timedelta(microseconds=1)


def moments(texts, zone="Europe/London", part=Part.NOON, day_first=True):
    """Return the moment of each text in UTC, or None."""
    listed = ", ".join(f"({place}, {literal(text)})" for place, text in enumerate(texts))
    with session(Path("/nowhere")) as database:
        found = database.run(
            f"SELECT {of_text('x', 'iso', zone, part)} FROM (SELECT n, x, "
            f"{written('x', day_first=day_first)} AS iso FROM (VALUES {listed}) AS t(n, x)) ORDER BY n"
        ).fetchall()
    return [
        None if value is None else (EPOCH + value * MICROSECOND).replace(tzinfo=None) for (value,) in found
    ]


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-07-01T14:05:06+01:00", "2026-07-01 13:05:06"),
        ("2026-07-01T14:05:06-0330", "2026-07-01 17:35:06"),
        ("2026-07-01T14:05:06.5Z", "2026-07-01 14:05:06.5"),
        ("2026-07-01 14:05:06.123456", "2026-07-01 13:05:06.123456"),
        ("2026-07-01 14:05:06.1234567", "2026-07-01 13:05:06.123456"),
        ("2026-07-01 14:05:06,123", "2026-07-01 13:05:06.123"),
        ("2026-07-01 14:05:06 +01", "2026-07-01 13:05:06"),
        ("2026-07-01 14:05 UTC", "2026-07-01 14:05"),
        ("2026-01-01 14:05", "2026-01-01 14:05"),
        ("01/07/2026 14:05", "2026-07-01 13:05"),
        ("1.7.2026, 14:05:06", "2026-07-01 13:05:06"),
        ("1/7/2026 2:05 PM", "2026-07-01 13:05"),
        ("1/7/2026 12:05:06 am", "2026-06-30 23:05:06"),
        ("20260701T140506Z", "2026-07-01 14:05:06"),
        ("20260701140506", "2026-07-01 13:05:06"),
        ("1782914706", "2026-07-01 14:05:06"),
        ("1782914706.25", "2026-07-01 14:05:06.25"),
        ("1782914706123", "2026-07-01 14:05:06.123"),
        ("1782914706123456", "2026-07-01 14:05:06.123456"),
        ("1782914706123456789", "2026-07-01 14:05:06.123456"),
    ],
)
def test_a_moment_is_read_in_every_usual_form(text, moment) -> None:
    assert moments([text]) == [dt.datetime.fromisoformat(moment)]


def test_the_month_comes_first_where_the_source_says_so() -> None:
    assert moments(["07/01/2026 14:05"], day_first=False) == [dt.datetime(2026, 7, 1, 13, 5)]


@pytest.mark.parametrize("text", ["2026-07-01", "01/07/2026", "1-7-2026", "20260701"])
@pytest.mark.parametrize(
    ("part", "moment"),
    [
        (Part.START, "2026-06-30 23:00"),
        (Part.NOON, "2026-07-01 11:00"),
        (Part.MIDNIGHT, "2026-07-01 23:00"),
        (Part.LAST, "2026-07-01 22:59:59.999999"),
    ],
)
def test_a_day_stands_for_a_moment_of_the_local_day(text, part, moment) -> None:
    assert moments([text], part=part) == [dt.datetime.fromisoformat(moment)]


@pytest.mark.parametrize(
    ("kind", "column", "part"),
    [
        ("disclosures", "at", "noon"),
        ("receipts", "at", "noon"),
        ("restrictions", "since", "midnight"),
        ("restrictions", "until", "start"),
        ("consents", "since", "start"),
        ("consents", "until", "midnight"),
        ("ends", "at", "start"),
        ("requests", "at", "start"),
        ("deletions", "at", "last"),
    ],
)
def test_a_day_is_read_in_favour_of_the_organisation(kind, column, part) -> None:
    assert part_of_day(SourceKind(kind), Column(column)).value == part


@pytest.mark.parametrize(
    "text",
    [
        "2026-02-30",
        "2026-13-01",
        "31/31/2026",
        "2026-07-01 25:00",
        "2026-07-01 14:05+99:00",
        "01/07/26",
        "yesterday",
        "infinity",
        "epoch",
        "0",
        "12345",
        "2026-07-01 14:05 Mars/Olympus",
        "2026-07-01; DROP TABLE x",
    ],
)
def test_what_is_no_moment_is_none(text) -> None:
    assert moments([text]) == [None]


@pytest.mark.parametrize("zone", ["Europe/London", "America/New_York", "Asia/Kathmandu", "UTC"])
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_local_moments_are_those_of_the_zone_at_all_times_of_the_year(zone, data) -> None:
    walls = data.draw(
        st.lists(
            st.datetimes(dt.datetime(1990, 1, 1), dt.datetime(2037, 12, 31)),
            min_size=1,
            max_size=50,
            unique=True,
        )
    )
    assert moments([str(wall) for wall in walls], zone=zone) == [_by_zoneinfo(wall, zone) for wall in walls]


@pytest.mark.parametrize("zone", ["Europe/London", "America/New_York"])
def test_the_hours_around_both_changes_of_the_clocks_are_right(zone) -> None:
    days = [
        dt.datetime(2026, 3, 29),
        dt.datetime(2026, 10, 25),
        dt.datetime(2026, 3, 8),
        dt.datetime(2026, 11, 1),
    ]
    walls = [day + dt.timedelta(minutes=minute) for day in days for minute in range(0, 1440, 15)]
    assert moments([str(wall) for wall in walls], zone=zone) == [_by_zoneinfo(wall, zone) for wall in walls]


def test_a_moment_that_occurs_twice_is_the_later_one() -> None:
    assert moments(["2026-10-25 01:30"]) == [dt.datetime(2026, 10, 25, 1, 30)]


def test_a_moment_that_does_not_occur_is_shifted_forward() -> None:
    assert moments(["2026-03-29 01:30"]) == moments(["2026-03-29 02:30"])


def _by_zoneinfo(wall: dt.datetime, zone: str) -> dt.datetime:
    """The later of two; where there is none, what the clock before the change would show."""
    earlier, later = (
        wall.replace(tzinfo=ZoneInfo(zone), fold=fold).astimezone(dt.UTC).replace(tzinfo=None)
        for fold in (0, 1)
    )
    return max(earlier, later)


@pytest.mark.parametrize(
    ("sql", "kind", "moment"),
    [
        ("TIMESTAMP '2026-07-01 14:05:06'", "TIMESTAMP", "2026-07-01 13:05:06"),
        ("TIMESTAMP_MS '2026-07-01 14:05:06.5'", "TIMESTAMP_MS", "2026-07-01 13:05:06.5"),
        ("TIMESTAMP_NS '2026-07-01 14:05:06.5'", "TIMESTAMP_NS", "2026-07-01 13:05:06.5"),
        ("TIMESTAMPTZ '2026-07-01 14:05:06+01'", "TIMESTAMP WITH TIME ZONE", "2026-07-01 13:05:06"),
        ("DATE '2026-07-01'", "DATE", "2026-07-01 11:00:00"),
    ],
)
def test_a_typed_moment_is_read_like_one_in_text(sql, kind, moment) -> None:
    with session(Path("/nowhere")) as database:
        (value,) = database.one(
            f"SELECT {of_type('x', kind, 'Europe/London', Part.NOON)} FROM (SELECT {sql} AS x)"
        )
    assert (EPOCH + value * MICROSECOND).replace(tzinfo=None) == dt.datetime.fromisoformat(moment)


@pytest.mark.parametrize("kind", ["TIMESTAMP", "DATE", "TIMESTAMP WITH TIME ZONE"])
def test_an_endless_moment_is_none(kind) -> None:
    with session(Path("/nowhere")) as database:
        sql = f"SELECT {of_type('x', kind, 'UTC', Part.NOON)} FROM (SELECT CAST('infinity' AS {kind}) AS x)"
        assert database.one(sql) == (None,)
