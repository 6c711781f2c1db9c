"""The answer of `privacy-audit cut` as text that somebody can act on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console

from .plain import line

if TYPE_CHECKING:
    from ..graph.cut_answer import Cut, Stop, Touched
    from ..model.data_map import DataMap


def write_cut(found: Cut, data_map: DataMap, page: Console) -> None:
    """Write which flows to stop, what that cannot do, and what else it changes.

    >>> from audit_lib.cli.plain import console
    >>> from audit_lib.graph.build import build_graph
    >>> from audit_lib.graph.cut import cut
    >>> from audit_lib.graph.example import example_map
    >>> write_cut(cut(build_graph(example_map()), "arrears", "insurer"), example_map(), console())
    To keep Arrears from Insurer
    <BLANKLINE>
    No flow brings it: nothing needs to stop.
    """
    what, whom = data_map.name(f"data:{found.category}"), _party(data_map, found.target)
    beneath = f", with {len(found.atoms) - 1} beneath it," if len(found.atoms) > 1 else ""
    apart = f" when it comes from {_party(data_map, found.source)}" if found.source else ""
    line(f"To keep {what}{beneath} from {whom}{apart}", to=page)
    line(to=page)
    if not found.stops:
        line("Stop no flow." if found.arrives else "No flow brings it: nothing needs to stop.", to=page)
    else:
        _stops(found, data_map, page)
    _remains(found, data_map, page)
    if found.stops:
        _effects(found, data_map, page)


def _stops(found: Cut, data_map: DataMap, page: Console) -> None:
    weighed = any(stop.cost != 1 for stop in found.stops)
    cost = f", at a cost of {found.cost:,}" if weighed else ""
    line((f"Stop {_count(len(found.stops), 'flow')}{cost}:", "good"), to=page)
    for number, stop in enumerate(found.stops, 1):
        _stop(number, stop, data_map, page, weighed=weighed)
    word, unit = ("cheaper", "cost") if weighed else ("smaller", "number")
    if found.proven:
        line(f"No {word} set does it.", to=page)
    else:
        bound = f"the search was ended, and a {unit} below {found.least:,} is impossible"
        line(f"A {word} set may exist: {bound}.", to=page)


def _stop(number: int, stop: Stop, data_map: DataMap, page: Console, *, weighed: bool) -> None:
    line(f"  {number}. {_party(data_map, stop.sender)} > {_party(data_map, stop.recipient)}", to=page)
    line(("     what: ", "quiet"), _data(data_map, stop.data), to=page)
    if stop.also:
        line(("     stops too: ", "quiet"), _data(data_map, stop.also), to=page)
    line(("     for: ", "quiet"), data_map.name(f"purpose:{stop.purpose}"), to=page)
    cost = f", costs {stop.cost:,}" if weighed else ""
    place = data_map.place(f"flow:{stop.flow}")
    line(("     flow: ", "quiet"), f"{stop.flow} ({stop.stance.value}{cost}), {place}", to=page)
    if stop.expected:
        line(("     ask first: ", "medium"), "nobody has confirmed that this flow exists", to=page)


def _remains(found: Cut, data_map: DataMap, page: Console) -> None:
    """Say what stopping flows cannot do, and what was checked."""
    whom = _party(data_map, found.target)
    if found.if_unreal is not None:
        listed = ", ".join(found.if_unreal) or "none"
        line(f"If no flow that is merely expected exists, these will do: {listed}.", to=page)
    if found.held is not None:
        reasons = ", ".join(found.held.because)
        systems = [name for name in found.held.because if name.startswith("system:")]
        line((f"Held by {whom} without any flow", "high"), f" ({reasons}):", to=page)
        line(f"  {_data(data_map, found.held.data)}", to=page)
        names = ", ".join(data_map.name(name) for name in systems)
        also = f"What is kept in {names} must be erased there as well." if systems else ""
        own = "People, and whoever creates data, cannot be parted from it by stopping flows."
        line(f"  {also if len(systems) == len(found.held.because) else f'{own} {also}'.strip()}", to=page)
    if found.must_stay is not None:
        line(("Flows that must stay bring it all the same:", "high"), to=page)
        for route in found.must_stay.routes:
            parties = " > ".join(_party(data_map, party) for party in route.parties)
            line(f"  {parties} ({', '.join(route.flows)}): {_data(data_map, route.data)}", to=page)
    if found.stops and found.works:
        line("Checked: on the map without these flows, no way leads to it.", to=page)


def _effects(found: Cut, data_map: DataMap, page: Console) -> None:
    line(to=page)
    line("What else changes", to=page)
    for one in found.touched:
        name = data_map.name(f"activity:{one.activity}")
        line(f"  {name}: {_loses(one)}", to=page)
    others = {
        party: [pair.category for pair in found.lost if pair.party == party]
        for party in dict.fromkeys(pair.party for pair in found.lost)
        if party != found.target
    }
    line(to=page)
    line("Others who no longer hold" if others else "Nobody else loses any data.", to=page)
    for party, lost in others.items():
        line(f"  {_party(data_map, party)}: {_data(data_map, lost)}", to=page)


def _loses(one: Touched) -> str:
    said = [
        *([f"{len(one.stopped)} of {_count(one.flows, 'flow')} stopped"] if one.stopped else []),
        *([f"{', '.join(one.empty)} would have nothing to carry"] if one.empty else []),
        *(["nothing is left of it"] if one.ends else []),
    ]
    return "; ".join(said)


def _data(data_map: DataMap, named: Sequence[str]) -> str:
    """Name categories, leaving out those whose parent is named; all in the order of the map."""
    some = frozenset(named)
    tops = [name for name in named if data_map.category[name].parent not in some]
    return ", ".join(data_map.name(f"data:{name}") for name in tops)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def _party(data_map: DataMap, party: str) -> str:
    return data_map.name(f"party:{party}")
