"""The head of a record."""

from __future__ import annotations

from audit_lib.model.noun import Gap
from audit_lib.model.record import RecordKind
from audit_lib.records.controller_record import controller_record
from audit_lib.records.head import record_head


def _head(data_map, party="agency"):
    return dict(record_head(data_map, party, RecordKind.CONTROLLER))


def test_names_controller_officer_and_other_names(content, build):
    head = _head(build(content))
    assert head["Controller"].value == "Agency"
    assert head["Other names"].value == "Agency Ltd"
    assert head["Data protection officer"].value == "Officer"
    assert head["Contact of the officer"].value == "dpo@agency.example"


def test_takes_the_address_that_the_notice_gives(content, build):
    cell = _head(build(content))["Contact of the controller"]
    assert cell.value == "1 High Street"
    assert cell.sources == ("clause:c-1",)


def test_adds_the_channels_at_which_the_controller_answers(content, entry, build):
    content["channels"] = [
        entry("post", kind="post", uses=["rights"], party="agency", address="PO Box 1"),
        entry("banner", kind="banner", uses=["cookies"], party="agency", address="bottom of the page"),
    ]
    assert _head(build(content))["Contact of the controller"].value == "1 High Street;\nPost: PO Box 1"


def test_says_that_there_is_no_contact(content, build):
    del content["clauses"]
    assert _head(build(content))["Contact of the controller"].gap is Gap.NOT_STATED


def test_the_officer_of_the_map_is_not_the_officer_of_another_party(content, build):
    assert _head(build(content), "owner")["Data protection officer"].gap is Gap.NOT_STATED


def test_a_controller_at_home_needs_no_representative(content, build):
    assert _head(build(content))["Representative (Art. 27)"].gap is Gap.NOT_APPLICABLE
    assert _head(build(content), "cloud")["Representative (Art. 27)"].gap is Gap.NOT_STATED


def test_names_the_representative(content, build):
    content["map"]["representative"] = "owner"
    assert _head(build(content))["Representative (Art. 27)"].value == "Owner"


def test_gathers_the_joint_controllers_of_all_rows(content, build):
    content["activities"][0]["controllers"] = ["agency", "owner"]
    assert dict(controller_record(build(content)).head)["Joint controllers"].value == "Owner"
