"""What a map says about risk in numbers."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from audit_lib.model.data_map import DataMap
from audit_lib.model.risk_model import PlannedMeasure, RiskModel, ScenarioNumbers


def _range(low, high):
    return {"low": low, "high": high, "source": "log of incidents"}


def _plan(**more):
    given = {"id": "lock", "name": "Lock", "measure": "access-control", "parties": ["shop"]}
    return {**given, "cost": _range(10, 20), **more}


def _map(**model):
    shop = {"id": "shop", "name": "Shop", "kind": "organisation", "stance": "recorded"}
    head = {"id": "m", "title": "M", "jurisdiction": "GB", "controller": "shop"}
    return DataMap.model_validate({"map": head, "parties": [shop], "risk_model": model})


def test_numbers_are_read_as_a_file_gives_them():
    found = ScenarioNumbers.model_validate({"scenario": "pestered", "frequency": _range("0.5", "1_000")})
    assert (found.frequency.low, found.frequency.high) == (0.5, 1000)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (_range(3, 2), "swap them"),
        (_range(0, 2), "cannot start at 0"),
        (_range("lots", 2), "write a number"),
        (_range(-1, 2), "greater than or equal to 0"),
        (_range("nan", 2), "write a number"),
        (_range(1, 1e7), "less than or equal to"),
        (_range(0.0001, 1000), "1,000,000 times low"),
    ],
)
def test_a_range_that_says_nothing_is_refused(wrong, message):
    with pytest.raises(ValidationError, match=message):
        ScenarioNumbers.model_validate({"scenario": "pestered", "frequency": wrong})


def test_no_loss_at_all_and_certainty_can_be_said():
    losses = [{"kind": "redress", **_range(0, 0)}]
    found = ScenarioNumbers.model_validate(
        {"scenario": "pestered", "probability": _range(1, 1), "losses": losses}
    )
    assert found.probability.high == 1
    assert found.losses[0].high == 0


def test_a_range_of_chances_stays_beneath_1():
    with pytest.raises(ValidationError, match="cannot end at 1"):
        ScenarioNumbers.model_validate({"scenario": "pestered", "probability": _range(0.5, 1)})


def test_frequency_and_probability_are_not_both_given():
    both = {"scenario": "pestered", "frequency": _range(1, 2), "probability": _range(0.1, 0.2)}
    with pytest.raises(ValidationError, match="two ways to say the same"):
        ScenarioNumbers.model_validate(both)


@pytest.mark.parametrize(
    "twice",
    [
        {"scenarios": [{"scenario": "pestered"}, {"scenario": "pestered"}]},
        {"measures": [_plan(), _plan()]},
        {"assumptions": [{"assumption": "people", **_range(1, 2)}] * 2},
    ],
)
def test_each_thing_stands_once(twice):
    with pytest.raises(ValidationError, match="comes again"):
        RiskModel.model_validate(twice)


def test_a_planned_measure_says_where_it_applies_and_of_which_kind_it_is():
    with pytest.raises(ValidationError, match="name at least one"):
        PlannedMeasure.model_validate(_plan(parties=[]))
    with pytest.raises(ValidationError, match="name its kind"):
        PlannedMeasure.model_validate(_plan(measure="general"))


@pytest.mark.parametrize("wrong", ["20261201", "1.12.2026", "2026-13-01", 5])
def test_a_due_date_is_a_date(wrong):
    with pytest.raises(ValidationError):
        PlannedMeasure.model_validate(_plan(due=wrong))


def test_a_planned_measure_applies_to_what_the_map_knows():
    assert _map(measures=[_plan()]).risk_model.measures[0].parties == ("shop",)
    with pytest.raises(ValidationError, match='No party has the id "shopp"'):
        _map(measures=[_plan(parties=["shopp"])])


def test_the_risk_model_is_part_of_what_a_map_says():
    assert _map().sha256 != _map(turnover={"organisation": 5, "source": "x"}).sha256
