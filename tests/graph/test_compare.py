"""What is different between two maps."""

import json

import pytest

from audit_lib.graph.compare import compare_maps


@pytest.fixture
def flows(flow):
    return [flow("f1", "guests", "hotel", "name"), flow("f2", "hotel", "police", "name")]


def test_equal_maps_have_no_difference(make_map, flows):
    assert not compare_maps(make_map(flows), make_map(flows))


def test_entries_are_added_and_removed_by_id(make_map, flow, flows):
    difference = compare_maps(make_map(flows), make_map([flows[0], flow("f3", "hotel", "laundry", "name")]))
    assert (difference.added, difference.removed) == (("flow:f3",), ("flow:f2",))


def test_a_change_is_told_field_by_field_under_the_names_of_the_files(make_map, flow, flows):
    new = make_map([flows[0], flow("f2", "laundry", "police", "name footage")])
    (change,) = compare_maps(make_map(flows), new).changed
    assert change.reference == "flow:f2"
    assert change.fields == (("from", "hotel", "laundry"), ("data", ["name"], ["name", "footage"]))


def test_a_change_of_the_head_is_told(make_map):
    head = {"id": "hotel", "title": "Inn", "jurisdiction": "GB", "controller": "guests"}
    (change,) = compare_maps(make_map(), make_map(map=head)).changed
    assert (change.reference, change.fields) == ("map", (("title", "Hotel", "Inn"),))


def test_a_head_that_is_new_is_added(make_map):
    notice = {"title": "Notice", "publisher": "hotel"}
    assert compare_maps(make_map(), make_map(notice=notice)).added == ("notice",)


def test_decisions_are_compared_by_their_finding(make_map):
    decision = {"finding": "r-1", "status": "accepted", "owner": "DPO", "reason": "Known."}
    other = {**decision, "owner": "CEO"}
    assert compare_maps(make_map(), make_map(decisions=[decision])).added == ("decision:r-1",)
    changed = compare_maps(
        make_map(decisions=[decision, decision]), make_map(decisions=[decision, other])
    ).changed
    assert [change.reference for change in changed] == ["decision:r-1#2"]


def test_another_order_is_a_difference_but_changes_nothing(make_map, flows):
    difference = compare_maps(make_map(flows), make_map(flows[::-1]))
    assert difference
    assert (difference.reordered, difference.changed) == (("flows",), ())


def test_the_data_that_parties_gain_and_lose_is_told_to_the_end_of_the_chain(make_map, flow, flows):
    new = make_map([flow("f1", "guests", "hotel", "footage"), flow("f2", "hotel", "police", "name footage")])
    difference = compare_maps(make_map(flows), new)
    assert difference.gained == (("footage", "hotel"), ("footage", "police"))
    assert difference.lost == (("name", "hotel"), ("name", "police"))


def test_new_people_are_not_exposed_to_their_own_data(make_map, flows):
    more = {"guests": "individuals", "hotel": "organisation", "police": "authority", "staff": "individuals"}
    old = {name: kind for name, kind in more.items() if name != "staff"}
    assert compare_maps(make_map(flows, parties=old), make_map(flows, parties=more)).gained == ()


def test_what_a_removed_party_held_is_lost(make_map, flows):
    fewer = {"guests": "individuals", "hotel": "organisation"}
    more = {**fewer, "police": "authority"}
    old, new = make_map(flows, parties=more), make_map(flows[:1], parties=fewer)
    assert compare_maps(old, new).lost == (("name", "police"),)


def test_a_difference_is_one_json_object(make_map, flow, flows):
    new = make_map([flow("f1", "guests", "hotel", "footage")])
    shown = json.loads(json.dumps(compare_maps(make_map(flows), new).as_json()))
    assert shown == {
        "added": [],
        "removed": ["flow:f2"],
        "changed": [
            {"reference": "flow:f1", "fields": [{"field": "data", "old": ["name"], "new": ["footage"]}]}
        ],
        "reordered": [],
        "gained": [{"category": "footage", "party": "hotel"}],
        "lost": [{"category": "name", "party": "hotel"}, {"category": "name", "party": "police"}],
    }
