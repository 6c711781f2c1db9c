"""A store changes nothing of the answer, whatever has changed since it was last filled."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .moving_world import STEPS, MovingWorld, answer


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(st.randoms(use_true_random=False), st.lists(st.sampled_from(STEPS), min_size=1, max_size=4))
def test_whatever_happens_between_two_runs_the_answer_is_that_of_a_direct_comparison(
    dice: random.Random, steps: list[str]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        world, store = MovingWorld(Path(folder), dice), Path(folder) / "store"
        world.kept(store)
        for step in steps:
            world.step(step)
            assert answer(world.kept(store)) == answer(world.direct())


@pytest.mark.parametrize("step", STEPS)
def test_after_each_kind_of_change_the_answer_is_that_of_a_direct_comparison(
    step: str, office: MovingWorld, tmp_path: Path
) -> None:
    office.kept(tmp_path / "store")
    office.step(step)
    assert answer(office.kept(tmp_path / "store")) == answer(office.direct())


def test_people_who_are_text_in_the_log_alone_are_found_on_lists_of_numbers(tmp_path: Path) -> None:
    world = MovingWorld(tmp_path, random.Random(74))
    for step in ("edited_list", "edited_retention", "changed_file", "dropped_list", "dropped_list"):
        world.kept(tmp_path / "store")
        world.step(step)
    assert answer(world.kept(tmp_path / "store")) == answer(world.direct())


def test_a_second_run_needs_no_file_of_a_log_and_says_which_are_gone(
    office: MovingWorld, tmp_path: Path
) -> None:
    first = office.kept(tmp_path / "store")
    for name in office.logs():
        for file in (office.root / name).glob("*.parquet"):
            file.unlink()
    again = office.kept(tmp_path / "store")
    assert answer(again) == answer(first)
    assert {f"source {name}" for name in office.logs()} <= {one.what for one in again.skipped}


def test_a_file_under_another_name_does_not_count_twice(office: MovingWorld, tmp_path: Path) -> None:
    first = office.kept(tmp_path / "store")
    for name in office.logs():
        for file in (office.root / name).glob("*.parquet"):
            file.rename(file.with_name(f"put-away-{file.name}"))
    again = office.kept(tmp_path / "store")
    assert again.observations == first.observations
    assert answer(again) == answer(first)


def test_what_was_told_of_a_log_when_it_was_read_is_told_again(office: MovingWorld, tmp_path: Path) -> None:
    direct = {read.source: read for read in office.direct().reads}
    for _ in range(2):
        for read in office.kept(tmp_path / "store").reads:
            assert (read.files, read.rows, read.refused, read.reasons) == (
                direct[read.source].files,
                direct[read.source].rows,
                direct[read.source].refused,
                direct[read.source].reasons,
            )


def test_a_list_without_a_file_is_told_and_is_no_error(office: MovingWorld, tmp_path: Path) -> None:
    beside = next(name for name in office.sources if name not in office.logs())
    for file in (office.root / beside).glob("*.parquet"):
        file.unlink()
    found = office.kept(tmp_path / "store")
    assert f"source {beside}" in {one.what for one in found.skipped}
    assert answer(found) == answer(office.direct())
