"""A list beside the logs as a view: its columns under their standard names, its words as ids of the map."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from zoneinfo import ZoneInfo

from ...model.data_map import DataMap
from ...model.evidence_source import Column, Source
from ...model.reconciliation import Unresolved
from ..intake import Table
from ..words import resolve
from .local_days import Shift, day_of, shifts
from .logs import person, text
from .session import Session


class Opening(NamedTuple):
    """What all lists of one check share; words that stand for nothing are added to `unresolved`."""

    session: Session
    data_map: DataMap
    zone: ZoneInfo
    people_are_text: bool
    unresolved: list[Unresolved]


def view_of(table: Table) -> str:
    """Return the name of the view of a list; two underscores part it from names made of it."""
    return f"list_{table.source.id.replace('-', '_')}"


def open_list(opening: Opening, table: Table) -> str:
    """Make the view of a list, its columns under their standard names, '' for words that are not recorded."""
    session, source = opening.session, table.source
    name = view_of(table)
    types = session.scan(f"{name}__file", table.files)
    stands = {column: session.dialect.identifier(as_) for column, as_ in table.columns.items()}
    columns = [
        f"{person(stands.get(Column.PERSON), opening.people_are_text)} as person",
        f"cast({stands.get(Column.ID, 'null')} as string) as id",
    ]
    for column in (Column.AT, Column.SINCE, Column.UNTIL):
        if column in stands:
            of = types[table.columns[column]]
            columns.append(f"{session.dialect.micros(stands[column], of)} as {column}_us")
        else:
            columns.append(f"cast(null as bigint) as {column}_us")
    for column in (
        Column.SENDER,
        Column.RECIPIENT,
        Column.DATA,
        Column.PURPOSE,
        Column.ACTIVITY,
        Column.GROUND,
    ):
        said = f"coalesce({stands[column]}, '')" if column in stands else _constant(opening, source, column)
        columns.append(f"{said} as {column}")
    session.view(name, f"select {', '.join(columns)} from {name}__file")
    return name


def _constant(opening: Opening, source: Source, column: Column) -> str:
    return text(opening.session.dialect, source.constants.get(column))


def ids_of(opening: Opening, source: Source, view: str, column: Column) -> dict[str, str]:
    """Return what the words of a column of a list stand for; what stands for nothing is told."""
    if column in source.constants:
        return {source.constants[column]: source.constants[column]}
    counted = opening.session.rows(
        f"select {column}, count(*) as n from {view} where {column} <> '' group by {column} order "
        f"by n desc, {column}"
    )
    found = resolve(opening.data_map, source, column, [word for word, _ in counted if word.strip()])
    opening.unresolved.extend(
        Unresolved(
            source=source.id, column=column, word=word.strip(), observations=rows, likeliest=one.likeliest
        )
        for word, rows in counted
        if (one := found.get(word)) is not None and one.id is None
    )
    known = {word: one.id for word, one in found.items() if one.id is not None}
    return known | {word: "" for word, _ in counted if not word.strip()}


def union(
    opening: Opening, name: str, parts: Sequence[str], shape: dict[str, str], *, kept: bool = True
) -> None:
    """Make a table of the rows of several queries, each with a person and the columns of a shape.

    What is not `kept` is a view: it takes no memory, and is read again where it is used.
    """
    kind = {"person": "text" if opening.people_are_text else "int"}
    opening.session.table(f"no_{name}", kind | shape, [])
    columns = ", ".join((kind | shape).keys())
    every = [f"select {columns} from no_{name}", *parts]
    keep = opening.session.make if kept else opening.session.view
    keep(name, " union all ".join(every))


def day_column(opening: Opening, view: str, column: str) -> str:
    """Return the expression for the local day of a column of moments of a list."""
    return day_of(opening.session.dialect, column, _shifts(opening, view))


def _shifts(opening: Opening, view: str) -> tuple[Shift, ...]:
    first, last = opening.session.rows(f"select min(at_us), max(at_us) from {view}")[0]
    return shifts(opening.zone, first or 0, last or 0)
