"""What a sweep tells: runs made, left as they were, failed; how far it is; and who makes them."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal, NamedTuple, Protocol

from .checking import Checked
from .runs import Run
from .worker import Task


class Made(NamedTuple):
    """A run that stands whole in its folder, as seen from the output root."""

    folder: str
    run: Run


class Failed(NamedTuple):
    """A run that failed: where it would stand, why, and where what is known of it is kept, if it is."""

    folder: str
    why: str
    kept: Path | None = None


class Swept(NamedTuple):
    """What a sweep has done: runs made, runs that were whole already, runs that failed; each by folder."""

    made: tuple[Made, ...]
    skipped: tuple[Made, ...]
    failed: tuple[Failed, ...]


class Step(NamedTuple):
    """How far a sweep is: a run that is settled, how, how many are of how many; and why, if it failed."""

    folder: str
    outcome: Literal["made", "skipped", "failed"]
    done: int
    of: int
    why: str | None = None


class Crew(Protocol):
    """Whoever makes runs: processes of this machine, or other machines."""

    done: Any

    @property
    def width(self) -> int:
        """How many runs can be given to it at once."""

    def submit(self, place: str, task: Task, checked: Checked) -> None:
        """Have a run made."""

    def close(self, *, now: bool = False) -> None:
        """End it."""
