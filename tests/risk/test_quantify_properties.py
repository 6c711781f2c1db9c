"""What holds of the numbers whatever the ranges, the measures and the seed."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from audit_lib.model.quantified import State
from audit_lib.model.risk_model import LossKind
from audit_lib.model.safeguard import Measure
from audit_lib.risk.quantify import quantify

quiet = settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])

NAME = "exposed-where-kept"
rates = st.tuples(st.floats(0.01, 5), st.floats(1.1, 20)).map(lambda pair: (pair[0], pair[0] * pair[1]))
money = st.tuples(st.floats(1, 1e6), st.floats(1.1, 100)).map(lambda pair: (pair[0], pair[0] * pair[1]))
costs = st.dictionaries(st.sampled_from([k.value for k in LossKind if k != "regulatory"]), money, min_size=1)
effects = st.tuples(st.floats(0.01, 0.95), st.floats(0.01, 0.95)).map(lambda pair: tuple(sorted(pair)))


def _range(pair, factor=1.0):
    return {"low": pair[0] * factor, "high": pair[1] * factor, "source": "test"}


def _losses(kinds, factor=1.0) -> list[dict[str, Any]]:
    nothing = {"low": 0, "high": 0, "source": "test"}
    return [
        {"kind": kind.value, **(_range(kinds[kind.value], factor) if kind.value in kinds else nothing)}
        for kind in LossKind
    ]


def _current(content, build, often, losses, years=300):
    numbers = {"scenario": NAME, "frequency": _range(often), "losses": losses}
    content["risk_model"] = {"scenarios": [numbers]}
    found = quantify(build(content), [], years=years)
    return next(each for each in found.scenarios if each.scenario == NAME).current


@quiet
@given(often=rates, more=st.floats(1, 10), kinds=costs)
def test_more_events_never_lower_the_expected_loss(content, build, often, more, kinds):
    less = _current(content, build, often, _losses(kinds), years=1)
    many = _current(content, build, (often[0] * more, often[1] * more), _losses(kinds), years=1)
    assert many.expected >= less.expected * (1 - 1e-12)
    assert many.expected == pytest.approx(less.expected * more)


@quiet
@given(often=rates, kinds=costs, factor=st.floats(0.01, 100))
def test_losses_that_are_so_many_times_higher_make_the_year_so_many_times_dearer(
    content, build, often, kinds, factor
):
    one = _current(content, build, often, _losses(kinds))
    scaled = _current(content, build, often, _losses(kinds, factor))
    assert scaled.ale == pytest.approx(one.ale * factor, rel=1e-6)
    assert scaled.expected == pytest.approx(one.expected * factor, rel=1e-6)
    for share in (0.5, 0.95, 0.99):
        assert scaled.percentile(share) == pytest.approx(one.percentile(share) * factor, rel=1e-6)


@quiet
@given(
    effect=effects,
    kind=st.sampled_from([each for each in Measure if each is not Measure.GENERAL]),
    parties=st.sets(st.sampled_from(["agency", "cloud", "owner"]), min_size=1),
    what=st.sampled_from(["frequency", "loss"]),
)
def test_a_measure_never_raises_the_loss_of_a_year(content, build, effect, kind, parties, what):
    plan = {
        "id": "plan",
        "name": "Plan",
        "measure": kind.value,
        "parties": sorted(parties),
        "scenarios": [NAME],
        "cost": _range((1, 2)),
        what: _range(effect),
    }
    content["risk_model"] = {"measures": [plan]}
    found = quantify(build(content), [], years=400)
    for told in (found, *found.scenarios):
        assert told.target.ale <= told.current.ale * (1 + 1e-12)
        assert told.target.expected <= told.current.expected * (1 + 1e-12)
        assert told.current.ale <= told.inherent.ale * (1 + 1e-12)
        for share in (0.5, 0.9, 0.95, 0.99, 0.999):
            assert told.target.percentile(share) <= told.current.percentile(share) * (1 + 1e-12)
    assert found.measures[0].saved.low >= 0


@quiet
@given(one=effects, other=effects)
def test_a_stronger_measure_saves_more(content, build, one, other):
    assume(one[0] <= other[0] and one[1] <= other[1])

    def saved(effect):
        plan = {"id": "plan", "name": "Plan", "measure": "access-control", "parties": ["agency"]}
        plan |= {"cost": _range((1, 2)), "frequency": _range(effect)}
        content["risk_model"] = {"measures": [plan]}
        return quantify(build(content), [], years=1).measures[0].saved.mean

    assert saved(one) <= saved(other) * (1 + 1e-9)


@quiet
@given(seed=st.integers(0, 2**63), years=st.integers(1, 200))
def test_percentiles_never_fall_and_shares_are_shares(content, build, seed, years):
    found = quantify(build(content), [], years=years, seed=seed)
    for state in State:
        told = found.of(state)
        losses = [each.loss for each in told.percentiles]
        assert losses == sorted(losses)
        assert 0 <= told.any_loss <= 1
        assert told.ale >= 0
    assert found == quantify(build(content), [], years=years, seed=seed)
