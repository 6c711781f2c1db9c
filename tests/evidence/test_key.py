"""Every planted fault is found, and nothing else: row by row against the key, on both maps that ship."""

from __future__ import annotations

import datetime as dt

import duckdb
import pytest

from audit_lib.evidence.engine.sessions import Engine, session
from audit_lib.evidence.generate import FAULTS, generate
from audit_lib.evidence.intake import take
from audit_lib.evidence.reconcile import Direct, reconcile
from audit_lib.files.read_evidence import read_evidence
from audit_lib.files.read_map import read_map
from audit_lib.model.verdict import Verdict

START, AS_OF = dt.date(2025, 1, 1), dt.date(2026, 11, 22)


def dated(data_map):
    """The map with what no notice states: two flows that begin and end, and a period that an end starts."""
    first, second, *others = data_map.flows
    flows = (
        first.model_copy(update={"since": dt.date(2025, 4, 1)}),
        second.model_copy(update={"until": dt.date(2025, 9, 30)}),
        *others,
    )
    kept, *rest = data_map.retention
    kept = kept.model_copy(update={"period": "P3M", "starts": "The end of the tenancy", "activities": ()})
    return data_map.model_copy(update={"flows": flows, "retention": (kept, *rest)})


def found_rows(data_map, folder, work):
    """Return each row that earns a contradiction with its verdict, and how many could not be resolved."""
    taken = take(read_evidence(folder, data_map), folder, work / "taken")
    with session(Engine.DUCKDB, work) as database:
        found = reconcile(database, data_map, Direct(taken), AS_OF)
        rows = database.rows("select cast(id as string), verdict from hit")
    verdicts = tuple(Verdict)
    return {(id_, verdicts[number]) for id_, number in rows}, found


def key_of(folder):
    rows = duckdb.execute(f"select id, verdict from '{folder / 'key.parquet'}'").fetchall()
    return {(str(id_), Verdict(verdict)) for id_, verdict in rows}


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("name", ["btr", "small_agency"])
def test_all_that_was_planted_is_found_and_nothing_else(tmp_path, name, seed):
    data_map = dated(read_map(f"data_maps/{name}"))
    folder = tmp_path / "year"
    made = generate(
        data_map, folder, seed=seed, events=3_000, people=300, start=START, faults=6, files=3, shuffle=True
    )
    rows, found = found_rows(data_map, folder, tmp_path)
    key = key_of(folder)
    assert rows == {(id_, verdict) for id_, verdict in key if verdict.is_violation}
    assert found.verdicts == {verdict: number for verdict, number in made.earned.items() if number}
    assert found.observations == made.observations


def test_every_verdict_can_be_planted_on_a_map_that_states_enough(tmp_path):
    data_map = dated(read_map("data_maps/small_agency"))
    made = generate(data_map, tmp_path / "year", seed=1, events=4_000, people=400, start=START, faults=5)
    assert {verdict for verdict, number in made.planted.items() if number >= 5} == set(FAULTS)
