"""The answers as tables."""

from __future__ import annotations

import datetime as dt

import pytest

from audit_lib.errors import Place
from audit_lib.graph.build import build_graph
from audit_lib.graph.reach import reach
from audit_lib.model.coverage import ClauseCoverage, Coverage, Standing
from audit_lib.model.finding import Decision, Severity, Status
from audit_lib.model.noun import Gap
from audit_lib.model.record import Cell as RecordCell
from audit_lib.model.record import Column, Record, RecordKind, Row
from audit_lib.views.table import Cell, Mark
from audit_lib.views.tables import (
    coverage_table,
    findings_table,
    flows_table,
    map_summary,
    parties_table,
    record_table,
    trace_table,
)


def _texts(row) -> list[str]:
    return [cell.text for cell in row]


def test_the_gravest_finding_comes_first_and_decided_ones_last(finding):
    slight = finding("flow:copy", severity=Severity.LOW, id="slight")
    grave = finding("flow:copy", id="grave")
    done = finding("flow:copy", id="done", status=Status.ACCEPTED)
    table = findings_table([done, slight, grave])
    assert [row[-1].tail.split("\n")[-1] for row in table.rows] == ["grave", "slight", "done"]
    assert table.title == "2 findings to deal with: 1 high and 1 low"


def test_a_finding_leads_with_its_title_and_says_where_it_stands(finding):
    found = finding("flow:copy")
    row = findings_table([found]).rows[0]
    assert (row[1].lead, row[1].text) == (found.title, found.message)
    assert "flows.yaml:7" in row[3].tail


def test_places_beyond_the_fourth_are_counted(finding):
    found = finding(places=tuple(Place("maps/flows.yaml", line) for line in range(1, 7)))
    assert "flows.yaml:4, 2 more places" in findings_table([found]).rows[0][3].tail


def test_an_accepted_finding_says_by_whom_why_and_until_when(finding):
    decision = Decision(
        finding="f", status=Status.ACCEPTED, owner="Ann", reason="Rare.", expires=dt.date(2027, 1, 31)
    )
    table = findings_table([finding(status=Status.ACCEPTED, decision=decision)])
    assert table.rows[0][0].tail == "certain\naccepted by Ann, until 2027-01-31: Rare."


def test_flows_show_expected_ones_marked(letting):
    table = flows_table(letting)
    grounds = {row[3].tail.splitlines()[-1]: row[4] for row in table.rows}
    assert table.title == "10 flows, 2 of them not in the notice"
    assert grounds["pass-on"].mark is Mark.GAP
    assert grounds["apply"].mark is Mark.PLAIN


def test_a_way_that_is_not_stated_is_a_gap_in_brackets(letting):
    assert "via [not stated]" in flows_table(letting).rows[0][3].tail


def test_a_flow_says_in_which_role_it_is_received_and_about_whom(letting):
    row = next(row for row in flows_table(letting).rows if row[3].tail.endswith("\napply"))
    assert row[1].tail == letting.flow["apply"].role.words
    assert row[2].tail == "of Tenants"


def test_parties_are_counted_by_what_they_get_and_give(letting):
    row = next(row for row in parties_table(letting).rows if row[0].text == "Ledgerline")
    assert _texts(row)[2:5] == ["Processors", "2", "1"]
    assert row[2].tail == "organisation"


def _record(required: str = "abc") -> Record:
    columns = tuple(
        Column(id=name, heading=name.title(), law="Art. 30(1)", required=name in required) for name in "abc"
    )
    cells = (
        RecordCell(value="Lettings"),
        RecordCell(gap=Gap.NOT_STATED),
        RecordCell(gap=Gap.NOT_APPLICABLE),
    )
    rows = (Row(activity="let", cells=cells),)
    return Record(kind=RecordKind.CONTROLLER, party="agency", head=(), columns=columns, rows=rows)


def test_a_gap_of_the_record_is_marked_and_counted():
    table = record_table(_record())
    assert table.title == "1 row, 1 gap to fill, 1 in columns that the law requires"
    assert [cell.mark for cell in table.rows[0]] == [Mark.PLAIN, Mark.GAP, Mark.MUTED]


def test_a_gap_that_the_law_does_not_ask_to_fill_is_counted_apart():
    assert record_table(_record("ac")).title == "1 row, 1 gap to fill, 0 in columns that the law requires"
    assert record_table(_record(), ["a", "c"]).title == "1 row, no gaps to fill"


def test_columns_of_the_record_can_be_chosen():
    assert record_table(_record(), ["c", "a"]).columns == ("C", "A")


def test_an_unknown_column_is_an_error_that_lists_the_known():
    with pytest.raises(ValueError, match="no column z; it has a, b and c"):
        record_table(_record(), ["z"])


def test_a_clause_says_what_rests_on_it_or_why_nothing_does(letting):
    clauses = (
        ClauseCoverage(clause="c1", rests=("flow:apply", "flow:ask", "activity:let")),
        ClauseCoverage(clause="c2", rests=(), carries_nothing="A heading."),
        ClauseCoverage(clause="c3", rests=(), standing=Standing.REMOVED),
    )
    table = coverage_table(Coverage(clauses=clauses), letting)
    assert [row[3].text for row in table.rows] == [
        "2 flows and 1 activity",
        "nothing: A heading.",
        "not accounted for",
    ]
    assert table.rows[2][4] == Cell("removed", Mark.GAP)


def test_where_the_notice_was_not_given_no_column_says_how_it_stands_there(letting):
    clauses = (ClauseCoverage(clause="c1", rests=("data:passport",)),)
    table = coverage_table(Coverage(clauses=clauses), letting)
    assert "In the notice" not in table.columns
    assert table.rows[0][3].text == "1 data category"


def test_the_sentence_is_shown_where_the_notice_was_given_and_the_gist_where_not(letting):
    given = coverage_table(
        Coverage(clauses=(ClauseCoverage(clause="c1", rests=(), text="We tell."),)), letting
    )
    without = coverage_table(Coverage(clauses=(ClauseCoverage(clause="c1", rests=()),)), letting)
    assert given.rows[0][2].text == "We tell."
    assert without.rows[0][2].text == "The agency says whom it tells."


def test_a_trace_names_the_way_and_the_purposes(letting):
    table = trace_table(reach(build_graph(letting), "passport"), letting)
    row = next(row for row in table.rows if row[0].text == "Police")
    assert _texts(row)[1:3] == ["Tenants → Harbour Lettings → Police", "Letting homes"]
    assert row[4] == Cell("inferred", Mark.GAP)


def test_the_summary_counts_what_the_map_holds(letting):
    rows = {row[0].text: _texts(row)[1:] for row in map_summary(letting).rows}
    assert rows["Flows"][0] == "10"
    assert rows["Flows by ground"][1] == "7 stated, 1 inferred, 1 recorded, 1 expected"
    assert rows["Data categories"][1] == "3 ordinary, 1 high risk"
