"""Convert the parts of a source, one after the other, into Parquet files."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from ...errors import OutputError
from ...model.evidence_source import Source
from .aside import private_file
from .conversion import LONGEST_CELL, Conversion, Raw, conversion
from .plan import ParquetFile, RowFile, TableCopy
from .refusals import Refusals, as_csv
from .rows import Row
from .session import Session, Unreadable, literal, name

#: After how many rows the progress is told.
_OFTEN: Final = 100_000


class Room(NamedTuple):
    """Where a source is converted: the database, its folder, its refused rows, whom to tell of progress."""

    session: Session
    source: Source
    folder: Path
    refusals: Refusals
    people: str | None
    tell: Callable[[int], None]


class Written(NamedTuple):
    """A Parquet file with the rows that it has and the rows of the source that went into it."""

    path: Path
    rows: int
    taken: int


def convert(room: Room, part: RowFile | ParquetFile | TableCopy, number: int) -> Written:
    """Write one part of a source as a Parquet file; keep and count what is refused."""
    target = room.folder / f"{number:05}.parquet"
    if isinstance(part, ParquetFile):
        return _parquet(room, part, target)
    if isinstance(part, TableCopy):
        return _copied(room, part, target)
    return _quick(room, part, target) or _rows(room, part, target)


def _parquet(room: Room, part: ParquetFile, target: Path) -> Written:
    relation = f"read_parquet({literal(str(part.path))}, file_row_number = true)"
    raw = Raw(relation, "file_row_number + 1", part.columns, part.stem)
    written = _from_relation(room, raw, part.shown, target, part.rows)
    room.tell(part.rows)
    return written


def _copied(room: Room, part: TableCopy, target: Path) -> Written:
    staged = private_file(room.folder / "staged.csv")
    part.copy(staged)
    text = {column: (f"c_{column}", "VARCHAR") for column in part.columns}
    columns = ", ".join(f"'c_{column}': 'VARCHAR'" for column in part.columns)
    read = f"(SELECT *, row_number() OVER () AS line FROM {_staged(staged, columns)})"
    (rows,) = room.session.one(f"SELECT count(*) FROM {read}")
    written = _from_relation(room, Raw(read, "line", text, part.stem), part.shown, target, int(rows))
    staged.unlink()
    room.tell(int(rows))
    return written


def _from_relation(room: Room, raw: Raw, shown: str, target: Path, rows: int) -> Written:
    query = conversion(raw, room.source, people=room.people)
    written = _copy(room.session, query, target)
    refused = 0
    if written != rows or room.source.separators:
        cells = ", ".join(f"r.{name(physical)}" for physical, _ in raw.columns.values())
        bad = f"SELECT line, why FROM ({query.judged}) WHERE why IS NOT NULL"
        rows_ = f"SELECT {raw.line} AS line_, * FROM {raw.relation}"
        unfit = (
            f"SELECT j.line, j.why, {cells} FROM ({bad}) AS j JOIN ({rows_}) AS r ON r.line_ = j.line "
            "ORDER BY j.line"
        )
        for line, why, *values in room.session.rows(unfit):
            room.refusals.add(shown, line, why, as_csv(values))
            refused += 1
    return Written(target, written, rows - refused)


def _quick(room: Room, part: RowFile, target: Path) -> Written | None:
    """Convert a simple CSV file in one go; None if a single row of it is not in order."""
    if part.quick is None:
        return None
    columns = {column: (column.value, "VARCHAR") for column in part.columns}
    query = conversion(
        Raw(part.quick, "line", columns, part.stem), room.source, people=room.people, strict=True
    )
    try:
        written = _copy(room.session, query, target)
    except Unreadable:
        target.unlink(missing_ok=True)
        return None
    room.tell(written)
    return Written(target, written, written)


def _rows(room: Room, part: RowFile, target: Path) -> Written:
    staged = private_file(room.folder / "staged.csv")
    fit, unfit = _stage(part.read(), staged, room.tell)
    columns = ", ".join(["'line': 'BIGINT'", *(f"'c_{column}': 'VARCHAR'" for column in part.columns)])
    text = {column: (f"c_{column}", "VARCHAR") for column in part.columns}
    raw = Raw(_staged(staged, columns), "line", text, part.stem)
    query = conversion(raw, room.source, people=room.people)
    written = _copy(room.session, query, target)
    refused = 0
    if written != fit or room.source.separators:
        (refused,) = room.session.one(f"SELECT count(*) FROM ({query.judged}) WHERE why IS NOT NULL")
    if unfit or refused:
        named = room.session.rows(
            f"SELECT line, why FROM ({query.judged}) WHERE why IS NOT NULL ORDER BY line"
        )
        room.refusals.add_rows(part.shown, part.read(), ((line, why) for line, why in named))
    staged.unlink()
    return Written(target, written, fit - int(refused))


def _stage(rows: Iterator[Row], target: Path, tell: Callable[[int], None]) -> tuple[int, int]:
    """Write the cells of rows as CSV and return how many rows are fit and how many are not."""
    fit = unfit = 0
    with target.open("w", encoding="utf-8", errors="replace", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        for row in rows:
            if row.cells is None:
                unfit += 1
            else:
                short = 0 < len(row.text) <= LONGEST_CELL and "\r" not in row.text and "\\" not in row.text
                writer.writerow((row.line, *(row.cells if short else map(_cut, row.cells))))
                fit += 1
            if (fit + unfit) % _OFTEN == 0:
                tell(_OFTEN)
    tell((fit + unfit) % _OFTEN)
    return fit, unfit


def _cut(cell: str | None) -> str | None:
    if cell is None:
        return None
    one = cell.replace("\r\n", "\n").replace("\r", "\n") if "\r" in cell else cell
    return one if len(one) <= LONGEST_CELL else one[: LONGEST_CELL + 1]


def _staged(path: Path, columns: str) -> str:
    return (
        f"read_csv({literal(str(path))}, auto_detect = false, columns = {{{columns}}}, header = false, "
        "delim = ',', quote = '\"', escape = '\"', new_line = '\\n', strict_mode = true)"
    )


def _copy(session: Session, query: Conversion, target: Path) -> int:
    if not target.exists():
        private_file(target)
    form = "FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false, OVERWRITE_OR_IGNORE true"
    try:
        (rows,) = session.one(f"COPY ({query.standard}) TO {literal(str(target))} ({form})")
    except OutputError:
        target.unlink(missing_ok=True)
        raise
    return int(rows)
