"""A folder with evidence, and what of it is taken in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from audit_lib.evidence.intake import Intake, Table, take
from audit_lib.model.evidence_source import Column, Evidence, Source

COLUMNS = {"id": "nr", "at": "when", "person": "who", "recipient": "to", "data": "what"}


def source(**fields: Any) -> Source:
    """Return a source of disclosures in CSV files, with other fields where they are stated."""
    usual = {
        "id": "log",
        "kind": "disclosures",
        "name": "Log",
        "format": "csv",
        "files": ("logs/*",),
        "columns": COLUMNS,
        "zone": "UTC",
    }
    return Source(**{**usual, **fields})


def rows(table: Table, *columns: str) -> list[tuple[Any, ...]]:
    """Return the rows of a table, sorted; all standard columns, or those stated."""
    names = columns or tuple(column.value for column in table.columns)
    listed = ", ".join(f'"{table.columns[Column(name)]}"' for name in names)
    files = [str(file) for file in table.files]
    with duckdb.connect() as database:
        return database.execute(f"SELECT {listed} FROM read_parquet(?) ORDER BY ALL", [files]).fetchall()


class Folder:
    """A map's folder and a folder to work in."""

    def __init__(self, root: Path) -> None:
        self.root = root / "map"
        self.work = root / "work"
        (self.root / "logs").mkdir(parents=True)

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.root / "logs" / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def take(self, *sources: Source, **options: Any) -> Intake:
        return take(Evidence(sources=sources), self.root, self.work, **options)

    def table(self, **fields: Any) -> Table:
        """Return the one table of a source."""
        (table,) = self.take(source(**fields)).tables
        return table


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


@pytest.fixture
def make() -> Callable[..., Source]:
    return source


@pytest.fixture
def rows_of() -> Callable[..., list[tuple[Any, ...]]]:
    return rows
