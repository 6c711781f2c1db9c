"""The map itself as tables: its flows, its parties, and what it holds in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ..graph.trace import Trace
from ..model.data_map import DataMap
from ..model.flow import Flow
from ..model.noun import Gap, Stance
from ..model.party import PartyKind
from .lanes import lanes
from .selection import Choice, choose, data_names, in_notice
from .sentences import count, where_it_goes
from .table import Cell, Mark, Table, tabulate

#: What several parties of a kind are called, where that differs from the kind's own name.
KINDS: Final = {
    PartyKind.ORGANISATION: "organisations",
    PartyKind.TEAM: "teams",
    PartyKind.AUTHORITY: "authorities",
}


def flows_table(
    data_map: DataMap,
    *,
    activity: str | None = None,
    party: str | None = None,
    subject: str | None = None,
    most: int = 100,
) -> Table:
    """Return the flows of a map, expected ones too: from whom to whom, what, for what, and on what ground.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> flows_table(example_map(), most=1).columns[:2]
    ('From', 'To, and as what')
    """
    flows = choose(data_map, Choice(activity, party, subject, expected=True)).flows
    rows = [_flow_row(data_map, flow) for flow in flows]
    silent = sum(not in_notice(flow) for flow in flows)
    title = count(len(flows), "flow").capitalize() + (
        f", {silent:,} of them not in the notice" if silent else ""
    )
    columns = ("From", "To, and as what", "Data, and about whom", "Activity, way and id", "Ground, clauses")
    return tabulate(title, columns, rows, most, widths=(16, 19, 28, 24, 13))


def _flow_row(data_map: DataMap, flow: Flow) -> tuple[Cell | str, ...]:
    via = next(
        (
            data_map.name(f"{kind}:{flow.via}")
            for kind in ("system", "channel")
            if f"{kind}:{flow.via}" in data_map.by_reference
        ),
        gap(Gap.NOT_STATED).text,
    )
    subjects = ", ".join(data_map.party[subject].name for subject in flow.subjects)
    return (
        data_map.party[flow.sender].name,
        Cell(data_map.party[flow.recipient].name, tail=flow.role.words),
        Cell(data_names(data_map, [flow]), tail=f"of {subjects}" if subjects else ""),
        Cell(data_map.activity[flow.activity].name, tail=f"via {via}\n{flow.id}"),
        stance_cell(flow.stance)._replace(tail=", ".join(flow.clauses)),
    )


def stance_cell(stance: Stance) -> Cell:
    """Return a cell that says on what ground an entry stands, marked unless a clause states it.

    >>> stance_cell(Stance.STATED).text
    'stated'
    """
    return Cell(stance.value, Mark.PLAIN if stance is Stance.STATED else Mark.GAP)


def gap(reason: Gap) -> Cell:
    """Return a cell that says why there is no value.

    >>> gap(Gap.NOT_STATED).text
    '[not stated]'
    """
    return Cell(f"[{reason.value.replace('-', ' ')}]", Mark.GAP)


def parties_table(data_map: DataMap) -> Table:
    """Return the parties of a map in the order of the lanes: what each is, and how much it gets and gives.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> parties_table(example_map()).rows[0][0].text
    'Tenants'
    """
    gets = Counter(flow.recipient for flow in data_map.flows)
    gives = Counter(flow.sender for flow in data_map.flows)
    kinds = lanes(data_map)
    rows = [
        (
            Cell(data_map.party[party].name, Mark.STRONG, tail=party),
            ", ".join(data_map.party[party].aliases),
            Cell(lane.value, tail=data_map.party[party].kind.value),
            f"{gets[party]:,}",
            f"{gives[party]:,}",
            stance_cell(data_map.party[party].stance)._replace(tail=", ".join(data_map.party[party].clauses)),
        )
        for party, lane in kinds.items()
    ]
    title = count(len(rows), "party", "parties").capitalize()
    columns = ("Party, and id", "Also called", "Lane, and kind", "Gets", "Gives", "Ground, clauses")
    return tabulate(title, columns, rows, widths=(27, 25, 18, 7, 7, 16))


def map_summary(data_map: DataMap) -> Table:
    """Return what a map holds, in numbers.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> [cell.text for cell in map_summary(example_map()).rows[0]][:2]
    ['Parties', '5']
    """
    kinds = Counter(party.kind for party in data_map.parties)
    stances = Counter(flow.stance for flow in data_map.flows)
    ways = Counter(data_map.direction(flow) for flow in data_map.flows)
    rows: list[tuple[str, Sequence[object], Sequence[tuple[int, str]]]] = [
        ("Parties", data_map.parties, [(kinds[kind], KINDS.get(kind, kind.value)) for kind in PartyKind]),
        ("Systems", data_map.systems, []),
        (
            "Data categories",
            data_map.data,
            [(n, str(kind)) for kind, n in Counter(c.sensitivity for c in data_map.data).most_common()],
        ),
        ("Purposes", data_map.purposes, []),
        ("Activities", data_map.activities, []),
        ("Flows", data_map.flows, [(number, way.value) for way, number in ways.most_common()]),
        ("Flows by ground", data_map.flows, [(stances[stance], stance.value) for stance in Stance]),
        ("Statements of retention", data_map.retention, []),
        ("Safeguards", data_map.safeguards, []),
        ("Rights", data_map.rights, []),
        ("Channels", data_map.channels, []),
        ("Clauses of the notice", data_map.clauses, []),
    ]
    shown = [(Cell(name, Mark.STRONG), f"{len(entries):,}", _split(parts)) for name, entries, parts in rows]
    return tabulate(data_map.info.title, ("The map holds", "Number", "Of which"), shown)


def _split(parts: Sequence[tuple[int, str]]) -> str:
    return ", ".join(f"{number:,} {name.replace('-', ' ')}" for number, name in parts if number)


def trace_table(trace: Trace, data_map: DataMap, *, most: int = 100) -> Table:
    """Return whom a data category reaches, nearest first, by which chain of flows and for which purposes.

    Of several routes to a party the shortest is shown and the others are counted.

    Examples
    --------
    >>> from audit_lib.graph.build import build_graph
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.graph.reach import reach
    >>> table = trace_table(reach(build_graph(example_map()), "passport-copy"), example_map())
    >>> table.rows[1][1].text
    'Tenants → Agent → Referencer'
    """
    rows = []
    for arrival in trace.arrivals:
        route = arrival.routes[0]
        others = len(arrival.routes) - 1
        more = f"; {count(others, 'other route')}" if others else ""
        rows.append(
            (
                Cell(data_map.party[arrival.party].name, Mark.STRONG),
                Cell(
                    " → ".join(data_map.party[party].name for party in route.parties),
                    tail=f"flows {', '.join(route.flows)}{more}",
                ),
                ", then ".join(data_map.name(f"purpose:{purpose}") for purpose in route.purposes),
                ", ".join(data_map.name(f"data:{category}") for category in arrival.data),
                stance_cell(route.weakest),
            )
        )
    columns = ("Reaches", "By way of", "For", "What arrives", "Least sure step")
    table = tabulate(where_it_goes(trace, data_map), columns, rows, most, widths=(18, 30, 25, 15, 12))
    return replace(table, note=" ".join(filter(None, (table.note, trace.cut))))
