"""How far a comparison is: rows done of rows in all, never more, never backwards."""

from __future__ import annotations

import random
import threading
from pathlib import Path

import pytest

from audit_lib.evidence.check import check_evidence
from audit_lib.evidence.engine import telling as tellings
from audit_lib.evidence.engine.telling import SILENT, Telling

from ..conftest import AS_OF
from ..random_worlds import random_world

Told = list[tuple[int, int | None]]


def test_while_a_statement_runs_its_rows_are_counted_by_per_cent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tellings, "_EVERY", 0.001)
    told: Told = []
    seen = threading.Event()

    def progress(done: int, of: int | None) -> None:
        told.append((done, of))
        if done == 5:
            seen.set()

    telling = Telling(progress)
    telling.expect(20, {"days_0": 10})
    with telling.during("days_0", lambda: 50.0):
        assert seen.wait(30)
    assert told[-1] == (10, 20)


@pytest.mark.parametrize("percent", [-1.0, 0.0, 250.0])
def test_what_is_not_known_or_is_no_per_cent_does_no_harm(
    percent: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tellings, "_EVERY", 0.001)
    told: Told = []
    telling = Telling(lambda done, of: told.append((done, of)))
    telling.expect(10, {"days_0": 10})
    with telling.during("days_0", lambda: percent):
        threading.Event().wait(0.02)
    assert all(0 <= done <= 10 for done, _ in told)


def test_a_statement_that_fails_ends_the_looking() -> None:
    before = threading.active_count()
    telling = Telling(lambda done, of: None)
    telling.expect(10, {"days_0": 10})
    with pytest.raises(ZeroDivisionError), telling.during("days_0", lambda: 1.0):
        raise ZeroDivisionError
    assert threading.active_count() == before


def test_where_nobody_asks_nothing_is_looked_at() -> None:
    with SILENT.during("days_0", lambda: pytest.fail("nobody asked")):
        pass


@pytest.mark.parametrize("kept", [False, True])
def test_a_comparison_tells_rows_up_to_all_of_them(kept: bool, tmp_path: Path) -> None:
    world = random_world(random.Random(2), rows=60)
    evidence = world.write(tmp_path)
    told: Told = []
    found = check_evidence(
        world.data_map,
        evidence,
        tmp_path,
        AS_OF,
        store=tmp_path / "store" if kept else None,
        progress=lambda done, of: told.append((done, of)),
    )
    assert told[-1] == (found.observations, found.observations)
    assert all(of is None or done <= of for done, of in told)
