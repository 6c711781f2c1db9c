"""Single rows of the sources as they were taken in, and the history of the person whom they are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeVar

from ...model.data_map import DataMap
from ...model.evidence_source import WORDS, Column, SourceKind
from ...model.restriction import Ground
from ..engine.dialect import DUCKDB
from ..engine.duckdb_session import DuckSession
from ..intake import Table
from ..words import Resolved, resolve
from .history import Asked, Consented, Deleted, Ended, History, Restricted

_MOMENTS = (Column.AT, Column.SINCE, Column.UNTIL)
_Held = TypeVar("_Held")


class Row(NamedTuple):
    """A row of a source: moments in microseconds, words as logged; None where nothing is recorded."""

    table: Table
    moments: Mapping[Column, int | None]
    texts: Mapping[Column, str | None]

    def text(self, column: Column) -> str | None:
        """Return what a column says; blanks say nothing."""
        said = self.texts.get(column)
        return said.strip() or None if said is not None else None


def rows_where(session: DuckSession, table: Table, column: Column, value: str) -> list[Row]:
    """Return the rows of a source whose id, or person, is a value; none if it has no such column.

    A column of whole numbers is compared as such, so that only the part of a file is read that can hold it.
    """
    if column not in table.columns or not table.files:
        return []
    name = DUCKDB.identifier(table.columns[column])
    types = session.scan("explained", table.files)
    if types[table.columns[column]] != "VARCHAR":
        wanted = _whole(value)
        if wanted is None:
            return []
        condition = f"{name} = {wanted}"
    else:
        condition = f"trim({name}) = {DUCKDB.text(value.strip())}"
    named = list(table.columns.items())
    picked = ", ".join(_picked(each, DUCKDB.identifier(at), types[at]) for each, at in named)
    query = f"select {picked} from explained where {condition} order by all"  # noqa: S608  names are quoted
    found = session.rows(query)
    return [_row(table, dict(zip((each for each, _ in named), cells, strict=True))) for cells in found]


def _whole(value: str) -> int | None:
    """Return a whole number of 64 bits, written as one; nothing else is the id of a numbered row."""
    digits = value.removeprefix("-")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 19):
        return None
    number = int(value)
    return number if -(2**63) <= number < 2**63 and str(number) == value else None


def _picked(column: Column, name: str, of: str) -> str:
    return DUCKDB.micros(name, of) if column in _MOMENTS else f"cast({name} as varchar)"


def _row(table: Table, cells: Mapping[Column, int | str | None]) -> Row:
    moments = {
        column: int(cell) if cell is not None else None
        for column, cell in cells.items()
        if column in _MOMENTS
    }
    texts = {
        column: str(cell) if cell is not None else None
        for column, cell in cells.items()
        if column not in _MOMENTS
    }
    return Row(table, moments, texts)


def some_ids(session: DuckSession, table: Table) -> tuple[str, ...]:
    """Return the first and the last id of a source, as examples of what its ids look like."""
    if not table.files:
        return ()
    session.scan("explained", table.files)
    name = DUCKDB.identifier(table.columns[Column.ID])
    query = f"select min({name}), max({name}) from explained"  # noqa: S608  the name is quoted
    found = session.rows(query)[0]
    return tuple(dict.fromkeys(str(each) for each in found if each is not None))


def resolved(data_map: DataMap, row: Row) -> dict[Column, Resolved | None]:
    """Return what each word column of a row stands for; None where nothing is recorded."""
    found: dict[Column, Resolved | None] = {}
    source = row.table.source
    for column in WORDS:
        word = row.text(column)
        if column in source.constants:
            found[column] = Resolved(source.constants[column])
        elif word is None:
            found[column] = None
        else:
            found[column] = resolve(data_map, source, column, [word])[word]
    return found


def history_of(
    session: DuckSession, data_map: DataMap, tables: Iterable[Table], person: str | None
) -> History:
    """Return what all other sources say of a person; of nobody, only what they say of all.

    A row with a word that stands for nothing in the map says nothing: nobody knows what it means.
    """
    listed = [table for table in tables if table.source.kind is not SourceKind.DISCLOSURES]
    rows = (
        [row for table in listed for row in rows_where(session, table, Column.PERSON, person)]
        if person
        else []
    )
    of = {kind: [row for row in rows if row.table.source.kind is kind] for kind in SourceKind}
    ends = [table.source for table in listed if table.source.kind is SourceKind.ENDS]
    return History(
        kinds=frozenset(table.source.kind for table in listed),
        consented=frozenset(_purposes(session, data_map, listed)),
        started=frozenset(name for source in ends for name in source.starts),
        restrictions=_known(_restricted(data_map, row) for row in of[SourceKind.RESTRICTIONS]),
        consents=_known(_consented(data_map, row) for row in of[SourceKind.CONSENTS]),
        deletions=_known(_deleted(data_map, row) for row in of[SourceKind.DELETIONS]),
        requests=_known(_asked(data_map, row) for row in of[SourceKind.REQUESTS]),
        ends=tuple(
            Ended(row.table.source.id, row.table.source.starts, row.moments.get(Column.AT))
            for row in of[SourceKind.ENDS]
        ),
    )


def _known(found: Iterable[_Held | None]) -> tuple[_Held, ...]:
    return tuple(one for one in found if one is not None)


def _purposes(session: DuckSession, data_map: DataMap, tables: Iterable[Table]) -> Iterator[str]:
    """Yield the purposes of which a consent source holds rows, of whomever."""
    for table in tables:
        if table.source.kind is not SourceKind.CONSENTS or not table.rows:
            continue
        if Column.PURPOSE in table.source.constants:
            yield table.source.constants[Column.PURPOSE]
            continue
        session.scan("explained", table.files)
        name, since = (DUCKDB.identifier(table.columns[each]) for each in (Column.PURPOSE, Column.SINCE))
        query = f"select distinct {name} from explained where {since} is not null"  # noqa: S608  names are quoted
        words = [str(word).strip() for (word,) in session.rows(query) if word is not None]
        for found in resolve(
            data_map, table.source, Column.PURPOSE, [word for word in words if word]
        ).values():
            if found.id is not None:
                yield found.id


def _ids(data_map: DataMap, row: Row) -> dict[Column, str | None] | None:
    """Return the ids that the words of a row stand for, or None if one of them stands for nothing."""
    found = resolved(data_map, row)
    if any(one is not None and one.id is None for one in found.values()):
        return None
    return {column: one.id if one is not None else None for column, one in found.items()}


def _restricted(data_map: DataMap, row: Row) -> Restricted | None:
    ids, since = _ids(data_map, row), row.moments.get(Column.SINCE)
    if ids is None or since is None:
        return None
    source = row.table.source
    said = source.constants.get(Column.GROUND) or row.text(Column.GROUND)
    known = resolve(data_map, source, Column.GROUND, [said])[said].id if said else Ground.ACCURACY.value
    if known is None:
        return None
    data, activity = ids[Column.DATA], ids[Column.ACTIVITY]
    return Restricted(
        source.id,
        Ground(known),
        since,
        row.moments.get(Column.UNTIL),
        (data,) if data else (),
        (activity,) if activity else (),
    )


def _consented(data_map: DataMap, row: Row) -> Consented | None:
    ids, since = _ids(data_map, row), row.moments.get(Column.SINCE)
    purpose = ids[Column.PURPOSE] if ids else None
    if purpose is None or since is None:
        return None
    return Consented(row.table.source.id, purpose, since, row.moments.get(Column.UNTIL))


def _deleted(data_map: DataMap, row: Row) -> Deleted | None:
    ids, at = _ids(data_map, row), row.moments.get(Column.AT)
    holder, data = (ids[Column.SENDER], ids[Column.DATA]) if ids else (None, None)
    if holder is None or data is None or at is None:
        return None
    return Deleted(row.table.source.id, holder, data, at)


def _asked(data_map: DataMap, row: Row) -> Asked | None:
    ids, at = _ids(data_map, row), row.moments.get(Column.AT)
    recipient = ids[Column.RECIPIENT] if ids else None
    return Asked(row.table.source.id, recipient, at) if recipient is not None and at is not None else None
