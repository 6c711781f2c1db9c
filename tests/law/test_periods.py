"""The arithmetic of periods, against slow and literal readings of the rule."""

import calendar
import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_lib.law.periods import (
    LONDON,
    add_days,
    add_hours,
    add_months,
    add_whole_hours,
    at_london,
    comes_twice,
    run_out,
    spoken_moment,
)

DAY = dt.timedelta(days=1)
days = st.dates(dt.date(2018, 1, 1), dt.date(2060, 12, 31))
moments = st.datetimes(dt.datetime(2018, 6, 1), dt.datetime(2030, 12, 31))


@st.composite
def some_pauses(draw, start):
    found = []
    for _ in range(draw(st.integers(0, 4))):
        first = start + draw(st.integers(-20, 120)) * DAY
        found.append((first, first + draw(st.integers(0, 40)) * DAY))
    return found


@pytest.mark.parametrize(
    ("day", "months", "end"),
    [
        ("2027-01-31", 1, "2027-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2026-12-31", 2, "2027-02-28"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-02-28", 1, "2026-03-28"),
        ("2026-10-31", 1, "2026-11-30"),
    ],
)
def test_a_month_ends_on_the_same_date_or_on_the_last_of_the_month(day, months, end):
    assert add_months(dt.date.fromisoformat(day), months) == dt.date.fromisoformat(end)


@settings(max_examples=1000)
@given(days, st.integers(1, 14))
def test_months_walked_day_by_day_end_on_the_same_date(day, months):
    """Walk on until the month has changed often enough, then to the date or as far as the month goes."""
    at, changes = day, 0
    while changes < months:
        at += DAY
        changes += at.day == 1
    while at.day < day.day and (at + DAY).month == at.month:
        at += DAY
    assert add_months(day, months) == at
    assert at.day == min(day.day, calendar.monthrange(at.year, at.month)[1])


@given(days, st.integers(1, 60))
def test_days_are_counted_from_the_day_after(day, number):
    counted, at = 0, day
    while counted < number:
        at += DAY
        counted += 1
    assert add_days(day, number) == at


@settings(max_examples=2000)
@given(st.data(), days, st.integers(1, 92))
def test_days_that_do_not_count_are_walked_over(data, start, length):
    """Each day after the event counts unless a pause covers it; the period is over when enough have."""
    pauses = data.draw(some_pauses(start))
    counted, at = 0, start
    while counted < length:
        at += DAY
        counted += not any(first <= at <= last for first, last in pauses)
    assert run_out(start, start + length * DAY, pauses) == at


@settings(max_examples=2000)
@given(moments, st.integers(1, 200))
def test_hours_are_elapsed_time_whatever_clocks_show(moment, hours):
    utc = moment.replace(tzinfo=dt.UTC)
    minutes = 0
    at = utc
    while minutes < hours * 60:
        at += dt.timedelta(minutes=60)
        minutes += 60
    assert add_hours(utc, hours) == at


@given(moments)
def test_the_strict_reading_ends_on_a_full_hour_and_at_most_an_hour_later(moment):
    utc = moment.replace(tzinfo=dt.UTC)
    later = add_whole_hours(utc, 72) - add_hours(utc, 72)
    assert dt.timedelta() < later <= dt.timedelta(hours=1)
    assert add_whole_hours(utc, 72).minute == 0


@pytest.mark.parametrize(
    ("shown", "end"),
    [
        ("2026-11-20T14:35", "Monday 23 November 2026, 14:35 (GMT)"),
        ("2026-10-23T14:35", "Monday 26 October 2026, 13:35 (GMT)"),
        ("2026-03-27T14:35", "Monday 30 March 2026, 15:35 (BST)"),
        ("2028-02-27T00:00", "Wednesday 1 March 2028, 00:00 (GMT)"),
    ],
)
def test_seventy_two_hours_across_changes_of_the_clocks(shown, end):
    assert spoken_moment(add_hours(dt.datetime.fromisoformat(shown), 72)) == end


def test_an_hour_that_never_was_is_refused():
    with pytest.raises(ValueError, match="put forward"):
        at_london(dt.datetime(2026, 3, 29, 1, 30))


def test_an_hour_that_came_twice_is_the_first():
    shown = dt.datetime(2026, 10, 25, 1, 30)
    assert comes_twice(shown)
    assert at_london(shown) == dt.datetime(2026, 10, 25, 0, 30, tzinfo=dt.UTC)
    assert at_london(shown.replace(fold=1)) == at_london(shown)


def test_an_offset_that_is_given_is_kept_to():
    paris = dt.timezone(dt.timedelta(hours=2))
    assert at_london(dt.datetime(2026, 7, 1, 10, 0, tzinfo=paris)).hour == 8


@given(moments)
def test_what_london_showed_is_shown_again(moment):
    shown = moment.replace(tzinfo=dt.UTC).astimezone(LONDON).replace(tzinfo=None, fold=0)
    assert at_london(shown).astimezone(LONDON).replace(tzinfo=None, fold=0) == shown
