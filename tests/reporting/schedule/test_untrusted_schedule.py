"""Whatever stands in a schedule, it is read or its faults are told; nothing else happens."""

import copy
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit_lib.errors import ParameterError
from audit_lib.reporting.schedule.read import read_schedule

WHOLE = {
    "out": "runs",
    "jobs": [
        {
            "id": "weekly",
            "title": "Weekly",
            "reports": ["plain", "other"],
            "parameters": {"top": "5"},
            "sweep": {"map": ["kiosk"], "as_of": {"months": "2"}},
            "when": {"cron": "0 7 * * 1", "zone": "Europe/London"},
            "starts": "2026-03-01",
            "as_of": "occasion",
            "formats": ["html"],
            "keep": "3",
        }
    ],
}

ODD = st.one_of(
    st.none(),
    st.text(max_size=20),
    st.sampled_from(
        ["", "all", "*", "**", "../x", "\u202e", "[", "0", "-1", "1e9", "٣", "9" * 400, "x" * 5_000]
    ),
    st.lists(st.none() | st.text(max_size=5) | st.just({}), max_size=3),
    st.dictionaries(st.text(max_size=8), st.none() | st.text(max_size=5), max_size=3),
)


def ways(value, above=()):
    yield above
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, below in inner:
        yield from ways(below, (*above, step))


def with_odd(way, odd):
    changed = copy.deepcopy(WHOLE)
    place = changed
    for step in way[:-1]:
        place = place[step]
    place[way[-1]] = odd
    return changed


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(way=st.sampled_from([way for way in ways(WHOLE) if way]), odd=ODD)
def test_one_odd_value_is_read_or_told(project, way, odd):
    text = json.dumps(with_odd(way, odd))  # JSON is YAML
    (project / "schedule.yaml").write_text(text, encoding="utf-8")
    faults = []
    try:
        assert read_schedule("schedule.yaml", project / "notebooks").jobs
    except ParameterError as wrong:
        faults = wrong.faults
    assert all(fault.place.file == "schedule.yaml" for fault in faults)
    assert all("\n" not in str(fault) and len(str(fault)) < 2_000 for fault in faults)


def test_a_key_that_is_odd_is_told(project):
    changed = copy.deepcopy(WHOLE)
    changed["jobs"][0]["sweep"] = {"top\u202e\n": ["1"]}
    (project / "schedule.yaml").write_text(json.dumps(changed), encoding="utf-8")
    with pytest.raises(ParameterError) as wrong:
        read_schedule("schedule.yaml", project / "notebooks")
    assert "\u202e" not in str(wrong.value.faults[0])
