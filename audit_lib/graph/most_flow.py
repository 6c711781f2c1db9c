"""How much can run through a layer at once: what the smallest cut of one layer costs; private.

Max-flow and min-cut are equal (Ford and Fulkerson 1956); the way that they are found here is Dinic's (1970).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from .layers import Arc, Layer

#: The room of a flow that must stay.
ENDLESS: Final = 1 << 62

Room = Mapping[int, int]


def most_flow(layer: Layer, room: Room) -> tuple[int, dict[int, int]]:
    """Return how much runs from the holders to the target, and how much of it through each flow.

    `room` is how much each flow can take. Where a way consists of flows with `ENDLESS` room, the first
    number is at least `ENDLESS` and the rest is unfinished.
    """
    used = dict.fromkeys(layer.flows, 0)
    total = 0
    while total < ENDLESS and (level := _levels(layer, room, used)):
        left = {party: list(reversed(arcs)) for party, arcs in layer.around.items() if party in level}
        for holder in sorted(layer.holders):
            while total < ENDLESS and (path := _path(layer, (room, used), (level, left), holder)):
                amount = min(_spare(arc, room, used) for arc in path)
                for arc in path:
                    used[arc.flow] += amount if arc.leads else -amount
                total += amount
    return total, used


def nearest_cut(layer: Layer, room: Room, used: Room) -> frozenset[int]:
    """Return, of the cuts that cost what runs at most, the one that is nearest the target.

    Of all smallest cuts it leaves the data with the most parties: the sides of the smallest cuts that hold
    the data form a lattice, and this is its greatest (Picard and Queyranne 1980).
    """
    behind = {layer.target}
    waiting = [layer.target]
    for party in waiting:
        for arc in layer.around[party]:
            back = Arc(arc.flow, party, not arc.leads)
            if arc.other not in behind and _spare(back, room, used) > 0:
                behind.add(arc.other)
                waiting.append(arc.other)
    ends = zip(layer.flows, layer.sender, layer.recipient, strict=True)
    return frozenset(flow for flow, sender, recipient in ends if recipient in behind and sender not in behind)


def _spare(arc: Arc, room: Room, used: Room) -> int:
    """Return how much more can run along an arc, or how much can be taken back against it."""
    return room[arc.flow] - used[arc.flow] if arc.leads else used[arc.flow]


def _levels(layer: Layer, room: Room, used: Room) -> dict[int, int]:
    """Return how many steps each party is from a holder where there is room; empty if the target is not."""
    level = dict.fromkeys(sorted(layer.holders), 0)
    waiting = list(level)
    for party in waiting:
        for arc in layer.around[party]:
            if arc.other not in level and _spare(arc, room, used) > 0:
                level[arc.other] = level[party] + 1
                waiting.append(arc.other)
    return level if layer.target in level else {}


def _path(
    layer: Layer,
    state: tuple[Room, Room],
    steps: tuple[dict[int, int], dict[int, list[Arc]]],
    holder: int,
) -> list[Arc]:
    """Return a way from a holder to the target with room on it; what leads nowhere is not tried again."""
    (room, used), (level, left) = state, steps
    path: list[Arc] = []
    party = holder
    while party != layer.target:
        arcs = left[party]
        while arcs and not (
            level.get(arcs[-1].other) == level[party] + 1 and _spare(arcs[-1], room, used) > 0
        ):
            arcs.pop()
        if arcs:
            path.append(arcs[-1])
            party = arcs[-1].other
        elif path:
            path.pop()
            party = path[-1].other if path else holder
            left[party].pop()
        else:
            return []
    return path
