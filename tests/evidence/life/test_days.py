"""Local days, and where periods end."""

import datetime as dt

import pytest

from audit_lib.evidence.life.days import DAY, HOUR, ends_on, length, local_day, midnight


def test_a_day_in_summer_begins_an_hour_before_that_of_utc() -> None:
    assert midnight(dt.date(2026, 7, 1)) % DAY == 23 * HOUR
    assert local_day(midnight(dt.date(2026, 7, 1)) - 1) == dt.date(2026, 6, 30)


def test_the_day_on_which_the_clock_changes_has_23_or_25_hours() -> None:
    spring, autumn = dt.date(2026, 3, 29), dt.date(2026, 10, 25)
    assert midnight(spring + dt.timedelta(days=1)) - midnight(spring) == 23 * HOUR
    assert midnight(autumn + dt.timedelta(days=1)) - midnight(autumn) == 25 * HOUR


@pytest.mark.parametrize(
    ("start", "period", "end"),
    [
        ("2026-01-31", "P1M", "2026-02-28"),
        ("2024-02-29", "P1Y", "2025-02-28"),
        ("2026-11-30", "P3M", "2027-02-28"),
        ("2026-12-15", "P1M", "2027-01-15"),
        ("2026-01-31", "P1M1D", "2026-03-01"),
        ("2026-01-01", "P2W", "2026-01-15"),
        ("2026-01-01", "P0D", "2026-01-01"),
        ("2026-01-01", "P9999Y", "9999-12-31"),
    ],
)
def test_periods_go_by_the_calendar_and_no_further_than_the_end_of_a_month(
    start: str, period: str, end: str
) -> None:
    assert ends_on(dt.date.fromisoformat(start), period) == dt.date.fromisoformat(end)


def test_periods_are_compared_by_their_longest_years_and_months() -> None:
    assert [length(period) for period in ("P1Y", "P12M", "P52W", "P1Y1M1D")] == [366, 372, 364, 398]
