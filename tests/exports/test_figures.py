"""The figures that a report leaves: named as the pages know them, and none that may not be told."""

import json

import pytest

from audit_lib.errors import OutputError
from audit_lib.exports.figures import write_figures
from audit_lib.exports.page_told import told_of
from audit_lib.model.run_figures import FIGURES, FINDINGS_FILE
from audit_lib.model.verdict import Verdict
from audit_lib.rights.figures import monthly_figures
from audit_lib.views.evidence_example import example_reconciliation


@pytest.fixture
def found():
    return example_reconciliation()


def left(folder):
    return json.loads((folder / "figures.json").read_text(encoding="utf-8"))


def test_of_evidence_it_counts_what_the_map_does_not_declare(found, tmp_path):
    write_figures(found, tmp_path)
    declared, unsettled = 1200, found.verdicts[Verdict.UNRESOLVED]
    assert left(tmp_path) == {
        "disclosures_declared": declared,
        "disclosures_unsettled": unsettled,
        "disclosures_undeclared": found.observations - declared - unsettled,
    }


def test_a_figure_about_few_people_is_left_out(found, tmp_path):
    kept = sum(found.verdicts.get(verdict, 0) for verdict in (Verdict.DECLARED, Verdict.UNRESOLVED))
    write_figures(found.model_copy(update={"observations": kept + 3}), tmp_path)
    assert "disclosures_undeclared" not in left(tmp_path)


def test_the_findings_of_evidence_can_be_read_again(found, tmp_path):
    write_figures(found, tmp_path)
    told = told_of(tmp_path, found.data_map)
    assert [finding.id for finding in told.findings] == [finding.id for finding in found.findings]
    assert (tmp_path / FINDINGS_FILE).exists()


def test_of_requests_it_counts_those_that_are_overdue(found, tmp_path):
    figures = monthly_figures((), found.as_of)
    write_figures(figures, tmp_path)
    assert left(tmp_path) == dict.fromkeys(
        ("requests_overdue", "requests_open", "requests_late", "requests_in_time"), 0
    )


def test_every_figure_has_words_for_a_page(found, tmp_path):
    write_figures(found, tmp_path)
    assert left(tmp_path).keys() <= FIGURES.keys()


def test_a_folder_that_is_not_there_is_an_error(found, tmp_path):
    with pytest.raises(OutputError):
        write_figures(found, tmp_path / "absent")
