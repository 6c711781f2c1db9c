"""Findings that come, go, and change."""

from audit_lib.difference.findings import compare_findings
from audit_lib.model.finding import Finding


def finding(name, *about, rule="r", severity="high", status="open"):
    return Finding(
        id=name, rule=rule, theme="t", title="T", severity=severity, confidence="certain", status=status,
        law=(), about=about, message="M", remedy="R",
    )  # fmt: skip


def test_findings_of_one_id_and_standing_are_no_difference():
    assert compare_findings([finding("a", "flow:x")], [finding("a", "flow:x")]) == ((), (), ())


def test_a_finding_that_becomes_milder_has_changed():
    found = compare_findings([finding("a")], [finding("a", severity="low")])
    assert (found.new, found.gone, len(found.changed)) == ((), (), 1)


def test_a_finding_that_is_accepted_has_changed():
    assert compare_findings([finding("a")], [finding("a", status="accepted")]).changed


def test_a_cause_that_comes_to_touch_other_entries_is_not_gone_and_new():
    found = compare_findings([finding("a", "flow:x", "flow:y")], [finding("b", "flow:y")])
    assert (found.new, found.gone, len(found.changed)) == ((), (), 1)


def test_findings_of_one_rule_about_nothing_in_common_are_two():
    found = compare_findings([finding("a", "flow:x")], [finding("b", "flow:y")])
    assert (len(found.new), len(found.gone)) == (1, 1)


def test_findings_of_two_rules_are_never_one():
    found = compare_findings([finding("a", "flow:x")], [finding("b", "flow:x", rule="s")])
    assert (len(found.new), len(found.gone)) == (1, 1)


def test_those_that_share_most_are_paired():
    before = [finding("a", "flow:x", "flow:y", "flow:z")]
    after = [finding("b", "flow:x"), finding("c", "flow:x", "flow:y")]
    found = compare_findings(before, after)
    assert [each.after.id for each in found.changed] == ["c"]
    assert [each.id for each in found.new] == ["b"]
