"""What each party holds about one kind of people: only what is about them, and only what really arrives."""

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings
from plan_map import activity, changed, flow
from strategies import data_maps

from audit_lib.errors import ParameterError
from audit_lib.graph.build import build_graph
from audit_lib.graph.exposure import exposure
from audit_lib.graph.holdings import carried_about, holdings
from audit_lib.model.party import PartyKind


def held(data_map, subject="tenants"):
    return {one.party: one for one in holdings(data_map, subject=subject)}


def test_a_flow_brings_what_its_sender_holds_and_no_more():
    assert held(changed())["buyer"].data == ("name",)  # the scheme has no passport to sell
    assert held(changed())["buyer"].flows == ("sell-on",)


def test_flows_about_other_people_do_not_count():
    assert "idle" not in held(changed())
    assert held(changed(), "guests")["idle"].data == ("footage",)


def test_a_controller_holds_what_its_activity_about_them_creates():
    agent = held(changed())["agent"]
    assert "arrears" in agent.data
    assert agent.activities == ("let", "watch")


def test_an_activity_about_other_people_creates_nothing_about_these():
    assert "arrears" not in held(changed(), "guests")["agent"].data


def test_a_system_counts_by_what_an_activity_uses_it_for():
    [resting] = held(changed(flows=[]))["host"].resting
    assert (resting.system, resting.data) == ("cloud", ("identity", "name", "passport", "arrears"))
    only_name = changed(flows=[], activities=[activity("let", "letting", ["name"], systems=["cloud"])])
    assert held(only_name)["host"].data == ("name",)


def test_a_system_that_nothing_about_them_uses_does_not_count():
    assert "host" not in held(changed(), "guests")


def test_a_system_counts_for_what_its_operator_sends_about_them():
    lone = changed(
        flows=[flow("tell", "host>agent", "controller", "check", ["passport"])],
        activities=lambda a: a[1:],
        retention=[],
    )
    assert held(lone)["host"].data == ("passport",)
    assert held(lone)["host"].systems == ("cloud",)


def test_people_are_no_holders():
    assert not {"tenants", "guests"} & held(changed()).keys()


def test_the_public_holds_what_was_made_public_and_nothing_else():
    assert held(changed())["readers"].data == ("review",)


def test_what_rests_on_expected_flows_is_unconfirmed():
    found = held(changed())
    assert found["surveyor"].expected
    assert not found["host"].expected
    assert found["host"].unconfirmed == ()


def test_what_only_an_expected_activity_creates_is_unconfirmed():
    def doubt(activities):
        return [{**activities[0], "stance": "expected"}, *activities[1:]]

    agent = held(changed(activities=doubt))["agent"]
    assert "arrears" in agent.unconfirmed
    assert "name" not in agent.unconfirmed


def test_rows_about_several_kinds_of_people_leave_it_open_whose_data_a_system_holds():
    def share(activities):
        return [{**activities[0], "subjects": ["tenants", "guests"]}, *activities[1:]]

    host = held(changed(activities=share), "guests")["host"]
    assert host.data == ("identity", "name", "passport", "arrears")
    assert host.presumed == ("identity", "name", "passport")  # arrears are made about them
    assert held(changed())["host"].presumed == ()


def test_without_a_subject_all_kinds_of_people_follow_in_map_order():
    found = holdings(changed())
    assert [one.subject for one in found] == sorted((one.subject for one in found), reverse=True)
    assert tuple(one for one in found if one.subject == "guests") == holdings(changed(), subject="guests")


@pytest.mark.parametrize("ask", [lambda m, s: holdings(m, subject=s), carried_about])
def test_an_unknown_kind_of_people_is_refused(ask):
    with pytest.raises(ParameterError, match='Did you mean "tenants"'):
        ask(changed(), "tenant")


def test_what_a_flow_carries_leaves_out_what_its_sender_lacks():
    assert carried_about(changed(), "tenants")["sell-on"] == ("name",)
    assert "guests-only" not in carried_about(changed(), "tenants")


quick = settings(max_examples=60, suppress_health_check=list(HealthCheck))


@quick
@given(data_maps())
def test_nobody_holds_more_about_some_people_than_about_anybody(data_map):
    shown = exposure(build_graph(data_map))
    for one in holdings(data_map):
        assert one.data
        assert set(one.data) <= set(shown.categories_of(one.party))
        assert set(one.unconfirmed) <= set(one.data) >= set(one.presumed)


@quick
@given(data_maps())
def test_each_holding_is_explained_by_a_flow_an_activity_or_a_system(data_map):
    for one in holdings(data_map):
        assert one.flows or one.activities or one.resting
        assert data_map.party[one.party].kind is not PartyKind.INDIVIDUALS
        assert all(one.subject in data_map.flow[name].subjects for name in one.flows)
        assert all(one.subject in data_map.activity[name].subjects for name in one.activities)
        assert all(data_map.system[name].operator == one.party for name in one.systems)


def slowly(data_map, subject):
    """Follow the flows one by one until nothing moves: what it means, written without arrays."""
    people = (PartyKind.INDIVIDUALS, PartyKind.PUBLIC)
    every = frozenset(data_map.category)
    flows = [one for one in data_map.flows if subject in one.subjects]
    activities = [one for one in data_map.activities if subject in one.subjects]
    held = {one.id: set(every) if one.kind in people else set() for one in data_map.parties}
    for system in data_map.systems:
        names = [one.data for one in flows if one.via == system.id or one.sender == system.operator]
        names += [(*one.data, *one.creates) for one in activities if system.id in one.systems]
        used = frozenset().union(*(data_map.atoms(each) for each in names))
        held[system.operator] |= data_map.atoms(system.holds) & used
    for one in activities:
        for controller in one.controllers:
            held[controller] |= data_map.atoms(one.creates)
    moving = True
    while moving:
        before = sum(map(len, held.values()))
        for one in flows:
            held[one.recipient] |= data_map.atoms(one.data) & held[one.sender]
        moving = sum(map(len, held.values())) > before
    return {party: data for party, data in held.items() if data and data_map.party[party].kind not in people}


@quick
@given(data_maps(5), st.data())
def test_it_is_what_following_the_flows_one_by_one_gives(data_map, drawn):
    people = sorted(data_map.individuals)
    if people:
        subject = drawn.draw(st.sampled_from(people))
        found = {
            one.party: set(one.data)
            for one in holdings(data_map, subject=subject)
            if data_map.party[one.party].kind is not PartyKind.PUBLIC
        }
        assert found == slowly(data_map, subject)
