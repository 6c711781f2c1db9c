"""A recipient that passes on what it received, for another purpose."""

import pytest

from audit_lib.graph import onward as module
from audit_lib.graph.build import build_graph
from audit_lib.graph.onward import Onward, onward

FIRST = ("in", "guests", "hotel", "identity")


@pytest.fixture
def pairs(make_map, flow):
    def ask(*flows, **of_map):
        told = onward(build_graph(make_map([flow(*each[:4], **dict(each[4:])) for each in flows], **of_map)))
        return [(found.received, found.passed_on) for found in told]

    return ask


def passed(*ends, **said):
    fields = {"activity": "hotel-work", **said}
    return ("out", *(ends or ("hotel", "police", "name")), *fields.items())


def test_another_purpose_is_found_with_all_that_there_is_to_say(make_map, flow):
    flows = [
        flow(*FIRST),
        flow("out", "hotel", "police", "name footage", activity="hotel-work", stance="expected"),
    ]
    assert onward(build_graph(make_map(flows))) == (
        Onward(
            party="hotel",
            received="in",
            passed_on="out",
            giver="guests",
            taker="police",
            data=("name",),
            subjects=("guests",),
            purpose_received="stay-ends",
            purpose_passed_on="hotel-ends",
            expected=True,
        ),
    )


def test_the_case_of_these_tests_is_found(pairs):
    assert pairs(FIRST, passed()) == [("in", "out")]


def test_the_same_purpose_is_no_onward_disclosure(pairs):
    assert pairs(FIRST, passed(activity="stay")) == []


def test_data_that_was_not_received_is_none(pairs):
    assert pairs(FIRST, passed("hotel", "police", "footage"), creates={"hotel": "footage"}) == []


def test_what_a_flow_names_but_cannot_carry_was_not_received(pairs):
    first = ("in", "laundry", "hotel", "identity")
    assert pairs(first, passed(), stores={"laundry": "passport", "hotel": "name"}) == []


def test_giving_data_back_to_the_giver_is_none(pairs):
    first = ("in", "laundry", "hotel", "identity")
    assert pairs(first, passed("hotel", "laundry", "name"), stores={"laundry": "name"}) == []


def test_passing_data_within_the_organisation_is_none(pairs):
    assert pairs(FIRST, passed(role="internal")) == []


def test_people_are_not_recipients_that_pass_on(pairs):
    first = ("in", "hotel", "guests", "name")
    assert pairs(first, passed("guests", "police", "name"), stores={"hotel": "name"}) == []


TWO_PEOPLES = {
    "guests": "individuals",
    "staff": "individuals",
    "hotel": "organisation",
    "police": "authority",
}


def test_data_about_other_people_is_none(pairs):
    assert pairs(FIRST, passed(subjects=["staff"]), parties=TWO_PEOPLES) == []


def test_handing_people_their_own_data_is_none(pairs):
    first = ("in", "staff", "hotel", "name")
    assert pairs(first, passed("hotel", "guests", "name"), parties=TWO_PEOPLES) == []


def test_handing_people_the_data_of_others_is_found(pairs):
    first = ("in", "guests", "hotel", "name")
    assert pairs(first, passed("hotel", "staff", "name"), parties=TWO_PEOPLES) == [("in", "out")]


def test_the_order_is_that_of_the_map_whatever_the_size_of_a_block(make_map, flow, monkeypatch):
    flows = [flow(f"out{at}", "hotel", "police", "name", activity="hotel-work") for at in range(3)]
    flows += [flow(f"in{at}", "guests", "hotel", "name") for at in range(3)]
    graph = build_graph(make_map(flows))
    wanted = [(f"in{first}", f"out{second}") for first in range(3) for second in range(3)]
    for size in (1_000_000, 4, 1):
        monkeypatch.setattr(module, "_AT_ONCE", size)
        assert [(found.received, found.passed_on) for found in onward(graph)] == wanted
