"""Flows that declare data which their sender never holds."""

from __future__ import annotations

from typing import NamedTuple

import networkx as nx
import numpy as np

from .compiled import compiled


class Unfed(NamedTuple):
    """A flow, its sender, and those of its categories of which the sender holds nothing at all."""

    flow: str
    sender: str
    data: tuple[str, ...]


def unfed(graph: nx.MultiDiGraph[str]) -> tuple[Unfed, ...]:
    """Return the flows that cannot carry what they declare, because nothing in the map feeds their sender.

    Either a flow or a system is missing from the map, or the flow names too much. A category with others
    beneath it counts as fed where the sender holds any of them. In the order of the map.

    Examples
    --------
    >>> from audit_lib.graph.build import build_graph
    >>> from audit_lib.graph.example import example_map
    >>> unfed(build_graph(example_map()))
    (Unfed(flow='sell', sender='referencer', data=('arrears',)),)
    """
    form = compiled(graph)
    found = []
    # A flow with an empty category either declares something it does not carry, or carries nothing.
    for at in np.flatnonzero((form.carried != form.carries).any(axis=0)):
        flow = form.data_map.flows[at]
        carried = form.carried[:, at]
        missing = [name for name in flow.data if not (form.below[:, form.category[name]] & carried).any()]
        if missing:
            found.append(Unfed(flow.id, flow.sender, tuple(missing)))
    return tuple(found)
