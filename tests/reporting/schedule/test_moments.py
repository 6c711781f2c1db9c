"""When a job is due: what Debian's cron would do, whichever way the question is asked."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_lib.reporting.schedule.moments import (
    MAX_LISTED,
    between,
    cron_fault,
    following,
    in_words,
    latest,
    zone_fault,
)

from .conftest import utc

LONDON = "Europe/London"


def local(moments, zone=LONDON):
    return [f"{moment.astimezone(ZoneInfo(zone)):%m-%d %H:%M %Z}" for moment in moments]


def test_a_fixed_time_that_spring_leaves_out_comes_right_after_the_gap():
    found = between("30 1 * * *", LONDON, utc("2026-03-28T00:00"), utc("2026-03-31T00:00"))
    assert local(found) == ["03-28 01:30 GMT", "03-29 02:00 BST", "03-30 01:30 BST"]


def test_two_fixed_times_in_the_gap_of_spring_come_once():
    found = between("0,30 1 * * *", LONDON, utc("2026-03-29T00:00"), utc("2026-03-29T12:00"))
    assert local(found) == ["03-29 02:00 BST"]


def test_a_fixed_time_that_autumn_repeats_comes_once_the_first_time():
    found = between("30 1 * * *", LONDON, utc("2026-10-24T00:00"), utc("2026-10-27T00:00"))
    assert local(found) == ["10-24 01:30 BST", "10-25 01:30 BST", "10-26 01:30 GMT"]


def test_each_hour_goes_on_through_both_changes():
    spring = between("0 * * * *", LONDON, utc("2026-03-28T23:30"), utc("2026-03-29T03:30"))
    autumn = between("0 * * * *", LONDON, utc("2026-10-24T22:30"), utc("2026-10-25T03:30"))
    assert local(spring) == ["03-29 00:00 GMT", "03-29 02:00 BST", "03-29 03:00 BST", "03-29 04:00 BST"]
    assert local(autumn) == [
        "10-25 00:00 BST", "10-25 01:00 BST", "10-25 01:00 GMT", "10-25 02:00 GMT", "10-25 03:00 GMT",
    ]  # fmt: skip


def test_in_the_repeated_hour_the_last_moment_is_not_that_of_the_day_before():
    second_time_round = utc("2026-10-25T01:15")
    assert latest("30 1 * * *", LONDON, second_time_round) == utc("2026-10-25T00:30")
    assert following("30 1 * * *", LONDON, second_time_round) == utc("2026-10-26T01:30")


def test_a_moment_is_due_at_itself_and_the_following_is_another():
    at = utc("2026-03-30T06:00")
    assert latest("0 7 * * 1", LONDON, at) == at
    assert latest("0 7 * * 1", LONDON, at - dt.timedelta(seconds=1)) == utc("2026-03-23T07:00")
    assert following("0 7 * * 1", LONDON, at) == utc("2026-04-06T06:00")


def test_the_leap_day_comes_in_leap_years():
    assert latest("0 7 29 2 *", LONDON, utc("2027-06-01T00:00")) == utc("2024-02-29T07:00")
    assert following("0 7 29 2 *", LONDON, utc("2026-06-01T00:00")) == utc("2028-02-29T07:00")


def test_the_last_day_of_the_month_follows_the_calendar():
    found = between("0 12 L * *", LONDON, utc("2028-01-01T00:00"), utc("2028-04-01T00:00"))
    assert local(found) == ["01-31 12:00 GMT", "02-29 12:00 GMT", "03-31 12:00 BST"]


def test_no_more_than_a_thousand_are_listed():
    found = between("* * * * *", LONDON, utc("2026-01-01T00:00"), utc("2026-02-01T00:00"))
    assert len(found) == MAX_LISTED


@pytest.mark.parametrize("zone", [LONDON, "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"])
@pytest.mark.parametrize(
    "cron", ["30 1 * * *", "*/20 1,2 * * *", "0 * * * *", "15 2 * * 0", "0,30 0-3 * * *"]
)
@settings(max_examples=25)
@given(minutes=st.integers(0, 525_600))
def test_looking_back_finds_what_looking_ahead_finds(cron, zone, minutes):
    now = utc("2026-01-15T00:00") + dt.timedelta(minutes=minutes)
    ahead = between(cron, zone, now - dt.timedelta(days=9), now + dt.timedelta(seconds=1))
    assert latest(cron, zone, now) == ahead[-1]
    before = ahead[-1] - dt.timedelta(seconds=1)
    assert following(cron, zone, before) == ahead[-1]
    assert ahead == sorted(set(ahead))


@pytest.mark.parametrize(
    ("cron", "fault"),
    [
        ("@daily", "five fields"),
        ("0 0 7 * * 1", "five fields"),
        ("0 7 * *", "five fields"),
        ("60 7 * * *", "its minute is none"),
        ("0 7 0 * *", "its day of month is none"),
        ("0 7 30 2 *", "its day of month is none"),
        ("0 7 * * FUN", "its day of week is none"),
        ("0 " * 5_000, "five fields"),
    ],
)
def test_what_is_no_cron_expression_is_told(cron, fault):
    assert fault in cron_fault(cron)


@pytest.mark.parametrize("zone", ["GMT+25", "../../etc/passwd", "", "London", "X" * 10_000])
def test_what_is_no_zone_is_told(zone):
    assert "no time zone has this name" in zone_fault(zone)


def test_words_name_the_zone():
    assert in_words("30 18 L * *", LONDON) == "At 18:30 on the last day of every month (Europe/London)"
