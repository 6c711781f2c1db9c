"""What is assumed is complete, reasoned, and shown as assumed."""

from __future__ import annotations

import pytest

from audit_lib.law.authority import Authority
from audit_lib.model.assumption import AssumptionName, Unit
from audit_lib.model.risk_model import AssumptionValue, ScenarioName
from audit_lib.risk.assumptions import ASSUMPTIONS, FREQUENCIES, Event, of_event
from audit_lib.risk.scenarios import SCENARIOS

ROWS = [*ASSUMPTIONS.values(), *FREQUENCIES.values()]


def test_every_name_that_a_map_can_replace_has_its_assumption():
    assert set(ASSUMPTIONS) == set(AssumptionName)


def test_the_names_of_scenarios_in_a_map_are_those_of_the_register():
    assert [scenario.id for scenario in SCENARIOS] == [name.value for name in ScenarioName]


def test_every_scenario_has_a_frequency():
    assert set(FREQUENCIES) == set(ScenarioName)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: getattr(row, "name", None) or row.why)
def test_each_says_why_and_who_says_so_and_is_called_an_assumption(row):
    assert row.why.endswith(".")
    assert row.source
    assert row.authority is Authority.ASSUMPTION
    assert 0 < row.low < row.high


@pytest.mark.parametrize("row", [row for row in ROWS if row.unit.is_share], ids=lambda row: row.why)
def test_shares_and_chances_stay_beneath_1(row):
    assert row.high < 1


def test_a_share_of_the_map_that_is_none_is_refused():
    for name, row in ASSUMPTIONS.items():
        given = {"assumption": name, "low": 0.5, "high": 2, "source": "x"}
        if row.unit is Unit.SHARE:
            with pytest.raises(ValueError, match="beneath 1"):
                AssumptionValue.model_validate(given)
        else:
            assert AssumptionValue.model_validate(given).high == 2


def test_each_measure_that_helps_with_a_scenario_has_an_effect():
    for scenario in SCENARIOS:
        for measure in (*scenario.deterred_by, *scenario.softened_by):
            assert AssumptionName(f"effect-{measure}") in ASSUMPTIONS


def test_no_measure_makes_a_scenario_both_rarer_and_milder():
    assert all(set(each.deterred_by).isdisjoint(each.softened_by) for each in SCENARIOS)


def test_every_scenario_says_which_provisions_it_breaks():
    assert all(scenario.infringes for scenario in SCENARIOS)


@pytest.mark.parametrize("event", Event)
def test_each_sort_of_event_has_its_own_costs(event):
    wanted = {"response", "inquiry", "claims", "fine", "leavers"}
    assert all(of_event(event, what) for what in wanted)


def test_the_seeds_of_the_reference_are_there():
    breach, fine = FREQUENCIES[ScenarioName.EXPOSED_WHERE_KEPT], ASSUMPTIONS[AssumptionName.FINE_A_PERSON]
    assert (breach.low, breach.high, breach.once) == (0.03, 0.10, True)
    assert (fine.low, fine.mode, fine.high) == (0.75, 4.3, 38.7)
