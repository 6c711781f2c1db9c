"""How a day is written in words."""

import datetime as dt

import pytest

from audit_lib.model.day import long_date


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_has_its_english_name(month):
    day = dt.date(2026, month, 9)
    assert long_date(day) == f"9 {day:%B} 2026"
