"""The schema of the evidence is the model, and the copy beside the maps is current."""

import json
from pathlib import Path

import pytest
import yaml

from audit_lib.files.evidence_schema import evidence_schema, evidence_schema_text, write_evidence_schema

from .test_read_evidence import LOG

MAPS = Path(__file__).parents[2] / "data_maps"
jsonschema = pytest.importorskip("jsonschema")
VALIDATOR = jsonschema.Draft202012Validator(evidence_schema())
SOURCE = yaml.safe_load(LOG)["sources"][0]


def test_the_schema_is_one_of_draft_2020_12():
    jsonschema.Draft202012Validator.check_schema(evidence_schema())


def test_the_schema_beside_the_maps_is_current():
    """Write it anew with `make pages`."""
    assert (MAPS / "evidence.schema.json").read_text(encoding="utf-8") == evidence_schema_text()


def test_it_is_written_whole(tmp_path):
    path = write_evidence_schema(tmp_path / "evidence.schema.json")
    assert json.loads(path.read_text()) == evidence_schema()


def test_what_is_read_fits():
    assert not list(VALIDATOR.iter_errors({"sources": [SOURCE]}))


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "consent"},
        {"columns": {"recipent": "to"}},
        {"columns": {"until": "end"}},
        {"constants": {"at": "noon"}},
        {"values": {"recipient": {"X": ["kite"]}}},
        {"format": "cvs"},
        {"format": "postgres"},
        {"format": "register"},
        {"format": "csv", "sheet": "One"},
        {"id": "Platform log"},
        {"colour": "red"},
    ],
    ids=str,
)
def test_what_reading_refuses_the_schema_refuses(wrong):
    assert not VALIDATOR.is_valid({"sources": [SOURCE | wrong]})


@pytest.mark.parametrize("field", ["id", "kind", "name"])
def test_what_must_be_there_must_be_there(field):
    assert not VALIDATOR.is_valid({"sources": [{key: SOURCE[key] for key in SOURCE if key != field}]})
