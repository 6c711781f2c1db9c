"""What an occasion is set against."""

from pathlib import Path

import pytest

from audit_lib.reporting.schedule.carrying import carry_out_by_hand, carry_out_due
from audit_lib.reporting.schedule.earlier import last_good

from .conftest import job, utc

WEEKLY = job(when="0 7 * * 1", starts="2026-03-01", sweep={"top": ["1", "2"]})
MONDAYS = ["2026-03-09T07:00", "2026-03-16T07:00", "2026-03-23T07:00"]


@pytest.fixture
def previous(means, recorder):
    """What the runs of an occasion were set against; each run that is made leaves a `run.json`."""
    asked = []

    def runner(orders, root, **named):
        swept = recorder(orders, root, **named)
        for made in swept.made:
            (root / made.folder / "run.json").touch()
        asked[:] = [order.previous and Path(order.previous).relative_to(root).as_posix() for order in orders]
        return swept

    def call(moment):
        carry_out_due(WEEKLY, utc(moment), means._replace(runner=runner))
        return list(asked)

    return call


def test_the_first_occasion_is_set_against_nothing(previous):
    assert previous(MONDAYS[0]) == [None, None]


def test_each_case_is_set_against_itself(previous):
    previous(MONDAYS[0])
    assert previous(MONDAYS[1]) == [
        "weekly/2026-03-09T070000Z/1/plain",
        "weekly/2026-03-09T070000Z/2/plain",
    ]


def test_an_occasion_that_failed_is_passed_over(previous, recorder):
    previous(MONDAYS[0])
    recorder.failing = {"2"}
    previous(MONDAYS[1])
    recorder.failing = set()
    assert previous(MONDAYS[2])[0] == "weekly/2026-03-09T070000Z/1/plain"


def test_an_occasion_of_some_cases_is_passed_over(means):
    carry_out_by_hand(WEEKLY, utc(MONDAYS[0]), means, cases=["1"])
    assert last_good(means.root / "weekly", "2026-03-16T070000Z") is None
