"""Risk in numbers as pictures and tables."""

from __future__ import annotations

from typing import Any

import pytest

from audit_lib.model.quantified import Quantified
from audit_lib.risk.quantify import quantify
from audit_lib.views.loss_curve import loss_curve
from audit_lib.views.risk_numbers_tables import assumptions_table, losses_table, measures_table
from audit_lib.views.tornado import tornado

PLAN: dict[str, Any] = {
    "id": "lock",
    "name": "Lock <b>on</b> the cabinet",
    "measure": "encryption-at-rest",
    "parties": ["agency", "ledger", "owner"],
    "cost": {"low": 10, "high": 20, "source": "quote"},
    "due": "2027-03-01",
    "owner": "Desk",
}
PICTURES = pytest.mark.parametrize("draw", [loss_curve, tornado])


@pytest.fixture
def measured(changed):
    def run(years=4_000, **model) -> Quantified:
        return quantify(changed(**({"risk_model": model} if model else {})), [], years=years)

    return run


def test_the_curve_marks_percentiles_of_today_in_pounds(measured, words):
    found = measured()
    said = words(loss_curve(found))
    assert "1 year in 20" in said
    assert any(text.startswith("£") for text in said)
    assert "with the planned measures" not in said


def test_the_planned_measures_have_a_line_of_their_own(measured, words):
    assert "with the planned measures" in words(loss_curve(measured(measures=[PLAN])))


def test_the_title_of_the_curve_is_computed(measured):
    found = measured()
    picture = loss_curve(found)
    assert picture.title.startswith("An average year costs £")
    assert picture.title in picture.alt


@pytest.mark.parametrize("years", [1, 5, 12, 30, 200])
@PICTURES
def test_few_years_are_enough_to_draw(measured, clipped, draw, years):
    assert clipped(draw(measured(years=years))) == []


@PICTURES
def test_all_that_is_written_lies_on_the_sheet(measured, clipped, draw):
    assert clipped(draw(measured(measures=[PLAN]))) == []


@PICTURES
def test_hostile_names_stay_on_the_sheet(renamed, clipped, draw):
    assert clipped(draw(quantify(renamed("$\\frac{1}{0}$ " + "long " * 80), [], years=500))) == []


@PICTURES
def test_the_same_numbers_give_the_same_picture(measured, draw):
    assert draw(measured()).data() == draw(measured()).data()


@PICTURES
def test_a_map_without_risks_is_drawn_too(changed, clipped, draw):
    bare = changed(flows=[], activities=[])
    assert clipped(draw(quantify(bare, [], years=50))) == []


def test_where_there_is_nothing_to_lose_no_amount_is_named(changed):
    bare = quantify(changed(flows=[], activities=[]), [], years=50)
    assert "£" not in loss_curve(bare).title + tornado(bare).title
    assert loss_curve(bare).title == "No simulated year costs anything"


def test_the_tornado_shows_the_widest_first_and_where_each_figure_comes_from(measured, words):
    found = measured(assumptions=[{"assumption": "claim-cost", "low": 1, "high": 60_000, "source": "x"}])
    said = words(tornado(found, most=4))
    assert [text for text in said if text in {d.name for d in found.drivers}] == [
        driver.name for driver in found.drivers[:4]
    ]
    assert "£1 to £60,000 a person, from the map" in said
    assert sum("assumed" in text for text in said) == 3


def test_the_table_of_losses_adds_up_and_names_the_sort_of_event(measured):
    found = measured()
    table = losses_table(found)
    assert len(table.rows) == len(found.scenarios) + 1
    assert table.rows[0][0].lead == found.scenarios[0].title
    assert "planned" not in " ".join(table.columns)
    assert "Average year, planned" in losses_table(measured(measures=[PLAN])).columns


def test_the_table_of_losses_falls_as_it_is_shown(measured):
    shown = sorted(measured().scenarios, key=lambda each: -each.current.ale)
    assert [row[0].lead for row in losses_table(measured()).rows[:-1]] == [each.title for each in shown]


def test_the_table_of_measures_says_cost_saving_return_and_who(measured):
    table = measures_table(measured(measures=[PLAN]))
    (row,) = table.rows
    assert "Desk, due 2027-03-01" in row[0].tail
    assert row[3].text.endswith("%")
    assert table.title == "1 of 1 planned measure saves more than it costs"


def test_a_measure_that_reaches_nothing_is_marked(measured):
    (row,) = measures_table(measured(measures=[{**PLAN, "measure": "backup"}])).rows
    assert row[4].text == "reaches no risk"


def test_the_table_of_assumptions_shows_all_and_those_replaced_first(measured):
    found = measured(assumptions=[{"assumption": "claim-cost", "low": 1, "high": 2, "source": "our claims"}])
    table = assumptions_table(found)
    assert len(table.rows) == len(found.figures)
    assert [cell.text for cell in table.rows[0][1:4]] == ["£1 to £2 a person", "our claims", "from the map"]
    assert {row[3].text for row in table.rows[1:]} == {"assumed"}


def test_names_are_escaped_in_tables(measured):
    assert "<b>on</b>" not in measures_table(measured(measures=[PLAN]))._repr_html_()
