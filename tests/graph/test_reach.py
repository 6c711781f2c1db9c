"""Where data can end up: it goes only where a flow takes it from a party that holds it."""

import json

import pytest

from audit_lib.errors import ParameterError
from audit_lib.graph import chains
from audit_lib.graph.build import build_graph
from audit_lib.graph.reach import reach


@pytest.fixture
def trace(make_map):
    def ask(flows, data, *, source=None, target=None, subject=None, **of_map):
        graph = build_graph(make_map(flows, **of_map))
        return reach(graph, data, source=source, target=target, subject=subject)

    return ask


def routes(trace):
    return {arrival.party: [route.flows for route in arrival.routes] for arrival in trace.arrivals}


def test_people_hold_data_about_themselves(trace, flow):
    assert routes(trace([flow("f1", "guests", "hotel", "name")], "name")) == {"hotel": [("f1",)]}


def test_an_arrow_from_a_party_that_does_not_hold_the_data_carries_nothing(trace, flow):
    assert trace([flow("f1", "hotel", "police", "name")], "name").arrivals == ()


def test_data_goes_no_further_than_the_flows_that_name_it(trace, flow):
    flows = [flow("f1", "guests", "hotel", "name"), flow("f2", "hotel", "police", "footage")]
    assert trace(flows, "name").parties == ("hotel",)


def test_an_activity_that_creates_data_makes_its_controller_hold_it(trace, flow):
    found = trace([flow("f1", "hotel", "police", "footage")], "footage", creates={"hotel": "footage"})
    assert found.parties == ("police",)
    assert ("hotel", ("footage",), ("activity:hotel-work",)) in [
        (one.party, one.data, one.because) for one in found.holders
    ]


def test_a_system_that_holds_data_makes_its_operator_hold_it(trace, flow):
    found = trace([flow("f1", "laundry", "police", "name")], "name", stores={"laundry": "identity"})
    assert found.parties == ("police",)
    assert [(one.party, one.because) for one in found.holders] == [("laundry", ("system:laundry-store",))]


def test_of_people_those_are_holders_who_send_the_data(trace, flow):
    found = trace([flow("f1", "guests", "hotel", "name")], "name")
    assert [(one.party, one.because) for one in found.holders] == [("guests", ("party:guests",))]
    assert not trace([flow("f1", "guests", "hotel", "name")], "passport").holders


def test_asking_for_a_category_follows_what_lies_beneath_it(trace, flow):
    found = trace([flow("f1", "guests", "hotel", "passport")], "identity")
    assert found.atoms == ("identity", "name", "passport")
    assert found.arrivals[0].data == ("passport",)


def test_a_flow_of_a_category_carries_what_lies_beneath_it(trace, flow):
    assert trace([flow("f1", "guests", "hotel", "identity")], "passport").parties == ("hotel",)


def test_a_flow_of_a_category_carries_only_what_its_sender_holds_of_it(trace, flow):
    flows = [flow("f1", "guests", "hotel", "name"), flow("f2", "hotel", "police", "identity")]
    found = trace(flows, "identity")
    assert found.arrivals[1].data == ("name",)
    assert trace(flows, "passport").arrivals == ()


def test_each_step_says_what_has_come_so_far(trace, flow):
    flows = [flow("f1", "guests", "hotel", "identity"), flow("f2", "hotel", "police", "name")]
    (route,) = trace(flows, "identity", target="police").arrivals[0].routes
    assert [step.data for step in route.steps] == [("identity", "name", "passport"), ("name",)]


def test_a_route_names_purpose_after_purpose(trace, flow):
    flows = [
        flow("f1", "guests", "hotel", "name"),
        flow("f2", "hotel", "laundry", "name"),
        flow("f3", "laundry", "police", "name", activity="police-work"),
    ]
    assert trace(flows, "name").arrivals[-1].routes[0].purposes == ("stay-ends", "police-ends")


def test_the_shortest_chain_wins_and_then_the_first_flow_of_the_map(trace, flow):
    flows = [
        flow("f1", "guests", "laundry", "name"),
        flow("f2", "laundry", "hotel", "name"),
        flow("f3", "guests", "hotel", "name"),
        flow("f4", "guests", "hotel", "name"),
    ]
    assert routes(trace(flows, "name"))["hotel"] == [("f3",)]


def test_categories_that_come_by_different_ways_each_have_their_route(trace, flow):
    flows = [
        flow("f1", "guests", "laundry", "name"),
        flow("f2", "laundry", "hotel", "name"),
        flow("f3", "guests", "hotel", "passport"),
    ]
    assert routes(trace(flows, "identity"))["hotel"] == [("f3",), ("f1", "f2")]


def test_a_chain_without_expected_flows_is_preferred_to_a_shorter_one_with(trace, flow):
    flows = [
        flow("f1", "guests", "police", "name", stance="expected"),
        flow("f2", "guests", "hotel", "name"),
        flow("f3", "hotel", "police", "name"),
    ]
    (police,) = [one for one in trace(flows, "name").arrivals if one.party == "police"]
    assert [route.flows for route in police.routes] == [("f2", "f3")]
    assert not police.expected


def test_what_only_expected_flows_bring_says_so(trace, flow):
    flows = [flow("f1", "guests", "hotel", "name"), flow("f2", "hotel", "police", "name", stance="expected")]
    hotel, police = trace(flows, "name").arrivals
    assert (hotel.expected, police.expected) == (False, True)
    assert police.routes[0].weakest == "expected"


def test_a_chain_begins_where_data_comes_from_rather_than_where_it_is_kept(trace, flow):
    flows = [flow("f1", "guests", "hotel", "name"), flow("f2", "hotel", "police", "name")]
    assert routes(trace(flows, "name", stores={"hotel": "name"}))["police"] == [("f1", "f2")]


def test_a_longer_chain_from_where_data_comes_from_wins_over_a_shorter_one_from_a_store(trace, flow):
    flows = [
        flow("f1", "guests", "hotel", "name"),
        flow("f2", "hotel", "police", "name"),
        flow("f3", "laundry", "police", "name"),
    ]
    assert routes(trace(flows, "name", stores={"laundry": "name"}))["police"] == [("f1", "f2")]


def test_flows_in_a_circle_come_to_an_end(trace, flow):
    flows = [
        flow("f1", "guests", "hotel", "name"),
        flow("f2", "hotel", "laundry", "name"),
        flow("f3", "laundry", "hotel", "name"),
    ]
    assert routes(trace(flows, "name")) == {"hotel": [("f1",)], "laundry": [("f1", "f2")]}


def test_data_that_comes_back_to_people_is_shown(trace, flow):
    flows = [flow("f1", "guests", "hotel", "name"), flow("f2", "hotel", "guests", "name")]
    back = trace(flows, "name").arrivals[1]
    assert (back.party, back.held_at_outset) == ("guests", True)
    assert back.routes[0].parties == ("guests", "hotel", "guests")


def test_the_public_receives_what_is_published(trace, flow):
    flows = [flow("f1", "guests", "hotel", "name"), flow("f2", "hotel", "readers", "name")]
    parties = {"guests": "individuals", "hotel": "organisation", "readers": "public"}
    assert trace(flows, "name", parties=parties).parties == ("hotel", "readers")


def test_a_source_is_taken_to_hold_the_data_and_nobody_else(trace, flow):
    flows = [flow("f1", "laundry", "police", "name"), flow("f2", "guests", "hotel", "name")]
    found = trace(flows, "name", source="laundry")
    assert routes(found) == {"police": [("f1",)]}
    assert [(one.party, one.because) for one in found.holders] == [("laundry", ())]


def test_a_target_has_all_loop_free_chains_and_nobody_else_any(trace, flow):
    flows = [
        flow("f1", "guests", "hotel", "name"),
        flow("f2", "hotel", "police", "name"),
        flow("f3", "hotel", "laundry", "name"),
        flow("f4", "laundry", "police", "name"),
        flow("f5", "laundry", "hotel", "name"),
        flow("f6", "hotel", "police", "identity"),
    ]
    assert routes(trace(flows, "name", target="police")) == {
        "police": [("f1", "f2"), ("f1", "f6"), ("f1", "f3", "f4")]
    }


def test_chains_that_are_cut_say_so(trace, flow):
    flows = [flow(f"in{at}", "guests", "hotel", "name") for at in range(11)]
    flows += [flow(f"out{at}", "hotel", "police", "name") for at in range(11)]
    found = trace(flows, "name", target="police")
    assert found.cut.startswith("100 routes are listed")
    assert len(found.arrivals[0].routes) == 100


def test_chains_that_all_fit_are_not_called_cut(trace, flow, monkeypatch):
    monkeypatch.setattr(chains, "LISTED", 5)
    flows = [flow(f"f{at}", "guests", "hotel", "name") for at in range(4)]
    assert trace(flows, "name", target="hotel").cut is None


def test_exactly_as_many_chains_as_may_be_listed_are_not_called_cut(trace, flow, monkeypatch):
    monkeypatch.setattr(chains, "LISTED", 4)
    flows = [flow(f"f{at}", "guests", "hotel", "name") for at in range(4)]
    assert trace(flows, "name", target="hotel").cut is None


def test_a_subject_keeps_only_flows_about_these_people(trace, flow):
    parties = {
        "guests": "individuals",
        "staff": "individuals",
        "hotel": "organisation",
        "police": "authority",
    }
    flows = [
        flow("f1", "guests", "hotel", "name", subjects=["guests"]),
        flow("f2", "hotel", "police", "name", subjects=["staff"]),
    ]
    assert trace(flows, "name", subject="guests", parties=parties).parties == ("hotel",)
    assert trace(flows, "name", parties=parties).parties == ("hotel", "police")


def test_a_subject_keeps_only_what_activities_about_these_people_create(trace, flow):
    parties = {
        "guests": "individuals",
        "staff": "individuals",
        "hotel": "organisation",
        "police": "authority",
    }
    flows = [flow("f1", "hotel", "police", "footage", subjects=["guests", "staff"])]
    of_map = {"parties": parties, "creates": {"hotel": "footage"}, "about": {"hotel": "staff"}}
    assert trace(flows, "footage", subject="staff", **of_map).parties == ("police",)
    assert trace(flows, "footage", subject="guests", **of_map).parties == ()


def test_all_unknown_ids_are_named_at_once_with_the_nearest_known_one(trace):
    with pytest.raises(ParameterError) as caught:
        trace([], "pasport", source="hotl", target="polize", subject="hotel")
    said = [(fault.place.file, fault.message) for fault in caught.value.faults]
    assert said == [
        ("data", 'No data category has the id "pasport". Did you mean "passport"?'),
        ("source", 'No party has the id "hotl". Did you mean "hotel"?'),
        ("target", 'No party has the id "polize". Did you mean "police"?'),
        ("subject", 'No category of data subjects has the id "hotel".'),
    ]


def test_the_nearest_arrivals_come_first(trace, flow):
    flows = [
        flow("f1", "guests", "police", "name"),
        flow("f2", "police", "hotel", "name"),
        flow("f3", "guests", "laundry", "name"),
    ]
    assert trace(flows, "name").parties == ("laundry", "police", "hotel")


def test_a_trace_is_one_json_object(trace, flow):
    flows = [flow("f1", "guests", "hotel", "name", stance="expected")]
    shown = json.loads(json.dumps(trace(flows, "name", target="hotel").as_json()))
    assert shown == {
        "data": "name",
        "from": None,
        "to": "hotel",
        "subject": None,
        "categories": ["name"],
        "holders": [{"party": "guests", "data": ["name"], "because": ["party:guests"]}],
        "arrivals": [
            {
                "party": "hotel",
                "data": ["name"],
                "held_at_outset": False,
                "only_expected": True,
                "routes": [
                    {
                        "parties": ["guests", "hotel"],
                        "purposes": ["stay-ends"],
                        "data": ["name"],
                        "weakest_stance": "expected",
                        "steps": [
                            {
                                "flow": "f1",
                                "sender": "guests",
                                "recipient": "hotel",
                                "via": None,
                                "activity": "stay",
                                "purpose": "stay-ends",
                                "role": "controller",
                                "stance": "expected",
                                "data": ["name"],
                            }
                        ],
                    }
                ],
            }
        ],
        "cut": None,
    }
