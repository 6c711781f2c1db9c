"""From when until when a flow goes on: days, both of which count."""

import datetime as dt

import pytest
from pydantic import ValidationError

from audit_lib.model.flow import Flow

FLOW = {
    "id": "rent",
    "stance": "recorded",
    "from": "a",
    "to": "b",
    "activity": "c",
    "data": ["d"],
    "subjects": ["e"],
    "role": "processor",
}


def test_a_flow_goes_on_for_ever_unless_it_says_otherwise():
    flow = Flow.model_validate(FLOW)
    assert (flow.since, flow.until) == (None, None)


def test_a_flow_says_its_first_and_its_last_day():
    flow = Flow.model_validate({**FLOW, "since": "2024-03-01", "until": "2026-02-28"})
    assert (flow.since, flow.until) == (dt.date(2024, 3, 1), dt.date(2026, 2, 28))


def test_a_flow_may_last_one_day():
    assert Flow.model_validate({**FLOW, "since": "2024-03-01", "until": "2024-03-01"})


def test_a_flow_does_not_end_before_it_begins():
    with pytest.raises(ValidationError, match="it is before since, 2024-03-01") as caught:
        Flow.model_validate({**FLOW, "since": "2024-03-01", "until": "2024-02-29"})
    assert caught.value.errors()[0]["loc"] == ("until",)
