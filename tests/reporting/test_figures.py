"""Figures that a run leaves for trends."""

import datetime as dt
import json

import pytest

from audit_lib.errors import ParameterError
from audit_lib.graph.example import example_map
from audit_lib.reporting.earlier import keep_findings
from audit_lib.reporting.figures import figures_in

ODD = ["", "[]", '{"a": "1"}', '{"a": true}', '{"a": NaN}', '{"a": 1e999}', '{" ": 1}']


def test_a_report_without_figures_has_none(tmp_path):
    assert figures_in(tmp_path) == {}


def test_findings_are_counted_by_severity_and_by_what_was_decided(tmp_path):
    def finding(severity, status):
        number = f"{severity}-{status}"
        return {"id": number, "rule": "r", "title": "t", "severity": severity, "status": status}

    said = [finding("high", "open"), finding("high", "accepted"), finding("low", "expired")]
    text = {"map": {"id": "m"}, "as_of": "2026-11-22", "findings": [*said, finding("low", "in-hand")]}
    (tmp_path / "findings.json").write_text(json.dumps(text))
    assert figures_in(tmp_path) == {
        "findings": 2,
        "findings_high": 1,
        "findings_medium": 0,
        "findings_low": 1,
        "findings_accepted": 1,
        "findings_in_hand": 1,
    }


def test_those_of_the_report_stand_beside_the_counts(tmp_path):
    keep_findings(example_map(), dt.date(2026, 11, 22), None, None, tmp_path)
    (tmp_path / "figures.json").write_text('{"flows": 12, "share": 0.25, "findings": 3}')
    found = figures_in(tmp_path)
    assert (found["flows"], found["share"], found["findings"]) == (12, 0.25, 3)
    assert "findings_high" in found


@pytest.mark.parametrize("text", ODD)
def test_what_is_no_number_is_told(tmp_path, text):
    (tmp_path / "figures.json").write_text(text)
    with pytest.raises(ParameterError, match=r"figures\.json The report wrote figures that are"):
        figures_in(tmp_path)
