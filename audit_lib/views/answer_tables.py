"""Answers as tables: what is passed on, what could not be judged, which flows to stop."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from ..graph.cut_answer import Cut
from ..graph.onward import Onward
from ..model.audit import Audit
from ..model.data_map import DataMap
from .sentences import count, listing
from .table import Cell, Mark, Table, tabulate


def onward_table(found: Iterable[Onward], data_map: DataMap, *, most: int = 60) -> Table:
    """Return who passes on what it got for another purpose, to whom (UK GDPR Art. 5(1)(b), 8A).

    One row for each party, pair of purposes and recipient; what moves is added up over the flows.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> onward_table([], example_map()).title
    'Nothing is passed on for another purpose'
    """
    moved: dict[tuple[str, str, str, str], set[str]] = defaultdict(set)
    for each in found:
        recipient = data_map.flow[each.passed_on].recipient
        moved[each.party, each.purpose_received, each.purpose_passed_on, recipient].update(each.data)
    rows = [
        (
            Cell(data_map.party[party].name, Mark.STRONG),
            data_map.name(f"purpose:{got}"),
            data_map.name(f"purpose:{given}"),
            data_map.party[recipient].name,
            _named(data_map, data),
        )
        for (party, got, given, recipient), data in moved.items()
    ]
    title = f"{count(len(rows), 'way')} in which data is passed on for another purpose"
    columns = ("Party", "Got it for", "Passes it on for", "To", "What")
    title = title if rows else "Nothing is passed on for another purpose"
    return tabulate(title, columns, rows, most, widths=(18, 20, 22, 18, 22))


def skipped_table(audit: Audit) -> Table:
    """Return what an audit could not judge, and why; nothing is left out without a word.

    Examples
    --------
    >>> from types import SimpleNamespace
    >>> skipped_table(SimpleNamespace(skipped=())).title
    'Every rule was run, and nothing was left out'
    """
    rows = [(Cell(each.what, Mark.STRONG), each.why) for each in audit.skipped]
    title = f"{count(len(rows), 'thing')} could not be judged"
    return tabulate(title if rows else "Every rule was run, and nothing was left out", ("What", "Why"), rows)


def cut_table(cut: Cut, data_map: DataMap) -> Table:
    """Return which flows to stop so that data cannot reach a party, what each carries and what it is for.

    Examples
    --------
    >>> from audit_lib.graph.build import build_graph
    >>> from audit_lib.graph.cut import cut
    >>> from audit_lib.graph.example import example_map
    >>> cut_table(cut(build_graph(example_map()), "arrears", "court"), example_map()).title
    'Stop 1 flow, and Arrears cannot reach Court'
    """
    weighed = any(stop.cost != 1 for stop in cut.stops)  # else each counts alike, and the title counts them
    rows = [
        (
            Cell(data_map.party[stop.sender].name, Mark.STRONG),
            data_map.party[stop.recipient].name,
            _named(data_map, stop.data),
            _named(data_map, stop.also) if stop.also else Cell("nothing", Mark.MUTED),
            data_map.name(f"activity:{stop.activity}"),
            Cell("expected: ask first", Mark.GAP) if stop.expected else stop.stance.value,
            *([f"{stop.cost:,}"] if weighed else []),
        )
        for stop in cut.stops
    ]
    what, whom = data_map.name(f"data:{cut.category}"), data_map.party[cut.target].name
    columns = ("From", "To", "What", "Stops too", "Activity", "Ground", *(["Cost"] if weighed else []))
    widths = (16, 17, 18, 19, 15, 9, 6) if weighed else (16, 18, 20, 20, 16, 10)
    if not cut.arrives:
        return tabulate(f"No flow brings {what} to {whom}", columns, rows)
    title = f"Stop {count(len(rows), 'flow')}, and {what} cannot reach {whom}"
    if not cut.works:
        title = f"Stopping flows alone does not keep {what} from {whom}"
    return tabulate(title, columns, rows, widths=widths)


def _named(data_map: DataMap, data: Collection[str]) -> str:
    """Name categories in map order, leaving out those that lie beneath another."""
    return listing([c.name for c in data_map.data if c.id in data and c.parent not in data], 5)
