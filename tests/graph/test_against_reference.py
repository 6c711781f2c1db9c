"""Every answer equals that of a slow, literal reading of what a map means, on maps that chance draws."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_lib.graph.build import build_graph
from audit_lib.graph.compare import compare_maps
from audit_lib.graph.compiled import compile_map
from audit_lib.graph.exposure import exposure
from audit_lib.graph.onward import onward
from audit_lib.graph.reach import reach
from audit_lib.graph.spread import lay_wires, spread
from audit_lib.graph.unfed import unfed

KINDS = ("individuals", "organisation", "organisation", "team", "public", "individuals")
# Categories before the drawn ones, so that these lie on both sides of a border between two machine words.
PADDING = 62


@st.composite
def maps(draw):
    parties = {f"p{at}": kind for at, kind in enumerate(KINDS[: draw(st.integers(2, 6))])}
    drawn = {}
    for at in range(draw(st.integers(1, 5))):
        drawn[f"d{at}"] = draw(st.sampled_from([None, *drawn]))
    padded = {f"x{at}": None for at in range(draw(st.sampled_from([0, PADDING])))}
    people = [name for name, kind in parties.items() if kind == "individuals"]
    some = st.lists(st.sampled_from(list(drawn)), min_size=1, max_size=2, unique=True).map(" ".join)
    party, activities = st.sampled_from(list(parties)), st.sampled_from(["stay", "p0-work", "p1-work"])
    one = st.fixed_dictionaries(
        {
            "ends": st.tuples(party, party).filter(lambda ends: ends[0] != ends[1]),
            "data": some,
            "activity": activities,
            "subjects": st.lists(st.sampled_from(people), min_size=1, max_size=2, unique=True),
            "role": st.sampled_from(["controller", "processor", "internal"]),
            "stance": st.sampled_from(["recorded", "recorded", "expected"]),
        }
    )
    flows = [
        (f"f{at}", *said.pop("ends"), said.pop("data"), said)
        for at, said in enumerate(draw(st.lists(one, max_size=9)))
    ]
    creates = draw(st.dictionaries(st.sampled_from(["p0", "p1"]), some, max_size=1))
    stores = draw(st.dictionaries(party, some, max_size=2))
    about = draw(st.dictionaries(st.sampled_from(["p0", "p1"]), st.sampled_from(people), max_size=2))
    return flows, {
        "parties": parties,
        "data": {**padded, **drawn},
        "creates": creates,
        "stores": stores,
        "about": about,
    }


@pytest.fixture(scope="module")
def build(make_map, flow):
    def built(drawn):
        flows, of_map = drawn
        return make_map([flow(*each[:4], **each[4]) for each in flows], **of_map)

    return built


# --- the literal reading ------------------------------------------------------------


def begins(data_map, subject=None):
    """(party, category) pairs at the outset: of origin, and kept in a system."""
    own = {
        (party.id, category.id)
        for party in data_map.parties
        for category in data_map.data
        if party.kind in ("individuals", "public")
    }
    for activity in data_map.activities:
        if subject is None or subject in activity.subjects:
            own |= {(who, what) for who in activity.controllers for what in data_map.atoms(activity.creates)}
    kept = {(one.operator, what) for one in data_map.systems for what in data_map.atoms(one.holds)}
    return own, kept


def held_in_the_end(data_map, flows):
    own, kept = begins(data_map)
    held = own | kept
    while True:
        more = {
            (flow.recipient, what)
            for flow in flows
            for what in data_map.atoms(flow.data)
            if (flow.sender, what) in held
        }
        if more <= held:
            return held
        held |= more


def shortest_ways(flows, own, kept):
    """For one category: the chain that brings it to each party, grown by one flow at a time."""
    far, best = {}, {}
    for begin, holders in ((0, own), (1000, kept)):
        edge = {one for one in holders if one not in far}
        steps = begin
        while edge:
            far.update(dict.fromkeys(edge, steps))
            edge = {flow.recipient for flow in flows if flow.sender in edge and flow.recipient not in far}
            steps += 1
    for flow in flows:
        if flow.sender in far and (
            flow.recipient not in best or far[flow.sender] < far[best[flow.recipient].sender]
        ):
            best[flow.recipient] = flow

    def whole(party):
        flow = best[party]
        return (*(() if far[flow.sender] in (0, 1000) else whole(flow.sender)), flow)

    return {party: whole(party) for party in best}


def loop_free(data_map, flows, held, target, atoms):
    """All chains to the target, each tried flow by flow."""
    found = set()

    def grow(chain, visited, data):
        for flow in flows:
            carried = data & data_map.atoms(flow.data)
            if flow.sender != visited[-1] or not carried:
                continue
            if flow.recipient == target:
                found.add((*(one.id for one in chain), flow.id))
            elif flow.recipient not in visited:
                grow([*chain, flow], [*visited, flow.recipient], carried)

    for party in data_map.parties:
        grow([], [party.id], {what for who, what in held if who == party.id} & atoms)
    return found


def literal_reach(data_map, data, source, target, subject):
    atoms = data_map.below[data]
    flows = [flow for flow in data_map.flows if subject is None or subject in flow.subjects]
    own, kept = begins(data_map, subject) if source is None else ({(source, atom) for atom in atoms}, set())
    found = {}
    for atom in atoms:
        some = [flow for flow in flows if atom in data_map.atoms(flow.data)]
        starts = [{who for who, what in pairs if what == atom} for pairs in (own, kept)]
        every = shortest_ways(some, *starts)
        sure = shortest_ways([flow for flow in some if flow.stance != "expected"], *starts)
        for party, chain in {**every, **sure}.items():
            if target in (None, party):
                found.setdefault(party, set()).add(tuple(flow.id for flow in chain))
    if target is not None:
        listed = loop_free(data_map, flows, own | kept, target, atoms)
        assert found.get(target, set()) <= listed
        found = {target: listed} if listed else {}
    return found


def literal_onward(data_map):
    held = held_in_the_end(data_map, data_map.flows)
    kinds = {party.id: party.kind for party in data_map.parties}
    purpose = {flow.id: data_map.activity[flow.activity].purpose for flow in data_map.flows}
    for first in data_map.flows:
        came = {what for what in data_map.atoms(first.data) if (first.sender, what) in held}
        for second in data_map.flows:
            data = came & data_map.atoms(second.data)
            people = [one for one in first.subjects if one in second.subjects and one != second.recipient]
            if (
                first.recipient == second.sender
                and kinds[second.sender] not in ("individuals", "public")
                and second.role != "internal"
                and purpose[first.id] != purpose[second.id]
                and first.sender != second.recipient
                and data
                and people
            ):
                yield first.id, second.id, data, people


# --- the promises ------------------------------------------------------------


def pairs(shown, matrix):
    return {
        (party, category)
        for row, category in enumerate(shown.categories)
        for column, party in enumerate(shown.parties)
        if matrix[row, column]
    }


@settings(max_examples=60)
@given(drawn=maps())
def test_exposure_is_what_is_held_when_nothing_moves_any_more(build, drawn):
    data_map = build(drawn)
    shown = exposure(build_graph(data_map))
    held = held_in_the_end(data_map, data_map.flows)
    sure = held_in_the_end(data_map, [flow for flow in data_map.flows if flow.stance != "expected"])
    own, kept = begins(data_map)
    assert pairs(shown, shown.matrix) == held
    assert pairs(shown, shown.outset) == own | kept
    assert pairs(shown, shown.expected) == held - sure
    assert pairs(shown, shown.received) == {
        (flow.recipient, what)
        for flow in data_map.flows
        for what in data_map.atoms(flow.data)
        if (flow.sender, what) in held
    }


@settings(max_examples=100)
@given(drawn=maps(), data=st.data())
def test_reach_finds_the_literal_chains(build, drawn, data):
    data_map = build(drawn)
    asked = data.draw(st.sampled_from([name for name in data_map.category if name.startswith("d")]))
    party = st.sampled_from([None, *data_map.party])
    source, target = data.draw(party), data.draw(party)
    subject = data.draw(st.sampled_from([None, *sorted(data_map.individuals)]))
    trace = reach(build_graph(data_map), asked, source=source, target=target, subject=subject)
    found = {one.party: {route.flows for route in one.routes} for one in trace.arrivals}
    assert trace.cut is None
    assert found == literal_reach(data_map, asked, source, target, subject)
    for one in trace.arrivals:
        assert [len(route.steps) for route in one.routes] == sorted(len(route.steps) for route in one.routes)
        assert all(first.recipient == then.sender for r in one.routes for first, then in pairwise(r.steps))
        assert {name for route in one.routes for name in route.data} == set(one.data) != set()


@settings(max_examples=100)
@given(drawn=maps())
def test_reach_and_exposure_agree_on_who_receives_what(build, drawn):
    data_map = build(drawn)
    graph = build_graph(data_map)
    shown = exposure(graph)
    received = pairs(shown, shown.received)
    for category in data_map.category:
        beneath = data_map.below[category]
        arrived = {(one.party, what) for one in reach(graph, category).arrivals for what in one.data}
        assert arrived == {(party, what) for party, what in received if what in beneath}


@settings(max_examples=100)
@given(drawn=maps())
def test_onward_finds_the_literal_pairs(build, drawn):
    data_map = build(drawn)
    told = [
        (found.received, found.passed_on, set(found.data), list(found.subjects))
        for found in onward(build_graph(data_map))
    ]
    assert told == list(literal_onward(data_map))


@settings(max_examples=50)
@given(drawn=maps())
def test_a_flow_is_unfed_where_its_sender_holds_nothing_of_a_category(build, drawn):
    data_map = build(drawn)
    held = held_in_the_end(data_map, data_map.flows)
    missing = {
        (flow.id, name)
        for flow in data_map.flows
        for name in flow.data
        if not any((flow.sender, what) in held for what in data_map.below[name])
    }
    assert {(one.flow, name) for one in unfed(build_graph(data_map)) for name in one.data} == missing


@settings(max_examples=100)
@given(first=maps(), second=maps())
def test_there_is_a_difference_if_and_only_if_two_maps_are_not_equal(build, first, second):
    old, new = build(first), build(second)
    assert bool(compare_maps(old, new)) == (old != new)
    assert not compare_maps(old, old)
    assert set(compare_maps(old, new).gained) == set(compare_maps(new, old).lost)


@settings(max_examples=100)
@given(drawn=maps(), least=st.sampled_from([1, 2, 1000]), share=st.sampled_from([0.0, 0.5, 2.0]))
def test_the_way_in_which_wires_are_followed_does_not_change_what_is_held(build, drawn, least, share):
    form = compile_map(build(drawn))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("audit_lib.graph.spread._LEAST_LAYER", least)
        patch.setattr("audit_lib.graph.spread._ALL_IF_OVER", share)
        wires = lay_wires(form.sender, form.recipient, form.carries, len(form.party))
        assert (spread(wires, form.outset) == form.holds).all()
