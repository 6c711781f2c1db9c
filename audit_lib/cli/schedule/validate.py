"""`privacy-audit schedule validate`: everything that can be checked without a run."""

from __future__ import annotations

from typing import Any

from ..faults import UNUSABLE, command, tell
from ..options import TextOrJson
from ..plain import console, line, write_json
from .options import FileOption, FormatOption, NowOption, moment, schedule_in


@command
def schedule_validate(
    file: FileOption = None, now: NowOption = None, output: FormatOption = TextOrJson.TEXT
) -> int:
    """Check the schedule: names, parameters, times, zones, that every map and notice can be read.

    Every fault is told. Nothing is run and nothing is written.
    """
    from ...reporting.schedule.validate import examine

    schedule, at = schedule_in(file), moment(now)
    faults, counted = examine(schedule, at)
    if output is TextOrJson.JSON:
        answer: dict[str, Any] = {
            "valid": not faults,
            "jobs": [{"id": name, "runs": runs} for name, runs in counted.items()],
            "faults": [str(fault) for fault in faults],
        }
        write_json(answer)
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
