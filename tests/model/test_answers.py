"""The nouns of answers: findings, decisions, coverage, records and the risk scale."""

import pytest
from pydantic import ValidationError

from audit_lib.errors import Place
from audit_lib.model.coverage import ClauseCoverage, Coverage, Standing
from audit_lib.model.finding import Decision, Finding, Severity, Status
from audit_lib.model.noun import Gap
from audit_lib.model.record import Cell, Column, Record, RecordKind, Row
from audit_lib.model.risk import Harm, Level, Likelihood, RiskScale


def finding(**more):
    plain = {
        "id": "r-1", "rule": "r", "theme": "rights", "title": "T", "severity": "high", "confidence": "likely",
        "law": ["UK GDPR Art. 12"], "about": ["flow:order"], "message": "M", "remedy": "R",
    }  # fmt: skip
    return Finding.model_validate(plain | more)


@pytest.mark.parametrize(
    ("status", "counts"), [("open", True), ("expired", True), ("accepted", False), ("in-hand", False)]
)
def test_a_finding_counts_until_it_is_decided_and_again_when_that_has_run_out(status, counts):
    assert finding(status=status).counts is counts


def test_a_finding_is_open_unless_something_was_decided():
    assert finding().status is Status.OPEN


def test_the_json_of_a_finding_names_file_and_line_of_its_places():
    assert finding(places=[Place("flows.yaml", 3, 5)]).as_json()["places"] == [
        {"file": "flows.yaml", "line": 3}
    ]


def test_an_accepted_finding_shows_owner_reason_and_expiry():
    decision = {
        "finding": "r-1", "status": "accepted", "owner": "DPO", "reason": "Planned", "expires": "2027-01-31",
    }  # fmt: skip
    shown = finding(status="accepted", decision=decision).as_json()["decision"]
    assert shown == {"owner": "DPO", "reason": "Planned", "expires": "2027-01-31"}


def test_an_expiry_is_a_day_of_the_calendar():
    with pytest.raises(ValidationError):
        Decision.model_validate(
            {"finding": "r-1", "status": "accepted", "owner": "D", "reason": "R", "expires": "2027-02-30"}
        )


def test_severities_have_an_order():
    assert sorted(Severity, key=lambda severity: -severity.rank) == [
        Severity.HIGH,
        Severity.MEDIUM,
        Severity.LOW,
    ]


def test_a_clause_is_accounted_for_by_what_rests_on_it_or_by_a_reason():
    assert ClauseCoverage(clause="c", rests=("flow:order",)).accounted_for
    assert ClauseCoverage(clause="c", rests=(), carries_nothing="A greeting.").accounted_for
    assert not ClauseCoverage(clause="c", rests=()).accounted_for


def test_coverage_is_complete_when_nothing_is_added_removed_or_unaccounted_for():
    fine = ClauseCoverage(clause="c", rests=("flow:order",), standing=Standing.UNCHANGED)
    gone = fine.model_copy(update={"standing": Standing.REMOVED})
    bare = ClauseCoverage(clause="d", rests=())
    assert Coverage(clauses=(fine,)).complete
    assert not Coverage(clauses=(fine, gone)).complete
    assert not Coverage(clauses=(fine, bare)).complete
    assert not Coverage(clauses=(fine,), added=(("2.1", "New."),)).complete


def test_a_cell_reads_as_its_value_or_as_a_stated_gap():
    assert Cell(value="GB").text() == "GB"
    assert Cell(gap=Gap.NOT_APPLICABLE).text() == "[not applicable]"


def test_a_record_counts_the_gaps_of_required_columns_that_somebody_must_fill():
    columns = (
        Column(id="a", heading="A", law="Art. 30(1)(a)", required=True),
        Column(id="b", heading="B", law="", required=False),
    )
    rows = tuple(
        Row(activity="orders", cells=(Cell(gap=gap), Cell(gap=Gap.NOT_STATED)))
        for gap in (Gap.NOT_STATED, Gap.UNCLEAR, Gap.NONE, Gap.NOT_APPLICABLE)
    )
    record = Record(kind=RecordKind.CONTROLLER, party="p", head=(), columns=columns, rows=rows)
    assert record.gaps == 2


def test_a_risk_scale_has_a_level_for_every_pair():
    table = {likelihood: dict.fromkeys(Harm, Level.LOW) for likelihood in Likelihood}
    assert RiskScale(table=table).level(Likelihood.PROBABLE, Harm.SEVERE) is Level.LOW
    del table[Likelihood.REMOTE][Harm.SEVERE]
    with pytest.raises(ValidationError, match="no level for remote and severe"):
        RiskScale(table=table)


def test_a_decision_may_stand_for_ever():
    decision = Decision(finding="r-1", status=Status.IN_HAND, owner="DPO", reason="Being mended")
    assert decision.expires is None
