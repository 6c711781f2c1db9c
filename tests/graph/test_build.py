"""The public graph says what the map says, and cannot be changed behind its back."""

import copy

import networkx as nx
import pytest

from audit_lib.errors import ParameterError
from audit_lib.graph.build import build_graph
from audit_lib.graph.exposure import exposure


def test_every_party_is_a_node_also_without_a_flow(make_map):
    graph = build_graph(make_map())
    assert dict(graph.nodes(data=True))["police"] == {"name": "Police", "kind": "authority"}


def test_two_flows_between_the_same_parties_are_two_edges(make_map, flow):
    graph = build_graph(
        make_map([flow("f1", "guests", "hotel", "name"), flow("f2", "guests", "hotel", "footage")])
    )
    assert list(graph.edges(keys=True)) == [("guests", "hotel", "f1"), ("guests", "hotel", "f2")]


def test_an_edge_tells_what_the_flow_says(make_map, flow):
    one = flow("f1", "guests", "hotel", "identity footage", stance="expected", via="hotel-store")
    graph = build_graph(make_map([one], stores={"hotel": "name"}))
    assert graph.edges["guests", "hotel", "f1"] == {
        "activity": "stay",
        "purpose": "stay-ends",
        "data": frozenset({"identity", "footage"}),
        "subjects": frozenset({"guests"}),
        "via": "hotel-store",
        "role": "controller",
        "stance": "expected",
        "direction": "collected",
    }


def test_the_graph_carries_its_map(make_map):
    data_map = make_map()
    assert build_graph(data_map).graph["data_map"] is data_map


def test_the_graph_is_frozen(make_map):
    with pytest.raises(nx.NetworkXError, match=r"[Ff]rozen"):
        build_graph(make_map()).add_edge("police", "hotel")


@pytest.mark.parametrize(
    "take",
    [lambda graph: graph.copy(), lambda graph: graph.subgraph(["hotel"]), lambda graph: graph.reverse()],
)
def test_a_copy_or_part_of_the_graph_is_refused_for_it_may_say_other_than_the_map(make_map, take):
    graph = build_graph(make_map())
    exposure(graph)
    with pytest.raises(ParameterError, match="build_graph"):
        exposure(take(graph))


def test_a_deep_copy_answers_like_the_graph(make_map, flow):
    graph = build_graph(make_map([flow("f1", "guests", "hotel", "name")]))
    assert exposure(copy.deepcopy(graph)).categories_of("hotel") == ("name",)
