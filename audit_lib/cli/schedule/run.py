"""`privacy-audit schedule run`: carries a job out by hand."""

from __future__ import annotations

from typing import Annotated

import typer

from ..faults import command
from ..options import AsOfOption, TextOrJson, day
from .options import (
    FileOption,
    FormatOption,
    NowOption,
    OnOption,
    WorkersOption,
    job_of,
    means_of,
    moment,
    schedule_in,
)
from .outcomes import write_outcomes
from .progress import progress


@command
def schedule_run(
    job: Annotated[str, typer.Argument(metavar="JOB", help="The id of the job.")],
    file: FileOption = None,
    as_of: AsOfOption = None,
    cases: Annotated[
        list[str] | None,
        typer.Option("--case", metavar="NAME", help="Only this case; may be repeated.", show_default=False),
    ] = None,
    workers: WorkersOption = None,
    on: OnOption = "here",
    now: NowOption = None,
    output: FormatOption = TextOrJson.TEXT,
) -> int:
    """Carry a job out now.

    If runs of its last occasion failed, or it was killed, that one is gone on with: what is whole stays.
    """
    from ...reporting.schedule.carrying import carry_out_by_hand
    from ...reporting.schedule.expansion import expand

    schedule, at = schedule_in(file), moment(now)
    wanted = job_of(schedule, job)
    when = day(as_of) if as_of is not None else None
    expand(wanted, "checked-first", when or at.date(), cases=tuple(cases or ()))
    with progress() as told:
        means = means_of(schedule, workers, on, told)
        found = carry_out_by_hand(wanted, at, means, as_of=when, cases=tuple(cases or ()))
    return write_outcomes([found], means.root, output)
