"""How long: ISO 8601 in years, months, weeks and days, or the reason why there is no period."""

import pytest
from pydantic import ValidationError

from audit_lib.model.noun import Gap
from audit_lib.model.retention import Retention


def retention(**more):
    return Retention.model_validate({"id": "r", "name": "R", "stance": "recorded"} | more)


@pytest.mark.parametrize("period", ["P6Y", "P30D", "P18M", "P2W", "P1Y6M", "P1Y6M15D", "P0D"])
def test_a_period_is_a_duration(period):
    assert retention(period=period).period == period


@pytest.mark.parametrize(
    "period", ["P", "6 years", "6Y", "P6", "PT72H", "P1.5Y", "p6y", "P1D1Y", "P1W2D", "-P1Y", ""]
)
def test_anything_else_is_no_period(period):
    with pytest.raises(ValidationError):
        retention(period=period)


@pytest.mark.parametrize("gap", list(Gap))
def test_a_statement_without_a_period_says_why(gap):
    assert retention(period=gap.value).period is gap


def test_without_a_word_about_it_the_period_is_not_stated():
    assert retention().period is Gap.NOT_STATED
