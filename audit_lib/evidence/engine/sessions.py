"""Which engine works a comparison out: DuckDB on this machine, or Spark SQL where one is not enough."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from .session import Session
from .telling import SILENT, Telling

if TYPE_CHECKING:
    from .duckdb_session import DuckSession


class Engine(StrEnum):
    """The engines; both run the same SQL text and give the same answer."""

    DUCKDB = "duckdb"
    SPARK = "spark"


@contextmanager
def session(
    engine: Engine, folder: Path, memory: str | None = None, telling: Telling = SILENT
) -> Iterator[Session]:
    """Open an engine whose temporary files stand in `folder`, and close it when all is done.

    Parameters
    ----------
    memory
        How much it may use, such as ``1GB``; what does not fit is written into `folder`.
    telling
        Is told how far a statement is that passes over all rows.
    """
    if engine is Engine.DUCKDB:
        with keeping_session(folder, memory, telling) as on_this_machine:
            yield on_this_machine
        return
    from .spark_session import SparkEngine

    with closing(SparkEngine(folder, memory, telling)) as elsewhere:
        yield elsewhere


@contextmanager
def keeping_session(
    folder: Path, memory: str | None = None, telling: Telling = SILENT, store: Path | None = None
) -> Iterator[DuckSession]:
    """Open DuckDB, which can also write what it works out into the files of a store.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder, keeping_session(Path(folder)) as database:
    ...     database.make("two", "select 2 as n")
    ...     database.rows("select n from two")
    [(2,)]
    """
    from .duckdb_session import DuckSession

    with closing(DuckSession(folder, memory, telling, store)) as opened:
        yield opened
