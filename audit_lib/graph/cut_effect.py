"""What changes once flows are stopped: what they carried, who loses what, which work is touched; private.

Nothing here knows how the flows were chosen: the answer of a search is judged by following the data again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

import numpy as np

from ..model.data_map import DataMap
from .compiled import Compiled, number_of
from .cut_answer import Stop, Touched
from .difference import Exposed
from .exposure import flags
from .question import Question
from .spread import Flags, Words, lay_wires, spread


def holds(asked: Question, stopped: Collection[int] = ()) -> Words:
    """Return what the parties hold, (W, P), of what the asked holders have, once some flows are stopped."""
    return _spread(asked.form, asked.own | asked.stored, stopped)


def brought(asked: Question, stopped: Collection[int] = ()) -> int:
    """Return what of the asked data flows bring the target, as one number, once some flows are stopped."""
    form = asked.form
    into = np.flatnonzero(form.recipient == form.party[str(asked.target)])
    came = _running(form, stopped)[:, into] & holds(asked, stopped)[:, form.sender[into]]
    return number_of(np.bitwise_or.reduce(came, axis=1).tolist()) & asked.wanted


def stops(asked: Question, stopped: Collection[int], cost: Mapping[int, int]) -> tuple[Stop, ...]:
    """Return the flows to stop, with what they carry of the asked data and beside it, in map order."""
    form, data_map = asked.form, asked.form.data_map
    held = holds(asked)
    found = []
    for number in sorted(stopped):
        flow = data_map.flows[number]
        carries = number_of((form.carries[:, number] & held[:, form.sender[number]]).tolist())
        also = number_of(form.carried[:, number].tolist())
        purpose = data_map.activity[flow.activity].purpose
        found.append(
            Stop(
                flow=flow.id,
                sender=flow.sender,
                recipient=flow.recipient,
                activity=flow.activity,
                purpose=purpose,
                stance=flow.stance,
                cost=cost[number],
                data=form.names(carries & asked.wanted),
                also=form.names(also & ~asked.wanted),
            )
        )
    return tuple(found)


def touched(form: Compiled, stopped: Collection[int]) -> tuple[Touched, ...]:
    """Return the activities with flows that stop, or that have nothing to carry any more, in map order."""
    held = _spread(form, form.outset, stopped)
    moves: Flags = np.bitwise_or.reduce(form.carried, axis=0) != 0
    runs: Flags = np.bitwise_or.reduce(_running(form, stopped) & held[:, form.sender], axis=0) != 0
    halted: dict[str, list[str]] = defaultdict(list)
    empty: dict[str, list[str]] = defaultdict(list)
    count: dict[str, int] = defaultdict(int)
    for number, flow in enumerate(form.data_map.flows):
        if number in stopped:
            halted[flow.activity].append(flow.id)
        elif moves[number] and not runs[number]:
            empty[flow.activity].append(flow.id)
        count[flow.activity] += bool(moves[number] or number in stopped)
    return tuple(
        Touched(each.id, each.purpose, tuple(halted[each.id]), tuple(empty[each.id]), count[each.id])
        for each in form.data_map.activities
        if each.id in halted or each.id in empty
    )


def lost(form: Compiled, stopped: Collection[int]) -> tuple[Exposed, ...]:
    """Return the categories that parties no longer hold, of all that the map knows, in map order."""
    gone = form.holds & ~_spread(form, form.outset, stopped)
    categories, parties = tuple(form.category), tuple(form.party)
    cells = zip(*np.nonzero(flags(gone, len(categories))), strict=True)
    return tuple(Exposed(categories[row], parties[column]) for row, column in cells)


def map_without(data_map: DataMap, stopped: Collection[int]) -> DataMap:
    """Return a map without some of its flows, by their numbers.

    >>> from audit_lib.graph.example import example_map
    >>> [flow.id for flow in map_without(example_map(), {0, 2}).flows]
    ['check', 'sue']
    """
    gone = frozenset(stopped)
    left = tuple(flow for number, flow in enumerate(data_map.flows) if number not in gone)
    return data_map.model_copy(update={"flows": left})


def _running(form: Compiled, stopped: Collection[int]) -> Words:
    """Return what each flow carries, (W, F), the stopped ones nothing."""
    carries = form.carries.copy()
    carries[:, list(stopped)] = 0
    return carries


def _spread(form: Compiled, outset: Words, stopped: Collection[int]) -> Words:
    wires = lay_wires(form.sender, form.recipient, _running(form, stopped), len(form.party))
    return spread(wires, outset)
