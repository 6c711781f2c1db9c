"""The smallest set of flows to stop so that data cannot reach a party."""

import sys
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_lib.errors import ParameterError
from audit_lib.graph.build import build_graph
from audit_lib.graph.cut import cut
from audit_lib.graph.outset import grounds
from audit_lib.graph.reach import reach

PARTIES = {"p0": "individuals", **{f"p{at}": "organisation" for at in range(1, 6)}}
TARGET = "p5"


@st.composite
def questions(draw):
    """A map of at most nine flows between six parties, and what to ask of it."""
    drawn = {}
    for at in range(draw(st.integers(1, 4))):
        drawn[f"d{at}"] = draw(st.sampled_from([None, *drawn]))
    some = st.lists(st.sampled_from(list(drawn)), min_size=1, max_size=3, unique=True).map(" ".join)
    ends = st.tuples(st.sampled_from(list(PARTIES)), st.sampled_from(list(PARTIES)))
    stances = st.sampled_from(["recorded", "recorded", "expected"])
    one = st.tuples(ends.filter(lambda pair: pair[0] != pair[1]), some, stances)
    flows = [(f"f{at}", *said) for at, said in enumerate(draw(st.lists(one, min_size=2, max_size=9)))]
    ids = [name for name, *_ in flows]
    holding = st.dictionaries(st.sampled_from(["p1", "p2", TARGET]), some, max_size=2)
    asked = {
        "source": draw(st.sampled_from([None, None, "p0", "p1"])),
        "keep": draw(st.lists(st.sampled_from(ids), max_size=2, unique=True)),
        "weights": draw(st.dictionaries(st.sampled_from(ids), st.integers(1, 4), max_size=4)),
    }
    return flows, {"data": drawn, "creates": draw(holding), "stores": draw(holding)}, asked


@pytest.fixture(scope="module")
def build(make_map, flow):
    def make(flows, sections):
        listed = [flow(name, *ends, data, stance=stance) for name, ends, data, stance in flows]
        return make_map([{**one, "subjects": ["p0"]} for one in listed], parties=PARTIES, **sections)

    return make


def literal(data_map, asked, stopped, *, without_target):
    """What each party holds of d0, and what flows bring the target, by plain sets until nothing moves."""
    wanted = data_map.below["d0"]
    held = {party: set() for party in PARTIES}
    if asked["source"]:
        held[asked["source"]] |= wanted
    else:
        for ground in grounds(data_map):
            held[ground.party] |= wanted & (wanted if ground.data is None else data_map.atoms(ground.data))
    if without_target:
        held[TARGET].clear()
    came, size = set(), -1
    while size != (size := sum(map(len, held.values())) + len(came)):
        for one in data_map.flows:
            if one.id not in stopped:
                moved = held[one.sender] & data_map.atoms(one.data)
                held[one.recipient] |= moved
                came |= moved if one.recipient == TARGET else set()
    return held, came


def all_smallest(data_map, asked):
    """The cheapest sets by trying all: (cost, harm to others, flows), best first; and what cannot be cut."""
    origin = set()
    if not asked["source"]:
        own = [g for g in grounds(data_map) if g.party == TARGET and g.own]
        origin = {atom for ground in own for atom in data_map.atoms(ground.data)}
    ids = [one.id for one in data_map.flows]
    free = [name for name in ids if name not in asked["keep"]]
    _, stuck = literal(data_map, asked, free, without_target=True)
    before, _ = literal(data_map, asked, [], without_target=False)
    found = []
    for number in range(len(free) + 1):
        for stopped in combinations(free, number):
            _, came = literal(data_map, asked, stopped, without_target=True)
            if came <= origin | stuck:
                cost = sum(asked["weights"].get(name, 1) for name in stopped)
                after, _ = literal(data_map, asked, stopped, without_target=False)
                harm = sum(len(before[party] - after[party]) for party in PARTIES)
                found.append((cost, harm, tuple(ids.index(name) for name in stopped)))
    return sorted(found), stuck - origin


@settings(max_examples=300)
@given(question=questions())
def test_no_cheaper_set_exists_and_none_as_cheap_does_others_less_harm(build, question):
    flows, sections, asked = question
    data_map = build(flows, sections)
    best, stuck = all_smallest(data_map, asked)
    found = cut(build_graph(data_map), "d0", TARGET, **asked)
    assert (found.cost, found.least) == (best[0][0], best[0][0])
    chosen = tuple(int(name.removeprefix("f")) for name in found.flows)
    assert chosen in {flows for cost, harm, flows in best if (cost, harm) == best[0][:2]}
    assert bool(found.must_stay) == bool(stuck)


@settings(max_examples=150)
@given(question=questions())
def test_what_is_left_is_what_reach_finds_on_the_map_without_the_flows(build, question):
    flows, sections, asked = question
    found = cut(build_graph(build(flows, sections)), "d0", TARGET, **asked)
    assert {one.id for one in found.after.flows} == {name for name, *_ in flows} - set(found.flows)
    arrivals = reach(build_graph(found.after), "d0", source=asked["source"], target=TARGET).arrivals
    held = set(found.held.data) if found.held else set()
    arrived = set(arrivals[0].data) if arrivals else set()
    assert set(found.left) == held | arrived
    assert arrived <= held | set(found.must_stay.data if found.must_stay else ())
    assert found.works == (not held and found.must_stay is None)


@settings(max_examples=100)
@given(question=questions())
def test_a_search_that_is_ended_early_still_cuts_and_says_how_much_less_there_could_be(build, question):
    flows, sections, asked = question
    data_map = build(flows, sections)
    best, _ = all_smallest(data_map, asked)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys.modules["audit_lib.graph.fewest"], "MOST_WORK", 0)
        found = cut(build_graph(data_map), "d0", TARGET, **asked)
    assert found.least <= best[0][0] <= found.cost
    assert tuple(int(name.removeprefix("f")) for name in found.flows) in {flows for _, _, flows in best}


def test_the_flow_next_to_the_party_is_stopped_rather_than_one_that_others_need_too(make_map, flow):
    flows = [
        flow("book", "guests", "hotel", "passport"),
        flow("wash", "hotel", "laundry", "passport"),
        flow("tell", "laundry", "police", "passport"),
    ]
    found = cut(build_graph(make_map(flows)), "passport", "police")
    assert found.flows == ("tell",)
    assert [tuple(pair) for pair in found.lost] == [("passport", "police")]


def test_a_flow_that_is_dear_is_left_alone(make_map, flow):
    flows = [flow("book", "guests", "hotel", "passport"), flow("tell", "hotel", "police", "passport")]
    graph = build_graph(make_map(flows))
    assert cut(graph, "passport", "police", weights={"tell": 5}).flows == ("book",)


def test_flows_that_run_side_by_side_are_all_stopped(make_map, flow):
    flows = [flow(name, "guests", "police", "passport") for name in ("one", "two", "three")]
    assert cut(build_graph(make_map(flows)), "identity", "police").flows == ("one", "two", "three")


def test_one_flow_that_carries_two_categories_is_cheaper_than_two_that_carry_one_each(make_map, flow):
    flows = [
        flow("names", "guests", "hotel", "name"),
        flow("passports", "guests", "laundry", "passport"),
        flow("hand-over", "hotel", "laundry", "name"),
        flow("tell", "laundry", "police", "name passport"),
    ]
    graph = build_graph(make_map(flows))
    assert cut(graph, "identity", "police").flows == ("tell",)
    assert cut(graph, "identity", "police", weights={"tell": 3}).cost == 2


def test_who_creates_the_data_cannot_be_parted_from_it(make_map, flow):
    data_map = make_map([flow("show", "hotel", "police", "footage")], creates={"police": "footage"})
    found = cut(build_graph(data_map), "footage", "police")
    assert (found.flows, found.works) == ((), False)
    assert found.held.because == ("activity:police-work",)


def test_whom_the_data_is_about_cannot_be_parted_from_it(make_map, flow):
    found = cut(build_graph(make_map([flow("post", "hotel", "guests", "name")])), "name", "guests")
    assert (found.flows, found.held.because) == ((), ("party:guests",))


def test_who_keeps_the_data_in_a_system_must_empty_it_too(make_map, flow):
    data_map = make_map([flow("book", "guests", "hotel", "name")], stores={"hotel": "name"})
    found = cut(build_graph(data_map), "name", "hotel")
    assert (found.flows, found.left) == (("book",), ("name",))
    assert found.held.because == ("system:hotel-store",)


def test_flows_that_must_stay_are_told_with_their_way(make_map, flow):
    flows = [flow("book", "guests", "hotel", "name"), flow("tell", "hotel", "police", "name")]
    found = cut(build_graph(make_map(flows)), "name", "police", keep=["book", "tell"])
    assert (found.flows, found.left) == ((), ("name",))
    assert found.must_stay.routes[0].flows == ("book", "tell")


def test_an_expected_flow_counts_and_is_marked(make_map, flow):
    flows = [
        flow("tell", "guests", "police", "name"),
        flow("perhaps", "guests", "police", "name", stance="expected"),
    ]
    found = cut(build_graph(make_map(flows)), "name", "police")
    assert [(stop.flow, stop.expected) for stop in found.stops] == [("tell", False), ("perhaps", True)]
    assert found.if_unreal == ("tell",)


def test_what_else_stops_is_told(make_map, flow):
    flows = [
        flow("book", "guests", "hotel", "name footage", activity="hotel-work"),
        flow("wash", "hotel", "laundry", "footage", activity="laundry-work"),
        flow("tell", "hotel", "police", "name", activity="police-work"),
    ]
    found = cut(build_graph(make_map(flows)), "name", "hotel")
    assert found.stops[0].also == ("footage",)
    assert [(one.activity, one.stopped, one.empty, one.ends) for one in found.touched] == [
        ("hotel-work", ("book",), (), True),
        ("laundry-work", (), ("wash",), True),
        ("police-work", (), ("tell",), True),
    ]
    assert ("footage", "laundry") in found.lost


def test_data_that_does_not_arrive_needs_nothing_stopped(make_map, flow):
    found = cut(build_graph(make_map([flow("book", "guests", "hotel", "name")])), "name", "police")
    assert (found.arrives, found.flows, found.works) == ((), (), True)


def test_a_source_parts_only_this_party(make_map, flow):
    flows = [flow("tell", "guests", "police", "name"), flow("report", "hotel", "police", "name")]
    assert cut(build_graph(make_map(flows)), "name", "police", source="hotel").flows == ("report",)


def test_all_faults_of_a_question_are_told_at_once(make_map, flow):
    graph = build_graph(make_map([flow("book", "guests", "hotel", "name")]))
    with pytest.raises(ParameterError) as caught:
        cut(graph, "nme", "hotel", weights={"book": 0, "boo": 2}, keep=["bok"], source="hotel")
    said = str(caught.value)
    assert len(caught.value.faults) == 5
    assert 'Did you mean "name"?' in said
    assert said.count('Did you mean "book"?') == 2
    assert "book costs 0: a weight is a whole number from 1 to 1,000,000." in said
    assert "Source and target are one party" in said
