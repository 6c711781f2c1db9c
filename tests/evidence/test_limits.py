"""Periods of retention by the calendar, which statement counts, and what rests on consent."""

from __future__ import annotations

import calendar
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_lib.evidence.limits import limit_day, longest_days, needs_consent, period, retention_rules
from audit_lib.graph.example import example_map
from audit_lib.model.activity import LawfulBasis
from audit_lib.model.data_map import DataMap
from audit_lib.model.retention import Retention

DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2100, 12, 31))


def with_retention(*statements: dict) -> DataMap:
    kept = tuple(
        Retention.model_validate({"name": one["id"], "stance": "recorded", **one}) for one in statements
    )
    return example_map().model_copy(update={"retention": kept})


def rule(data_map: DataMap, data: str, activity: str | None = None, started: str = "a b c") -> str | None:
    found = retention_rules(data_map, started.split())(data, activity)
    return found.id if found else None


@pytest.mark.parametrize(
    ("start", "duration", "last"),
    [
        ("2024-02-29", "P1Y", "2025-02-28"),
        ("2024-02-29", "P4Y", "2028-02-29"),
        ("2025-02-28", "P1Y", "2026-02-28"),
        ("2026-01-31", "P1M", "2026-02-28"),
        ("2026-10-31", "P1M", "2026-11-30"),
        ("2026-01-31", "P1M1D", "2026-03-01"),
        ("2026-12-31", "P2M", "2027-02-28"),
        ("2026-11-22", "P2W", "2026-12-06"),
        ("2026-11-22", "P0D", "2026-11-22"),
        ("2026-11-22", "P6Y3M10D", "2033-03-04"),
    ],
)
def test_a_period_ends_by_the_calendar(start: str, duration: str, last: str) -> None:
    assert limit_day(dt.date.fromisoformat(start), duration) == dt.date.fromisoformat(last)


@pytest.mark.parametrize("duration", ["P9999Y", "P9999Y9999M", "P99999D", "P9999W"])
def test_a_period_beyond_all_calendars_ends_with_the_last_day_at_most(duration: str) -> None:
    assert limit_day(dt.date(9990, 6, 1), duration) == dt.date.max


@given(DAYS, st.integers(0, 400))
def test_months_keep_the_day_or_stop_at_the_end_of_the_month(start: dt.date, months: int) -> None:
    last = limit_day(start, f"P{months}M")
    assert (last.year - start.year) * 12 + last.month - start.month == months
    assert last.day == start.day or last.day == calendar.monthrange(last.year, last.month)[1] < start.day


@given(DAYS, st.integers(0, 30))
def test_a_year_is_twelve_months(start: dt.date, years: int) -> None:
    assert limit_day(start, f"P{years}Y") == limit_day(start, f"P{12 * years}M")


@given(DAYS, st.integers(0, 10), st.integers(0, 40), st.integers(0, 900))
def test_days_are_added_after_months(start: dt.date, years: int, months: int, days: int) -> None:
    whole = limit_day(start, f"P{years}Y{months}M{days}D")
    assert whole - limit_day(start, f"P{years}Y{months}M") == dt.timedelta(days=days)


@given(DAYS, st.integers(0, 10), st.integers(0, 40), st.integers(0, 900))
def test_no_period_is_longer_than_its_longest(start: dt.date, years: int, months: int, days: int) -> None:
    duration = f"P{years}Y{months}M{days}D"
    assert (limit_day(start, duration) - start).days <= longest_days(duration)


def test_what_is_no_duration_is_refused() -> None:
    with pytest.raises(ValueError, match="no duration"):
        period("PT5H")


def test_no_statement_counts_whose_start_no_source_records() -> None:
    kept = with_retention({"id": "a", "period": "P1Y"})
    assert rule(kept, "name", started="b") is None


def test_no_statement_counts_that_states_no_period() -> None:
    assert rule(with_retention({"id": "a"}), "name") is None


def test_a_statement_reaches_what_lies_beneath_its_category_and_nothing_above() -> None:
    kept = with_retention({"id": "a", "period": "P1Y", "data": ("name",)})
    assert (rule(kept, "name"), rule(kept, "identity")) == ("a", None)


def test_a_statement_of_an_activity_goes_before_one_of_nearer_data() -> None:
    kept = with_retention(
        {"id": "a", "period": "P9Y", "data": ("name",)},
        {"id": "b", "period": "P1Y", "activities": ("letting-work",)},
    )
    assert rule(kept, "name", "letting-work") == "b"
    assert rule(kept, "name", "checking-work") == "a"
    assert rule(kept, "name", None) == "a"


def test_the_nearest_category_goes_before_the_longer_period() -> None:
    kept = with_retention(
        {"id": "a", "period": "P9Y"},
        {"id": "b", "period": "P5Y", "data": ("identity",)},
        {"id": "c", "period": "P1Y", "data": ("name",)},
    )
    assert (rule(kept, "name"), rule(kept, "identity"), rule(kept, "arrears")) == ("c", "b", "a")


def test_the_longest_period_goes_before_the_first_in_the_map() -> None:
    kept = with_retention(
        {"id": "a", "period": "P1Y"}, {"id": "b", "period": "P12M"}, {"id": "c", "period": "P372D"}
    )
    assert rule(kept, "name") == "b"


def resting_on(*bases: str) -> DataMap:
    plain = example_map()
    stated = tuple(LawfulBasis(basis=basis, stance="recorded") for basis in bases)
    activities = tuple(
        one.model_copy(update={"bases": stated}) if one.id == "letting-work" else one
        for one in plain.activities
    )
    return plain.model_copy(update={"activities": activities})


@pytest.mark.parametrize(
    ("recorded", "stated", "needed"),
    [
        ("consent", (), True),
        ("contract", ("consent",), False),
        (None, ("consent",), True),
        (None, ("consent", "consent"), True),
        (None, ("consent", "contract"), False),
        (None, (), False),
    ],
)
def test_consent_is_needed_where_all_rests_on_it(recorded: str | None, stated: tuple, needed: bool) -> None:
    assert needs_consent(resting_on(*stated), recorded, "letting-work") is needed


def test_consent_is_not_needed_where_neither_basis_nor_flow_is_known() -> None:
    assert not needs_consent(example_map(), None, None)
