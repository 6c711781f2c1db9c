"""Everything that can be wrong with a schedule before anything is run, found by reading what it names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from ...errors import Fault, InputError, Place
from ...files.placing import listed
from ...files.read_notice import read_notice
from ...graph.asked import Asked, refuse_unknown
from ..order import Order, text_of
from ..refusals import refuse_outside
from .cases import Roll, read_roll
from .expansion import Expansion, expand
from .moments import local_day
from .read import output_root
from .schedule import Schedule, ScheduledJob


class Examined(NamedTuple):
    """What is wrong with a schedule, and how many runs each job would make at an occasion."""

    faults: tuple[Fault, ...]
    runs: Mapping[str, int]


def examine(
    schedule: Schedule, now: dt.datetime, project: Path | None = None, notebooks: Path | None = None
) -> Examined:
    """Return what would keep runs from being made: folders, patterns, maps, notices, parties, activities.

    Parameters
    ----------
    schedule
        A schedule that was read, so that its shape and its parameters are right.
    now
        The moment whose day the cases are told for.
    project, notebooks
        The folder of the project, and that of the report notebooks, if they are not the usual ones.

    >>> job = {"id": "r", "title": "R", "reports": ["ropa"], "map": "no-such-map"}
    >>> now = dt.datetime(2026, 3, 30, tzinfo=dt.UTC)
    >>> [str(fault) for fault in examine(Schedule(jobs=[job]), now).faults]
    ['r no-such-map There is no such folder.']
    """
    found: list[Fault] = []
    runs: dict[str, int] = {}
    try:
        output_root(schedule, project)
    except InputError as error:
        found += error.faults
    reading = _Reading()
    for job in schedule.jobs:
        try:
            day = local_day(now, job.zone or "UTC")
            expansion = expand(job, "checked", day, notebooks=notebooks, reading=reading)
        except InputError as error:
            found += error.faults
            runs[job.id] = 0
            continue
        runs[job.id] = expansion.runs
        found += _of_job(job, expansion, reading, Path(schedule.out))
    return Examined(tuple(listed(found, "schedule")), runs)


class _Reading:
    """Reads each map once, also one that cannot be read, and keeps little of it."""

    def __init__(self) -> None:
        self._known: dict[Path, Roll | InputError] = {}

    def __call__(self, folder: Path) -> Roll:
        if folder not in self._known:
            try:
                self._known[folder] = read_roll(folder)
            except InputError as error:
                self._known[folder] = error
        found = self._known[folder]
        if isinstance(found, InputError):
            raise found
        return found


def _of_job(job: ScheduledJob, expansion: Expansion, reading: _Reading, root: Path) -> list[Fault]:
    found = [Fault(Place(job.id), one.why) for one in expansion.unusable]
    looks: list[Callable[[], object]] = [partial(_look, order, reading) for order in expansion.wanted]
    looks.append(partial(refuse_outside, expansion.wanted, root))
    if job.notice:
        looks.append(partial(read_notice, Path(job.notice)))
    for look in looks:
        try:
            look()
        except InputError as error:
            found += [Fault(Place(job.id), str(fault)) for fault in error.faults]
    return found


def _look(order: Order, reading: _Reading) -> None:
    """Read the map of a run, and look for the party and the activity that it asks for."""
    roll, given = reading(Path(order.map_folder)), order.parameters
    refuse_unknown(
        [
            Asked("activity", text_of(given, "activity"), "activity", roll.activities),
            Asked("party", text_of(given, "party"), "party", roll.parties),
        ]
    )
