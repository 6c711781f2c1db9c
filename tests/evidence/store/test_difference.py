"""After an edit or a new file only what these change is counted, and the answer is that of counting all."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from .moving_world import MovingWorld, answer

CHANGES = ("edited_flow", "edited_activity", "dropped_flow", "other_values", "new_file", "new_file")


def kept_outcome(store: Path) -> int:
    """Return under which number the outcome of a comparison of all rows is kept."""
    return int(json.loads((store / "store.json").read_text(encoding="utf-8"))["outcome"]["number"])


@pytest.fixture
def agency(tmp_path: Path) -> MovingWorld:
    """A map with many rows, so that an edit changes only some of what is found."""
    root = tmp_path / "agency"
    root.mkdir()
    return MovingWorld(root, random.Random(11), rows=100)


@pytest.mark.parametrize("seed", range(3))
def test_change_after_change_the_answer_is_that_of_a_direct_comparison(seed: int, tmp_path: Path) -> None:
    world, store = MovingWorld(tmp_path, random.Random(seed), rows=80), tmp_path / "store"
    world.kept(store)
    first = kept_outcome(store)
    counted_all = 0
    for _ in range(3):
        world.step(world.dice.choice(CHANGES))
        assert answer(world.kept(store)) == answer(world.direct())
        counted_all += kept_outcome(store) != first
        first = kept_outcome(store)
    assert counted_all < 3, "each of three changes made everything be counted anew"


def test_what_is_kept_stays_as_it_is_while_edits_change_little(agency: MovingWorld, tmp_path: Path) -> None:
    store = tmp_path / "store"
    agency.kept(store)
    before = {file.name: file.stat().st_mtime_ns for file in store.glob("*.parquet")}
    agency.step("nothing")
    agency.kept(store)
    assert {file.name: file.stat().st_mtime_ns for file in store.glob("*.parquet")} == before


def test_a_new_file_is_added_to_what_is_kept(agency: MovingWorld, tmp_path: Path) -> None:
    store = tmp_path / "store"
    agency.kept(store)
    first = kept_outcome(store)
    for _ in range(2):
        agency.step("new_file")
        assert answer(agency.kept(store)) == answer(agency.direct())
    assert kept_outcome(store) == first


def test_an_edit_that_changes_most_of_what_is_found_makes_all_be_counted_and_kept_anew(
    tmp_path: Path,
) -> None:
    world, store = MovingWorld(tmp_path, random.Random(19), rows=30), tmp_path / "store"
    flows = world.data_map.flows
    world.edit(flows=flows[:1])
    world.kept(store)
    first = kept_outcome(store)
    world.edit(flows=flows)
    assert answer(world.kept(store)) == answer(world.direct())
    assert kept_outcome(store) != first
