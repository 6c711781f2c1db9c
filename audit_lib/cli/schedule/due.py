"""`privacy-audit schedule due`: carries out what is due, and nothing twice."""

from __future__ import annotations

from ..faults import command
from ..options import TextOrJson
from .options import (
    FileOption,
    FormatOption,
    NowOption,
    OnOption,
    WorkersOption,
    means_of,
    moment,
    schedule_in,
)
from .outcomes import write_outcomes
from .progress import progress


@command
def schedule_due(
    file: FileOption = None,
    workers: WorkersOption = None,
    on: OnOption = "here",
    now: NowOption = None,
    output: FormatOption = TextOrJson.TEXT,
) -> int:
    """Carry out what is due: of each job the latest occasion, once.

    Meant to be called often, by cron or a timer. After a pause only the latest occasion is made up for; one
    that was killed is gone on with; runs that failed are not tried again (`schedule run` does that). Where
    another scheduler is at work on a job, that job is left to it.
    """
    from ...reporting.schedule.carrying import carry_out_due

    schedule, at = schedule_in(file), moment(now)
    with progress() as told:
        means = means_of(schedule, workers, on, told)
        found = [carry_out_due(job, at, means) for job in schedule.jobs]
    return write_outcomes(found, means.root, output)
