"""What a sweep is told and what it tells: the runs that are wanted, and what became of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any, Literal, NamedTuple, Protocol


class Wanted(NamedTuple):
    """One run that is wanted: the report with all it is given, and its folder within the output root.

    `folder` is ``<job>/<occasion>/<case>/<report>``, `case` what tells it from the other runs of its report,
    `previous` the folder of the same run at the last good occasion, which its findings are set against.
    """

    report: str
    map_folder: Path
    as_of: dt.date
    parameters: Mapping[str, Any]
    notice: Path | None
    formats: tuple[str, ...]
    folder: PurePosixPath
    case: Mapping[str, str]
    previous: Path | None = None

    @property
    def case_name(self) -> str:
        """The name of the case, as its folder has it."""
        return self.folder.parent.name


class Missed(NamedTuple):
    """A run that is not there: its folder, and in one line why."""

    folder: PurePosixPath
    cause: str


class Step(NamedTuple):
    """How far a sweep is: runs done of all, and what became of the last."""

    done: int
    of: int
    folder: PurePosixPath
    outcome: Literal["made", "skipped", "failed"]
    cause: str | None = None


class Swept(NamedTuple):
    """What became of the runs of a sweep; those skipped were whole already."""

    made: tuple[PurePosixPath, ...] = ()
    skipped: tuple[PurePosixPath, ...] = ()
    failed: tuple[Missed, ...] = ()


class Runner(Protocol):
    """What makes the runs of a sweep, below an output root."""

    def __call__(
        self,
        orders: Sequence[Wanted],
        root: Path,
        *,
        workers: int | None,
        on: str,
        progress: Callable[[Step], None],
    ) -> Swept:
        """Make each run that is not whole yet; one that fails does not keep the others from being made."""
