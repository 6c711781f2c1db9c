"""Take in one source that was looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from ...errors import Fault, InputError, Place
from ...model.evidence_source import Column, SourceFormat, SourceKind
from .conversion import UNNAMED
from .convert import Room, Written, convert
from .har_rows import BadHar
from .jsonl_rows import jsonl_keys
from .plan import ParquetFile, Plan, RowFile, TableCopy, missing
from .plan_parquet import unreadable_columns
from .postgres_rows import BadDatabase
from .refusals import Refusals
from .session import Session, Unreadable
from .tables import Refused, Table
from .xlsx_rows import BadWorkbook


class Places(NamedTuple):
    """Where files are written, and where they will stand when all is whole."""

    aside: Path
    work: Path


def take_source(
    database: Session,
    plan: Plan,
    places: Places,
    tell: Callable[[int], None],
    *,
    taken: Mapping[str, Table],
    seen: Mapping[str, set[str]],
) -> Table:
    """Return the table of a source; `taken` has those of the sources of people, which come first.

    Raises
    ------
    InputError
        When something is wrong that only reading all of it could show.
    """
    source = plan.source
    if plan.as_it_is:
        return _as_it_is(plan)
    folder = places.aside / "taken" / source.id
    folder.mkdir(mode=0o700)
    refusals = Refusals(places.aside / "refused" / f"{source.id}.csv")
    people = _people(database, source.people, taken, places) if source.people is not None else None
    room = Room(database, source, folder, refusals, people, tell)
    nothing = RowFile(Path(), source.id, source.id, tuple(source.columns), lambda: iter(()))
    parts = plan.parts or (nothing,)
    written = [_convert(room, plan, part, number) for number, part in enumerate(parts, 1)]
    if source.format is SourceFormat.JSONL and any(file.taken for file in written):
        _refuse_keys_nowhere(plan, seen[source.id])
    refused = refusals.close(places.work / "refused" / f"{source.id}.csv")
    return _table(database, plan, written, refused, places, known=people is not None)


def _as_it_is(plan: Plan) -> Table:
    files = [part for part in plan.parts if isinstance(part, ParquetFile)]
    return Table(
        plan.source,
        tuple(file.path for file in files),
        {column: physical for column, (physical, _) in files[0].columns.items()},
        sum(file.rows for file in files),
        Refused(),
        {column: kind for column, (_, kind) in files[0].columns.items()},
        copied=False,
        notes=plan.notes,
        names=_names(plan),
    )


def _convert(room: Room, plan: Plan, part: RowFile | ParquetFile | TableCopy, number: int) -> Written:
    try:
        return convert(room, part, number)
    except (BadWorkbook, BadHar, BadDatabase) as bad:
        raise InputError([Fault(Place(part.shown), str(bad))]) from bad
    except Unreadable as failure:
        whole = f"It cannot be read to its end: it is damaged ({room.source.format})."
        faults = unreadable_columns(room.session, plan) or [Fault(Place(part.shown), whole)]
        raise InputError(faults) from failure
    except OSError as failure:
        if isinstance(part, TableCopy) or str(failure.filename) != str(part.path):
            raise
        what = f"It cannot be read: {(failure.strerror or 'for an unknown reason').lower()}."
        raise InputError([Fault(Place(part.shown), what)]) from failure


def _people(database: Session, people: str, taken: Mapping[str, Table], places: Places) -> str:
    """Make a table of those aliases that stand for one person and no other; return its name."""
    table = f'"people {people}"'
    known = taken[people].files if people in taken else ()
    database.run(f"CREATE TEMP TABLE IF NOT EXISTS {table} (alias VARCHAR, person VARCHAR)")
    if known and database.one(f"SELECT count(*) FROM {table}") == (0,):
        database.run(
            f"INSERT INTO {table} SELECT alias, min(person) FROM read_parquet(?) "
            "WHERE alias IS NOT NULL GROUP BY alias HAVING count(DISTINCT person) = 1",
            [[str(places.aside / path.relative_to(places.work)) for path in known]],
        )
    return table


def _refuse_keys_nowhere(plan: Plan, seen: set[str]) -> None:
    gone = [physical for physical in plan.source.columns.values() if physical not in seen]
    if not gone:
        return
    first = next(part for part in plan.parts if isinstance(part, RowFile))
    keys = [key for key in jsonl_keys(first.path, plan.source.encoding or "utf-8-sig") if key not in gone]
    faults = missing(first.shown, plan.source, [*keys, *(seen - set(keys))])
    raise InputError(faults)


def _table(
    database: Session, plan: Plan, written: list[Written], refused: Refused, places: Places, *, known: bool
) -> Table:
    source = plan.source
    files = [str(file.path) for file in written]
    held = database.run("DESCRIBE SELECT * FROM read_parquet(?)", [files]).fetchall()
    types = {Column(column): kind for column, kind, *_ in held if column != UNNAMED}
    repeated, unnamed = None, 0
    if Column.ID in types:
        (different,) = database.one("SELECT count(DISTINCT id) FROM read_parquet(?)", [files])
        repeated = sum(file.taken for file in written) - int(different)
    if known and Column.PERSON in types:
        rows = "DISTINCT id" if source.separators else "*"
        (unnamed,) = database.one(f"SELECT count({rows}) FROM read_parquet(?) WHERE {UNNAMED}", [files])
    notes = [*plan.notes, *_shared(database, plan, files)]
    return Table(
        source,
        tuple(places.work / file.path.relative_to(places.aside) for file in written),
        {column: column.value for column in types},
        sum(file.rows for file in written),
        refused,
        types,
        repeated=repeated,
        unnamed=int(unnamed),
        notes=tuple(notes),
        names=_names(plan),
    )


def _shared(database: Session, plan: Plan, files: list[str]) -> list[str]:
    """Say how many aliases stand for more than one person, and therefore for nobody."""
    if plan.source.kind is not SourceKind.PEOPLE:
        return []
    several = "SELECT alias FROM read_parquet(?) GROUP BY alias HAVING count(DISTINCT person) > 1"
    (shared,) = database.one(f"SELECT count(*) FROM ({several})", [files])
    if not shared:
        return []
    names = "name stands" if shared == 1 else "names stand"
    return [f"{shared:,} {names} for more than one person, so for nobody."]


def _names(plan: Plan) -> tuple[str, ...]:
    return tuple(part.shown for part in plan.parts)
