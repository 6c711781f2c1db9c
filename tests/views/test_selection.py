"""What is shown, and what a finding marks."""

from __future__ import annotations

import pytest

from audit_lib.errors import ParameterError
from audit_lib.model.finding import Severity, Status
from audit_lib.model.noun import Confidence
from audit_lib.views.selection import Choice, choose, data_names, marks


def test_expected_flows_are_left_out_unless_asked_for(letting):
    assert choose(letting).left_out == 1
    assert choose(letting, Choice(expected=True)).left_out == 0


def test_choices_are_combined(letting):
    chosen = choose(letting, Choice(activity="let", party="ledger"))
    assert [flow.id for flow in chosen.flows] == ["books", "copy"]


def test_all_unknown_ids_are_named_at_once(letting):
    with pytest.raises(ParameterError) as raised:
        choose(letting, Choice(activity="lat", subject="tenant"))
    assert [fault.place.file for fault in raised.value.faults] == ["activity", "subject"]


def test_the_gravest_and_surest_finding_comes_first(finding):
    slight = finding("flow:copy", severity=Severity.MEDIUM, id="a")
    unsure = finding("flow:copy", confidence=Confidence.LIKELY, id="b")
    grave = finding("flow:copy", id="c")
    assert [found.id for found in marks([slight, unsure, grave])["copy"]] == ["c", "b", "a"]


def test_a_question_marks_no_flow(finding):
    assert not marks([finding("flow:copy", confidence=Confidence.ASK)])


def test_an_acceptance_that_has_run_out_marks_again(finding):
    assert "copy" in marks([finding("flow:copy", status=Status.EXPIRED)])
    assert "copy" not in marks([finding("flow:copy", status=Status.IN_HAND)])


def test_findings_about_other_things_mark_no_flow(finding):
    assert marks([finding("party:ledger", "map:harbour")]) == {}


def test_data_is_named_once(letting):
    assert data_names(letting, letting.flows[:4]) == "Identity, Contact details"
