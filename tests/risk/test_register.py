"""The risk register."""

from __future__ import annotations

import pytest

from audit_lib.model.risk import Harm, Level, Likelihood
from audit_lib.risk.register import risk_register
from audit_lib.risk.scale import ICO_SCALE, rank
from audit_lib.risk.scenarios import HARMLESS, SCENARIOS
from audit_lib.rules.catalogue import CATALOGUE
from audit_lib.rules.rule import Theme


def _risk(data_map, findings, scenario="used-for-other-ends"):
    return next(risk for risk in risk_register(data_map, findings).risks if risk.scenario == scenario)


def test_a_scenario_without_a_place_in_the_map_gives_no_row(content, build):
    scenarios = {risk.scenario for risk in risk_register(build(content), []).risks}
    assert "used-for-other-ends" in scenarios
    assert not scenarios & {"abroad-unprotected", "published-for-all", "handed-over-too-freely"}


def test_an_empty_map_has_no_risks(content, build):
    bare = build({"map": content["map"], "parties": content["parties"][:1]})
    assert risk_register(bare, []).risks == ()


def test_a_row_names_what_is_at_risk_and_the_findings_that_bear_on_it(content, build, finding):
    risk = _risk(build(content), [finding("flow:share")])
    assert risk.about == ("flow:share",)
    assert risk.findings == ("some-rule-00000001",)


def test_findings_of_another_theme_or_about_another_place_do_not_bear(content, build, finding):
    given = [finding("flow:share", theme="cookies"), finding("flow:apply", number=2)]
    assert _risk(build(content), given).findings == ()


def test_a_finding_of_a_theme_of_the_scenario_bears_on_it(content, build, finding):
    content["activities"][0]["bases"] = []
    assert _risk(build(content), [finding("activity:let", "lawful-basis")], "no-valid-ground").findings


def test_a_finding_about_a_clause_bears_only_if_the_scenario_names_its_rule(content, build, finding):
    named = finding("clause:c", rule="onward-for-another-purpose")
    assert _risk(build(content), [named, finding("clause:c", number=2)]).findings == (named.id,)


def test_one_grave_finding_makes_a_remote_risk_possible(content, build, finding):
    assert _risk(build(content), []).inherent.likelihood is Likelihood.REMOTE
    assert _risk(build(content), [finding("flow:share")]).inherent.likelihood is Likelihood.POSSIBLE


def test_several_findings_make_it_probable(content, build, finding):
    findings = [finding("flow:share", number=number) for number in range(3)]
    assert _risk(build(content), findings).inherent.likelihood is Likelihood.PROBABLE


@pytest.mark.parametrize("change", [{"confidence": "ask"}, {"status": "accepted"}])
def test_questions_and_accepted_findings_are_tied_but_do_not_raise(content, build, finding, change):
    risk = _risk(build(content), [finding("flow:share", number=n, **change) for n in range(9)])
    assert len(risk.findings) == 9
    assert risk.inherent.likelihood is Likelihood.REMOTE
    assert "Not counted: 9" in risk.inherent.why


@pytest.mark.parametrize("status", ["open", "in-hand", "expired"])
def test_a_finding_raises_until_it_is_put_right(content, build, finding, status):
    risk = _risk(build(content), [finding("flow:share", status=status)])
    assert risk.inherent.likelihood is Likelihood.POSSIBLE


def test_the_most_sensitive_data_at_risk_sets_the_severity(content, build):
    harms = []
    for sensitivity in ("ordinary", "high-risk", "special-category", "criminal-offence"):
        content["data"][0]["sensitivity"] = sensitivity
        harms.append(_risk(build(content), []).inherent.harm)
    assert harms == [Harm.MINIMAL, Harm.SIGNIFICANT, Harm.SEVERE, Harm.SEVERE]


def test_a_measure_everywhere_makes_the_difference_and_is_named(content, entry, build, finding):
    content["safeguards"] = [entry("terms", measure="contract", parties=["owner"])]
    risk = _risk(build(content), [finding("flow:share")])
    assert (risk.inherent.level, risk.residual.level) == (Level.MEDIUM, Level.LOW)
    assert risk.measures == ("terms",)
    assert "remote instead of possible" in risk.residual.why


def test_a_measure_in_some_places_makes_none_and_the_reason_says_so(content, entry, flow, build, finding):
    content["parties"].append(entry("insurer", kind="organisation"))
    content["flows"].append(flow("insure", "agency", "insurer", "controller"))
    content["safeguards"] = [entry("terms", measure="contract", parties=["owner"])]
    risk = _risk(build(content), [finding("flow:share")])
    assert risk.measures == ()
    assert risk.residual.likelihood is risk.inherent.likelihood
    assert 'Covered in full by "Terms": 1 of 2 flows' in risk.residual.why


def test_some_harms_are_possible_by_nature(content, build):
    risk = _risk(build(content), [], "exposed-where-kept")
    assert risk.inherent.likelihood is Likelihood.POSSIBLE


def test_the_next_step_is_to_put_the_gravest_finding_right(content, build, finding):
    given = [
        finding("flow:share", number=1, severity="low", remedy="A small thing."),
        finding("flow:share", number=2, remedy="The big thing."),
    ]
    step = _risk(build(content), given).next_step
    assert step == "Some rule (some-rule-00000002): The big thing. Then look at 1 more open finding."


def test_the_next_step_without_findings_names_the_places(content, build):
    assert _risk(build(content), []).next_step.endswith("Agency to Owner.")


def test_the_next_step_with_a_question_alone_is_to_settle_it(content, build, finding):
    step = _risk(build(content), [finding("flow:share", confidence="ask")]).next_step
    assert step.startswith("Settle the question first.")


def test_the_next_step_where_measures_do_it_is_to_keep_them(content, entry, build):
    content["safeguards"] = [
        entry("vault", measure="encryption-at-rest", parties=["agency", "cloud", "owner"])
    ]
    step = _risk(build(content), [], "exposed-where-kept").next_step
    assert step == "Keep this in place, and test from time to time that it works: Vault."


def test_a_doubt_about_a_basis_puts_the_activity_at_risk(content, build, finding):
    doubt = finding("activity:let", "lawful-basis")
    assert _risk(build(content), [doubt], "no-valid-ground").about == ("activity:let",)


def test_worst_residual_risk_comes_first(content, build, finding):
    content["activities"][0]["bases"] = []
    risks = risk_register(build(content), [finding("flow:share", number=n) for n in range(4)]).risks
    levels = [rank(risk.residual.level) for risk in risks]
    assert levels == sorted(levels, reverse=True)
    assert len(set(levels)) > 1


def test_the_order_of_findings_does_not_matter(content, build, finding):
    given = [finding("flow:share", number=n, severity=s) for n, s in enumerate(("low", "high", "medium"))]
    data_map = build(content)
    assert risk_register(data_map, given) == risk_register(data_map, given[::-1])


def test_the_scale_is_the_regulators_unless_the_map_has_its_own(content, build):
    assert risk_register(build(content), []).scale == ICO_SCALE
    content["risk_scale"] = {"table": {x: dict.fromkeys(Harm, Level.HIGH) for x in Likelihood}}
    register = risk_register(build(content), [])
    assert {risk.residual.level for risk in register.risks} == {Level.HIGH}


def test_scenarios_have_ids_of_their_own_and_advice_that_can_name_places():
    assert len({scenario.id for scenario in SCENARIOS}) == len(SCENARIOS) >= 12
    assert all("{places}" in scenario.next_step for scenario in SCENARIOS)


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.id)
def test_what_a_scenario_names_is_in_the_catalogue_of_rules(scenario):
    assert set(scenario.themes) <= set(Theme)
    assert set(scenario.rules) <= {rule.id for rule in CATALOGUE}


@pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.id)
def test_every_rule_bears_on_a_risk_or_is_of_a_theme_that_harms_nobody(rule):
    bears = any(rule.id in scenario.rules or rule.theme in scenario.themes for scenario in SCENARIOS)
    assert bears != (rule.theme in HARMLESS)


def test_every_theme_bears_on_a_risk_or_is_listed_as_harming_nobody():
    treated = {theme for scenario in SCENARIOS for theme in scenario.themes}
    assert treated.isdisjoint(HARMLESS)
    assert treated | set(HARMLESS) == set(Theme)
