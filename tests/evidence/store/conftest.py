"""A small office whose logs are kept in a store."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from .moving_world import MovingWorld


@pytest.fixture
def office(tmp_path: Path) -> MovingWorld:
    """A map with a log and lists beside it, not compared yet."""
    root = tmp_path / "office"
    root.mkdir()
    return MovingWorld(root, random.Random(5))
