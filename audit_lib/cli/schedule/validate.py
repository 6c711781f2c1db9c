"""`privacy-audit schedule validate`: everything that can be checked without a run."""

from __future__ import annotations

import json
import sys
from typing import Any

from ...errors import InputError
from ..faults import UNUSABLE, command, tell
from ..options import TextOrJson
from ..plain import console, line
from .options import FileOption, FormatOption, NowOption, moment, schedule_in


@command
def schedule_validate(
    file: FileOption = None, now: NowOption = None, output: FormatOption = TextOrJson.TEXT
) -> int:
    """Check the schedule: names, parameters, times, zones, that every map and notice can be read.

    Every fault is told. Nothing is run and nothing is written.
    """
    from ...reporting.schedule.validate import faults_of, runs_of

    schedule, at = schedule_in(file), moment(now)
    faults = faults_of(schedule, at)
    counted: dict[str, int] = {}
    for job in schedule.jobs:
        try:
            counted[job.id] = runs_of(job, at)
        except InputError:  # is among the faults already
            counted[job.id] = 0
    if output is TextOrJson.JSON:
        answer: dict[str, Any] = {
            "valid": not faults,
            "jobs": [{"id": name, "runs": runs} for name, runs in counted.items()],
            "faults": [str(fault) for fault in faults],
        }
        sys.stdout.write(json.dumps(answer, indent=2, ensure_ascii=False) + "\n")
        return UNUSABLE if faults else 0
    if faults:
        return tell([str(fault) for fault in faults], UNUSABLE)
    page = console()
    width = max(len(name) for name in counted)
    for name, runs in counted.items():
        line(
            (f"{name:<{width}}", "good"), f"  {runs:,} {'run' if runs == 1 else 'runs'} an occasion", to=page
        )
    return 0
