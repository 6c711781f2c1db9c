"""The data map as a networkx graph."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import networkx as nx

from ..model.collector import collector_paused
from ..model.data_map import DataMap
from .compiled import mark


def build_graph(data_map: DataMap) -> nx.MultiDiGraph[str]:
    """Return the map as a graph: a node for each party, an edge for each flow.

    The graph is frozen: a fix is made in the map, and the graph built again.

    Returns
    -------
    networkx.MultiDiGraph
        Nodes are the ids of all parties, also of those without a flow, with ``name`` and ``kind``. Edges run
        from sender to recipient; their key is the id of the flow, their attributes ``activity``,
        ``purpose``, ``data`` (a frozenset of the categories as the flow names them, without what lies
        beneath), ``subjects`` (a frozenset), ``via``, ``role``, ``stance`` and ``direction``.
        ``graph.graph["data_map"]`` is the map.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> graph = build_graph(example_map())
    >>> list(graph.edges(keys=True))[0]
    ('tenants', 'agent', 'apply')
    >>> graph.edges["agent", "referencer", "check"]["purpose"]
    'checking'
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(data_map=data_map)
    graph.add_nodes_from(
        (party.id, {"name": party.name, "kind": party.kind.value}) for party in data_map.parties
    )
    with collector_paused():
        for sender, recipient, key, said in _edges(data_map):
            graph.add_edge(sender, recipient, key=key, **said)
    mark(graph)
    nx.freeze(graph)
    return graph


def _edges(data_map: DataMap) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    purpose = {activity.id: activity.purpose for activity in data_map.activities}
    for flow in data_map.flows:
        said = {
            "activity": flow.activity,
            "purpose": purpose[flow.activity],
            "data": frozenset(flow.data),
            "subjects": frozenset(flow.subjects),
            "via": flow.via,
            "role": flow.role.value,
            "stance": flow.stance.value,
            "direction": data_map.direction(flow).value,
        }
        yield flow.sender, flow.recipient, flow.id, said
