"""Where data goes abroad: four things that are kept apart."""

from __future__ import annotations

import pytest

from audit_lib.model.noun import Gap
from audit_lib.records.controller_record import controller_record
from audit_lib.records.countries import home


def _cells(build, pick, content):
    record = controller_record(build(content))
    return pick(record, "third-countries"), pick(record, "transfer-safeguards")


def test_names_the_country_and_the_mechanism_that_a_flow_gives(content, flow, build, pick):
    content["flows"] = [
        flow("f", "desk", "cloud", "processor", transfer={"country": "IN", "mechanism": "IDTA of 2025"})
    ]
    country, safeguard = _cells(build, pick, content)
    assert (country.value, country.gap) == ("IN: Cloud", None)
    assert (safeguard.value, safeguard.gap) == ("IN, Cloud: IDTA of 2025", None)


def test_a_recipient_abroad_is_named_where_the_flow_is_silent(content, build, pick):
    country, safeguard = _cells(build, pick, content)
    assert country.value == "US: Cloud, by its own country; transfer [not stated]"
    assert safeguard.value == "US, Cloud: [not stated]"
    assert country.gap is safeguard.gap is Gap.NOT_STATED


def test_a_recipient_of_unknown_country_is_not_stated(content, flow, build, pick):
    content["flows"] = [flow("f", "desk", "owner", "controller")]
    assert [cell.text() for cell in _cells(build, pick, content)] == ["[not stated]", "[not stated]"]


def test_an_unclear_transfer_is_unclear(content, flow, build, pick):
    content["flows"] = [flow("f", "desk", "owner", "controller", transfer="unclear")]
    assert _cells(build, pick, content)[0].gap is Gap.UNCLEAR


def test_no_transfer_as_stated_is_none(content, flow, build, pick):
    content["flows"] = [flow("f", "desk", "owner", "controller", transfer="none")]
    country, safeguard = _cells(build, pick, content)
    assert (country.gap, safeguard.gap) == (Gap.NONE, Gap.NOT_APPLICABLE)


def test_no_transfer_as_known_from_countries_is_a_value(content, flow, build, pick):
    content["flows"] = [flow("f", "desk", "council", "controller")]
    country, safeguard = _cells(build, pick, content)
    assert country.value == "No transfer out of the United Kingdom to any organisation in the map"
    assert safeguard.gap is Gap.NOT_APPLICABLE


def test_where_nothing_leaves_the_question_does_not_arise(content, flow, build, pick):
    content["flows"] = [flow("apply", "tenants", "desk", "internal")]
    assert [cell.gap for cell in _cells(build, pick, content)] == [Gap.NOT_APPLICABLE] * 2


def test_known_and_unknown_countries_stand_side_by_side(content, flow, build, pick):
    content["flows"].append(flow("f", "desk", "owner", "controller"))
    cell = _cells(build, pick, content)[0]
    assert cell.value.endswith("[not stated] for Owner")
    assert cell.gap is Gap.NOT_STATED


def test_a_processor_without_a_flow_is_asked_about_too(content, build, pick):
    content["activities"][0]["processors"] = ["owner"]
    content["flows"] = []
    assert _cells(build, pick, content)[0].gap is Gap.NOT_STATED


def test_readers_of_what_is_published_are_no_transfer(content, entry, flow, build, pick):
    content["parties"].append(entry("readers", kind="public"))
    content["flows"] = [flow("publish", "desk", "readers", "public")]
    assert _cells(build, pick, content)[1].gap is Gap.NOT_APPLICABLE


@pytest.mark.parametrize("words", ["UK", "GB", "England", "United Kingdom (Scotland)", "England and Wales"])
def test_the_united_kingdom_goes_by_many_names(words):
    assert home(words) == "GB"


@pytest.mark.parametrize("words", ["IE", "New South Wales", "Ukraine"])
def test_other_countries_are_not_the_united_kingdom(words):
    assert home(words) == words
