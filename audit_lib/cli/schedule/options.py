"""What the commands about jobs share: the schedule that they read, the moment they judge by."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ...errors import ParameterError, did_you_mean
from ..options import TextOrJson

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ...reporting.order import Order
    from ...reporting.schedule.carrying import Means
    from ...reporting.schedule.schedule import Schedule, ScheduledJob
    from ...reporting.swept import Step, Swept

FileOption = Annotated[
    Path | None,
    typer.Option(
        "--file",
        metavar="FILE",
        help="The schedule (default: reports/schedule.yaml).",
        show_default=False,
    ),
]
WorkersOption = Annotated[
    int | None,
    typer.Option(
        "--workers",
        metavar="N",
        min=1,
        max=256,
        help="How many runs are made at once (default: one a processor).",
        show_default=False,
    ),
]
OnOption = Annotated[
    str,
    typer.Option(
        "--on",
        metavar="WHERE",
        help="Where runs are made: here, dask (a cluster on this machine) or dask=ADDRESS of its scheduler.",
    ),
]
NowOption = Annotated[
    str | None,
    typer.Option(
        "--now",
        metavar="MOMENT",
        help="The moment to judge by, as 2026-03-30T06:00Z (default: the clock).",
        show_default=False,
    ),
]
FormatOption = Annotated[TextOrJson, typer.Option("--format", help="How to answer.")]


def schedule_in(file: Path | None) -> Schedule:
    """Read the schedule that a command was given.

    >>> schedule_in(Path("no-such-schedule.yaml"))
    Traceback (most recent call last):
    audit_lib.errors.ParameterError: no-such-schedule.yaml There is no such file.
    """
    from ...reporting.schedule.read import USUAL_FILE, read_schedule

    return read_schedule(file or USUAL_FILE)


def moment(given: str | None) -> dt.datetime:
    """Return the moment to judge by, in UTC and whole seconds: the one that is given, else the clock's.

    >>> moment("2026-03-30T07:00+01:00").isoformat()
    '2026-03-30T06:00:00+00:00'
    >>> moment("2026-03-30")
    Traceback (most recent call last):
    audit_lib.errors.ParameterError: --now "2026-03-30" is no moment: write it as 2026-03-30T06:00Z.
    """
    if given is None:
        return dt.datetime.now(dt.UTC).replace(microsecond=0)
    try:
        found = dt.datetime.fromisoformat(given).astimezone(dt.UTC) if _has_zone(given) else None
    except (ValueError, OverflowError):
        found = None
    if found is None or not 1980 <= found.year <= 9900:
        raise ParameterError.at("--now", f'"{given}" is no moment: write it as 2026-03-30T06:00Z.')
    return found.replace(microsecond=0)


def _has_zone(given: str) -> bool:
    return dt.datetime.fromisoformat(given).tzinfo is not None


def job_of(schedule: Schedule, name: str) -> ScheduledJob:
    """Return the job of that id.

    Raises
    ------
    ParameterError
        If there is none; the message lists those there are.

    >>> from audit_lib.reporting.schedule.schedule import Schedule
    >>> job = {"id": "weekly", "title": "Weekly", "reports": ["ropa"], "map": "m"}
    >>> job_of(Schedule(jobs=[job]), "weakly")
    Traceback (most recent call last):
    audit_lib.errors.ParameterError: JOB No job is called "weakly". Did you mean "weekly"? Known: weekly.
    """
    job = schedule.job(name)
    if job is not None:
        return job
    known = [each.id for each in schedule.jobs]
    hint = did_you_mean(name, known)
    raise ParameterError.at("JOB", f'No job is called "{name}".{hint} Known: {", ".join(known)}.')


def means_of(schedule: Schedule, workers: int | None, on: str, progress: Callable[[Step], None]) -> Means:
    """Return with what jobs are carried out; what runs notebooks is loaded only when a run is wanted.

    Raises
    ------
    ParameterError
        If runs cannot be made there.

    >>> from audit_lib.reporting.schedule.schedule import Schedule
    >>> job = {"id": "weekly", "title": "Weekly", "reports": ["ropa"], "map": "m"}
    >>> means_of(Schedule(jobs=[job]), 2, "here", print).root.as_posix()
    'reports/runs'
    """
    from ...reporting.schedule.carrying import Means
    from ...reporting.schedule.read import output_root

    if not re.fullmatch(r"here|dask|dask=[a-z]+://\S+", on):
        message = f'"{on}" is no place: write here, dask, or dask=tcp://HOST:PORT.'
        raise ParameterError.at("--on", message)
    return Means(output_root(schedule), _run, workers, on, progress=progress)


def _run(
    orders: Sequence[Order], root: Path, *, workers: int | None, on: str, progress: Callable[[Step], None]
) -> Swept:
    from ...reporting.schedule.running import run_occasion

    return run_occasion(orders, root, workers=workers, on=on, progress=progress)
