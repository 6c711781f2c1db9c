"""The record of a controller."""

from __future__ import annotations

import pytest

from audit_lib.errors import ParameterError
from audit_lib.model.noun import Gap
from audit_lib.records.controller_record import controller_record


def test_has_a_row_for_each_activity_that_the_party_controls(content, entry, build):
    content["activities"].append(
        entry("own", function="F", purpose="letting", controllers=["owner"], subjects=[], data=["rent"])
    )
    assert [row.activity for row in controller_record(build(content)).rows] == ["let"]
    assert [row.activity for row in controller_record(build(content), "owner").rows] == ["own"]


def test_has_the_thirty_columns_of_the_template_in_each_row(content, build):
    record = controller_record(build(content))
    assert [len(record.columns), len(record.rows[0].cells)] == [30, 30]
    assert record.columns[0].heading == "Business function"
    assert record.columns[29].heading == "Reasons for not adhering to policy document (if applicable)"


def test_no_cell_is_empty(content, build):
    record = controller_record(build(content))
    cells = [*record.rows[0].cells, *(cell for _, cell in record.head)]
    assert all(cell.value or cell.gap for cell in cells)


def test_every_value_of_a_row_names_what_it_rests_on(content, build):
    record = controller_record(build(content))
    assert [
        column.id
        for column, cell in zip(record.columns, record.rows[0].cells, strict=True)
        if not cell.sources or not cell.stances
    ] == []


def test_sources_include_the_clauses_that_an_entry_cites(content, build, pick):
    content["activities"][0].update(stance="stated", clauses=["c-1"])
    cell = pick(controller_record(build(content)), "function")
    assert cell.sources == ("activity:let", "clause:c-1")
    assert cell.stances == ("stated",)


def test_purpose_is_told_with_its_description(content, build, pick):
    content["purposes"][0]["description"] = "to find a home for people"
    assert pick(controller_record(build(content)), "purpose").value == "Letting: to find a home for people"


def test_an_expected_activity_is_in_the_record_and_says_so(content, build, pick):
    content["activities"][0]["stance"] = "expected"
    cell = pick(controller_record(build(content)), "function")
    assert cell.value == "Lettings: Let (expected, not confirmed)"
    assert "expected" in cell.stances


def test_people_that_only_an_expected_flow_names_are_marked(content, entry, flow, build, pick):
    content["parties"].append(entry("guests", kind="individuals"))
    content["flows"].append(flow("g", "tenants", "desk", "internal", subjects=["guests"], stance="expected"))
    cell = pick(controller_record(build(content)), "subjects")
    assert cell.value == "Tenants;\nGuests (expected, not confirmed)"


def test_questions_that_hang_on_a_no_do_not_apply(content, build, pick):
    content["activities"][0].update(dpia={"required": "no"}, breach={"occurred": "no"})
    record = controller_record(build(content))
    assert [pick(record, c).text() for c in ("dpia-required", "dpia-link", "breach", "breach-record")] == [
        "No",
        "[not applicable]",
        "No",
        "[not applicable]",
    ]


def test_questions_that_hang_on_an_open_question_stay_open(content, build, pick):
    content["activities"][0]["dpia"] = {"required": "yes"}
    record = controller_record(build(content))
    assert pick(record, "dpia-link").gap is Gap.NOT_STATED
    assert pick(record, "breach-record").gap is Gap.NOT_STATED


def test_a_map_whose_controller_controls_nothing_has_an_empty_record(content, build):
    content["activities"][0]["controllers"] = ["owner"]
    assert controller_record(build(content)).rows == ()
    assert controller_record(build(content), "agency").rows == ()


def test_an_unknown_party_is_an_error_with_a_hint(content, build):
    with pytest.raises(ParameterError, match='No party has the id "agencie"') as raised:
        controller_record(build(content), "agencie")
    assert 'Did you mean "agency"?' in str(raised.value)


def test_a_party_without_an_activity_is_an_error_that_lists_those_with_one(content, build):
    with pytest.raises(ParameterError, match="controls no activity") as raised:
        controller_record(build(content), "council")
    assert "Parties that control an activity: agency." in str(raised.value)


def test_the_same_map_gives_the_same_record(content, build):
    assert controller_record(build(content)) == controller_record(build(content))
