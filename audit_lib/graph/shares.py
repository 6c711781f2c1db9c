"""How the cost of a shared flow is divided between the layers that it stands in; private.

Each layer is given a share of what each of its flows costs. The smallest cuts of the layers under their
shares together cost no more than the cheapest set for all layers (Lagrangian decomposition, Guignard and Kim
1987): whoever stops a flow pays all of its shares. Shares move, round by round, to the layers that would stop
the flow from those that would not (Held, Wolfe and Crowder 1974), which raises this bound.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from .layers import Layer
from .most_flow import ENDLESS, most_flow, nearest_cut

#: A cost of 1 in shares.
UNIT: Final = 1 << 14
#: After so many rounds without a better bound, shares move by half as much; and the least move.
PATIENCE: Final = 4
LEAST_MOVE: Final = 0.02

Shares = tuple[Mapping[int, int], ...]


class Divided(NamedTuple):
    """The shares of each layer that give the best bound, and the bound in whole costs."""

    shares: Shares
    least: int


def divide(
    layers: Sequence[Layer],
    cost: Mapping[int, int],
    rounds: int,
    met: Callable[[Shares], int],
) -> Divided:
    """Return the best shares of some rounds.

    `met` is told the shares of each round and returns the cost of the best set that is known: where the bound
    comes up to it, the search is over.
    """
    stands: dict[int, list[int]] = {}
    for at, layer in enumerate(layers):
        for flow in layer.flows:
            if cost[flow] < ENDLESS:
                stands.setdefault(flow, []).append(at)
    shares = _even(layers, cost, stands)
    best = Divided(tuple(dict(share) for share in shares), 0)
    move, tried, highest = 1.0, 0, -1
    for _ in range(rounds):
        total, cuts = _cut_all(layers, shares)
        known = met(tuple(shares))
        tried += 1
        if total > highest:
            highest, tried = total, 0
            best = Divided(tuple(dict(share) for share in shares), -(-total // UNIT))
        if best.least >= known or move < LEAST_MOVE:
            break
        if tried >= PATIENCE:
            move, tried = move / 2, 0
        _shift(shares, (stands, cuts, cost), move * (known * UNIT - total))
    return best


def bound(layers: Sequence[Layer], shares: Shares, fixed: Mapping[int, int]) -> int:
    """Return what every set costs at least that stops none of the flows that `fixed` gives `ENDLESS`.

    Flows that `fixed` gives 0 are stopped already and not counted.
    """
    total = 0
    for layer, share in zip(layers, shares, strict=True):
        total += most_flow(layer, {flow: fixed.get(flow, share[flow]) for flow in layer.flows})[0]
        if total >= ENDLESS:
            return total
    return -(-total // UNIT)


def _even(
    layers: Sequence[Layer], cost: Mapping[int, int], stands: Mapping[int, Sequence[int]]
) -> list[dict[int, int]]:
    shares: list[dict[int, int]] = [dict.fromkeys(layer.flows, ENDLESS) for layer in layers]
    for flow, places in stands.items():
        for at in places:
            shares[at][flow] = cost[flow] * UNIT // len(places)
    return shares


def _cut_all(
    layers: Sequence[Layer], shares: Sequence[Mapping[int, int]]
) -> tuple[int, list[frozenset[int]]]:
    total, cuts = 0, []
    for layer, share in zip(layers, shares, strict=True):
        runs, used = most_flow(layer, share)
        total += runs
        cuts.append(nearest_cut(layer, share, used))
    return total, cuts


def _shift(
    shares: Sequence[dict[int, int]],
    given: tuple[Mapping[int, Sequence[int]], Sequence[frozenset[int]], Mapping[int, int]],
    gap: float,
) -> None:
    """Move shares of the flows that some of their layers would stop and others would not."""
    stands, cuts, cost = given
    wish = {flow: [flow in cuts[at] for at in places] for flow, places in stands.items()}
    split = {flow: each for flow, each in wish.items() if any(each) and not all(each)}
    size = sum(sum(each) * (1 - sum(each) / len(each)) for each in split.values())
    for flow, each in split.items():
        mean = sum(each) / len(each)
        whole = cost[flow] * UNIT
        moved = [
            max(0.0, shares[at][flow] + gap / size * (one - mean))
            for at, one in zip(stands[flow], each, strict=True)
        ]
        scale = whole / sum(moved)
        for at, share in zip(stands[flow], moved, strict=True):
            shares[at][flow] = int(share * scale)
