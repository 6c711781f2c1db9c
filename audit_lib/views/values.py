"""The numbers or the list that a picture was drawn from, as a table that a program can read."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

from ..model.data_map import DataMap
from ..model.flow import Flow

#: What a cell of the table can be; None is unknown or not there.
Value = str | int | float | None

#: So many digits of a number are told: more would differ from machine to machine.
DIGITS: Final = 6


class Values(NamedTuple):
    """The names of the columns, and rows with as many cells each.

    >>> Values(("theme", "high"), (("security", 3),)).as_json()
    {'columns': ['theme', 'high'], 'rows': [['security', 3]]}
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]

    def as_json(self) -> dict[str, Any]:
        """Return the table as plain lists, each number with six digits."""
        return {"columns": list(self.columns), "rows": [[_told(cell) for cell in row] for row in self.rows]}


def values(columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> Values:
    """Return a table of values.

    >>> values(["month", "received"], [["2026-10", 4]]).rows
    (('2026-10', 4),)
    """
    return Values(tuple(columns), tuple(tuple(row) for row in rows))


def flow_values(data_map: DataMap, flows: Iterable[Flow], wrong: Iterable[str] = ()) -> Values:
    """Return one row a flow: from whom, to whom, for which activity, which data; and whether it is marked.

    >>> from audit_lib.graph.example import example_map
    >>> flow_values(example_map(), example_map().flows).rows[0][:3]
    ('apply', 'Tenants', 'Agent')
    """
    marked = frozenset(wrong)
    return values(
        ("flow", "from", "to", "activity", "data", "marked"),
        (
            (
                flow.id,
                data_map.party[flow.sender].name,
                data_map.party[flow.recipient].name,
                flow.activity,
                "; ".join(flow.data),
                "yes" if flow.id in marked else "no",
            )
            for flow in flows
        ),
    )


def _told(cell: Value) -> Value:
    if isinstance(cell, bool) or not isinstance(cell, float):
        return cell
    if not math.isfinite(cell):
        return str(cell)
    short = float(f"{cell:.{DIGITS}g}")
    return int(short) if short == int(short) and abs(short) < 10**15 else short
