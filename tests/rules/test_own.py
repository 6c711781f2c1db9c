"""An organisation's own rules: what they match, what they say, and how they stand beside the catalogue."""

import datetime as dt

import pytest

from audit_lib.model.data_map import DataMap
from audit_lib.model.finding import Severity, Status
from audit_lib.rules.catalogue import CATALOGUE
from audit_lib.rules.own import rules_of
from audit_lib.rules.run import finding_id, run_rules

AS_OF = dt.date(2026, 11, 22)
FRAGMENT = {
    "map": {"own_rules": "rules"},
    "parties": [
        {"id": "desk", "kind": "team", "part_of": "agent"},
        {"id": "lab", "name": "{names} Lab", "country": "NO"},
        {"id": "mailer", "country": "GB"},
    ],
    "data": [{"id": "papers"}, {"id": "passport", "parent": "papers", "sensitivity": "high-risk"}],
    "flows": [
        {"id": "collect", "data": ["papers"]},
        {"id": "check", "from": "agent", "to": "lab", "data": ["papers"], "role": "processor"},
        {"id": "mail", "from": "agent", "to": "mailer", "role": "processor", "contract": "Signed 2025"},
        {"id": "guess", "from": "agent", "to": "mailer", "role": "processor", "stance": "expected"},
    ],
}


def rule(**changed):
    plain = {
        "id": "own-rule",
        "title": "A rule of our own",
        "looks_at": "flows",
        "where": {"role": "processor"},
        "message": "{count} to {to}: {names}.",
        "severity": "low",
    }
    return {**plain, **changed}


@pytest.fixture
def judge(make_map):
    """The findings of own rules on a map of an agent, a laboratory abroad and a mailing house."""

    def run(*rules, **more):
        data_map = make_map(FRAGMENT, {**more, "own_rules": list(rules)})
        ran = run_rules(data_map, AS_OF)
        assert not [skipped for skipped in ran.skipped if "broke" in skipped.why]
        return [finding for finding in ran.findings if finding.rule.startswith("own-")]

    return run


def test_all_that_match_are_one_finding_that_points_at_each(judge):
    (finding,) = judge(rule())
    assert finding.about == ("flow:check", "flow:mail")
    assert [place.file for place in finding.places] == ["flow:check", "flow:mail"]
    assert finding.id == finding_id("own-rule", finding.about)


def test_with_each_every_match_is_a_finding(judge):
    assert [finding.about for finding in judge(rule(each="true"))] == [("flow:check",), ("flow:mail",)]


def test_what_is_expected_is_left_out_unless_it_is_asked_for(judge):
    (finding,) = judge(rule(expected="true"))
    assert finding.about == ("flow:check", "flow:mail", "flow:guess")


def test_what_matches_nothing_says_nothing(judge):
    assert judge(rule(where={"role": "joint-controller"})) == []


def test_a_finding_names_the_clauses_on_which_the_matches_rest(judge):
    clauses = [{"id": "c1"}]
    flows = [*FRAGMENT["flows"][:2], {**FRAGMENT["flows"][2], "clauses": ["c1"]}]
    (finding,) = judge(rule(), clauses=clauses, flows=flows)
    assert finding.clauses == ("c1",)
    assert finding.places[-1].file == "clause:c1"


def test_the_message_is_filled_with_names_and_what_a_map_says_is_never_a_template(judge):
    (finding,) = judge(rule())
    assert finding.message == "2 flows to {names} Lab and Mailer: check and mail."


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("{data} for {activity.purpose}", "Papers and Name for Let homes"),
        ("{contract}", "Signed 2025"),
        ("{to.inside} {direction}", "no disclosed"),
        ("{via.location}", "not stated"),
        ("{{names}} {count}", "{names} 2 flows"),
    ],
)
def test_a_gap_may_name_any_field_or_path(judge, message, said):
    assert judge(rule(message=message))[0].message == said


def test_a_gap_that_the_rule_asks_some_of_names_only_those(judge):
    where = {"sent": {"where": {"contract": "missing"}}, "inside": "true"}
    (finding,) = judge(rule(looks_at="parties", where=where, message="{names}: {sent}"))
    assert finding.message == "Agent: check"


def test_a_long_name_does_not_drown_a_message(judge):
    (finding,) = judge(rule(), parties=[{"id": "lab", "name": "x" * 5_000}])
    assert len(finding.message) < 250


def test_a_finding_carries_what_the_rule_says_of_itself(judge):
    (finding,) = judge(rule(severity="high", confidence="ask", theme="roles", law=["Policy 7"]))
    assert (finding.severity, finding.confidence.value) == (Severity.HIGH, "ask")
    assert (finding.theme, finding.law) == ("roles", ("Policy 7",))


def test_what_a_rule_leaves_out_is_said_for_it(judge):
    (finding,) = judge(rule())
    assert finding.theme == "accountability"
    assert finding.law
    assert finding.remedy.startswith("The data protection lead settles")  # the map names no officer


def test_a_rule_waits_for_the_day_from_which_it_is_applied(make_map):
    data_map = make_map(FRAGMENT, {"own_rules": [rule(in_force="2027-01-01")]})
    ran = run_rules(data_map, AS_OF)
    assert ("rule own-rule", True) in [(each.what, "2027-01-01" in each.why) for each in ran.skipped]


def test_findings_of_own_rules_are_decided_like_others(judge):
    target = finding_id("own-rule", ["flow:check", "flow:mail"])
    decisions = [{"finding": target, "status": "accepted", "owner": "Ann", "reason": "Known."}]
    assert judge(rule(), decisions=decisions)[0].status is Status.ACCEPTED


def test_own_rules_stand_behind_the_catalogue(make_map):
    data_map = make_map(FRAGMENT, {"own_rules": [rule(), rule(id="own-second")]})
    assert [each.id for each in rules_of(data_map)[len(CATALOGUE) :]] == ["own-rule", "own-second"]
    assert rules_of() == CATALOGUE


def test_rules_that_are_given_are_the_only_ones_that_run(make_map):
    data_map = make_map(FRAGMENT, {"own_rules": [rule()]})
    assert run_rules(data_map, AS_OF, []).findings == ()


def test_a_rule_tells_in_words_what_it_looks_for(make_map):
    data_map = make_map(FRAGMENT, {"own_rules": [rule(where={"to.country": {"none_of": ["GB"]}})]})
    assert rules_of(data_map)[-1].looks_for == "Flows where to.country is not GB."


def test_no_rule_of_the_catalogue_can_clash_with_one_of_an_organisation():
    assert [rule.id for rule in CATALOGUE if rule.id.startswith("own-")] == []


def test_a_rule_that_names_somebody_who_has_left_the_map_is_silent(make_map):
    content = make_map(FRAGMENT, {"own_rules": [rule(where={"to": {"within": ["gone"]}})]}).content()
    ran = run_rules(DataMap.model_validate(content), AS_OF)
    assert not [each for each in (*ran.findings, *ran.skipped) if "own-rule" in str(each)]
