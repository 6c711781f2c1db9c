"""The findings that a report leaves are those that it shows."""

import datetime as dt
import json

import pytest

from audit_lib.audit import run_audit
from audit_lib.errors import ParameterError
from audit_lib.exports.findings_file import write_findings
from audit_lib.exports.page_told import told_of
from audit_lib.graph.example import example_map

DAY = dt.date(2026, 11, 22)


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


@pytest.mark.parametrize("page_is_of", ["the version before", "the version after"])
def test_a_page_knows_what_findings_of_another_version_of_the_map_rest_on(tmp_path, page_is_of):
    """What only one version holds is told as that version tells it: a flow that a change would bring, too."""
    whole = run_audit(example_map(), DAY)
    found = next(each for each in whole.findings if each.about[0].startswith("flow:"))
    gone = found.about[0]
    flows = tuple(flow for flow in whole.data_map.flows if f"flow:{flow.id}" != gone)
    less = whole.model_copy(
        update={
            "data_map": whole.data_map.model_copy(update={"flows": flows}),
            "findings": tuple(each for each in whole.findings if each is not found),
        }
    )
    before, after = (less, whole) if page_is_of == "the version before" else (whole, less)
    write_findings(after, tmp_path, before=before)
    told = told_of(tmp_path, less.data_map)
    assert gone in {entry.reference for entry in told.about({found.id}).evidence}


def test_entries_of_another_form_are_refused_with_the_name_of_the_file(tmp_path):
    audit = run_audit(example_map(), DAY)
    file = write_findings(audit, tmp_path, before=audit)
    file.write_text(json.dumps(json.loads(file.read_text()) | {"entries": [{"reference": "flow:a"}]}))
    with pytest.raises(ParameterError, match=r"findings\.json"):
        told_of(tmp_path, audit.data_map)
