"""Everything that can be wrong with a schedule before anything is run, found by reading what it names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

from ...errors import Fault, InputError, Place
from ...files.read_map import read_map
from ...files.read_notice import read_notice
from ...graph.asked import Asked, refuse_unknown
from ...model.data_map import DataMap
from .expansion import Expansion, expand
from .moments import local_day
from .read import output_root
from .schedule import Schedule, ScheduledJob
from .wanted import Wanted

#: How many faults are listed; the others are counted.
_MAX_LISTED: Final = 1_000

_Reading = Callable[[Path], DataMap | tuple[Fault, ...]]


def faults_of(
    schedule: Schedule, now: dt.datetime, project: Path | None = None, notebooks: Path | None = None
) -> list[Fault]:
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
    >>> [str(fault) for fault in faults_of(Schedule(jobs=[job]), now)]
    ['r no-such-map There is no such folder.']
    """
    found: list[Fault] = []
    try:
        output_root(schedule, project)
    except InputError as error:
        found += error.faults
    reading = cache(_reading)
    for job in schedule.jobs:
        found += _of_job(job, now, reading, notebooks)
    listed = list(dict.fromkeys(found))
    if len(listed) > _MAX_LISTED:
        more = Fault(Place("schedule"), f"{len(listed) - _MAX_LISTED:,} more faults are not listed.")
        return [*listed[:_MAX_LISTED], more]
    return listed


def runs_of(job: ScheduledJob, now: dt.datetime, notebooks: Path | None = None) -> int:
    """Return how many runs an occasion of a job would make.

    Raises
    ------
    ParameterError
        If its cases cannot be told.

    >>> job = ScheduledJob(id="r", title="R", reports=["ropa", "risk"], map="data_maps/btr")
    >>> runs_of(job, dt.datetime(2026, 3, 30, tzinfo=dt.UTC))
    2
    """
    return _expanded(job, now, notebooks).runs


def _expanded(job: ScheduledJob, now: dt.datetime, notebooks: Path | None) -> Expansion:
    return expand(job, "checked", local_day(now, job.zone or "UTC"), notebooks=notebooks)


def _of_job(job: ScheduledJob, now: dt.datetime, reading: _Reading, notebooks: Path | None) -> list[Fault]:
    try:
        expansion = _expanded(job, now, notebooks)
    except InputError as error:
        return list(error.faults)
    found = [Fault(Place(job.id), one.cause) for one in expansion.unusable]
    for wanted in expansion.wanted:
        found += [Fault(Place(job.id), str(fault)) for fault in _of_run(wanted, reading)]
    if job.notice:
        try:
            read_notice(Path(job.notice))
        except InputError as error:
            found += [Fault(Place(job.id), str(fault)) for fault in error.faults]
    return found


def _of_run(wanted: Wanted, reading: _Reading) -> tuple[Fault, ...]:
    """Return what is wrong with the map of a run, or with the party and the activity that it asks for."""
    data_map = reading(wanted.map_folder)
    if isinstance(data_map, tuple):
        return data_map
    given = wanted.parameters
    try:
        refuse_unknown(
            [
                Asked("activity", given.get("activity"), "activity", data_map.activity),
                Asked("party", given.get("party"), "party", data_map.party),
            ]
        )
    except InputError as error:
        return error.faults
    return ()


def _reading(folder: Path) -> DataMap | tuple[Fault, ...]:
    """Return a map, or what is wrong with it."""
    try:
        return read_map(folder)
    except InputError as error:
        return error.faults
