"""DuckDB, the engine for one machine: bounded memory, no network, no extension."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Final

from ...errors import Fault, InputError, OutputError, Place
from ...files.quoting import plain
from ..database import Unreadable, connected, reason, told_apart
from .dialect import DUCKDB, Dialect
from .telling import SILENT, Telling

_TYPES: Final = {"int": "BIGINT", "text": "VARCHAR", "flag": "BOOLEAN"}
_NOT_COMPARED: Final = "The evidence could not be compared"
#: Without this, DuckDB would write beside the file, readable by all and left behind by a run that is killed.
_SHAPE: Final = "(format parquet, compression zstd, compression_level 1, use_tmp_file false)"


class DuckSession:
    """One connection that lives as long as one check; its temporary files stand in a private folder.

    Parameters
    ----------
    folder
        Where what does not fit into memory is written.
    memory
        How much memory it may take, such as ``1GB``.
    telling
        Is told how far a statement is that passes over all rows.
    store
        The folder of a store; of a damaged file in it, it is said that the store can be made anew.
    """

    dialect: Dialect = DUCKDB

    def __init__(
        self,
        folder: Path,
        memory: str | None = None,
        telling: Telling = SILENT,
        store: Path | None = None,
    ) -> None:
        """Open an empty database in memory."""
        self._open = ExitStack()
        self._connection = self._open.enter_context(connected(folder / "spill", memory, ordered=False))
        self.telling = telling
        self._store = store
        self._files: dict[Path, None] = {}

    def scan(self, name: str, files: Sequence[Path]) -> dict[str, str]:
        """Make a view of Parquet files and return the type of each column."""
        self._files.update(dict.fromkeys(files))
        listed = ", ".join(DUCKDB.text(str(file)) for file in files)
        self.run(f"create or replace temp view {name} as select * from read_parquet([{listed}])")
        return {row[0]: row[1] for row in self.rows(f"describe {name}")}

    def table(self, name: str, columns: Mapping[str, str], rows: Sequence[tuple[Any, ...]]) -> None:
        """Make a small table of rows; a column is of int, text or flag."""
        types = [_TYPES[of] for of in columns.values()]
        shape = ", ".join(f"{column} {of}" for column, of in zip(columns, types, strict=True))
        self.run(f"create or replace temp table {name} ({shape})")
        if rows:
            values = ", ".join(f"unnest(?::{of}[])" for of in types)
            self.run(f"insert into {name} select {values}", [list(each) for each in zip(*rows, strict=True)])

    def make(self, name: str, query: str) -> None:
        """Work a query out and keep its result as a table."""
        with self.telling.during(name, self.done):
            self.run(f"create or replace temp table {name} as {query}")

    def drop(self, name: str) -> None:
        """Give up a table that was made."""
        self.run(f"drop table {name}")

    def view(self, name: str, query: str) -> None:
        """Give a query a name; it is worked out where it is used."""
        self.run(f"create or replace temp view {name} as {query}")

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """Return the rows of a query."""
        with self._explained():
            return self._connection.execute(query).fetchall()

    def run(self, statement: str, values: Sequence[Any] | None = None) -> None:
        """Run a statement that returns nothing of interest."""
        with self._explained():
            self._connection.execute(statement, values)

    def copy(self, query: str, file: Path) -> None:
        """Write the result of a query aside to a Parquet file that only its owner can read, and rename it."""
        aside = file.with_suffix(".new")
        try:
            aside.unlink(missing_ok=True)
            aside.touch(mode=0o600)
            with self.telling.during(file.stem.rpartition("-")[0], self.done):
                self.run(f"copy ({query}) to {DUCKDB.text(str(aside))} {_SHAPE}")
            aside.chmod(0o600)
            aside.replace(file)
        except OSError as failure:
            raise OutputError(f"{_NOT_COMPARED}: {reason(str(failure).lower())}.") from failure

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Say of a statement that failed which file is at fault, or what there is no room for."""
        try:
            with told_apart(_NOT_COMPARED):
                yield
        except Unreadable as failure:
            faults = self._damaged()
            if faults:
                raise InputError(faults) from failure
            # What the engine says may hold what a log says; it stays with the error for whoever debugs it.
            raise OutputError(
                f"{_NOT_COMPARED}: the engine broke off, and no file is damaged. Leave sources out with "
                "--only to see with which one it does, and report it as a fault of the workbench."
            ) from failure

    def _damaged(self) -> list[Fault]:
        """Return a fault for each file that cannot be read to its end; all were whole when taken in."""
        faults = []
        for file in self._files:
            try:
                with told_apart(_NOT_COMPARED):
                    self._connection.execute(
                        "select max(hash(columns(*))) from read_parquet(?)", [str(file)]
                    ).fetchall()
            except Unreadable:
                kept = file.parent == self._store
                remedy = "Delete the store and let it be made anew." if kept else "Copy it again."
                what = f"This Parquet file cannot be read to its end: it is damaged or gone. {remedy}"
                faults.append(Fault(Place(plain(file.name)), what))
        return faults

    def done(self) -> float:
        """Return what per cent of the statement that runs now is done; -1 if that is not known."""
        return float(self._connection.query_progress())

    def close(self) -> None:
        """Close the connection; its temporary files go with it."""
        self._open.close()
