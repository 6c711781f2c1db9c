"""The schema of a rule is the language, and the copy beside the maps is current."""

import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from strategies_own import own_rules, with_ids

from audit_lib.exports.own_rules_guide import EXAMPLES
from audit_lib.files.rule_schema import rule_schema, rule_schema_text, write_rule_schema
from audit_lib.model.data_map import KINDS

MAPS = Path(__file__).parents[2] / "data_maps"
jsonschema = pytest.importorskip("jsonschema")
VALIDATOR = jsonschema.Draft202012Validator(rule_schema())
RULE = {
    "id": "own-rule",
    "title": "A rule",
    "looks_at": "flows",
    "where": {"role": "processor"},
    "message": "{names}",
    "severity": "low",
}


def test_the_schema_is_one_of_draft_2020_12():
    jsonschema.Draft202012Validator.check_schema(rule_schema())


def test_the_schema_beside_the_maps_is_current():
    """Write it anew with `make pages`."""
    assert (MAPS / "rule.schema.json").read_text(encoding="utf-8") == rule_schema_text()


def test_it_is_written_whole(tmp_path):
    path = write_rule_schema(tmp_path / "rule.schema.json")
    assert json.loads(path.read_text()) == rule_schema()


@pytest.mark.parametrize("example", [rule for _, rule in EXAMPLES])
def test_the_examples_fit(example):
    said = yaml.safe_load(example)
    said["in_force"] = str(said.get("in_force", "2026-01-01"))
    assert not list(VALIDATOR.iter_errors(said))


@pytest.mark.parametrize(
    "wrong",
    [
        {"where": {"rol": "processor"}},
        {"where": {"role": "procesor"}},
        {"where": {"to.kind": "person"}},
        {"where": {"to.country": "Norway"}},
        {"where": {"role": {"longer_than": "P1Y"}}},
        {"where": {"any": [{"rol": "x"}]}},
        {"where": {"to": {"where": {"knd": "x"}}}},
        {"where": {}},
        {"looks_at": "purposes", "where": {"without": "contract"}},
        {"looks_at": "flaws"},
        {"id": "rule"},
        {"severity": "grave"},
        {"regex": ".*"},
    ],
    ids=str,
)
def test_what_reading_refuses_the_schema_refuses(wrong):
    assert VALIDATOR.is_valid(RULE)
    assert not VALIDATOR.is_valid({**RULE, **wrong})


@settings(max_examples=150)
@given(own_rules())
def test_whatever_the_model_accepts_the_schema_accepts(drawn):
    pools = {kind: ["some-id"] for kind in KINDS.values()}
    for rule in with_ids([drawn], pools):
        assert not [error.message for error in VALIDATOR.iter_errors(rule)]
