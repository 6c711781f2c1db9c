"""`privacy-audit runs verify`: whether runs are as they were recorded."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console

from ...errors import ParameterError
from ...model.words import counted
from ..faults import command
from ..options import TextOrJson
from ..plain import console, line, write_json
from .options import FormatOption, existing

if TYPE_CHECKING:
    from ...reporting.verifying import Verified


@command
def runs_verify(
    root: Annotated[
        Path | None,
        typer.Argument(
            metavar="ROOT|FOLDER",
            help="A folder of reports, or one run (default: reports).",
            show_default=False,
        ),
    ] = None,
    head: Annotated[
        str | None,
        typer.Option(
            "--head",
            metavar="HASH",
            help="A head that was written down earlier: proves that no line was cut off since.",
            show_default=False,
        ),
    ] = None,
    output: FormatOption = TextOrJson.TEXT,
) -> int:
    """Verify that runs are as recorded: the chain, each run.json, each file; none missing, none added.

    Exit status 0 if all is whole, 1 if anything was changed; each fault is one line that says where and what.
    """
    verified = _verified(root, head)
    if output is TextOrJson.JSON:
        write_json([_as_json(one) for one in verified])
    else:
        page = console()
        for one in verified:
            _text(one, page)
    return int(any(one.faults for one in verified))


def _verified(given: Path | None, head: str | None) -> list[Verified]:
    from ...reporting.folders import is_run
    from ...reporting.verifying import root_of, roots_under, runs_under, verify, verify_run

    if given is not None and not given.exists() and root_of(given):
        return [_one_run(given, head)]
    folder = existing(given)
    roots = roots_under(folder)
    if is_run(folder) and not roots:
        return [_one_run(folder, head)]
    loose = [] if folder in roots else [verify_run(run) for run in runs_under(folder)]
    if head is not None and len(roots) != 1:
        message = f"A head belongs to one ledger, and {folder} holds {len(roots) or 'none'}; name its folder."
        raise ParameterError.at("--head", message)
    if not roots and not loose:
        raise ParameterError.at(str(folder), "No ledger (runs.jsonl) and no run is here.")
    return [verify(root, head) for root in roots] + loose


def _one_run(folder: Path, head: str | None) -> Verified:
    from ...reporting.verifying import verify_run

    if head is not None:
        raise ParameterError.at("--head", "A head belongs to a ledger; name the folder of its runs.jsonl.")
    return verify_run(folder)


def _text(one: Verified, page: Console) -> None:
    for fault in one.faults:
        line((str(fault), "high"), to=page)
    for note in one.notes:
        line((note, "quiet"), to=page)
    lines = f"{counted(one.lines, 'line')}, " if one.head else ""
    looked = f"{lines}{counted(one.runs, 'run')}, {counted(one.files, 'file')}"
    verdict = counted(len(one.faults), "fault") if one.faults else "whole"
    line(f"{one.root}: {looked}: ", (verdict, "high" if one.faults else "good"), to=page)
    if one.head:
        line((f"  head {one.head}", "quiet"), to=page)


def _as_json(one: Verified) -> dict[str, Any]:
    return {
        "root": one.root.as_posix(),
        "whole": not one.faults,
        "lines": one.lines,
        "runs": one.runs,
        "files": one.files,
        "head": one.head or None,
        "faults": [
            {"file": fault.place.file, "line": fault.place.line, "message": fault.message}
            for fault in one.faults
        ],
        "notes": list(one.notes),
    }
