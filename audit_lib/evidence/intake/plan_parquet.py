"""Look at Parquet files: whether they are whole, alike, and fit to be used as they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from ...errors import Fault, Place
from ...files.quoting import plain, quoted
from ...model.evidence_source import ALLOWED, NEEDED, Column, Source, SourceKind
from .conversion import BLANK, MOMENTS, convertible
from .find_files import Found
from .plan import ParquetFile, Plan, missing
from .plan_rows import Planned
from .session import Session, Unreadable, is_pattern, literal, name

#: The earliest and latest number that can only be microseconds since 1970: in 1973 and in 5138.
_EARLIEST: Final = 10**14
_LATEST: Final = 10**17 - 1


def plan_parquet(session: Session, source: Source, files: Sequence[Found]) -> Planned:
    """Look at the columns of Parquet files.

    All files must have the mapped columns with the types of the first. They are used as they are if nothing
    has to be changed: see `_needs_no_change`.

    >>> import tempfile
    >>> from pathlib import Path
    >>> from .session import session
    >>> source = Source(id="s", kind="ends", name="S", format="parquet", columns={Column.AT: "end"})
    >>> with tempfile.NamedTemporaryFile() as file, session(Path("/nowhere")) as database:
    ...     print(*plan_parquet(database, source, [Found(Path(file.name), "a.parquet", "a")]).faults)
    a.parquet This is not a whole Parquet file: it is cut off, or of another format. Copy it again.
    """
    parts: list[ParquetFile] = []
    faults: list[Fault] = []
    for file in files:
        if is_pattern(file.path):
            what = "A path with *, ? or [ in it cannot be read as Parquet: rename the file or its folder."
            faults.append(Fault(Place(file.shown), what))
            continue
        try:
            types = _types(session, file)
            rows = _whole(session, file)
        except Unreadable as failure:
            faults.append(Fault(Place(file.shown), _cannot(str(failure))))
            continue
        gone = missing(file.shown, source, tuple(types))
        faults += gone
        if gone:
            continue
        columns = {column: (physical, types[physical]) for column, physical in source.columns.items()}
        faults += _wrong_types(file, columns) or _other_types(file, columns, parts)
        parts.append(ParquetFile(*file, columns, rows))
    as_it_is = not faults and bool(parts) and all(_needs_no_change(session, source, part) for part in parts)
    as_it_is = as_it_is and not _padded(session, parts)
    return Planned(Plan(source, tuple(parts), as_it_is=as_it_is), tuple(faults))


def _types(session: Session, file: Found) -> dict[str, str]:
    described = session.run(f"DESCRIBE SELECT * FROM read_parquet({literal(str(file.path))})")
    return {column: kind for column, kind, *_ in described.fetchall()}


def _whole(session: Session, file: Found) -> int:
    """Return the number of rows, having looked whether the file is as long as its own index says."""
    quoted_path = literal(str(file.path))
    (rows,) = session.one(f"SELECT coalesce(sum(num_rows), 0) FROM parquet_file_metadata({quoted_path})")
    (end,) = session.one(
        "SELECT coalesce(max(coalesce(nullif(dictionary_page_offset, 0), data_page_offset) "
        f"+ total_compressed_size), 0) FROM parquet_metadata({quoted_path})"
    )
    if end > file.path.stat().st_size:
        raise Unreadable("it is cut off")
    return int(rows)


def _cannot(said: str) -> str:
    if "cut off" in said or "too small" in said or "No magic bytes" in said:
        return "This is not a whole Parquet file: it is cut off, or of another format. Copy it again."
    return "This Parquet file cannot be read: it is damaged. Copy it again."


def _wrong_types(file: Found, columns: Mapping[Column, tuple[str, str]]) -> list[Fault]:
    return [
        Fault(
            Place(file.shown),
            f"The column {quoted(physical)} ({column}) is of the type {plain(kind)}, which cannot be read: "
            f"{'a moment, a day, text or a number' if column in MOMENTS else 'text or a number'} is wanted.",
        )
        for column, (physical, kind) in columns.items()
        if not convertible(kind, column)
    ]


def _other_types(
    file: Found, columns: Mapping[Column, tuple[str, str]], parts: Sequence[ParquetFile]
) -> list[Fault]:
    if not parts:
        return []
    first = parts[0]
    return [
        Fault(
            Place(file.shown),
            f"The column {quoted(physical)} ({column}) is of the type {plain(kind)}; in {first.shown} it is "
            f"{plain(first.columns[column][1])}. Give both the same type.",
        )
        for column, (physical, kind) in columns.items()
        if first.columns[column][1] != kind
    ]


def _needs_no_change(session: Session, source: Source, part: ParquetFile) -> bool:
    """Return whether a file can be used where it stands.

    That is: a log has an id; what must be in every row is there, as far as the statistics of the file say so;
    moments need no zone; no column needs to be parted or looked up.
    """
    kinds = {column: kind for column, (_, kind) in part.columns.items()}
    logged = source.kind in {SourceKind.DISCLOSURES, SourceKind.RECEIPTS}
    if source.separators or source.people is not None or source.kind is SourceKind.PEOPLE:
        return False
    if logged and Column.ID not in kinds:
        return False
    numbered = {Column.ID, Column.PERSON} & ALLOWED[source.kind]
    for column, kind in kinds.items():
        if column in MOMENTS:
            naive = kind == "TIMESTAMP" and source.zone in {"UTC", "Etc/UTC"}
            if not (naive or kind in {"TIMESTAMP WITH TIME ZONE", "BIGINT"}):
                return False
        elif kind != "VARCHAR" and not (column in numbered and kind == "BIGINT"):
            return False
    moments = kinds.keys() & MOMENTS
    needed = {Column.ID} if logged else set[Column]()
    needed |= moments & NEEDED[source.kind] if source.kind is not SourceKind.ENDS else set()
    if not all(_always_there(session, part, column) for column in needed):
        return False
    return all(_microseconds(session, part, one) for one in moments if kinds[one] == "BIGINT")


def _padded(session: Session, parts: Sequence[ParquetFile]) -> bool:
    """Return whether any person is written with white space around, or as white space alone.

    This reads the one column: a person who is written in two ways would otherwise be two.
    """
    physical, kind = parts[0].columns.get(Column.PERSON, ("", ""))
    if kind != "VARCHAR":
        return False
    p = name(physical)
    blank = literal(f"^{BLANK}|{BLANK}$")
    odd = f"{p} < '!' OR right({p}, 1) < '!' OR (strlen({p}) <> length({p}) AND regexp_matches({p}, {blank}))"
    sql = f"SELECT count(*) FROM (SELECT 1 FROM read_parquet(?) WHERE {odd} LIMIT 1)"
    try:
        (found,) = session.one(sql, [[str(part.path) for part in parts]])
    except Unreadable:
        return True  # a conversion says which file is damaged
    return bool(found)


def _always_there(session: Session, part: ParquetFile, column: Column) -> bool:
    (unsure,) = _statistics(
        session, part, column, "count(*) FILTER (stats_null_count IS NULL OR stats_null_count > 0)"
    )
    return int(unsure) == 0


def _microseconds(session: Session, part: ParquetFile, column: Column) -> bool:
    low, high, unsure = _statistics(
        session,
        part,
        column,
        "min(TRY_CAST(stats_min_value AS BIGINT)), max(TRY_CAST(stats_max_value AS BIGINT)), "
        "count(*) FILTER (TRY_CAST(stats_min_value AS BIGINT) IS NULL "
        "OR TRY_CAST(stats_max_value AS BIGINT) IS NULL)",
    )
    return part.rows == 0 or (unsure == 0 and low >= _EARLIEST and high <= _LATEST)


def _statistics(session: Session, part: ParquetFile, column: Column, what: str) -> tuple[Any, ...]:
    physical = part.columns[column][0]
    sql = f"SELECT {what} FROM parquet_metadata({literal(str(part.path))}) WHERE path_in_schema = ?"
    return session.one(sql, [physical])


def unreadable_columns(session: Session, plan: Plan) -> list[Fault]:
    """Return a fault for each column of a plan's files that cannot be read to its end.

    For use after a query over the files has failed: it reads all mapped columns once more, one by one.
    """
    faults = []
    for part in plan.parts:
        if not isinstance(part, ParquetFile):
            continue
        for column, (physical, _) in part.columns.items():
            sql = f"SELECT count({name(physical)}), max(hash({name(physical)})) FROM read_parquet(?)"
            try:
                session.one(sql, [str(part.path)])
            except Unreadable:
                what = f"The column {quoted(physical)} ({column}) cannot be read to its end:"
                faults.append(Fault(Place(part.shown), f"{what} the file is damaged. Copy it again."))
    return faults
