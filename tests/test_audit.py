"""The audit puts every answer side by side, for one map and one day."""

import datetime as dt

import pytest

from audit_lib.audit import run_audit
from audit_lib.graph.example import example_map

AS_OF = dt.date(2026, 11, 22)


@pytest.fixture(scope="module")
def audit():
    return run_audit(example_map(), AS_OF)


def test_it_holds_every_answer(audit):
    assert audit.findings
    assert audit.record.rows
    assert audit.risks.risks
    assert audit.coverage.clauses == ()


def test_what_was_not_judged_is_counted_with_its_reason(audit):
    assert {skipped.what for skipped in audit.skipped} >= {"rule no-version"}


def test_the_risks_are_tied_to_its_findings(audit):
    known = {finding.id for finding in audit.findings}
    assert {finding for risk in audit.risks.risks for finding in risk.findings} <= known


def test_its_counts_are_those_of_its_findings(audit):
    counts = audit.as_json()["counts"]
    assert sum(counts[severity] for severity in ("high", "medium", "low")) == len(audit.findings)
    assert counts["open"] == len(audit.findings)


def test_the_same_map_and_day_give_the_same_audit(audit):
    assert run_audit(example_map(), AS_OF) == audit


def test_every_finding_has_a_place(audit):
    assert all(finding.places for finding in audit.findings)
