"""New files of a log turned into parts: rows sorted by pattern, patterns by their words, counts by day."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from ..engine.duckdb_session import DuckSession
from ..engine.local_days import shifts
from ..engine.logs import Log, count_patterns, log_of, open_log, span
from ..intake import Table
from .manifest import KeptLog, Manifest

#: What the files of a part are called, before its number.
ROWS: Final = "rows"
PATTERNS: Final = "patterns"
DAYS: Final = "days"


def part_file(folder: Path, what: str, part: int) -> Path:
    """Return where a file of a part stands.

    >>> part_file(Path("store"), "rows", 3).as_posix()
    'store/rows-3.parquet'
    """
    return folder / f"{what}-{part}.parquet"


def ingest(session: DuckSession, folder: Path, table: Table, manifest: Manifest, zone: ZoneInfo) -> Manifest:
    """Write a part for each file of a table and return what is kept now.

    A pattern keeps its number for as long as the store lives. New ones are numbered the most frequent first,
    so that rare ones, which are the ones most often followed to their rows, lie side by side.
    """
    for file in table.files:
        manifest = _part(session, folder, table._replace(files=(file,)), manifest, zone)
    return manifest


def _part(session: DuckSession, folder: Path, table: Table, manifest: Manifest, zone: ZoneInfo) -> Manifest:
    name, part = table.source.id, manifest.last + 1
    kept, log = manifest.logs[name], log_of(0, table)
    open_log(session, log, table, people_are_text=kept.people_are_text)
    covered = span(session, [log])
    rows = new = 0
    if covered is not None:
        count_patterns(session, log, shifts(zone, *covered))
        new = _number(session, folder, log, kept, manifest.patterns)
        _write(session, folder, log, part)
        rows = int(session.rows("select sum(observations) from days_0")[0][0])
    kept = kept.model_copy(
        update={
            "parts": (*kept.parts, *([part] if rows else [])),
            "rows": kept.rows + rows,
            "refused": kept.refused + _count(session) - rows,
        }
    )
    logs = {**manifest.logs, name: kept}
    return manifest.model_copy(update={"last": part, "patterns": manifest.patterns + new, "logs": logs})


def _write(session: DuckSession, folder: Path, log: Log, part: int) -> None:
    """Write the new patterns of a part, how often each pattern occurs on each day in it, and its rows."""
    session.copy("select * from new_pattern order by pattern", part_file(folder, PATTERNS, part))
    session.copy(
        "select n.pattern as k, d.day, d.observations, d.first_us, d.last_us from days_0 d "
        "join numbered n on n.k = d.k order by n.pattern, d.day",
        part_file(folder, DAYS, part),
    )
    session.copy(
        f"select n.pattern as k, l.us, l.person, l.id from {log.view} l join numbered n on n.k = l.k "
        "order by n.pattern",
        part_file(folder, ROWS, part),
    )


def _count(session: DuckSession) -> int:
    return int(session.rows("select count(*) from file_0")[0][0])


def _number(session: DuckSession, folder: Path, log: Log, kept: KeptLog, first: int) -> int:
    """Make the tables numbered (k of this run, pattern of the store) and new_pattern; return its length."""
    known = read_patterns(session, folder, "known_pattern", kept, log.recorded)
    same = " and ".join(f"p.{word} is not distinct from s.{word}" for word in log.recorded) or "true"
    session.make("met", f"select s.*, p.pattern from said_0 s left join {known} p on {same}")
    columns = "".join(f", m.{word}" for word in log.recorded)
    order = "".join(f", m.{word}" for word in log.recorded)
    session.make(
        "new_numbered",
        f"select m.k, {first} + row_number() over (order by d.n desc{order}) - 1 as pattern{columns} "
        "from met m join (select k, sum(observations) as n from days_0 group by k) d on d.k = m.k "
        "where m.pattern is null",
    )
    session.make("new_pattern", "select * exclude (k) from new_numbered")
    session.make(
        "numbered",
        "select k, pattern from met where pattern is not null union all select k, pattern from new_numbered",
    )
    return int(session.rows("select count(*) from new_pattern")[0][0])


def read_patterns(
    session: DuckSession, folder: Path, name: str, kept: KeptLog, recorded: Sequence[str]
) -> str:
    """Make a view or an empty table of all patterns of a log, and return its name."""
    if kept.parts:
        session.scan(name, [part_file(folder, PATTERNS, part) for part in kept.parts])
        return name
    session.table(f"no_{name}", {"pattern": "int"} | dict.fromkeys(recorded, "text"), [])
    return f"no_{name}"
