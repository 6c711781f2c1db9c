"""`rules list` and `rules show`: what the rules look for, and an organisation's own among them."""

import json

import pytest

from audit_lib.model.theme import Theme
from audit_lib.rules.catalogue import CATALOGUE

OWN = """\
id: own-printers
title: "Printers [bold]get[/] data"
looks_at: flows
where: {to: printer}
message: "{count} to {to}: {data}."
severity: high
theme: sharing
remedy: The front desk asks why.
"""


@pytest.fixture
def own(kiosk):
    """The kiosk with a rule of its own."""
    path = kiosk / "map.yaml"
    path.write_text(
        path.read_text().replace("controller: kiosk-ltd,", "controller: kiosk-ltd, own_rules: r,")
    )
    (kiosk / "r").mkdir()
    (kiosk / "r" / "printers.yaml").write_text(OWN)
    return kiosk


def test_all_rules_are_listed_under_their_themes_with_severity(run):
    answer = run("rules", "list")
    assert answer.status == 0
    lines = answer.out.splitlines()
    assert [rule.id for rule in CATALOGUE if not any(f"  {rule.id} " in line for line in lines)] == []
    heads = [line for line in lines if line and not line.startswith(" ")][:-1]
    assert heads == [
        t.value.replace("-", " ").capitalize() for t in Theme if any(r.theme is t for r in CATALOGUE)
    ]


def test_one_theme_can_be_asked_for(run):
    answer = run("rules", "list", "--theme", "cookies", "--format", "json")
    found = json.loads(answer.out)
    assert {rule["theme"] for rule in found} == {"cookies"}
    assert len(found) == sum(rule.theme is Theme.COOKIES for rule in CATALOGUE)


def test_an_unknown_theme_is_refused(run):
    answer = run("rules", "list", "--theme", "cookie")
    assert answer.status == 2
    assert "cookies" in answer.err


def test_no_map_is_needed(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run("rules", "list").status == 0


def test_with_a_map_its_own_rules_are_listed_too(run, own):
    found = json.loads(run("rules", "list", "kiosk", "--format", "json").out)
    assert [rule["id"] for rule in found if rule["own"]] == ["own-printers"]
    assert "Printers [bold]get[/] data" in run("rules", "list", "kiosk", "--theme", "sharing").out


def test_a_rule_is_shown_as_it_would_be_defended(run):
    rule = next(rule for rule in CATALOGUE if rule.id == "no-lawful-basis")
    answer = run("rules", "show", "no-lawful-basis")
    assert answer.status == 0
    said = " ".join(answer.out.split())
    for text in (
        rule.title,
        rule.looks_for,
        rule.why,
        *rule.law,
        rule.message,
        rule.remedy,
        rule.false_alarms,
    ):
        assert text in said


def test_the_day_from_which_a_rule_is_applied_is_shown(run):
    late = next(rule for rule in CATALOGUE if rule.in_force)
    assert f"from {late.in_force.isoformat()}" in run("rules", "show", late.id).out


def test_json_is_one_object_and_nothing_else(run):
    found = json.loads(run("rules", "show", "no-lawful-basis", "--format", "json").out)
    assert found["id"] == "no-lawful-basis"
    assert found["looks_for"]


def test_the_id_of_a_finding_leads_to_its_rule(run):
    assert "no-lawful-basis," in run("rules", "show", "no-lawful-basis-1a2b3c4d").out


def test_an_unknown_rule_is_told_with_the_nearest(run):
    answer = run("rules", "show", "no-lawful-bassis")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err == 'RULE No rule has the id "no-lawful-bassis". Did you mean "no-lawful-basis"?\n'


def test_an_own_rule_is_shown_with_what_was_understood(run, own):
    answer = run("rules", "show", "own-printers", "kiosk")
    assert "Looks for: Flows where to is printer." in answer.out
    assert "The front desk asks why." in answer.out


def test_without_its_map_an_own_rule_is_not_known(run, own):
    answer = run("rules", "show", "own-printers")
    assert answer.status == 2
    assert "name the map" in answer.err


def test_a_rule_that_is_wrong_stops_with_its_place(run, own):
    (own / "r" / "printers.yaml").write_text(OWN.replace("to: printer", "to: prnter"))
    answer = run("rules", "list", "kiosk")
    assert answer.status == 2
    assert answer.err.startswith("kiosk/r/printers.yaml:4:13 where.to: ")
    assert 'Did you mean "printer"?' in answer.err


def test_check_runs_own_rules_and_points_at_the_matches(run, own):
    answer = run("check", "kiosk", "--format", "json")
    (finding,) = [one for one in json.loads(answer.out)["findings"] if one["rule"] == "own-printers"]
    assert finding["message"] == "1 flow to Printer [bold]x[/]: Passport."
    assert [(place["file"], place["line"]) for place in finding["places"]] == [("kiosk/map.yaml", 23)]
    assert answer.status == 1


def test_sarif_describes_own_rules(run, own):
    log = json.loads(run("check", "kiosk", "--format", "sarif").out)["runs"][0]
    described = [rule["id"] for rule in log["tool"]["driver"]["rules"]]
    (result,) = [one for one in log["results"] if one["ruleId"] == "own-printers"]
    assert described[result["ruleIndex"]] == "own-printers"
    assert described[: len(CATALOGUE)] == [rule.id for rule in CATALOGUE]


def test_a_rule_that_finds_its_words_anew_each_time_shows_no_empty_ones(run):
    shown = run("rules", "show", "fee-not-paid").out
    assert "Says:" not in shown
    assert "{" not in shown
