"""The smallest set of flows to stop so that a category cannot reach a party."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Final

import networkx as nx
import numpy as np

from ..errors import Fault, ParameterError, Place
from .asked import Asked, refuse_unknown
from .build import build_graph
from .compiled import Compiled, compiled, number_of
from .cut_answer import Cut
from .cut_effect import brought, holds, lost, map_without, stops, touched
from .fewest import Fewest, fewest
from .layers import governing, layers
from .most_flow import ENDLESS
from .question import Question, question
from .reach import reach
from .spread import Flags
from .trace import Arrival, Holding

#: The most that stopping one flow may cost; sums stay far below what stands for "never".
MOST_COST: Final = 1_000_000


def cut(  # noqa: PLR0913
    graph: nx.MultiDiGraph[str],
    data: str,
    target: str,
    *,
    source: str | None = None,
    weights: Mapping[str, int] | None = None,
    keep: Collection[str] = (),
) -> Cut:
    """Return the smallest set of flows to stop so that a category, with all beneath it, cannot reach a party.

    Who holds what at the outset, and what a flow carries, is what it is for `reach`: the set is right if
    `reach` finds no way to the party on the map without these flows, and `Cut.left` says what it finds.
    Stopping a flow stops all that it carries, so that categories that take different ways share the cost of
    their flows. Flows that are merely expected count, and are marked: they may have to be asked about rather
    than stopped.

    Of several sets that cost the same, the one is taken that leaves the data with the most other parties: it
    lies as near the target as it can, so that fewer other people's work is disturbed. Where categories take
    different ways, this choice is made among the sets that the search meets.

    Parameters
    ----------
    graph
        From `build_graph`.
    data, target
        The ids of a data category and of the party that is not to have it.
    source
        Part only this party from the target. It is taken to hold the category and all beneath it, and nobody
        else to hold anything.
    weights
        What stopping a flow costs, by flow id: whole numbers from 1, in any one unit (GBP, days of work). 1
        for those that are not named.
    keep
        The ids of flows that must not be stopped.

    Raises
    ------
    ParameterError
        The map does not know one of the ids, a weight is no such number, or source and target are one party.

    Examples
    --------
    >>> from audit_lib.graph.build import build_graph
    >>> from audit_lib.graph.example import example_map
    >>> graph = build_graph(example_map())
    >>> cut(graph, "passport-copy", "insurer").flows
    ('sell',)
    >>> cut(graph, "passport-copy", "insurer", keep=["sell"]).flows
    ('check',)
    >>> cut(graph, "passport-copy", "insurer", keep=["sell", "check", "apply"]).works
    False
    """
    _refuse(compiled(graph), {"data": data, "target": target, "source": source}, weights or {}, keep)
    asked = question(graph, data, source, target, None)
    flows = asked.form.data_map.flows
    cost = {
        number: ENDLESS if flow.id in keep else (weights or {}).get(flow.id, 1)
        for number, flow in enumerate(flows)
    }
    found, stuck = _smallest(asked, cost, np.ones(len(flows), np.bool_))
    sure, _ = _smallest(asked, cost, ~asked.form.expected) if asked.form.expected.any() else (found, stuck)
    held = asked.outset(asked.form.party[target])
    return Cut(
        category=data,
        target=target,
        source=source,
        atoms=asked.form.names(asked.wanted),
        arrives=asked.form.names(brought(asked)),
        stops=stops(asked, found.flows, cost),
        cost=found.cost,
        least=found.least,
        held=_held(asked, target, held) if held else None,
        must_stay=_must_stay(asked, target, keep) if stuck else None,
        if_unreal=_ids(asked, sure) if sure.flows != found.flows else None,
        left=asked.form.names(held | brought(asked, found.flows)),
        touched=touched(asked.form, found.flows),
        lost=lost(asked.form, found.flows),
        after=map_without(asked.form.data_map, found.flows),
    )


def _refuse(
    form: Compiled, asked: Mapping[str, str | None], weights: Mapping[str, int], keep: Iterable[str]
) -> None:
    """Raise one error for all that the map does not know or that is no weight."""
    kinds = {"data": ("data category", form.category)}
    wanted = [
        Asked(option, name, *kinds.get(option, ("party", form.party))) for option, name in asked.items()
    ]
    wanted += [Asked("weights", name, "flow", form.data_map.flow) for name in weights]
    wanted += [Asked("keep", name, "flow", form.data_map.flow) for name in keep]
    faults: list[Fault] = []
    try:
        refuse_unknown(wanted)
    except ParameterError as error:
        faults += error.faults
    faults += [
        Fault(Place("weights"), f"{name} costs {cost}: a weight is a whole number from 1 to {MOST_COST:,}.")
        for name, cost in weights.items()
        if type(cost) is not int or not 1 <= cost <= MOST_COST
    ]
    if asked["source"] is not None and asked["source"] == asked["target"]:
        message = "Source and target are one party: it cannot be parted from itself."
        faults.append(Fault(Place("source"), message))
    if faults:
        raise ParameterError(faults)


def _smallest(asked: Question, cost: Mapping[int, int], among: Flags) -> tuple[Fewest, bool]:
    """Return the cheapest flows to stop among some, and whether flows that must stay bring data all the same.

    What the target is, or creates, is not to be kept from it.
    """
    form, target = asked.form, asked.form.party[str(asked.target)]
    origin = number_of(asked.own[:, target].tolist())
    apart = [atom for atom in asked.atoms if not origin >> atom & 1]
    staying = among & np.fromiter((each >= ENDLESS for each in cost.values()), np.bool_, len(cost))
    stuck = {atom for layer in layers(asked, apart, target, staying) for atom in layer.atoms}
    enough = governing(layers(asked, [atom for atom in apart if atom not in stuck], target, among))
    some = {flow: cost[flow] for layer in enough for flow in layer.flows}
    wanted = form.below[:, form.category[asked.data]][:, None]
    today = holds(asked) & wanted

    def harm(flows: Collection[int]) -> int:
        return int(np.bitwise_count(today & ~holds(asked, flows)).sum())

    return fewest(enough, some, harm), bool(stuck)


def _ids(asked: Question, found: Fewest) -> tuple[str, ...]:
    return tuple(asked.form.data_map.flows[number].id for number in sorted(found.flows))


def _held(asked: Question, target: str, held: int) -> Holding:
    """Return what the target holds at the outset, and which entries of the map say so."""
    data_map, wanted = asked.form.data_map, asked.form.data_map.below[asked.data]
    because = [
        ground.reference
        for ground in asked.grounds()
        if ground.party == target
        and (ground.data is None or not wanted.isdisjoint(data_map.atoms(ground.data)))
    ]
    return Holding(target, asked.form.names(held), tuple(because))


def _must_stay(asked: Question, target: str, keep: Collection[str]) -> Arrival:
    """Return how the flows that must stay bring the data, on the map that has no others."""
    data_map = asked.form.data_map
    others = [number for number, flow in enumerate(data_map.flows) if flow.id not in keep]
    found = reach(build_graph(map_without(data_map, others)), asked.data, source=asked.source, target=target)
    return found.arrivals[0]
