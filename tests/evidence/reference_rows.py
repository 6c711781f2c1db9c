"""The rows of a source as plain values, one at a time, with words turned into ids of the map."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from audit_lib.evidence.intake import Table
from audit_lib.evidence.words import resolve
from audit_lib.model.data_map import DataMap
from audit_lib.model.evidence_source import WORDS, Column, Source


class Row(NamedTuple):
    """One row of a source: ids of the map where it has words, None where it says nothing.

    `at` and `until` are microseconds since 1970; what has a `since` has it in `at`. `unresolved` holds the
    words that stand for nothing, as (column, word).
    """

    source: str
    id: str
    person: str | None
    at: int | None
    until: int | None
    unresolved: tuple[tuple[str, str], ...]
    ground: str | None
    sender: str | None
    recipient: str | None
    data: str | None
    purpose: str | None
    activity: str | None
    basis: str | None
    role: str | None
    country: str | None
    system: str | None

    @property
    def meaning(self) -> tuple[str | None, ...]:
        """The ids alone, in the order of the columns of a meaning."""
        return tuple(self[-len(WORDS) :])


class Words:
    """What the words of a map's sources stand for; each is looked up once."""

    def __init__(self, data_map: DataMap) -> None:
        self.map = data_map
        self.known: dict[tuple[str, Column, str], str | None] = {}

    def id(self, source: Source, column: Column, word: str) -> str | None:
        key = (source.id, column, word)
        if key not in self.known:
            self.known[key] = resolve(self.map, source, column, [word])[word].id
        return self.known[key]


def rows_of(table: Table, words: Words) -> Iterator[Row]:
    """Yield the rows of a source in the order of its files."""
    for file in table.files:
        for cells in plain(pq.ParquetFile(file).read()):
            yield row_of(table, words, cells)


def plain(read: pa.Table) -> Iterator[dict[str, Any]]:
    """Yield rows as dictionaries; moments become microseconds."""
    for position, field in enumerate(read.schema):
        if pa.types.is_timestamp(field.type):
            column = read.column(position).cast(pa.timestamp("us", tz=field.type.tz)).cast(pa.int64())
            read = read.set_column(position, field.name, column)
    yield from read.to_pylist()


def row_of(table: Table, words: Words, cells: dict[str, Any]) -> Row:
    source = table.source
    said = {column: cells[name] for column, name in table.columns.items()}
    ids: dict[str, str | None] = {}
    unresolved = []
    for column in (*WORDS, Column.GROUND):
        word = str(said.get(column) or "").strip()
        if column in source.constants:
            ids[column.value] = source.constants[column]
        elif not word:
            ids[column.value] = None
        else:
            ids[column.value] = words.id(source, column, word)
            if ids[column.value] is None:
                unresolved.append((column.value, word))
    return Row(
        source=source.id,
        id=str(said.get(Column.ID)),
        person=text(said.get(Column.PERSON)),
        at=said.get(Column.AT, said.get(Column.SINCE)),
        until=said.get(Column.UNTIL),
        unresolved=tuple(unresolved),
        **ids,
    )


def text(cell: object) -> str | None:
    """Return a cell as text; an empty one says nothing."""
    return str(cell).strip() or None if cell is not None else None
