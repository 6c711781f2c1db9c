"""DuckDB, Spark SQL and the plain reference say the same, byte for byte, of whatever logs they are given."""

from __future__ import annotations

import datetime as dt
import json
import random
import tempfile
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit_lib.evidence import check
from audit_lib.evidence.generate import generate
from audit_lib.evidence.intake import take
from audit_lib.files.read_evidence import read_evidence
from audit_lib.model.data_map import DataMap
from audit_lib.model.evidence_source import Evidence
from audit_lib.model.reconciliation import Reconciliation

from .conftest import AS_OF, ZONE, Written
from .lido_map import lido
from .random_worlds import random_world
from .reference import judge
from .reference_summary import Summary, summarise
from .worlds import World

#: What the reference works out too.
FIGURES = Summary._fields
START = dt.date(2026, 1, 1)


def figures(said: Reconciliation | Summary) -> dict[str, str]:
    """Return the figures as JSON, part by part, so that a difference shows where it is."""
    return {name: json.dumps(plain(getattr(said, name))) for name in FIGURES}


def plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [each.model_dump(mode="json") for each in value]
    return dict(value) if isinstance(value, dict) else value


def referred(data_map: DataMap, evidence: Evidence, tables: list[Any]) -> dict[str, str]:
    return figures(summarise(judge(data_map, evidence, tables, ZONE), data_map, ZONE))


def as_json(found: Reconciliation) -> str:
    """Return all of a reconciliation but the name of the engine."""
    return found.model_copy(update={"engine": ""}).model_dump_json()


def both(world: World, root: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Return the figures of DuckDB and of the reference."""
    evidence = world.write(root)
    checked = check.check_evidence(world.data_map, evidence, root, AS_OF)
    return figures(checked), referred(world.data_map, evidence, world.tables(root, evidence))


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(st.randoms(use_true_random=False))
def test_duckdb_and_the_reference_agree_on_any_small_map(dice: random.Random) -> None:
    with tempfile.TemporaryDirectory() as folder:
        engine, reference = both(random_world(dice), Path(folder))
    assert engine == reference


@pytest.mark.parametrize("seed", range(4))
def test_duckdb_and_the_reference_agree_on_many_rows(seed: int, tmp_path: Path) -> None:
    engine, reference = both(random_world(random.Random(seed), rows=3_000), tmp_path)
    assert engine == reference


def test_duckdb_and_the_reference_agree_on_the_cases(lido_written: Written) -> None:
    checked = check.check_evidence(lido_written.data_map, lido_written.evidence, lido_written.root, AS_OF)
    expected = referred(lido_written.data_map, lido_written.evidence, lido_written.tables)
    assert figures(checked) == expected


@pytest.mark.parametrize("seed", range(3))
def test_a_store_changes_nothing_of_the_answer(seed: int, tmp_path: Path) -> None:
    world = random_world(random.Random(seed), rows=100)
    evidence = world.write(tmp_path)
    edited = world.data_map.model_copy(update={"flows": world.data_map.flows[1:]})
    for data_map in (world.data_map, world.data_map, edited):
        asked = (data_map, evidence, tmp_path, AS_OF)
        kept = check.check_evidence(*asked, store=tmp_path / "store")
        assert as_json(kept) == as_json(check.check_evidence(*asked))


def test_a_new_file_is_added_to_a_store(tmp_path: Path) -> None:
    """The first half of a log is kept, and the second comes as a file of its own."""
    world = random_world(random.Random(4), rows=200)
    evidence = world.write(tmp_path)
    log = evidence.sources[0]
    rows = pq.read_table(tmp_path / log.files[0])
    halves = [rows.slice(0, rows.num_rows // 2), rows.slice(rows.num_rows // 2)]
    several = log.model_copy(update={"files": ("half-*.parquet",)})
    evidence = evidence.model_copy(update={"sources": (several, *evidence.sources[1:])})
    asked = (world.data_map, evidence, tmp_path, AS_OF)
    for number, half in enumerate(halves):
        pq.write_table(half, tmp_path / f"half-{number}.parquet")
        kept = check.check_evidence(*asked, store=tmp_path / "store")
    assert as_json(kept) == as_json(check.check_evidence(*asked))


@pytest.mark.slow
def test_all_engines_agree_on_an_invented_year(tmp_path: Path, spark: None) -> None:
    """One test for all of it, so that Spark is started once, however many processes the tests have."""
    folder = tmp_path / "year"
    generate(lido(), folder, seed=7, events=100_000, people=3_000, start=START, days=320, faults=25, files=3)
    evidence = read_evidence(folder, lido())
    checked = check.check_evidence(lido(), evidence, folder, AS_OF)
    taken = take(evidence, folder, tmp_path / "taken")
    assert figures(checked) == referred(lido(), evidence, taken.tables)
    on_spark = check.check_evidence(lido(), evidence, folder, AS_OF, engine="spark")
    assert as_json(on_spark) == as_json(checked)
