"""A comparison that is killed leaves the store as it was or complete, and the next one is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit_lib.evidence.store.keeping import opened

from .killed import kill_within, moments
from .moving_world import AS_OF, MovingWorld, answer


@pytest.mark.slow
def test_after_kills_at_random_moments_the_next_run_gives_the_right_answer(
    office: MovingWorld, tmp_path: Path
) -> None:
    store, killed = tmp_path / "store", 0
    for at, moment in enumerate(moments(6, 0.6, seed=3)):
        office.step(("new_file", "edited_list", "edited_flow")[at % 3])
        asked = (office.data_map, office.evidence, office.root, AS_OF)
        killed += kill_within(asked, store, moment) == -9
        with opened(store) as manifest:
            there = {file.name for file in store.iterdir() if file.suffix in (".parquet", ".new")}
            assert there == manifest.files()
    assert killed >= 2
    assert answer(office.kept(store)) == answer(office.direct())
