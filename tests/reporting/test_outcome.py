"""Why a run failed, in one line that a person can read."""

import pytest
from pydantic import BaseModel, Field, ValidationError

from audit_lib.reporting.outcome import cause_of


class Asked(BaseModel):
    people: int = Field(ge=0)
    aware: str


@pytest.mark.parametrize("name", ["Zoë Ames", "a], input_type=str]", "line\nbreak"])
def test_what_does_not_fit_a_noun_is_told_without_the_value_and_without_a_web_page(name):
    with pytest.raises(ValidationError) as wrong:
        Asked.model_validate({"people": -5, "aware": [name]})
    told = cause_of("ValidationError", str(wrong.value))
    assert told == (
        "ValidationError: 2 validation errors for Asked people Input should be greater than or equal to 0 "
        "aware Input should be a valid string"
    )


def test_what_another_exception_says_stays_as_it_is():
    said = "row [type=x, input_value=1, input_type=int]"
    assert cause_of("KeyError", said) == f"KeyError: {said}"
