"""`privacy-audit cut`: which flows to stop so that data cannot reach a party."""

from __future__ import annotations

from collections.abc import Collection
from typing import Annotated, Final

import typer

from ..errors import Fault, ParameterError, Place
from .cut_text import write_cut
from .faults import command
from .options import MapArgument, TextOrJson, load
from .plain import console, write_json

#: Under which option a user typed what the library calls so.
_OPTIONS: Final = {"target": "--to", "source": "--from", "weights": "--weight"}


@command
def cut(
    data_map: MapArgument = None,
    *,
    data: Annotated[str, typer.Option("--data", metavar="ID", help="The data category to keep away.")],
    target: Annotated[str, typer.Option("--to", metavar="ID", help="The party that is not to have it.")],
    source: Annotated[
        str | None,
        typer.Option("--from", metavar="ID", help="Part only this party from it.", show_default=False),
    ] = None,
    keep: Annotated[
        list[str] | None,
        typer.Option("--keep", metavar="FLOW", help="A flow that must stay; may be repeated."),
    ] = None,
    weight: Annotated[
        list[str] | None,
        typer.Option("--weight", metavar="FLOW=N", help="What stopping a flow costs (default 1)."),
    ] = None,
    output: Annotated[TextOrJson, typer.Option("--format", help="How to answer.")] = TextOrJson.TEXT,
) -> int:
    """Name the fewest flows to stop so that a category of data cannot reach a party.

    A category stands for all beneath it. Flows that cost more to stop can be given a weight.
    """
    from ..graph.build import build_graph
    from ..graph.cut import cut as find

    read = load(data_map)
    costs = _weights(weight or ())
    try:
        found = find(build_graph(read), data, target, source=source, weights=costs, keep=keep or ())
    except ParameterError as error:
        told = [(_OPTIONS.get(fault.place.file, f"--{fault.place.file}"), fault) for fault in error.faults]
        raise ParameterError(Fault(Place(option), fault.message) for option, fault in told) from error
    if output is TextOrJson.JSON:
        write_json(found.as_json())
    else:
        write_cut(found, read, console())
    return 0


def _weights(given: Collection[str]) -> dict[str, int]:
    """Return what was typed as numbers by flow; all that is no FLOW=N is told at once."""
    parted = [(one, *one.rpartition("=")[::2]) for one in given]
    faults = [
        Fault(Place("--weight"), f'"{one}" is no weight: write the id of a flow and a whole number, FLOW=3.')
        for one, flow, number in parted
        if not flow or not (number.isascii() and number.isdigit() and len(number) <= 12)
    ]
    if faults:
        raise ParameterError(faults)
    return {flow: int(number) for _, flow, number in parted}
