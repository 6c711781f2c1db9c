"""What a set of stopped flows does not need: flows that could run again without opening a way; private."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .layers import Layer


def without_idle(layers: Sequence[Layer], flows: Sequence[int]) -> frozenset[int]:
    """Return the flows of a set that cuts all layers without those that it can spare, tried in their order.

    A flow is needed where its sender can be reached from a holder and the target from its recipient. Both
    sides are kept for each layer and only grow, so that all flows together cost little more than one search.
    """
    stopped = set(flows)
    begun = [
        (
            _grow(layer, set(), layer.holders, stopped, onward=True),
            _grow(layer, set(), [layer.target], stopped, onward=False),
        )
        for layer in layers
    ]
    places: dict[int, list[tuple[int, int, int]]] = {flow: [] for flow in flows}
    for at, layer in enumerate(layers):
        for flow, sender, recipient in zip(layer.flows, layer.sender, layer.recipient, strict=True):
            if flow in stopped:
                places[flow].append((at, sender, recipient))
    for flow in flows:
        if any(
            sender in begun[at][0] and recipient in begun[at][1] for at, sender, recipient in places[flow]
        ):
            continue
        stopped.remove(flow)
        for at, sender, recipient in places[flow]:
            ahead, behind = begun[at]
            if sender in ahead:
                _grow(layers[at], ahead, [recipient], stopped, onward=True)
            if recipient in behind:
                _grow(layers[at], behind, [sender], stopped, onward=False)
    return frozenset(stopped)


def _grow(layer: Layer, seen: set[int], begin: Iterable[int], stopped: set[int], *, onward: bool) -> set[int]:
    """Add to a side what can be reached from some parties, along flows or against them."""
    waiting = [party for party in begin if party not in seen]
    seen.update(waiting)
    for party in waiting:
        for arc in layer.around[party]:
            if arc.leads is onward and arc.other not in seen and arc.flow not in stopped:
                seen.add(arc.other)
                waiting.append(arc.other)
    return seen
