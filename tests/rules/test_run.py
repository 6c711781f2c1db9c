"""Running rules: nothing is dropped, nothing comes twice, decisions are kept and run out."""

import datetime as dt
from dataclasses import replace

import pytest

from audit_lib.model.finding import Severity, Status
from audit_lib.model.noun import Confidence
from audit_lib.rules.rule import Hit, Rule, Theme
from audit_lib.rules.run import finding_id, run_rules

AS_OF = dt.date(2026, 11, 22)


def a_rule(test, **changed):
    plain = Rule(
        id="a-rule",
        theme=Theme.MAP,
        title="A rule",
        why="Because.",
        law=("UK GDPR Art. 5(2)",),
        remedy="The owner acts.",
        false_alarms="Never.",
        message="Found {what}.",
        severity=Severity.MEDIUM,
        confidence=Confidence.LIKELY,
        test=test,
    )
    return replace(plain, **changed)


def one(*about, clauses=(), **changed):
    return lambda facts: iter([Hit(about, clauses, {"what": "it"}, **changed)])


def test_a_finding_has_an_id_from_its_rule_and_what_it_touches(make_map):
    found = run_rules(make_map(), AS_OF, [a_rule(one("party:agent", "data:name"))]).findings
    assert [finding.id for finding in found] == [finding_id("a-rule", ["data:name", "party:agent"])]


def test_the_id_does_not_depend_on_order_or_repetition():
    assert finding_id("a-rule", ["b", "a", "b"]) == finding_id("a-rule", ["a", "b"])


def test_a_finding_points_at_what_it_touches_and_at_its_clauses(make_map):
    map_ = make_map({"clauses": [{"id": "c1"}]})
    finding = run_rules(map_, AS_OF, [a_rule(one("party:agent", clauses=("c1",)))]).findings[0]
    assert [str(place) for place in finding.places] == ["party:agent", "clause:c1"]


def test_a_hit_may_override_severity_and_confidence(make_map):
    hit = one("party:agent", severity=Severity.HIGH, confidence=Confidence.ASK)
    finding = run_rules(make_map(), AS_OF, [a_rule(hit)]).findings[0]
    assert (finding.severity, finding.confidence) == (Severity.HIGH, Confidence.ASK)


def test_two_hits_on_the_same_are_one_finding_with_the_clauses_of_both(make_map):
    def twice(facts):
        yield Hit(("party:agent",), ("c1",), {"what": "it"})
        yield Hit(("party:agent",), ("c2",), {"what": "it"}, severity=Severity.HIGH)

    map_ = make_map({"clauses": [{"id": "c1"}, {"id": "c2"}]})
    (finding,) = run_rules(map_, AS_OF, [a_rule(twice)]).findings
    assert (finding.severity, finding.clauses) == (Severity.HIGH, ("c1", "c2"))


def test_gravest_first_and_then_in_the_order_of_the_rules(make_map):
    rules = [
        a_rule(one("party:agent"), id="low", severity=Severity.LOW),
        a_rule(one("party:agent"), id="first", severity=Severity.HIGH),
        a_rule(one("party:agent"), id="second", severity=Severity.HIGH),
    ]
    assert [found.rule for found in run_rules(make_map(), AS_OF, rules).findings] == [
        "first",
        "second",
        "low",
    ]


def test_a_broken_rule_is_a_result_and_keeps_what_it_had_found(make_map):
    def broken(facts):
        yield Hit(("party:agent",), (), {"what": "it"})
        raise ZeroDivisionError("by nothing")

    run = run_rules(make_map(), AS_OF, [a_rule(broken), a_rule(one("data:name"), id="sound")])
    assert [finding.rule for finding in run.findings] == ["a-rule", "sound"]
    assert [(s.what, s.why) for s in run.skipped] == [
        ("rule a-rule", "The rule broke: ZeroDivisionError: by nothing")
    ]


def test_a_message_without_its_field_is_a_broken_rule(make_map):
    run = run_rules(make_map(), AS_OF, [a_rule(lambda facts: iter([Hit(("party:agent",))]))])
    assert "KeyError" in run.skipped[0].why


@pytest.mark.parametrize(("day", "findings"), [(dt.date(2026, 6, 18), 0), (dt.date(2026, 6, 19), 1)])
def test_a_rule_waits_for_the_day_on_which_it_is_law(make_map, day, findings):
    run = run_rules(make_map(), day, [a_rule(one("party:agent"), in_force=dt.date(2026, 6, 19))])
    assert len(run.findings) == findings
    assert len(run.skipped) == 1 - findings


def test_a_map_without_a_notice_is_not_blamed_for_one(make_map):
    run = run_rules(make_map(), AS_OF, [a_rule(one("party:agent"), needs_notice=True)])
    assert run.findings == ()
    assert "no notice to judge" in run.skipped[0].why


def decide(make_map, **decision):
    target = finding_id("a-rule", ["party:agent"])
    decisions = [{"finding": target, "status": "accepted", "owner": "Ann", "reason": "Known.", **decision}]
    return run_rules(make_map({"decisions": decisions}), AS_OF, [a_rule(one("party:agent"))])


def test_a_decision_is_put_on_its_finding(make_map):
    finding = decide(make_map).findings[0]
    assert (finding.status, finding.decision.owner) == (Status.ACCEPTED, "Ann")


@pytest.mark.parametrize(
    ("expires", "status"),
    [("2026-11-22", Status.ACCEPTED), ("2026-11-21", Status.EXPIRED)],
)
def test_a_decision_counts_through_its_last_day(make_map, expires, status):
    assert decide(make_map, expires=expires).findings[0].status is status


def test_an_expired_decision_counts_as_open(make_map):
    assert decide(make_map, expires="2026-01-01").findings[0].counts


def test_a_decision_about_nothing_is_reported(make_map):
    run = decide(make_map, finding="a-rule-00000000")
    assert run.findings[0].status is Status.OPEN
    assert run.skipped[0].what == "decision about a-rule-00000000"


def test_the_second_decision_about_a_finding_is_reported(make_map):
    target = finding_id("a-rule", ["party:agent"])
    both = [
        {"finding": target, "status": "in-hand", "owner": "Ann", "reason": "Under way."},
        {"finding": target, "status": "accepted", "owner": "Bob", "reason": "Let it be."},
    ]
    run = run_rules(make_map({"decisions": both}), AS_OF, [a_rule(one("party:agent"))])
    assert run.findings[0].decision.owner == "Ann"
    assert "earlier decision by Ann" in run.skipped[0].why


def test_braces_in_a_map_are_only_text(make_map):
    map_ = make_map({"parties": [{"id": "agent", "name": "{0.__class__}"}]})
    rule = a_rule(lambda facts: iter([Hit(("party:agent",), (), {"what": facts.name("party", "agent")})]))
    assert run_rules(map_, AS_OF, [rule]).findings[0].message == "Found {0.__class__}."


def test_where_there_is_no_officer_the_remedy_asks_nobody_who_does_not_exist(make_map):
    rule = a_rule(one("party:agent"), remedy="The data protection officer says so.")
    assert run_rules(make_map(), AS_OF, [rule]).findings[0].remedy == "The data protection lead says so."
    with_officer = make_map(
        {"map": {"dpo": "officer"}, "parties": [{"id": "officer", "kind": "team", "part_of": "agent"}]}
    )
    assert run_rules(with_officer, AS_OF, [rule]).findings[0].remedy == rule.remedy
