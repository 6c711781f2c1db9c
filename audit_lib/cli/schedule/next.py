"""`privacy-audit schedule next`: what will run when, and how much of it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ...errors import InputError
from ..faults import UNUSABLE, command, tell
from ..options import TextOrJson
from ..plain import console, line, write_json
from .options import FileOption, FormatOption, NowOption, moment, schedule_in

if TYPE_CHECKING:
    from ...reporting.schedule.schedule import ScheduledJob


@command
def schedule_next(
    file: FileOption = None,
    days: Annotated[int, typer.Option("--days", metavar="N", min=1, max=366, help="How far to look.")] = 7,
    now: NowOption = None,
    output: FormatOption = TextOrJson.TEXT,
) -> int:
    """Say what will run when in the days to come, and how many runs each makes."""
    from ...reporting.schedule.moments import MAX_LISTED

    schedule, at = schedule_in(file), moment(now)
    found: list[dict[str, Any]] = []
    faults: list[str] = []
    for job in schedule.jobs:
        try:
            found += _ahead(job, at, at + dt.timedelta(days=days))
        except InputError as error:
            faults += [str(fault) for fault in error.faults]
    found.sort(key=lambda one: one["at"])
    if output is TextOrJson.JSON:
        listed = {"occasions": found[:MAX_LISTED], "not_listed": max(0, len(found) - MAX_LISTED)}
        write_json(listed)
    else:
        _write(found, MAX_LISTED, days)
    return tell(faults, UNUSABLE) if faults else 0


def _ahead(job: ScheduledJob, now: dt.datetime, until: dt.datetime) -> list[dict[str, Any]]:
    """Return the occasions of a job, with the runs of each as the maps are now."""
    from ...reporting.schedule.due import next_occasion
    from ...reporting.schedule.expansion import expand
    from ...reporting.schedule.moments import between, local_day

    if job.when is None:
        return []
    first = next_occasion(job, job.when, now)
    if first is None or first > until:
        return []
    second = dt.timedelta(seconds=1)
    moments = between(job.when.cron, job.when.zone, first - second, until + second)
    runs = expand(job, "ahead", local_day(first, job.when.zone)).runs
    return [
        {
            "job": job.id,
            "title": job.title,
            "at": at.isoformat(),
            "zone": job.zone,
            "runs": runs,
        }
        for at in moments
    ]


def _write(found: list[dict[str, Any]], most: int, days: int) -> None:
    from ...reporting.schedule.moments import clock_time

    page = console()
    width = max((len(one["job"]) for one in found), default=0)
    for one in found[:most]:
        runs = f"{one['runs']:,} {'run' if one['runs'] == 1 else 'runs'}"
        at = f"{clock_time(dt.datetime.fromisoformat(one['at']), one['zone'])} {one['zone']}"
        line(at, "  ", (f"{one['job']:<{width}}", "good"), f"  {runs:>10}  {one['title']}", to=page)
    if not found:
        line(f"Nothing is due in the next {days} {'day' if days == 1 else 'days'}.", to=page)
    if len(found) > most:
        line((f"{len(found) - most:,} more are not listed.", "quiet"), to=page)
