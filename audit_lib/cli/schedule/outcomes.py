"""What became of jobs, as lines, as an object for JSON and as an exit status."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from ..faults import UNUSABLE, tell
from ..options import TextOrJson
from ..plain import console, line, write_json

if TYPE_CHECKING:
    from pathlib import Path

    from ...reporting.schedule.carrying import Carried

_BAD: Final = ("failed", "unusable")

#: Of no news to a program, which asks every quarter of an hour; a person sees that nothing was forgotten.
_QUIET: Final = ("not due", "by hand")


def write_outcomes(found: Sequence[Carried], root: Path, output: TextOrJson) -> int:
    """Print what became of jobs and return the exit status: 2 if a run failed or a job cannot be used."""
    if output is TextOrJson.JSON:
        answer = {"jobs": [_as_json(one) for one in found]}
        write_json(answer)
    else:
        for one in found:
            _write(one, root)
    return UNUSABLE if any(one.outcome in _BAD for one in found) else 0


def _write(one: Carried, root: Path) -> None:
    page = console()
    if one.outcome == "unusable":
        tell([f"{one.job}: {part}" for part in one.why.splitlines()], UNUSABLE)
        return
    for told in one.told:
        line((one.job, "quiet"), f"  {told}", to=page)
    if one.occasion is None:
        if page.is_terminal or one.outcome not in _QUIET:
            line((one.job, "quiet"), f"  {one.why}", to=page)
        return
    occasion = one.occasion
    style = "good" if one.outcome == "finished" else "high"
    counts = [f"{occasion.runs:,} {'run' if occasion.runs == 1 else 'runs'}"]
    counts += [f"{occasion.made:,} made"] if occasion.made else []
    counts += [f"{occasion.skipped:,} whole already"] if occasion.skipped else []
    counts += [f"{len(occasion.failed):,} failed"] if occasion.failed else []
    line((one.job, style), f"  {', '.join(counts)}, as of {occasion.as_of}", to=page)
    line(f"  {root / occasion.job / occasion.occasion}", to=page)


def _as_json(one: Carried) -> dict[str, Any]:
    occasion = one.occasion.model_dump(mode="json") if one.occasion else None
    return {
        "job": one.job,
        "outcome": one.outcome,
        "why": one.why,
        "told": list(one.told),
        "occasion": occasion,
    }
