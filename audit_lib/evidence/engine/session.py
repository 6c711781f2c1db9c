"""What an engine must be able to do for the comparison."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from .dialect import Dialect


class Session(Protocol):
    """A place where SQL is worked out over files that do not fit into memory.

    `scan` makes a view of Parquet files and returns the types of its columns, `table` a table of rows in
    memory (columns of int, text or flag), `make` keeps the result of a query and `drop` gives it up, `view`
    names a query, `rows` returns one.
    """

    dialect: Dialect

    def scan(self, name: str, files: Sequence[Path]) -> dict[str, str]:
        """Make a view of Parquet files."""

    def table(self, name: str, columns: Mapping[str, str], rows: Sequence[tuple[Any, ...]]) -> None:
        """Make a table of rows."""

    def make(self, name: str, query: str) -> None:
        """Keep the result of a query."""

    def drop(self, name: str) -> None:
        """Give up the result of a query that was kept."""

    def view(self, name: str, query: str) -> None:
        """Name a query."""

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """Return the rows of a query."""

    def close(self) -> None:
        """End it and remove what it kept."""
