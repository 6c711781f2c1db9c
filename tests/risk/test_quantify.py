"""Risk in numbers for a whole map."""

from __future__ import annotations

import math

import pytest

from audit_lib.errors import ParameterError
from audit_lib.model.quantified import State
from audit_lib.model.risk_model import LossKind
from audit_lib.risk.quantify import quantify

YEARS = 20_000


def _range(low, high):
    return {"low": low, "high": high, "source": "test"}


def _plan(name="vault", measure="encryption-at-rest", parties=("agency", "cloud", "owner"), **more):
    given = {"id": name, "name": name.title(), "measure": measure, "cost": _range(500, 500)}
    return {**given, "parties": list(parties), **more}


@pytest.fixture
def measured(content, build, finding):
    def run(findings=(), years=YEARS, **model):
        if model:
            content["risk_model"] = model
        return quantify(build(content), findings, years=years)

    return run


def _scenario(found, name="exposed-where-kept"):
    return next(each for each in found.scenarios if each.scenario == name)


def test_every_scenario_of_the_register_is_counted_with_its_places(measured):
    found = measured()
    assert {"exposed-where-kept", "used-for-other-ends"} <= {each.scenario for each in found.scenarios}
    assert "party:cloud" in _scenario(found).about


def test_the_whole_is_the_sum_of_its_scenarios(measured):
    found = measured()
    for state in State:
        parts = [each.of(state) for each in found.scenarios]
        assert found.of(state).ale == pytest.approx(sum(part.ale for part in parts))
        assert found.of(state).expected == pytest.approx(sum(part.expected for part in parts))
        assert found.of(state).ale == pytest.approx(sum(kind.ale for kind in found.of(state).kinds))


def test_simulation_and_exact_mean_agree(measured):
    found = measured(years=200_000)
    for state in State:
        told = found.of(state)
        assert abs(told.ale - told.expected) < 4.5 * told.error


def test_the_dearest_scenario_comes_first(measured):
    means = [each.current.expected for each in measured().scenarios]
    assert means == sorted(means, reverse=True)


def test_percentiles_never_fall_and_the_curve_never_rises(measured):
    found = measured()
    for state in State:
        losses = [each.loss for each in found.of(state).percentiles]
        assert losses == sorted(losses)
        shares = [getattr(point, state.value) for point in found.curve]
        assert shares == sorted(shares, reverse=True)
        assert found.of(state).any_loss >= shares[0]


def test_the_curve_and_the_percentiles_say_the_same(measured):
    found = measured()
    loss = found.current.percentile(0.95)
    before = [point for point in found.curve if point.loss < loss][-1]
    after = next(point for point in found.curve if point.loss >= loss)
    assert after.current <= 0.05 <= before.current + 1e-9


def test_findings_make_a_scenario_likelier_by_way_of_the_register(measured, finding):
    grave = [finding("flow:share", number=number) for number in range(4)]
    quiet, loud = (_scenario(measured(given), "used-for-other-ends") for given in ((), grave))
    assert loud.current.expected > 2 * quiet.current.expected


def test_without_planned_measures_the_target_is_what_is(measured):
    found = measured()
    assert found.target == found.current
    assert found.measures == ()


def test_a_planned_measure_lowers_the_target_and_nothing_else(measured):
    before, after = measured(), measured(measures=[_plan()])
    assert after.current.ale == before.current.ale
    assert after.target.ale < after.current.ale
    assert _scenario(after).target.ale < _scenario(after).current.ale


def test_the_saving_is_what_the_target_saves(measured):
    found = measured(measures=[_plan()], years=200_000)
    saved = found.current.expected - found.target.expected
    assert found.measures[0].saved.mean == pytest.approx(saved)
    assert found.measures[0].value.mean == pytest.approx((saved - 500) / 500)


def test_two_measures_that_help_with_the_same_save_less_together(measured):
    plans = [_plan(), _plan("guard", "access-control")]
    found = measured(measures=plans)
    together = found.current.expected - found.target.expected
    assert max(each.saved.mean for each in found.measures) < together
    assert together < sum(each.saved.mean for each in found.measures)


def test_a_measure_half_way_round_does_half_as_much(measured):
    whole = measured(measures=[_plan()]).measures[0].saved.mean
    third = measured(measures=[_plan(parties=["agency"])]).measures[0].saved.mean
    assert third == pytest.approx(whole / 3)


def test_a_measure_counts_where_it_is_said_to_count(measured):
    usual = measured(measures=[_plan("school", "training", frequency=_range(0.5, 0.5))])
    assert usual.measures[0].scenarios == ()
    named = measured(
        measures=[_plan("school", "training", frequency=_range(0.5, 0.5), scenarios=["used-for-other-ends"])]
    )
    assert named.measures[0].scenarios == ("used-for-other-ends",)
    part = _scenario(named, "used-for-other-ends")
    assert part.target.expected == pytest.approx(0.5 * part.current.expected)


def test_what_changes_nothing_is_said(measured):
    found = measured(
        measures=[_plan("school", "training")],
        scenarios=[{"scenario": "pestered", "frequency": _range(1, 2)}],
    )
    assert {skipped.what for skipped in found.left_out} == {"planned measure school", "scenario pestered"}


def test_people_without_a_number_are_named_where_others_have_one(content, entry, measured):
    content["parties"][2]["number"] = 900
    content["parties"].append(entry("guests", kind="individuals"))
    left = [skipped for skipped in measured().left_out if skipped.what == "people without a number"]
    assert "Guests" in left[0].why


def test_every_figure_is_listed_and_what_the_map_gives_is_no_assumption(measured):
    found = measured(
        assumptions=[{"assumption": "telling-cost", **_range(2, 3)}],
        turnover={"organisation": 2e6, "undertaking": 3e9, "source": "accounts"},
        scenarios=[{"scenario": "exposed-where-kept", "probability": _range(0.01, 0.02)}],
    )
    given = {figure.id: figure for figure in found.figures if not figure.assumed}
    assert set(given) == {"telling-cost", "turnover", "frequency:exposed-where-kept"}
    assert given["turnover"].low == 3e9
    assert given["telling-cost"].source == "test"
    assert len({figure.id for figure in found.figures}) == len(found.figures)
    assert all(figure.source and figure.why for figure in found.figures)


def test_each_replaced_figure_counts(measured):
    before = measured()
    dearer = measured(assumptions=[{"assumption": "store-response", **_range(1e6, 1e6)}])
    kinds = [{kind.kind: kind.ale for kind in _scenario(each).current.kinds} for each in (before, dearer)]
    assert kinds[1][LossKind.RESPONSE] > 5 * kinds[0][LossKind.RESPONSE]
    assert kinds[1][LossKind.REDRESS] == kinds[0][LossKind.REDRESS]


def test_the_ceiling_is_that_of_the_undertaking(measured):
    found = measured(turnover={"undertaking": 1e9, "source": "accounts"})
    assert (found.ceiling.higher, found.ceiling.standard) == (40e6, 20e6)
    assert not found.ceiling.assumed


def test_the_widest_driver_comes_first_and_swings_what_is_expected(measured):
    found = measured()
    swings = [driver.swing for driver in found.drivers]
    assert swings == sorted(swings, reverse=True)
    often = next(d for d in found.drivers if d.figure == "frequency:exposed-where-kept")
    assert often.at_low < found.current.expected < often.at_high


def test_a_driver_is_what_the_loss_would_be_with_that_figure(measured):
    driver = next(d for d in measured().drivers if d.figure == "store-response")
    row = next(f for f in measured().figures if f.id == "store-response")
    certain = measured(assumptions=[{"assumption": "store-response", **_range(row.high, row.high)}])
    assert driver.at_high == pytest.approx(certain.current.expected)


def test_a_figure_of_no_weight_is_no_driver(measured):
    assert "effect-backup" not in {driver.figure for driver in measured().drivers}


def test_the_same_seed_gives_the_same_bytes(content, build):
    one, same, other = (
        quantify(build(content), [], years=3_000, seed=seed).model_dump_json() for seed in (5, 5, 6)
    )
    assert one == same
    assert one != other


def test_the_order_of_findings_does_not_matter(measured, finding):
    given = [finding("flow:share", number=number, severity=s) for number, s in enumerate(("low", "high"))]
    assert measured(given, years=500) == measured(given[::-1], years=500)


def test_a_map_without_places_costs_nothing(content, build):
    bare = build({"map": content["map"], "parties": content["parties"][:1]})
    found = quantify(bare, [], years=100)
    assert found.scenarios == ()
    assert (found.current.ale, found.current.any_loss, found.current.percentile(0.99)) == (0, 0, 0)


@pytest.mark.parametrize("wrong", [{"years": 0}, {"years": 10**9}, {"seed": -1}])
def test_numbers_out_of_range_are_refused(content, build, wrong):
    with pytest.raises(ValueError, match=r"must be|is 0 or more"):
        quantify(build(content), [], **wrong)


def test_one_year_is_enough_to_run(content, build):
    assert math.isfinite(quantify(build(content), [], years=1).current.ale)


def test_the_tail_of_a_wide_frequency_ends_where_a_year_can_still_be_counted(measured):
    wide = {"scenario": "exposed-where-kept", "frequency": _range(0.0001, 99)}
    free = {"kind": "response", "chance": 1, **_range(1, 1)}
    found = _scenario(measured(scenarios=[{**wide, "losses": [free]}]))
    assert 0 < found.inherent.events < 100_000
    assert found.inherent.ale < math.inf


def test_more_events_than_can_be_drawn_are_told_with_how_many_years_would_do(measured):
    often = {"scenario": "exposed-where-kept", "frequency": _range(1000, 1000)}
    with pytest.raises(ParameterError, match=r"most of them of exposed-where-kept; at most 200,000,000"):
        measured(years=20_000_000, scenarios=[often])
