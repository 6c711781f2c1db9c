"""The findings that a report leaves are those that it shows."""

import datetime as dt

from audit_lib.audit import run_audit
from audit_lib.exports.findings_file import write_findings
from audit_lib.exports.page_told import told_of
from audit_lib.graph.example import example_map


def test_a_report_keeps_the_findings_that_it_shows(tmp_path):
    audit = run_audit(example_map(), dt.date(2026, 11, 22))
    shown = [finding for finding in audit.findings if finding.severity == "high"]
    assert 0 < len(shown) < len(audit.findings)
    write_findings(audit, tmp_path, shown)
    told = told_of(tmp_path, audit.data_map)
    assert [finding.id for finding in told.findings] == [finding.id for finding in shown]
    assert told.evidence


def test_a_report_keeps_what_it_was_set_against(tmp_path):
    before = run_audit(example_map(), dt.date(2026, 11, 22))
    after = before.model_copy(update={"as_of": dt.date(2026, 12, 1), "findings": before.findings[1:]})
    write_findings(after, tmp_path, before=before)
    told = told_of(tmp_path, before.data_map)
    assert [finding.id for finding in told.gone] == [before.findings[0].id]
    assert (told.since, told.new, told.closed) == (dt.date(2026, 11, 22), frozenset(), 1)
