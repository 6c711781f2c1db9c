"""Spark SQL, the engine for more than one machine; on one, DuckDB does the same with a tenth of the work."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ...errors import OutputError, ParameterError
from .dialect import SPARK, Dialect
from .telling import SILENT, Telling

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_TYPES: Final = {"int": "bigint", "text": "string", "flag": "boolean"}

#: What our statements mean by a day and by a number that is none; set for as long as a comparison lasts.
_MEANING: Final = {"spark.sql.session.timeZone": "UTC", "spark.sql.ansi.enabled": "false"}

#: How a session is set up that is started here: no page of its own and no network. What is compared here is
#: small (DuckDB does the rest), so nothing is spent on parallel shuffles and on compiling each statement.
_ON_THIS_MACHINE: Final = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.sql.shuffle.partitions": "2",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.codegen.wholeStage": "false",
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
}


class SparkEngine:
    """A session of Spark SQL: the cluster that ``spark-submit`` or SPARK_REMOTE names, else this machine."""

    dialect: Dialect = SPARK

    def __init__(self, folder: Path, memory: str | None = None, telling: Telling = SILENT) -> None:
        """Start or join a session; `memory` is that of a driver which is started here."""
        self._spark = _session(folder, memory)
        self._telling = telling
        self._kept: dict[str, DataFrame] = {}
        self._named: dict[str, None] = {}
        self._before = {name: str(self._spark.conf.get(name)) for name in _MEANING}
        for name, value in _MEANING.items():
            self._spark.conf.set(name, value)

    def _name(self, frame: DataFrame, name: str) -> None:
        frame.createOrReplaceTempView(name)
        self._named[name] = None

    def scan(self, name: str, files: Sequence[Path]) -> dict[str, str]:
        """Make a view of Parquet files and return the type of each column."""
        with _told():
            frame = self._spark.read.parquet(*(str(file) for file in files))
            self._name(frame, name)
            return dict(frame.dtypes)

    def table(self, name: str, columns: Mapping[str, str], rows: Sequence[tuple[Any, ...]]) -> None:
        """Make a small table of rows; a column is of int, text or flag."""
        shape = ", ".join(f"{column} {_TYPES[of]}" for column, of in columns.items())
        with _told():
            self._name(self._spark.createDataFrame(list(rows), shape), name)

    def make(self, name: str, query: str) -> None:
        """Work a query out and keep its result as a table.

        A checkpoint forgets how the result came about: plans that grow with every table would soon take
        longer to write down than to run.
        """
        with _told(), self._telling.during(name, _unknown):
            frame = self._spark.sql(query).localCheckpoint(eager=True)
            self._kept[name] = frame
            self._name(frame, name)

    def drop(self, name: str) -> None:
        """Give up a table that was made."""
        with _told():
            self._spark.catalog.dropTempView(name)
            self._kept.pop(name).unpersist()
        del self._named[name]

    def view(self, name: str, query: str) -> None:
        """Give a query a name; it is worked out where it is used."""
        with _told():
            self._name(self._spark.sql(query), name)

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """Return the rows of a query."""
        with _told():
            return [tuple(row) for row in self._spark.sql(query).collect()]

    def close(self) -> None:
        """Free what was kept and put settings back; the session itself stays, since others may use it."""
        for frame in self._kept.values():
            frame.unpersist()
        self._kept.clear()
        for name in self._named:
            self._spark.catalog.dropTempView(name)
        self._named.clear()
        for name, value in self._before.items():
            self._spark.conf.set(name, value)


def _unknown() -> float:
    """Return that it is not known how far a statement is: Spark tells its own console."""
    return -1.0


@contextmanager
def _told() -> Iterator[None]:
    """Say in a sentence that Spark broke off; what it wrote itself says more, and may hold cells of logs."""
    from py4j.protocol import Py4JError  # type: ignore[import-untyped]
    from pyspark.errors import PySparkException

    try:
        yield
    except (PySparkException, Py4JError) as error:
        known = error.getCondition() if isinstance(error, PySparkException) else None
        raise OutputError(
            f"Spark broke off the comparison ({known or type(error).__name__}): look at what it wrote before."
        ) from error


def _session(folder: Path, memory: str | None) -> SparkSession:
    try:
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise ParameterError.at(
            "--engine", "spark is not installed: install the extra of that name, or use duckdb."
        ) from error
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("privacy-audit")
    if SparkSession.getActiveSession() is None and not _named_elsewhere(os.environ):
        own = {
            "spark.local.dir": str(folder),
            "spark.driver.memory": (memory or "2g").lower().removesuffix("b"),
        }
        builder = builder.master("local[*]")
        for name, value in (_ON_THIS_MACHINE | own).items():
            builder = builder.config(name, value)
    with _told():
        return builder.getOrCreate()


def _named_elsewhere(environment: Mapping[str, str]) -> bool:
    """Return whether Spark's own configuration says where it runs: then nothing is chosen here.

    >>> _named_elsewhere({}), _named_elsewhere({"SPARK_REMOTE": "sc://cluster:15002"})
    (False, True)
    >>> _named_elsewhere({"PYSPARK_SUBMIT_ARGS": "--master yarn pyspark-shell"})
    True
    """
    if {"SPARK_REMOTE", "MASTER", "PYSPARK_GATEWAY_PORT"} & environment.keys():
        return True
    if {"--master", "--remote"} & set(environment.get("PYSPARK_SUBMIT_ARGS", "").replace("=", " ").split()):
        return True
    home = environment.get("SPARK_HOME")
    folder = environment.get("SPARK_CONF_DIR") or (home and f"{home}/conf")
    defaults = Path(folder) / "spark-defaults.conf" if folder else None
    if defaults is None or not defaults.is_file():
        return False
    said = defaults.read_text(encoding="utf-8", errors="replace").replace("=", " ").splitlines()
    return any(line.split()[:1] in (["spark.master"], ["spark.remote"]) for line in said)
