"""Every rule speaks where it should and is silent where it should be: the cases beside this file."""

import datetime as dt
import string
from pathlib import Path

import pytest
import yaml

from audit_lib.rules.catalogue import CATALOGUE
from audit_lib.rules.facts import Facts
from audit_lib.rules.run import run_rules

FOLDER = Path(__file__).parent / "cases"
RULES = {rule.id: rule for rule in CATALOGUE}
FILES = {
    path.stem: yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader) for path in FOLDER.glob("*.yaml")
}
AS_OF = dt.date(2026, 11, 22)


def _cases(kind):
    return [
        pytest.param(rule, content.get("shared", {}), case, id=f"{rule}: {case['name']}")
        for rule, content in sorted(FILES.items())
        for case in content[kind]
    ]


def _run(make_map, rule, shared, case):
    as_of = dt.date.fromisoformat(case["as_of"]) if "as_of" in case else AS_OF
    return run_rules(make_map(shared, case.get("map", {})), as_of, [RULES[rule]])


@pytest.mark.parametrize(("rule", "shared", "case"), _cases("pass"))
def test_silent(make_map, rule, shared, case):
    run = _run(make_map, rule, shared, case)
    assert [finding.message for finding in run.findings] == []
    assert [skipped.why for skipped in run.skipped if case.get("skipped", "(none)") not in skipped.why] == []
    assert bool(run.skipped) == ("skipped" in case)


@pytest.mark.parametrize(("rule", "shared", "case"), _cases("fail"))
def test_speaks(make_map, rule, shared, case):
    run = _run(make_map, rule, shared, case)
    assert [skipped.why for skipped in run.skipped] == []
    assert len(run.findings) == len(case["expect"])
    for finding, expected in zip(run.findings, case["expect"], strict=True):
        assert list(finding.about) == expected["about"]
        assert list(finding.clauses) == expected.get("clauses", list(finding.clauses))
        assert list(finding.contradicts) == expected.get("contradicts", list(finding.contradicts))
        assert list(finding.law) == expected.get("law", list(finding.law))
        assert list(finding.items) == expected.get("items", list(RULES[rule].items))
        assert finding.severity.value == expected.get("severity", RULES[rule].severity.value)
        assert finding.confidence.value == expected.get("confidence", RULES[rule].confidence.value)
        for words in expected["words"]:
            assert words in finding.message


@pytest.mark.parametrize("path", sorted(FILES))
def test_each_file_of_cases_belongs_to_a_rule(path):
    assert path in RULES


@pytest.mark.parametrize("rule", RULES)
def test_each_rule_has_cases_of_both_kinds(rule):
    assert FILES[rule]["pass"]
    assert FILES[rule]["fail"]


@pytest.mark.parametrize(("rule", "shared", "case"), _cases("fail"))
def test_a_message_uses_every_field_and_no_other(make_map, rule, shared, case):
    as_of = dt.date.fromisoformat(case["as_of"]) if "as_of" in case else AS_OF
    wanted = {name for _, name, _, _ in string.Formatter().parse(RULES[rule].message) if name}
    for hit in RULES[rule].test(Facts(make_map(shared, case["map"]), as_of)):
        assert set(hit.fields) == wanted


@pytest.mark.parametrize(("rule", "shared", "case"), _cases("fail"))
def test_what_contradicts_is_among_the_clauses_and_a_provision_among_those_of_the_rule(
    make_map, rule, shared, case
):
    for finding in _run(make_map, rule, shared, case).findings:
        assert set(finding.contradicts) <= set(finding.clauses)
        assert set(finding.law) <= set(RULES[rule].law)
        assert set(finding.items) <= set(RULES[rule].items)


@pytest.mark.parametrize(("rule", "shared", "case"), [*_cases("pass"), *_cases("fail")])
def test_no_other_rule_breaks_on_the_map_of_a_case(make_map, rule, shared, case):
    run = run_rules(make_map(shared, case.get("map", {})), AS_OF)
    assert [skipped.why for skipped in run.skipped if "broke" in skipped.why] == []
