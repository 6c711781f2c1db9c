"""`privacy-audit check`: reads the map and runs the rules."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Final

import typer

from .check_text import write_text
from .faults import command
from .github import workflow_commands
from .options import AsOfOption, MapArgument, NoticeOption, day, load
from .sarif import sarif_log

if TYPE_CHECKING:
    from ..model.audit import Audit


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
) -> int:
    """Run the rules and report what an auditor would report.

    Exit status: 0 clean, 1 findings at or above --fail-on that are not dealt with, 2 the input cannot be
    read; then every fault is printed with its file, line and column.
    """
    from ..audit import run_audit
    from ..files.read_notice import read_notice

    when = day(as_of)
    text = read_notice(notice) if notice else None
    audit = run_audit(load(data_map), when, text)
    _write(audit, output)
    return FINDINGS if _fails(audit, fail_on) else 0


def _write(audit: Audit, output: Format) -> None:
    if output is Format.TEXT:
        write_text(audit)
    elif output is Format.GITHUB:
        sys.stdout.write("".join(f"{said}\n" for said in workflow_commands(audit.findings)))
    else:
        answer = audit.as_json() if output is Format.JSON else sarif_log(audit)
        sys.stdout.write(json.dumps(answer, indent=2, ensure_ascii=True) + "\n")


def _fails(audit: Audit, fail_on: FailOn) -> bool:
    if fail_on is FailOn.NEVER:
        return False
    return any(finding.counts and finding.severity.rank >= _RANK[fail_on] for finding in audit.findings)
