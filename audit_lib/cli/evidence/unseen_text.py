"""What the map declares and no source has shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from rich.console import Console

from ...model.words import counted
from ..plain import line

if TYPE_CHECKING:
    from ...model.data_map import DataMap
    from ...model.reconciliation import Unseen

#: How many flows are printed before the rest is counted.
MOST_FLOWS: Final = 30


def write_unseen(data_map: DataMap, unseen: Sequence[Unseen], page: Console) -> None:
    """Print the flows that were not observed: those that a source would show, and how many no source shows.

    >>> import io
    >>> from audit_lib.cli.plain import console
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.model.reconciliation import Unseen
    >>> page = io.StringIO()
    >>> write_unseen(example_map(), [Unseen(flow="sue", watched=True, days=300)], console(page))
    >>> print(page.getvalue().rstrip())
    Declared and not seen:
      sue  Agent to Court: never in 300 days
    """
    watched = [one for one in unseen if one.watched]
    if watched:
        line("Declared and not seen:", to=page)
    for one in watched[:MOST_FLOWS]:
        flow = data_map.flow[one.flow]
        ends = f"{data_map.name(f'party:{flow.sender}')} to {data_map.name(f'party:{flow.recipient}')}"
        line(f"  {one.flow}  {ends}: {_since(one)}", to=page, hang=4)
    if len(watched) > MOST_FLOWS:
        line((f"  and {counted(len(watched) - MOST_FLOWS, 'more flow')}", "quiet"), to=page)
    if watched:
        line(to=page)
    blind = len(unseen) - len(watched)
    if blind:
        said = f"{counted(blind, 'declared flow')} that no source would show"
        line(("Not tested: ", "quiet"), f"{said}: name a log of their senders in evidence.yaml.", to=page)


def _since(one: Unseen) -> str:
    covered = counted(one.days, "day") if one.days is not None else "the time covered"
    if one.last is None:
        return f"never in {covered}"
    return f"last on {one.last.isoformat()}, not for {covered}"
