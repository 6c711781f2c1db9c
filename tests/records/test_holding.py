"""What data an activity handles, from where it comes and where it stands."""

from __future__ import annotations

from audit_lib.model.noun import Gap
from audit_lib.records.controller_record import controller_record


def _cell(build, pick, content, column):
    return pick(controller_record(build(content)), column)


def test_sensitive_data_beneath_a_category_is_named(content, build, pick):
    assert _cell(build, pick, content, "data").value == "Identity, with Passport (high risk)"


def test_data_that_the_activity_creates_is_listed(content, build, pick):
    content["activities"][0]["creates"] = ["rent"]
    assert _cell(build, pick, content, "data").value.endswith(";\nRent")


def test_data_that_only_a_flow_names_is_listed(content, flow, build, pick):
    content["flows"].append(flow("f", "desk", "owner", "controller", data=["rent", "passport"]))
    assert _cell(build, pick, content, "data").value.split(";\n")[1:] == ["Rent, seen in its flows"]


def test_the_source_is_what_the_map_says(content, build, pick):
    content["activities"][0]["source"] = "A public register"
    assert _cell(build, pick, content, "source").value == "A public register"


def test_the_source_is_derived_from_flows_where_the_map_is_silent(content, flow, build, pick):
    content["flows"].append(flow("f", "owner", "desk", "internal"))
    cell = _cell(build, pick, content, "source")
    assert cell.value == "Tenants (the people themselves);\nOwner"
    assert cell.sources == ("flow:apply", "flow:f")


def test_without_flows_the_source_is_not_stated(content, build, pick):
    content["flows"] = []
    assert _cell(build, pick, content, "source").gap is Gap.NOT_STATED


def test_the_location_names_system_operator_and_country(content, build, pick):
    cell = _cell(build, pick, content, "location")
    assert (cell.value, cell.gap) == ("Crm, run by Cloud, US", None)


def test_a_system_of_unknown_country_leaves_a_gap(content, build, pick):
    del content["systems"][0]["location"]
    cell = _cell(build, pick, content, "location")
    assert (cell.value, cell.gap) == ("Crm, run by Cloud, country [not stated]", Gap.NOT_STATED)


def test_a_mere_channel_is_no_location(content, entry, flow, build, pick):
    content["systems"].append(entry("mail", kind="email", operator="agency"))
    content["flows"].append(flow("f", "tenants", "desk", "internal", via="mail"))
    assert "Mail" not in _cell(build, pick, content, "location").value
