"""`privacy-audit trace`: where a category of data can go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from .faults import command
from .options import MapArgument, TextOrJson, known_id, load
from .plain import console, line, write_json

if TYPE_CHECKING:
    from ..graph.trace import Arrival, Route, Trace
    from ..model.data_map import DataMap


@command
def trace(
    data_map: MapArgument = None,
    *,
    data: Annotated[str, typer.Option("--data", metavar="ID", help="The data category to follow.")],
    source: Annotated[
        str | None,
        typer.Option("--from", metavar="ID", help="Only what starts at this party.", show_default=False),
    ] = None,
    target: Annotated[
        str | None,
        typer.Option("--to", metavar="ID", help="Only what reaches this party.", show_default=False),
    ] = None,
    output: Annotated[TextOrJson, typer.Option("--format", help="How to answer.")] = TextOrJson.TEXT,
) -> int:
    """Follow a category of data: whom it reaches, and how.

    Data leaves a party only if the party holds it, and a category stands for all beneath it.
    """
    from ..graph.build import build_graph
    from ..graph.reach import reach

    read = load(data_map)
    known_id("--data", data, read.category, "data category")
    known_id("--from", source, read.party, "party")
    known_id("--to", target, read.party, "party")
    found = reach(build_graph(read), data, source=source, target=target)
    if output is TextOrJson.JSON:
        write_json(found.as_json())
    else:
        _write(found, read, console())
    return 0


def _write(found: Trace, data_map: DataMap, page: Console) -> None:
    beneath = len(found.atoms) - 1
    with_it = f", with {beneath} beneath it" if beneath else ""
    line(f"{data_map.name(f'data:{found.category}')}{with_it}", to=page)
    holders = [_party(data_map, holding.party) for holding in found.holders]
    line(("Held at the outset by: ", "quiet"), ", ".join(holders) or "nobody", to=page)
    line(to=page)
    sure = [arrival for arrival in found.arrivals if not arrival.expected]
    unsure = [arrival for arrival in found.arrivals if arrival.expected]
    for arrival in sure:
        _arrival(arrival, data_map, page)
    if unsure:
        line("Only if flows that nobody has confirmed exist:", to=page)
        line(to=page)
    for arrival in unsure:
        _arrival(arrival, data_map, page)
    count = f"{len(sure)} {'party' if len(sure) == 1 else 'parties'}"
    asked = f"; {len(unsure)} more to ask about" if unsure else ""
    line(f"It reaches {count}{asked}.", to=page)
    if found.cut:
        line(("Not all is listed: ", "quiet"), found.cut, to=page)


def _arrival(arrival: Arrival, data_map: DataMap, page: Console) -> None:
    line((_party(data_map, arrival.party), "good"), to=page)
    for route in arrival.routes:
        _route(route, data_map, page)
    line(to=page)


def _route(route: Route, data_map: DataMap, page: Console) -> None:
    parties = " > ".join(_party(data_map, party) for party in route.parties)
    purposes = ", then ".join(data_map.name(f"purpose:{purpose}") for purpose in route.purposes)
    names = ", ".join(data_map.name(f"data:{category}") for category in route.data)
    line(f"  {parties}", to=page)
    line(("    what: ", "quiet"), names, to=page)
    line(("    for: ", "quiet"), purposes, to=page)
    flows = ", ".join(f"{step.flow} ({step.stance.value})" for step in route.steps)
    line(("    flows: ", "quiet"), flows, to=page)


def _party(data_map: DataMap, party: str) -> str:
    return data_map.name(f"party:{party}")
