"""The record of a processor."""

from __future__ import annotations

import pytest

from audit_lib.errors import ParameterError
from audit_lib.model.noun import Gap
from audit_lib.records.processor_record import processor_record


def test_names_the_controller_and_what_is_done_for_it(content, build, pick):
    record = processor_record(build(content), "cloud")
    assert pick(record, "controller").value == "Agency, contact [not stated]"
    assert pick(record, "processing").value == "Lettings: Let"
    assert pick(record, "contracts").value == "DPA of 2024"
    assert pick(record, "controller-dpo").value == "Officer, contact: dpo@agency.example"
    assert pick(record, "controller-representative").gap is Gap.NOT_APPLICABLE


def test_no_cell_is_empty(content, build):
    record = processor_record(build(content), "cloud")
    assert all(cell.value or cell.gap for row in record.rows for cell in row.cells)
    assert len(record.columns) == len(record.rows[0].cells)


def test_has_a_row_for_each_controller_of_an_activity(content, build):
    content["activities"][0]["controllers"] = ["agency", "owner"]
    record = processor_record(build(content), "cloud")
    assert [row.cells[0].value.split(",")[0] for row in record.rows] == ["Agency", "Owner"]


def test_an_activity_without_a_controller_has_a_row_that_says_so(content, build, pick):
    content["activities"][0]["controllers"] = []
    assert pick(processor_record(build(content), "cloud"), "controller").gap is Gap.NOT_STATED


def test_a_sub_processor_says_who_engages_it(content, flow, build, pick):
    content["flows"].append(flow("on", "cloud", "owner", "sub-processor"))
    record = processor_record(build(content), "owner")
    assert pick(record, "processing").value == "Lettings: Let, as sub-processor of Cloud"


def test_transfers_are_those_to_it_and_those_it_makes(content, flow, build, pick):
    content["flows"].append(
        flow("on", "cloud", "owner", "sub-processor", transfer={"country": "IN", "mechanism": "IDTA"})
    )
    cell = pick(processor_record(build(content), "cloud"), "third-countries")
    assert cell.value == "US: Cloud, by its own country; transfer [not stated];\nIN: Owner"


def test_a_processor_without_a_flow_is_still_asked_where_it_stands(content, build, pick):
    content["activities"][0]["processors"] = ["owner"]
    cell = pick(processor_record(build(content), "owner"), "third-countries")
    assert cell.gap is Gap.NOT_STATED


def test_flows_without_a_contract_are_named(content, flow, build, pick):
    content["flows"].append(flow("bare", "desk", "cloud", "processor"))
    cell = pick(processor_record(build(content), "cloud"), "contracts")
    assert (cell.value, cell.gap) == ("DPA of 2024;\n[not stated] for bare", Gap.NOT_STATED)


def test_location_is_in_its_own_systems(content, entry, build, pick):
    content["systems"].append(entry("file", kind="file-store", operator="agency", holds=["identity"]))
    content["activities"][0]["systems"] = ["crm", "file"]
    assert pick(processor_record(build(content), "cloud"), "location").value == "Crm, run by Cloud, US"


def test_a_party_that_is_no_processor_is_an_error_that_lists_those_that_are(content, build):
    with pytest.raises(ParameterError, match="is a processor in no flow") as raised:
        processor_record(build(content), "council")
    assert "Processors of this map: cloud." in str(raised.value)


def test_an_unknown_party_is_an_error_with_a_hint(content, build):
    with pytest.raises(ParameterError, match='Did you mean "cloud"'):
        processor_record(build(content), "clowd")
