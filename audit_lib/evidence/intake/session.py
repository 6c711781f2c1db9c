"""An embedded database that reads and writes files, and keeps nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ..database import Unreadable, connected, literal, name, reason, told_apart

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

__all__ = ("Session", "Unreadable", "is_pattern", "literal", "name", "reason", "session")

_NOT_TAKEN: Final = "The evidence could not be taken in"


class Session:
    """A connection whose failures are told apart: what cannot be read, and what cannot be written."""

    def __init__(self, connection: DuckDBPyConnection) -> None:
        self._connection = connection

    def run(self, sql: str, parameters: Sequence[object] = ()) -> DuckDBPyConnection:
        """Run a statement.

        Raises
        ------
        Unreadable
            When the input is at fault.
        OutputError
            When there is no room or no right to write.
        """
        with told_apart(_NOT_TAKEN):
            return self._connection.execute(sql, list(parameters))

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        """Yield what a query finds, a few thousand rows at a time."""
        found = self.run(sql, parameters)
        while True:
            with told_apart(_NOT_TAKEN):
                batch = found.fetchmany(4096)
            if not batch:
                return
            yield from batch

    def one(self, sql: str, parameters: Sequence[object] = ()) -> tuple[Any, ...]:
        """Return the one row that a query finds."""
        found = self.run(sql, parameters)
        with told_apart(_NOT_TAKEN):
            row = found.fetchone()
        if row is None:
            raise Unreadable("nothing was found")
        return tuple(row)


@contextmanager
def session(folder: Path, memory: str | None = None) -> Iterator[Session]:
    """Open a database in memory that spills into a folder, reaches no network and loads no extension.

    Parameters
    ----------
    folder
        A private folder for what does not fit into memory.
    memory
        How much memory it may take, such as "1GB"; without it, DuckDB's own four fifths.

    >>> with session(Path("/nowhere")) as database:
    ...     database.one("SELECT current_setting('TimeZone')")
    ('UTC',)
    """
    with connected(folder, memory) as connection:
        yield Session(connection)


def is_pattern(path: Path) -> bool:
    """Return whether DuckDB would take a path for a pattern, and perhaps read other files.

    >>> is_pattern(Path("logs/a[1].csv")), is_pattern(Path("logs/a.csv"))
    (True, False)
    """
    return any(mark in str(path) for mark in "*?[")
