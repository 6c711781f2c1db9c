"""How long it takes to find the smallest cut, and whether it is proven, beside networkx and trying all sets.

    python benchmarks/graph_cut.py                    100 to 10,000 flows
    python benchmarks/graph_cut.py 1000 10000

Seconds are CPU seconds, the best of three (of one, where one takes longer than two). Each size is a tangle:
flows between parties in a few ranks, most of them onward by a rank and some back, each with one to three of
24 categories, so that no category takes the way of another. What is compared:

one category    ours: `cut` for one category, from a compiled graph to the whole answer (what stops, who loses
                what, the map afterwards). networkx: the flows of the category as a DiGraph, those that run
                side by side added up, and `minimum_cut_value`: a number and nothing else. Both must agree.
24 at once      ours: `cut` for the category above all. networkx cannot ask this. `cost` is what was found,
                `at least` what is proven.
all sets        on 300 maps of 10 flows: trying every set of flows must not find a smaller one.

As an ordinary map, one of `generate` is asked about its busiest party too.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from itertools import combinations
from typing import Any

import networkx as nx
from generate import generate

from audit_lib.graph.build import build_graph
from audit_lib.graph.compiled import compiled
from audit_lib.graph.cut import cut
from audit_lib.model.data import DataCategory
from audit_lib.model.data_map import DataMap
from audit_lib.model.noun import Stance

SIZES = (100, 1_000, 10_000)
ALL, LEAVES, RANKS = "all", 24, 4


def tangle(flows: int, seed: int = 1, leaves: int = LEAVES) -> DataMap:
    """A map whose flows run through a few ranks of parties, from people to one party at the end."""
    dice = random.Random(seed)
    base = generate(flows, seed)
    people = next(party.id for party in base.parties if party.kind == "individuals")
    firms = [party.id for party in base.parties if party.kind == "organisation"]
    wide = max(2, int(flows**0.5) // RANKS)
    ranks = [[people], *(firms[at * wide : (at + 1) * wide] for at in range(RANKS)), [firms[-1]]]
    names = [f"leaf{at}" for at in range(leaves)]

    def ends() -> tuple[str, str]:
        at = dice.randrange(len(ranks) - 1)
        pair = dice.choice(ranks[at]), dice.choice(ranks[at + 1])
        return pair[::-1] if 0 < at < RANKS and dice.random() < 0.1 else pair

    moved = []
    for flow in base.flows:
        sender, recipient = ends()
        data = tuple(sorted(dice.sample(names, dice.randint(1, min(3, leaves)))))
        moved.append(flow.model_copy(update={"sender": sender, "recipient": recipient, "data": data}))
    categories = [DataCategory(id=name, name=name, parent=ALL, stance=Stance.RECORDED) for name in names]
    said = {name: getattr(base, name) for name in DataMap.model_fields}
    top = DataCategory(id=ALL, name=ALL, stance=Stance.RECORDED)
    bare = {"systems": (), "activities": tuple(a.model_copy(update={"creates": ()}) for a in base.activities)}
    return DataMap.model_construct(**{**said, **bare, "data": (top, *categories), "flows": tuple(moved)})


def networkx_value(data_map: DataMap, category: str, target: str) -> int:
    """The size of a minimum cut for one category, by networkx."""
    graph = nx.DiGraph()
    graph.add_nodes_from(["", target])
    for flow in data_map.flows:
        if category in flow.data:
            known = graph.get_edge_data(flow.sender, flow.recipient, {"capacity": 0})["capacity"]
            graph.add_edge(flow.sender, flow.recipient, capacity=known + 1)
    for party in data_map.individuals:
        graph.add_edge("", party)
    value: int = nx.minimum_cut_value(graph, "", target)
    return value


def best(run: Callable[[], Any]) -> tuple[float, Any]:
    seconds = float("inf")
    for _ in range(3):
        begin = time.process_time()
        answer = run()
        seconds = min(seconds, time.process_time() - begin)
        if seconds > 2:
            break
    return seconds, answer


def by_trying(data_map: DataMap, target: str) -> int:
    """The size of the smallest set of flows without which nothing arrives, by trying all."""
    flows = data_map.flows
    for number in range(len(flows) + 1):
        for stopped in combinations(flows, number):
            kept = [flow for flow in flows if flow not in stopped]
            held = {(person, leaf.id) for person in data_map.individuals for leaf in data_map.data}
            size = -1
            while size != (size := len(held)):
                for flow in kept:
                    held |= {(flow.recipient, leaf) for leaf in flow.data if (flow.sender, leaf) in held}
            if not any(party == target for party, _ in held):
                return number
    raise AssertionError("stopping all flows is always enough")


def against_trying_all(maps: int = 300) -> None:
    for seed in range(maps):
        data_map = tangle(10, seed, leaves=5)
        target = data_map.flows[seed % 10].recipient
        if target in data_map.individuals:
            continue
        found = cut(build_graph(data_map), ALL, target)
        if not found.cost == found.least == by_trying(data_map, target):
            sys.exit(f"Trying all sets of map {seed} finds another number than {found.cost}.")
    print(f"all sets: the same number on {maps} maps of 10 flows\n")


def measure(size: int) -> None:
    data_map = tangle(size)
    graph = build_graph(data_map)
    compiled(graph).carried  # noqa: B018  what every question to a graph shares
    target = max(Counter(flow.recipient for flow in data_map.flows).items(), key=lambda pair: pair[1])[0]
    seconds, found = best(lambda: cut(graph, "leaf0", target))
    theirs, value = best(lambda: networkx_value(data_map, "leaf0", target))
    if found.cost != value:
        sys.exit(f"networkx finds {value} and we find {found.cost}.")
    row(f"{size:,}", "one category", seconds, found, f"networkx {theirs:.3f}")
    seconds, found = best(lambda: cut(graph, ALL, target))
    row("", f"{LEAVES} at once", seconds, found)
    ordinary = generate(size)
    graph = build_graph(ordinary)
    compiled(graph).carried  # noqa: B018
    came = Counter(flow.recipient for flow in ordinary.flows if flow.recipient not in ordinary.individuals)
    seconds, found = best(lambda: cut(graph, "d0", max(came, key=came.__getitem__)))
    row("", "ordinary, 25", seconds, found)


def row(size: str, asked: str, seconds: float, found: Any, also: str = "") -> None:
    proof = "proven" if found.proven else "not proven"
    print(f"{size:>8s}  {asked:14s}{seconds:10.3f}{found.cost:8,}{found.least:10,}  {proof:12s}{also}")


def main() -> None:
    against_trying_all()
    print(f"{'flows':>8s}  {'asked':14s}{'seconds':>10s}{'cost':>8s}{'at least':>10s}")
    for size in [int(given) for given in sys.argv[1:]] or SIZES:
        measure(size)


if __name__ == "__main__":
    main()
