"""A map with its sources, as frames of plain values that are written as Parquet files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import pyarrow as pa
import pyarrow.parquet as pq

from audit_lib.evidence.intake import Refused, Table
from audit_lib.model.data_map import DataMap
from audit_lib.model.evidence_source import Column, Evidence, Source

LONDON = ZoneInfo("Europe/London")
EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
MOMENTS = ("at", "since", "until")


def micros(said: str) -> int:
    """Return a moment such as ``2026-07-01 09:30``, London time, as microseconds since 1970."""
    moment = dt.datetime.fromisoformat(said)
    since = (moment if moment.tzinfo else moment.replace(tzinfo=LONDON)) - EPOCH
    return since // dt.timedelta(microseconds=1)


class World(NamedTuple):
    """A map, its sources without files, and the rows of each; moments are text in London time or numbers."""

    data_map: DataMap
    sources: tuple[Source, ...]
    rows: Mapping[str, list[dict[str, Any]]]

    def write(self, root: Path) -> Evidence:
        """Write a Parquet file a source, and return the sources with their files and columns."""
        return Evidence(sources=tuple(self._written(root, source) for source in self.sources))

    def _written(self, root: Path, source: Source) -> Source:
        columns = sorted({name for row in self.rows[source.id] for name in row})
        values = {name: [_cell(name, row.get(name)) for row in self.rows[source.id]] for name in columns}
        table = pa.table({name: pa.array(cells, _type(name, cells)) for name, cells in values.items()})
        pq.write_table(table, root / f"{source.id}.parquet")
        known = {Column(name): name for name in columns}
        return source.model_copy(update={"files": (f"{source.id}.parquet",), "columns": known})

    def tables(self, root: Path, evidence: Evidence) -> list[Table]:
        """Return what was written as the tables that the reference reads."""
        return [
            Table(
                source,
                (root / source.files[0],),
                source.columns,
                len(self.rows[source.id]),
                Refused(),
            )
            for source in evidence.sources
        ]


def _cell(name: str, value: Any) -> Any:
    return micros(value) if name in MOMENTS and isinstance(value, str) else value


def _type(name: str, cells: list[Any]) -> pa.DataType:
    if name in MOMENTS or (name in ("id", "person") and not any(isinstance(cell, str) for cell in cells)):
        return pa.int64()
    return pa.string()


def source(name: str, kind: str, **fields: Any) -> Source:
    return Source.model_validate({"id": name, "kind": kind, "name": name, "format": "parquet", **fields})
