"""How long the questions to the graph take, against the same questions asked of networkx and plain dicts.

    python benchmarks/graph_questions.py                    100 to 100,000 flows
    python benchmarks/graph_questions.py 1000 10000

Each size runs in a process of its own, so that its peak memory is its own. Seconds are CPU seconds of that
process, the best of several runs; both sides run in turns, garbage collection on. Both sides must give the
same answer, or the script ends with an error. What is compared:

exposure    ours: `exposure` on a graph already compiled, up to the boolean matrix. networkx: one pass that
            sorts the edges by category, then for each category a DiGraph and the descendants of its holders;
            who holds what at the outset is given to it. one pass: gather, "and" and "or" over all flows once
            a word, to the same boolean matrix; the least that any way must do. "words alone" leaves the last
            step, from words of 64 categories to booleans, out on both sides.
onward      ours: `onward` on a graph already compiled, from who holds what to the last pair. networkx: sets
            and dicts over the same graph, from who holds what (a worklist) to the last pair; and, as
            "pairs alone", with that given to it for nothing, while ours still works it out.
compile     what the first question to a graph pays, once.
"""

from __future__ import annotations

import gc
import multiprocessing as mp
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

import networkx as nx
import numpy as np
from generate import generate

from audit_lib.graph.build import build_graph
from audit_lib.graph.compiled import Compiled, compile_map, compiled
from audit_lib.graph.exposure import exposure, flags
from audit_lib.graph.onward import onward
from audit_lib.graph.outset import grounds
from audit_lib.graph.reach import reach
from audit_lib.graph.spread import spread
from audit_lib.model.data_map import DataMap

SIZES = (100, 1_000, 10_000, 100_000)
Held = dict[str, set[str]]


def outset(data_map: DataMap) -> Held:
    """The parties that hold each category before any flow."""
    every, held = frozenset(data_map.category), defaultdict[str, set[str]](set)
    for ground in grounds(data_map):
        for category in every if ground.data is None else data_map.atoms(ground.data):
            held[category].add(ground.party)
    return held


def exposure_in_networkx(graph: nx.MultiDiGraph, holders: Held) -> Held:
    """A DiGraph for each category, and what can be reached from its holders."""
    below = graph.graph["data_map"].below
    edges = defaultdict[str, list[tuple[str, str]]](list)
    for sender, recipient, said in graph.edges(data="data"):
        for category in frozenset().union(*(below[name] for name in said)):
            edges[category].append((sender, recipient))
    found = {}
    for category in below:
        part = nx.DiGraph(edges[category])
        # A node above all holders; no party has an empty id.
        part.add_node("")
        part.add_edges_from(("", holder) for holder in holders[category])
        found[category] = nx.descendants(part, "")
    return found


def one_pass(form: Compiled) -> tuple[Callable[[], np.ndarray], Callable[[], np.ndarray]]:
    """What comes out of each party in a single step, with all flows laid out by sender beforehand.

    Returns the way that ends with words and the one that goes on to the boolean matrix.
    """
    order = np.argsort(form.sender, kind="stable")
    senders, carries = form.sender[order], form.carries[:, order].copy()
    starts = np.flatnonzero(np.diff(senders, prepend=-1))
    first = senders[starts]

    def words() -> np.ndarray:
        seen = np.zeros_like(form.outset)
        for row, held, some in zip(seen, form.outset, carries, strict=True):
            row[first] = np.bitwise_or.reduceat(held[senders] & some, starts)
        return seen

    return words, lambda: flags(words(), len(form.category))


def held_by_worklist(graph: nx.MultiDiGraph, holders: Held) -> Held:
    """What each party holds in the end, by plain sets."""
    below = graph.graph["data_map"].below
    held: Held = {party: set() for party in graph}
    for category, parties in holders.items():
        for party in parties:
            held[party].add(category)
    carries = {
        key: frozenset().union(*(below[name] for name in said))
        for _, _, key, said in graph.edges(keys=True, data="data")
    }
    waiting = dict.fromkeys(party for party in graph if held[party])
    while waiting:
        party, _ = waiting.popitem()
        for _, recipient, key in graph.out_edges(party, keys=True):
            more = (held[party] & carries[key]) - held[recipient]
            if more:
                held[recipient] |= more
                waiting[recipient] = None
    return held


def onward_in_networkx(graph: nx.MultiDiGraph, held: Held) -> Iterator[tuple[str, str]]:
    """Each flow in against each flow out of each party."""
    data_map = graph.graph["data_map"]
    atoms = cached_atoms(data_map)
    for party, kind in graph.nodes(data="kind"):
        if kind in ("individuals", "public"):
            continue
        out = [
            (taker, key, said, atoms(said["data"]))
            for _, taker, key, said in graph.out_edges(party, keys=True, data=True)
        ]
        for giver, _, key, said in graph.in_edges(party, keys=True, data=True):
            came = held[giver] & atoms(said["data"])
            for taker, other, then, goes in out:
                if (
                    said["purpose"] != then["purpose"]
                    and giver != taker
                    and then["role"] != "internal"
                    and not came.isdisjoint(goes)
                    and (said["subjects"] & then["subjects"]) - {taker}
                ):
                    yield key, other


def cached_atoms(data_map: DataMap) -> Callable[[frozenset[str]], frozenset[str]]:
    known: dict[frozenset[str], frozenset[str]] = {}

    def atoms(named: frozenset[str]) -> frozenset[str]:
        if named not in known:
            known[named] = data_map.atoms(tuple(named))
        return known[named]

    return atoms


def cpu(run: Callable[[], Any]) -> tuple[float, Any]:
    begin = time.process_time()
    answer = run()
    return time.process_time() - begin, answer


def best_in_turns(
    runs: dict[str, Callable[[], Any]], times: int, once: int
) -> tuple[dict[str, float], dict[str, Any]]:
    """The best CPU seconds of each way, and its answer; in each round a fast way runs `once` times."""
    seconds, answers = dict.fromkeys(runs, float("inf")), {}
    for _ in range(times):
        for name, run in runs.items():
            answers.pop(name, None)
            gc.collect()
            for _ in range(1 if "networkx" in name or name == "build" else once):
                spent, answers[name] = cpu(run)
                seconds[name] = min(seconds[name], spent)
    return seconds, answers


def forgetting(form: Compiled, ask: Callable[[], Any]) -> Callable[[], Any]:
    """Ask as if it were the first question: who holds what is worked out anew."""

    def run() -> Any:
        for name in ("holds", "carried"):
            vars(form).pop(name, None)
        return ask()

    return run


def peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(size: int, results: Any) -> None:
    """Measure one size; put seconds, counts and peak memory (MB) into the queue."""
    data_map = generate(size)
    memory = {"map": peak()}
    form_alone = compile_map(data_map)
    spread(form_alone.wires, form_alone.outset)
    memory["compiled, exposure"] = peak()
    graph = build_graph(data_map)
    memory["networkx graph"] = peak()
    form, holders = compiled(graph), outset(data_map)
    onward(graph)
    memory["onward"] = peak()
    pass_words, pass_matrix = one_pass(form)
    held = held_by_worklist(graph, holders)
    runs = {
        "build": lambda: build_graph(data_map),
        "compile": lambda: compile_map(data_map),
        "exposure": forgetting(form, lambda: exposure(graph)),
        "exposure networkx": lambda: exposure_in_networkx(graph, holders),
        "one pass": pass_matrix,
        "exposure, words alone": lambda: spread(form.wires, form.outset),
        "one pass, words alone": pass_words,
        "onward": forgetting(form, lambda: onward(graph)),
        "onward networkx": lambda: list(onward_in_networkx(graph, held_by_worklist(graph, holders))),
        "onward networkx, pairs alone": lambda: list(onward_in_networkx(graph, held)),
        "reach of one category": lambda: reach(graph, "d60"),
    }
    seconds, answers = best_in_turns(runs, 3 if size > 10_000 else 5, 5)
    memory["both sides"] = peak()
    check(answers, held)
    labels = int(answers["exposure"].matrix.sum())
    results.put((seconds, memory, labels, len(answers["onward"])))


def check(answers: dict[str, Any], held: Held) -> None:
    """End with an error unless both sides have given the same answer."""
    shown = answers["exposure"]
    ours = {
        (shown.categories[row], shown.parties[column])
        for row, column in zip(*np.nonzero(shown.matrix), strict=True)
    }
    theirs = {(category, party) for category, some in answers["exposure networkx"].items() for party in some}
    worklist = {(category, party) for party, some in held.items() for category in some}
    if not ours == theirs == worklist:
        sys.exit("The ways disagree on the exposure.")
    pairs = {(found.received, found.passed_on) for found in answers["onward"]}
    if not pairs == set(answers["onward networkx"]) == set(answers["onward networkx, pairs alone"]):
        sys.exit("The ways disagree on onward disclosure.")


def main() -> None:
    sizes = [int(given) for given in sys.argv[1:]] or list(SIZES)
    rows = []
    for size in sizes:
        # A fresh process a size: peak memory never goes down within one.
        results = mp.get_context("spawn").Queue()
        process = mp.get_context("spawn").Process(target=measure, args=(size, results))
        process.start()
        while process.is_alive() and results.empty():
            time.sleep(0.05)
        process.join()
        if process.exitcode:
            sys.exit(process.exitcode)
        rows.append((size, *results.get()))
    show(rows)


def show(rows: list[tuple[int, dict[str, float], dict[str, float], int, int]]) -> None:
    def line(name: str, values: list[str]) -> None:
        print(f"{name:44s}" + "".join(f"{value:>12s}" for value in values))

    line("flows", [f"{row[0]:,}" for row in rows])
    line("cells of the exposure matrix that are true", [f"{row[3]:,}" for row in rows])
    line("onward disclosures", [f"{row[4]:,}" for row in rows])
    print("\nCPU seconds, best of several; both sides gave the same answers")
    for name in rows[0][1]:
        line(name, [f"{row[1][name]:.5f}" for row in rows])
    print("\ntimes as fast")
    ratios: dict[str, Callable[[dict[str, float]], float]] = {
        "exposure: networkx / ours  (bar 100)": lambda s: s["exposure networkx"] / s["exposure"],
        "  with the compile  (bar 10)": lambda s: s["exposure networkx"] / (s["exposure"] + s["compile"]),
        "exposure: ours / one pass  (bar: at most 3)": lambda s: s["exposure"] / s["one pass"],
        "  words alone  (bar: at most 3)": lambda s: s["exposure, words alone"] / s["one pass, words alone"],
        "onward: networkx / ours  (bar 15)": lambda s: s["onward networkx"] / s["onward"],
        "  networkx for the pairs alone": lambda s: s["onward networkx, pairs alone"] / s["onward"],
        "  with the compile": lambda s: s["onward networkx"] / (s["onward"] + s["compile"]),
    }
    for name, ratio in ratios.items():
        line(name, [f"{ratio(row[1]):.1f}" for row in rows])
    print("\npeak memory, MB, after each stage")
    for name in rows[0][2]:
        line(name, [f"{row[2][name]:.0f}" for row in rows])


if __name__ == "__main__":
    main()
