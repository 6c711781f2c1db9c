"""`privacy-audit schedule list`: the jobs, when they are due, what became of them last."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...errors import InputError
from ..faults import command
from ..options import TextOrJson
from ..plain import console, line, write_json
from .options import FileOption, FormatOption, NowOption, moment, schedule_in

if TYPE_CHECKING:
    from rich.console import Console

    from ...reporting.schedule.schedule import ScheduledJob


@command
def schedule_list(
    file: FileOption = None, now: NowOption = None, output: FormatOption = TextOrJson.TEXT
) -> int:
    """List the jobs: when each is due, what became of it last, when it is due next."""
    from ...reporting.schedule.read import output_root

    schedule, at = schedule_in(file), moment(now)
    root = output_root(schedule)
    found = [_about(job, root, at) for job in schedule.jobs]
    if output is TextOrJson.JSON:
        write_json({"jobs": found})
    else:
        page = console()
        for about in found:
            _write(about, page)
    return 0


def _about(job: ScheduledJob, root: Path, now: dt.datetime) -> dict[str, Any]:
    """Return what is to be said of a job."""
    from ...reporting.schedule.due import next_occasion
    from ...reporting.schedule.moments import in_words
    from ...reporting.schedule.records import occasions

    following = next_occasion(job, job.when, now) if job.when else None
    try:
        last, fault = next(occasions(root / job.id), None), None
    except InputError as error:
        last, fault = None, str(error)
    return {
        "id": job.id,
        "title": job.title,
        "reports": list(job.reports),
        "cron": job.when.cron if job.when else None,
        "zone": job.when.zone if job.when else None,
        "when": in_words(job.when.cron, job.when.zone) if job.when else None,
        "starts": job.starts.isoformat() if job.starts else None,
        "last": last.model_dump(mode="json") if last else None,
        "fault": fault,
        "next": following.isoformat() if following else None,
    }


def _shown(told: str, zone: str | None) -> str:
    from ...reporting.schedule.moments import clock_time

    return clock_time(dt.datetime.fromisoformat(told), zone or "UTC")


def _write(about: dict[str, Any], page: Console) -> None:
    line((about["id"], "good"), f"  {about['title']}", to=page)
    when = f"{about['when']}: {about['cron']}" if about["when"] else "by hand"
    line(f"  when     {when}", to=page, hang=9)
    line(f"  reports  {', '.join(about['reports'])}", to=page, hang=9)
    _write_last(about, page)
    if about["when"]:
        line(
            f"  next     {_shown(about['next'], about['zone']) if about['next'] else 'never'}",
            to=page,
            hang=9,
        )


def _write_last(about: dict[str, Any], page: Console) -> None:
    last = about["last"]
    if about["fault"]:
        line("  last     ", (about["fault"], "high"), to=page, hang=9)
    elif last is None:
        line("  last     never", to=page, hang=9)
    else:
        failed = len(last["failed"])
        told = {
            "begun": "running, or stopped before its end",
            "finished": f"finished, {last['runs']:,} {'run' if last['runs'] == 1 else 'runs'}",
            "failed": f"{failed:,} of {last['runs']:,} {'run' if last['runs'] == 1 else 'runs'} failed",
            "overtaken": "never ended, overtaken",
        }[last["outcome"]]
        style = "good" if last["outcome"] == "finished" else "high"
        by_hand = " (by hand)" if last["by_hand"] else ""
        line(f"  last     {_shown(last['moment'], about['zone'])}{by_hand}  ", (told, style), to=page, hang=9)
