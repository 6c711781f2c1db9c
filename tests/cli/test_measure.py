"""`measure`: the risks of a map in pounds a year."""

import json

import pytest

RISK = """\
risk_model:
  assumptions:
    - {assumption: telling-cost, low: 2, high: 4, source: "last [bold]mailing[/]"}
  measures:
    - id: lock
      name: Lock on the cabinet
      measure: access-control
      parties: [printer, kiosk-ltd]
      owner: Desk
      cost: {low: 10, high: 20, source: quote}
"""


@pytest.fixture
def planned(kiosk):
    (kiosk / "risk.yaml").write_text(RISK, encoding="utf-8")
    return kiosk


def _measure(run, *more):
    return run("measure", "kiosk", "--years", "2000", "--as-of", "2026-11-22", *more)


def test_it_starts_with_what_a_year_costs(run, kiosk):
    answer = _measure(run)
    assert answer.status == 0
    assert "Average year" in answer.out
    assert "1 year in 20 is above" in answer.out
    assert "No measure is planned" in answer.out


def test_planned_measures_are_weighed(run, planned):
    out = _measure(run).out
    assert "as it is planned" in out
    assert "Lock on the cabinet: pays" in out
    assert "owner Desk" in out


def test_every_assumption_is_listed_and_what_is_replaced_is_marked(run, planned):
    out = _measure(run).out
    found = json.loads(_measure(run, "--format", "json").out)
    for figure in found["figures"]:
        assert f"[{figure['id']}]" in out
    (line,) = [line for line in out.splitlines() if "[telling-cost]" in line]
    assert line.split()[:3] == ["from", "the", "map"]
    assert "last [bold]mailing[/]" in out


def test_json_is_one_object_and_nothing_else(run, planned):
    found = json.loads(_measure(run, "--format", "json").out)
    assert (found["years"], found["seed"]) == (2000, 1)
    assert found["measures"][0]["id"] == "lock"
    assert set(found) >= {"inherent", "current", "target", "scenarios", "curve", "drivers", "figures"}


def test_the_same_seed_gives_the_same_answer(run, kiosk):
    assert _measure(run).out == _measure(run).out
    assert _measure(run).out != _measure(run, "--seed", "2").out


@pytest.mark.parametrize(
    ("option", "value"), [("--years", "0"), ("--years", "99999999999"), ("--seed", "-1"), ("--as-of", "soon")]
)
def test_an_option_out_of_range_is_told_under_its_name(run, kiosk, option, value):
    answer = run("measure", "kiosk", option, value)
    assert answer.status == 2
    assert answer.err.startswith(option)
    assert answer.out == ""


def test_a_fault_in_the_figures_ends_with_status_2_and_its_place(run, planned):
    text = RISK.replace("telling-cost", "teling-cost").replace("low: 10", "low: 30")
    (planned / "risk.yaml").write_text(text, encoding="utf-8")
    answer = _measure(run)
    assert answer.status == 2
    assert [line.partition(" ")[0] for line in answer.err.splitlines()] == [
        "kiosk/risk.yaml:3:20",
        "kiosk/risk.yaml:10:13",
    ]


def test_a_map_without_a_place_of_risk_says_so(run, kiosk):
    head, _, _ = (kiosk / "map.yaml").read_text(encoding="utf-8").partition("data:")
    (kiosk / "map.yaml").write_text(head, encoding="utf-8")
    answer = _measure(run)
    assert answer.status == 0
    assert "nothing to count" in answer.out


def test_one_year_is_one_year(run, kiosk):
    assert "1 simulated year, seed 1" in run("measure", "kiosk", "--years", "1").out
