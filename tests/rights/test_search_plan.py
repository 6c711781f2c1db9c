"""The whole plan of a request, on any map: nobody is forgotten, nobody is invented."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from plan_map import DAY, changed, plan
from strategies import data_maps

from audit_lib.errors import ParameterError
from audit_lib.files.read_map import read_map
from audit_lib.graph.holdings import holdings
from audit_lib.model.data_map import DataMap
from audit_lib.model.request_plan import RequestPlan, Standing
from audit_lib.model.rights import RightKind
from audit_lib.rights.search_plan import plan_request

MAPS = Path(__file__).parents[2] / "data_maps"
SEARCHED = [
    right
    for right in RightKind
    if right not in (RightKind.INFORMED, RightKind.COMPLAIN_TO_CONTROLLER, RightKind.COMPLAIN_TO_REGULATOR)
]


def test_all_that_is_wrong_is_said_at_once():
    with pytest.raises(ParameterError) as caught:
        plan_request(changed(), RightKind.INFORMED, "tenant", DAY, data=["pasport", "name"], marketing=True)
    assert [fault.place.file for fault in caught.value.faults] == ["right", "marketing", "subject", "data"]
    assert 'Did you mean "tenants"?' in str(caught.value)
    assert 'Did you mean "passport"?' in str(caught.value)


@pytest.mark.parametrize("right", ["informed", "complain-to-controller", "complain-to-regulator"])
def test_rights_without_a_search_say_what_to_use_instead(right):
    with pytest.raises(ParameterError, match="needs no search"):
        plan(right)


def test_a_party_that_is_no_kind_of_people_is_refused_with_those_that_are():
    with pytest.raises(ParameterError, match=r"no kind of people.*: tenants, guests"):
        plan("access", "agent")


def test_a_narrowed_plan_is_about_the_category_and_all_beneath_it():
    found = plan("access", data=["identity"])
    assert {atom for one in found.sources for atom in one.atoms} == {"identity", "name", "passport"}


def test_where_nobody_holds_anything_the_plan_says_so():
    empty = changed(flows=[], activities=[], systems=[], retention=[])
    found = plan("access", data_map=empty)
    assert found.sources == ()
    assert "only after a search" in found.notes[-1].says


def test_the_law_of_the_day_counts():
    early = plan_request(changed(), RightKind.ACCESS, "tenants", dt.date(2026, 1, 1))
    assert early.as_of == dt.date(2026, 1, 1)
    assert early != plan("access")


def test_a_plan_says_the_same_whenever_it_is_made():
    assert plan("erasure").model_dump_json() == plan("erasure").model_dump_json()


def test_a_plan_can_be_written_and_read_back():
    found = plan("access")
    assert RequestPlan.model_validate_json(found.model_dump_json()) == found


@st.composite
def asked(draw):
    data_map = draw(data_maps(4))
    assume(data_map.individuals)
    return data_map, draw(st.sampled_from(SEARCHED)), draw(st.sampled_from(sorted(data_map.individuals)))


quick = settings(max_examples=30, suppress_health_check=list(HealthCheck))


@quick
@given(asked())
def test_whoever_holds_anything_is_a_source_once_and_nobody_else_is(given_map):
    data_map, right, subject = given_map
    found = plan_request(data_map, right, subject, DAY)
    parties = [one.party for one in found.sources]
    assert sorted(parties) == sorted({one.party for one in holdings(data_map, subject=subject)})
    assert (*found.searched, *found.known) == found.sources
    assert all(one.atoms and one.data for one in found.sources)


@quick
@given(asked())
def test_what_to_ask_for_says_all_that_is_held(given_map):
    data_map, _, subject = given_map
    whole = {one.party: set(one.data) for one in holdings(data_map, subject=subject)}
    for source in plan_request(data_map, RightKind.ACCESS, subject, DAY).sources:
        assert set(source.atoms) == whole[source.party]
        named = data_map.atoms(source.data)
        assert named <= set(source.atoms)
        # What is not named is a heading of which only parts are held, and these are named.
        assert all(data_map.below[left] & named for left in set(source.atoms) - named)


@quick
@given(asked(), st.integers(0, 20))
def test_a_flow_less_never_adds_a_source(given_map, which):
    data_map, right, subject = given_map
    assume(data_map.flows)
    gone = data_map.flows[which % len(data_map.flows)].id
    fewer = without(data_map, gone)
    before = {
        one.party: set(one.atoms) for one in plan_request(data_map, RightKind.ACCESS, subject, DAY).sources
    }
    after = plan_request(fewer, RightKind.ACCESS, subject, DAY).sources
    assert all(set(one.atoms) <= before[one.party] for one in after)
    assert {one.party for one in plan_request(fewer, right, subject, DAY).sources} <= before.keys()


def without(data_map: DataMap, gone: str) -> DataMap:
    return data_map.model_copy(update={"flows": tuple(one for one in data_map.flows if one.id != gone)})


@quick
@given(asked(), st.integers(0, 20))
def test_a_narrower_request_asks_no_more(given_map, which):
    data_map, right, subject = given_map
    assume(data_map.data)
    category = data_map.data[which % len(data_map.data)].id
    whole = plan_request(data_map, right, subject, DAY)
    part = plan_request(data_map, right, subject, DAY, data=[category])
    of_whole = {one.party: one for one in whole.sources}
    for one in part.sources:
        assert set(one.atoms) <= data_map.below[category]
        assert set(one.flows) <= set(of_whole[one.party].flows) or not of_whole[one.party].concerned
    assert {one.party for one in part.tells} <= {one.party for one in whole.tells}
    assert {one.activity for one in part.verdicts} <= {one.activity for one in whole.verdicts}


@quick
@given(asked())
def test_every_reference_of_a_plan_is_in_the_map(given_map):
    data_map, right, subject = given_map
    found = plan_request(data_map, right, subject, DAY)
    for question in found.questions:
        assert set(question.about) <= data_map.by_reference.keys()
    for informed in found.informed:
        assert set(informed.rests) <= data_map.by_reference.keys()
    for verdict in found.verdicts:
        assert subject in data_map.activity[verdict.activity].subjects


@pytest.mark.parametrize("name", ["btr", "small_agency"])
def test_every_kind_of_people_in_the_maps_that_ship_has_a_plan_for_every_right(name):
    data_map = read_map(MAPS / name)
    for subject in sorted(data_map.individuals):
        known = {one.party for one in holdings(data_map, subject=subject)}
        for right in SEARCHED:
            found = plan_request(data_map, right, subject, DAY)
            assert {one.party for one in found.sources} == known
            assert found.verdicts


def test_the_platform_that_ships_is_asked_before_anybody_outside():
    found = plan_request(read_map(MAPS / "btr"), RightKind.ERASURE, "residents", DAY)
    outside = [one.party for one in found.sources if one.standing is not Standing.OWN]
    assert outside[0] == "yardi"
    assert "abrdn" in {one.party for one in found.known}
    assert [one.law for one in found.kept if one.certain and one.law] == ["Immigration Act 2014"]
