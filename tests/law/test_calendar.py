"""Bank holidays and working days of the three nations."""

import datetime as dt
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_lib.errors import ParameterError
from audit_lib.law.calendar import (
    FIRST_DAY,
    KNOWN_YEARS,
    LAST_DAY,
    Nation,
    bank_holidays,
    is_working_day,
    nation_of,
    next_working_day,
)

E, S, N = Nation.ENGLAND_AND_WALES, Nation.SCOTLAND, Nation.NORTHERN_IRELAND

#: The published lists, month and day, substitute days in place of the days that they stand for.
PUBLISHED = {
    (E, 2024): "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    (E, 2025): "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    (E, 2026): "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    (E, 2027): "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
    (E, 2028): "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
    (S, 2024): "01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26",
    (S, 2025): "01-01 01-02 04-18 05-05 05-26 08-04 12-01 12-25 12-26",
    (S, 2026): "01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28",
    (S, 2027): "01-01 01-04 03-26 05-03 05-31 08-02 11-30 12-27 12-28",
    (S, 2028): "01-03 01-04 04-14 05-01 05-29 08-07 11-30 12-25 12-26",
    (N, 2024): "01-01 03-18 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26",
    (N, 2025): "01-01 03-17 04-18 04-21 05-05 05-26 07-14 08-25 12-25 12-26",
    (N, 2026): "01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28",
    (N, 2027): "01-01 03-17 03-26 03-29 05-03 05-31 07-12 08-30 12-27 12-28",
    (N, 2028): "01-03 03-17 04-14 04-17 05-01 05-29 07-12 08-28 12-25 12-26",
}

days = st.dates(FIRST_DAY, LAST_DAY - dt.timedelta(days=10))
nations = st.sampled_from([*Nation, None])


@pytest.mark.parametrize(("nation", "year"), PUBLISHED)
def test_the_holidays_on_weekdays_are_those_of_the_published_list(nation, year):
    found = [day for day in bank_holidays(nation, year) if day.weekday() < 5]
    assert " ".join(f"{day:%m-%d}" for day in found) == PUBLISHED[nation, year]


@pytest.mark.parametrize(
    ("nation", "day"),
    [
        (E, (2020, 5, 8)),
        (E, (2022, 6, 2)),
        (S, (2022, 6, 3)),
        (N, (2022, 9, 19)),
        (S, (2023, 5, 8)),
        (S, (2026, 6, 15)),
    ],
)
def test_one_off_days_and_days_that_were_moved_are_free(nation, day):
    assert not is_working_day(dt.date(*day), nation)


def test_the_one_off_day_of_scotland_is_a_working_day_elsewhere():
    day = dt.date(2026, 6, 15)
    assert [is_working_day(day, nation) for nation in (E, S, N, None)] == [True, False, True, True]


def test_easter_monday_is_no_bank_holiday_in_scotland():
    assert is_working_day(dt.date(2027, 3, 29), S)


@given(days, nations)
def test_the_next_working_day_is_the_first_that_is_one(day, nation):
    found = next_working_day(day, nation)
    assert found >= day
    assert is_working_day(found, nation)
    between = [day + dt.timedelta(days=n) for n in range((found - day).days)]
    assert not any(is_working_day(each, nation) for each in between)


@given(days)
def test_without_a_nation_the_date_is_the_earliest_of_the_three(day):
    assert next_working_day(day, None) == min(next_working_day(day, nation) for nation in Nation)


@pytest.mark.parametrize("year", [KNOWN_YEARS[0] - 1, KNOWN_YEARS[-1] + 1])
def test_years_that_cannot_be_known_are_refused(year):
    with pytest.raises(ParameterError, match=f"those of {year} cannot be counted on"):
        bank_holidays(E, year)
    with pytest.raises(ParameterError, match="Bank holidays are known for 2018 to 2028"):
        next_working_day(dt.date(year, 6, 2), E)


def test_the_holidays_of_a_year_cannot_be_changed_by_who_reads_them():
    with pytest.raises(TypeError):
        bank_holidays(E, 2026)[dt.date(2026, 1, 5)] = "Mine"


@pytest.mark.parametrize(
    ("jurisdiction", "nation"),
    [
        ("England", E),
        ("Wales", E),
        ("England and Wales", E),
        ("United Kingdom (scotland)", S),
        ("Northern Ireland", N),
        ("United Kingdom", None),
        ("England, Scotland", None),
        ("Ireland", None),
        ("", None),
    ],
)
def test_the_jurisdiction_names_the_nation(jurisdiction, nation):
    assert nation_of(jurisdiction) is nation


def test_the_library_of_holidays_is_loaded_only_when_a_holiday_is_asked_for():
    program = "import sys, audit_lib.rights.deadlines; print('holidays' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
