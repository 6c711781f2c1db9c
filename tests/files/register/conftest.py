"""A register in a folder of its own, and what is written into it."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from audit_lib.files.register import Draft, Register, Stored, open_register

DAY = dt.date(2026, 11, 22)
MOMENT = dt.datetime(2026, 11, 22, 10, 30, tzinfo=dt.UTC)


def drafted(**fields) -> Callable[[str], Draft]:
    """What makes an entry that was opened on the day."""
    return lambda _: Draft(opened=DAY, **fields)


def altered(**fields) -> Callable[[Stored], Draft]:
    """What changes some fields of an entry and leaves the others."""

    def alter(now: Stored) -> Draft:
        same = {name: getattr(now, name) for name in Draft.model_fields}
        return Draft(**{**same, **fields})

    return alter


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Where the register stands."""
    return tmp_path / "register.db"


@pytest.fixture
def register(home: Path) -> Iterator[Register]:
    """A new register without entries."""
    with open_register(home, create=True) as opened:
        yield opened
