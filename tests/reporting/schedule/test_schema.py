"""The schema of the schedule is the model, its copy is current, and the shipped schedule is right."""

import datetime as dt
import json
from pathlib import Path

import pytest
import yaml

from audit_lib.reporting.schedule.read import read_schedule
from audit_lib.reporting.schedule.schema import schedule_schema, schedule_schema_text, write_schedule_schema
from audit_lib.reporting.schedule.validate import examine

ROOT = Path(__file__).parents[3]
jsonschema = pytest.importorskip("jsonschema")
VALIDATOR = jsonschema.Draft202012Validator(schedule_schema())
JOB = {"id": "weekly", "title": "Weekly", "reports": ["ropa"], "map": "data_maps/btr"}


def test_the_schema_is_one_of_draft_2020_12():
    jsonschema.Draft202012Validator.check_schema(schedule_schema())


def test_the_schema_beside_the_maps_is_current():
    """Write it anew with `make pages`."""
    shipped = (ROOT / "data_maps" / "schedule.schema.json").read_text(encoding="utf-8")
    assert shipped == schedule_schema_text()


def test_it_is_written_whole(tmp_path):
    path = write_schedule_schema(tmp_path / "schedule.schema.json")
    assert json.loads(path.read_text(encoding="utf-8")) == schedule_schema()


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"reports": "ropa"},
        {"when": "0 7 * * 1"},
        {"when": {"cron": "0 7 * * 1", "zone": "Asia/Tokyo"}, "starts": "2026-01-01", "keep": 3},
        {"parameters": {"top": 5, "unit": "007", "party": None, "flag": True}},
        {"sweep": {"party": "controllers", "as_of": {"months": 12}, "top": [1, 2]}},
        {"sweep": {"activity": ["a", "b"], "as_of": ["2026-03-31"]}, "formats": ["pdf"], "notice": "n.txt"},
    ],
    ids=str,
)
def test_what_is_read_fits(more):
    assert not list(VALIDATOR.iter_errors({"out": "reports/runs", "jobs": [JOB | more]}))


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": "Weekly Report"},
        {"reports": []},
        {"parameters": {"map": "x"}},
        {"parameters": {"top": [1, 2]}},
        {"sweep": {"party": "every"}},
        {"sweep": {"activity": "controllers"}},
        {"sweep": {"as_of": {"months": 0}}},
        {"sweep": {"map": "data_maps/*"}},
        {"sweep": {"top": []}},
        {"sweep": {"notice": ["a"]}},
        {"formats": ["htlm"]},
        {"keep": 0},
        {"when": {"zone": "Europe/London"}},
        {"colour": "red"},
    ],
    ids=str,
)
def test_what_reading_refuses_the_schema_refuses(wrong):
    assert not VALIDATOR.is_valid({"jobs": [JOB | wrong]})


def test_a_job_needs_one_map_or_several():
    without = {key: value for key, value in JOB.items() if key != "map"}
    assert not VALIDATOR.is_valid({"jobs": [without]})
    assert VALIDATOR.is_valid({"jobs": [without | {"sweep": {"map": "data_maps/*"}}]})


def test_the_shipped_schedule_is_right_and_fits_the_schema(monkeypatch):
    monkeypatch.chdir(ROOT)
    schedule = read_schedule()
    assert examine(schedule, dt.datetime(2026, 11, 23, tzinfo=dt.UTC)).faults == ()
    text = (ROOT / "reports" / "schedule.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../data_maps/schedule.schema.json\n")
    assert not list(VALIDATOR.iter_errors(yaml.safe_load(text)))
