"""`privacy-audit check`: reads the map and runs the rules."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from .baseline import baseline_json, to_tell
from .check_text import write_text
from .faults import command
from .github import workflow_commands
from .options import AsOfOption, MapArgument, NoticeOption, day, load
from .plain import write_json
from .sarif import sarif_log

if TYPE_CHECKING:
    from ..model.audit import Audit
    from ..model.finding import Finding
    from ..model.progress import Progress


class Format(StrEnum):
    """For whom the answer is."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"


class FailOn(StrEnum):
    """The least severity that makes the exit status 1."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    NEVER = "never"


_RANK: Final = {FailOn.HIGH: 3, FailOn.MEDIUM: 2, FailOn.LOW: 1}

FINDINGS: Final = 1


@command
def check(
    data_map: MapArgument = None,
    notice: NoticeOption = None,
    output: Annotated[Format, typer.Option("--format", help="How to answer.")] = Format.TEXT,
    fail_on: Annotated[
        FailOn, typer.Option("--fail-on", help="The least severity that is a failure.")
    ] = FailOn.HIGH,
    as_of: AsOfOption = None,
    baseline: Annotated[
        Path | None,
        typer.Option(
            "--baseline",
            metavar="FILE",
            help="What check printed earlier, as json or sarif: only what is new or worse is told.",
            show_default=False,
        ),
    ] = None,
) -> int:
    """Run the rules and report what an auditor would report.

    Exit status: 0 clean, 1 findings at or above --fail-on that are not dealt with, 2 the input cannot be
    read; then every fault is printed with its file, line and column.
    """
    from ..audit import run_audit
    from ..files.read_notice import read_notice

    when = day(as_of)
    text = read_notice(notice) if notice else None
    read = load(data_map)
    since = _progress(baseline, read.info.id)
    audit = run_audit(read, when, text)
    progress = since(audit.findings) if since else None
    _write(audit, output, progress, str(baseline))
    return FINDINGS if fails(to_tell(audit, progress), fail_on) else 0


def _progress(baseline: Path | None, map_id: str) -> Callable[[Sequence[Finding]], Progress] | None:
    """Read the baseline, before the rules run; return what sets findings against it."""
    from ..files.read_findings import read_findings
    from ..rules.progress import progress

    if baseline is None:
        return None
    earlier = read_findings(baseline, map_id)
    return lambda findings: progress(findings, earlier)


def _write(audit: Audit, output: Format, progress: Progress | None, file: str) -> None:
    if output is Format.TEXT:
        write_text(audit, progress)
    elif output is Format.GITHUB:
        commands = workflow_commands(to_tell(audit, progress))
        sys.stdout.write("".join(f"{said}\n" for said in commands))
    else:
        found = baseline_json(audit, progress, file) if progress else audit.as_json()
        answer = found if output is Format.JSON else sarif_log(audit, progress)
        write_json(answer)


def fails(findings: Iterable[Finding], fail_on: FailOn) -> bool:
    """Say whether any finding that is not dealt with is as grave as what is to fail, or graver.

    >>> fails([], FailOn.LOW)
    False
    """
    if fail_on is FailOn.NEVER:
        return False
    return any(finding.counts and finding.severity.rank >= _RANK[fail_on] for finding in findings)
