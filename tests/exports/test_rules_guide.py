"""The page about rules says all that a rule says of itself, and its copy is current."""

import datetime as dt
import re
from pathlib import Path

import pytest

from audit_lib.errors import OutputError
from audit_lib.exports.own_rules_guide import EXAMPLES, own_rules_guide
from audit_lib.exports.rules_guide import rules_guide, write_rules_guide
from audit_lib.files.strict_yaml import read_yaml
from audit_lib.model.data_map import DataMap
from audit_lib.model.own_check import GROUPS
from audit_lib.model.own_fields import NOUNS, LooksAt, fields_of
from audit_lib.model.own_operators import OPERATORS
from audit_lib.model.own_rule import Condition, OwnRule
from audit_lib.model.theme import Theme
from audit_lib.rules.catalogue import CATALOGUE
from audit_lib.rules.run import run_rules

PAGE = Path(__file__).parents[2] / "data_maps" / "RULES.md"
GUIDE = rules_guide()


def test_the_page_beside_the_maps_is_current():
    """Write it anew with `make pages`."""
    assert PAGE.read_text(encoding="utf-8") == GUIDE


@pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.id)
def test_each_rule_is_explained_as_it_would_be_defended(rule):
    section = GUIDE.partition(f"### {rule.id}\n")[2].partition("\n##")[0]
    for text in (rule.title, rule.looks_for, rule.why, *rule.law, rule.remedy, rule.false_alarms):
        assert text in section
    assert f"{rule.severity.value}, {rule.confidence.value}" in section
    assert rule.in_force is None or rule.in_force.isoformat() in section


@pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.id)
def test_what_a_rule_looks_for_is_a_sentence_of_its_own(rule):
    assert rule.looks_for.endswith(".")
    assert rule.looks_for[0].isupper()
    assert sum(other.looks_for == rule.looks_for for other in CATALOGUE) == 1


def test_every_link_of_the_table_of_contents_leads_somewhere():
    titles = re.findall(r"^#+ (.+)$", GUIDE, re.MULTILINE)
    heads = {re.sub(r"[^a-z0-9 -]", "", title.lower()).replace(" ", "-") for title in titles}
    links = re.findall(r"\]\(#([^)]+)\)", GUIDE)
    assert len(links) >= len(CATALOGUE)
    assert sorted(set(links) - heads) == []


def test_every_rule_stands_under_its_theme():
    order = re.findall(r"^### ([a-z-]+)$", GUIDE.partition("\n## Rules of your own")[0], re.MULTILINE)
    themes = list(Theme)
    assert order == [rule.id for rule in sorted(CATALOGUE, key=lambda rule: themes.index(rule.theme))]


@pytest.mark.parametrize("field", OwnRule.model_fields)
def test_every_field_of_an_own_rule_is_explained(field):
    assert f"`{field}`" in own_rules_guide()


def test_every_operator_and_every_key_is_explained():
    asked = {name.rstrip("_") for name in Condition.model_fields}
    assert [word for word in (*asked, *GROUPS) if f"{word}:" not in own_rules_guide()] == []
    assert {operator for allowed in OPERATORS.values() for operator in allowed} <= asked


@pytest.mark.parametrize("section", LooksAt)
def test_every_field_to_ask_about_is_listed(section):
    table = own_rules_guide().partition(f"`looks_at: {section.value}`\n")[2].partition("\n####")[0]
    assert [name for name in fields_of(NOUNS[section]) if f"| `{name}` |" not in table] == []


def everything_wrong():
    """A map on which each of the examples has something to say."""
    recorded = {"stance": "recorded"}
    recipients = [{"id": f"r{n}", "name": f"Firm {n}", "kind": "organisation", **recorded} for n in range(4)]
    return {
        "map": {"id": "m", "title": "M", "jurisdiction": "UK", "controller": "kite", "own_rules": "rules"},
        "parties": [
            {"id": "kite", "name": "Kite", "kind": "organisation", **recorded},
            {"id": "people", "name": "People", "kind": "individuals", **recorded},
            *recipients,
        ],
        "systems": [
            {"id": "s", "name": "Store", "kind": "platform", "operator": "r0", "location": "US",
             "holds": ["passport"], **recorded},
        ],
        "data": [{"id": "passport", "name": "Passport copy", "sensitivity": "high-risk", **recorded}],
        "purposes": [{"id": "p", "name": "Let homes", **recorded}],
        "activities": [
            {"id": "a", "name": "Letting", "function": "Letting", "purpose": "p", "controllers": ["kite"],
             "subjects": ["people"], "data": ["passport"], **recorded},
        ],
        "flows": [
            {"id": f"f{to}", "from": sender, "to": to, "activity": "a", "data": ["passport"],
             "subjects": ["people"], "role": "processor", **recorded}
            for sender, to in [("people", "kite"), *(("kite", f"r{n}") for n in range(4))]
        ],
    }  # fmt: skip


@pytest.mark.parametrize("example", [rule for _, rule in EXAMPLES])
def test_the_examples_are_rules_that_speak(example):
    said = read_yaml(example).value
    data_map = DataMap.model_validate({**everything_wrong(), "own_rules": [said]})
    found = run_rules(data_map, dt.date(2026, 11, 22)).findings
    assert said["id"] in [finding.rule for finding in found]


def test_a_page_that_cannot_be_written_is_refused(tmp_path):
    with pytest.raises(OutputError, match="does not exist"):
        write_rules_guide(tmp_path / "missing" / "RULES.md")
