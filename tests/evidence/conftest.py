"""The lido, judged once by the reference and once by the engine."""

from __future__ import annotations

import datetime as dt
import importlib.util
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pandas as pd
import pytest

from audit_lib.evidence.check import check_evidence
from audit_lib.evidence.intake import Table
from audit_lib.model.data_map import DataMap
from audit_lib.model.evidence_source import Evidence
from audit_lib.model.reconciliation import Reconciliation

from .lido_world import lido_world
from .reference import Judgement, judge

AS_OF = dt.date(2026, 11, 22)
ZONE = "Europe/London"


class Written(NamedTuple):
    """A world whose sources stand in a folder."""

    data_map: DataMap
    evidence: Evidence
    tables: list[Table]
    root: Path


@pytest.fixture(scope="session")
def lido_written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    root = tmp_path_factory.mktemp("lido")
    world = lido_world()
    evidence = world.write(root)
    return Written(world.data_map, evidence, world.tables(root, evidence), root)


@pytest.fixture(scope="session")
def lido_reference(lido_written: Written) -> Judgement:
    return Judgement(lido_written.data_map, lido_written.evidence, lido_written.tables, ZONE)


@pytest.fixture(scope="session")
def lido_judged(lido_written: Written) -> pd.DataFrame:
    return judge(lido_written.data_map, lido_written.evidence, lido_written.tables, ZONE)


@pytest.fixture(scope="session")
def lido_checked(lido_written: Written) -> Reconciliation:
    return check_evidence(lido_written.data_map, lido_written.evidence, lido_written.root, AS_OF)


@pytest.fixture(scope="session")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Start Spark on this machine, tuned for small data; a check with ``engine="spark"`` joins it."""
    if importlib.util.find_spec("pyspark") is None or shutil.which("java") is None:
        pytest.skip("Spark SQL needs pyspark (the extra spark) and a Java runtime")
    from pyspark.sql import SparkSession  # noqa: PLC0415 - only where it is installed

    quick = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:ReservedCodeCacheSize=256m"
    settings = {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.extraJavaOptions": quick,
        "spark.default.parallelism": "1",
        "spark.local.dir": str(tmp_path_factory.mktemp("spark")),
        "spark.sql.adaptive.enabled": "false",
        "spark.sql.codegen.wholeStage": "false",
        "spark.sql.shuffle.partitions": "1",
        "spark.sql.warehouse.dir": str(tmp_path_factory.mktemp("warehouse")),
        "spark.ui.showConsoleProgress": "false",
    }
    builder = SparkSession.builder.master("local[2]")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    yield
    session.stop()
