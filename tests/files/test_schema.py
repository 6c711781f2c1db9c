"""The schema for editors is the model, and the copy beside the maps is current."""

import json
import re
from pathlib import Path

import pytest

from audit_lib.errors import OutputError
from audit_lib.files.layout import HOME
from audit_lib.files.read_map import read_map
from audit_lib.files.schema import map_schema, schema_text, write_schema

MAPS = Path(__file__).parents[2] / "data_maps"
jsonschema = pytest.importorskip("jsonschema")


def validator():
    return jsonschema.Draft202012Validator(map_schema())


HEAD = {"map": {"id": "demo", "title": "Demo", "jurisdiction": "UK", "controller": "kite"}}
FLOW = {
    "id": "rent",
    "stance": "recorded",
    "from": "a",
    "to": "b",
    "activity": "c",
    "data": ["d"],
    "subjects": ["e"],
    "role": "processor",
}


def test_the_schema_is_one_of_draft_2020_12():
    jsonschema.Draft202012Validator.check_schema(map_schema())


def test_the_schema_beside_the_maps_is_current():
    """Write it anew with ``audit_lib.files.schema.write_schema("data_maps/map.schema.json")``."""
    assert (MAPS / "map.schema.json").read_text(encoding="utf-8") == schema_text()


def test_every_section_may_stand_alone():
    assert set(map_schema()["properties"]) == set(HOME)
    assert validator().is_valid({})
    assert validator().is_valid({"flows": [FLOW]})
    assert validator().is_valid({"flows": None})


@pytest.mark.parametrize(
    "wrong",
    [
        {"flaws": []},
        {"flows": [{**FLOW, "purpos": "x"}]},
        {"flows": [{**FLOW, "sender": "a"}]},
        {"flows": [{**FLOW, "data": []}]},
        {"flows": [{**FLOW, "id": "Rent"}]},
        {"flows": [{**FLOW, "note": "\x1b"}]},
        {"flows": [{key: value for key, value in FLOW.items() if key != "from"}]},
        {"clauses": [{"claims": [{"kind": "sharing-deny"}]}]},
    ],
)
def test_what_read_map_refuses_the_schema_refuses(wrong):
    assert not validator().is_valid({**HEAD, **wrong})


def test_patterns_are_spelt_as_ecmascript_does():
    assert "\\u{" not in schema_text().replace("\\\\", "\\")
    patterns = re.findall(r'"pattern": (".*")', schema_text())
    assert all(re.compile(json.loads(pattern)) for pattern in patterns)


def test_maps_that_are_read_fit_the_schema():
    for folder in sorted(path.parent for path in MAPS.glob("*/map.yaml")):
        content = {key: value for key, value in read_map(folder).content().items() if value is not None}
        del content["own_rules"]  # which stand in files of their own
        assert not list(validator().iter_errors(content)), folder.name


def test_the_schema_replaces_an_older_one_whole(tmp_path):
    path = tmp_path / "map.schema.json"
    path.write_text("old")
    assert write_schema(path) == path
    assert json.loads(path.read_text()) == map_schema()
    assert [one.name for one in tmp_path.iterdir()] == ["map.schema.json"]


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(OutputError):
        write_schema(tmp_path / "gone" / "map.schema.json")
