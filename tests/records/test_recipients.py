"""Who gets the data of an activity."""

from __future__ import annotations

from audit_lib.model.noun import Gap
from audit_lib.records.controller_record import controller_record


def _cell(build, pick, content, column="recipients"):
    return pick(controller_record(build(content)), column)


def test_lists_outside_recipients_with_their_role(content, build, pick):
    assert _cell(build, pick, content).value == "Cloud, processor;\nCouncil, controller"


def test_neither_teams_nor_the_people_themselves_are_recipients(content, flow, build, pick):
    content["flows"] = [
        flow("apply", "tenants", "desk", "internal"),
        flow("reply", "desk", "tenants", "individual"),
    ]
    assert _cell(build, pick, content).value == (
        "No recipient in the map: every flow stays inside or goes to the people themselves"
    )


def test_other_people_than_the_subjects_are_recipients(content, entry, flow, build, pick):
    content["parties"].append(entry("guarantors", kind="individuals"))
    content["flows"] = [flow("warn", "desk", "guarantors", "individual")]
    assert _cell(build, pick, content).value == "Guarantors, individual"


def test_without_any_flow_recipients_are_not_stated(content, build, pick):
    content["flows"] = []
    assert _cell(build, pick, content).gap is Gap.NOT_STATED


def test_an_expected_recipient_is_marked(content, flow, build, pick):
    content["flows"] = [flow("check", "desk", "owner", "controller", stance="expected")]
    cell = _cell(build, pick, content)
    assert cell.value == "Owner, controller (expected, not confirmed)"
    assert cell.stances == ("recorded", "expected")


def test_one_firm_flow_is_enough_to_be_sure_of_a_recipient(content, flow, build, pick):
    content["flows"] = [
        flow("a", "desk", "owner", "controller", stance="expected"),
        flow("b", "desk", "owner", "controller"),
    ]
    assert _cell(build, pick, content).value == "Owner, controller"


def test_says_who_passes_data_on(content, flow, build, pick):
    content["flows"].append(flow("on", "cloud", "owner", "sub-processor"))
    assert "Owner, sub-processor, from Cloud" in _cell(build, pick, content).value


def test_an_unclear_role_leaves_a_gap_in_words_and_in_the_cell(content, flow, build, pick):
    content["flows"] = [flow("share", "desk", "owner", "unclear")]
    cell = _cell(build, pick, content)
    assert (cell.value, cell.gap) == ("Owner, role unclear", Gap.UNCLEAR)


def test_a_processor_without_a_flow_is_a_recipient(content, build, pick):
    content["activities"][0]["processors"] = ["owner"]
    assert "Owner, processor" in _cell(build, pick, content).value


def test_names_the_contract_with_each_processor(content, build, pick):
    cell = _cell(build, pick, content, "contracts")
    assert (cell.value, cell.gap) == ("Cloud: DPA of 2024", None)


def test_a_processor_without_a_contract_leaves_a_gap_beside_the_others(content, flow, build, pick):
    content["flows"].append(flow("post", "desk", "owner", "processor"))
    cell = _cell(build, pick, content, "contracts")
    assert cell.value == "Cloud: DPA of 2024;\nOwner: [not stated]"
    assert cell.gap is Gap.NOT_STATED


def test_an_expected_processor_without_a_contract_leaves_nothing_to_fill(content, flow, build, pick):
    content["flows"] = [flow("post", "desk", "owner", "processor", stance="expected")]
    assert _cell(build, pick, content, "contracts").gap is None


def test_a_processor_without_a_flow_may_have_its_contract_named_elsewhere(content, entry, build, pick):
    content["activities"].append({**content["activities"][0], **entry("sell"), "processors": ["cloud"]})
    cell = pick(controller_record(build(content)), "contracts", 1)
    assert (cell.value, cell.gap) == ("Cloud: DPA of 2024, named for another activity", None)
    assert "flow:host" in cell.sources


def test_without_processors_the_contract_does_not_apply(content, flow, build, pick):
    content["flows"] = [flow("tell", "desk", "council", "controller")]
    assert _cell(build, pick, content, "contracts").gap is Gap.NOT_APPLICABLE


def test_names_joint_controllers_with_contact(content, build, pick):
    content["activities"][0]["controllers"] = ["agency", "owner"]
    assert _cell(build, pick, content, "joint-controllers").value == "Owner, owner@owner.example"


def test_a_flow_to_a_joint_controller_makes_one(content, flow, build, pick):
    content["flows"].append(flow("share", "desk", "council", "joint-controller"))
    cell = _cell(build, pick, content, "joint-controllers")
    assert (cell.value, cell.gap) == ("Council, contact [not stated]", Gap.NOT_STATED)
