"""`privacy-audit runs list`: every run under a folder, and how the chain stands that tells of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer
from rich.console import Console

from ...errors import InputError
from ...model.words import counted
from ..faults import UNUSABLE, command, tell
from ..options import TextOrJson
from ..plain import console, line, write_json
from .options import FormatOption, existing, moment, size

if TYPE_CHECKING:
    from ...reporting.ledger import Ledger
    from ...reporting.runs import Run


class _Root(NamedTuple):
    """The runs of one output root, by folder; without a ledger `chain` is None."""

    folder: Path
    chain: Ledger | None
    runs: tuple[tuple[Path, Run], ...]


@command
def runs_list(
    root: Annotated[
        Path | None,
        typer.Argument(metavar="ROOT", help="Where to look (default: reports).", show_default=False),
    ] = None,
    output: FormatOption = TextOrJson.TEXT,
) -> int:
    """List the runs under a folder in a line each: report, map, as of, outcome, when, size, case.

    Of each folder that holds a ledger (runs.jsonl) the state of the chain is told and its head, the number
    that stands for all lines: write it down elsewhere, and `runs verify --head` proves that nothing was cut
    off. Only the chain is checked here; `runs verify` looks at the files too.
    """
    faults: list[str] = []
    roots = _roots(existing(root), faults)
    if output is TextOrJson.JSON:
        answer = {"roots": [_as_json(one) for one in roots], "unreadable": faults}
        write_json(answer)
    else:
        page = console()
        if not any(one.runs or one.chain for one in roots):
            line("No report has been run here.", to=page)
        for one in roots:
            _text(one, page)
    return tell(faults, UNUSABLE) if faults else 0


def _roots(folder: Path, faults: list[str]) -> list[_Root]:
    from ...reporting.ledger import read_ledger
    from ...reporting.verifying import roots_under, runs_under

    found = [_Root(root, read_ledger(root), _runs(root, faults)) for root in roots_under(folder)]
    if not any(one.folder == folder for one in found):
        loose = tuple(_readable(runs_under(folder), faults))
        found += [_Root(folder, None, loose)] if loose else []
    return found


def _runs(root: Path, faults: list[str]) -> tuple[tuple[Path, Run], ...]:
    from ...reporting.verifying import runs_under

    return tuple(_readable(runs_under(root), faults))


def _readable(folders: Any, faults: list[str]) -> list[tuple[Path, Run]]:
    """Return the runs that can be read, oldest first, and put the others among the faults."""
    from ...reporting.runs import read_run

    found = []
    for folder in folders:
        try:
            found.append((folder, read_run(folder)))
        except InputError as error:
            faults.extend(str(fault) for fault in error.faults)
    return sorted(found, key=lambda pair: (pair[1].started, pair[0]))


def state(chain: Ledger | None) -> tuple[str, str]:
    """Return in one line how a chain stands, and the colour of it.

    >>> state(None)
    ('no ledger (runs from before there was one, or copies)', 'medium')
    """
    if chain is None:
        return "no ledger (runs from before there was one, or copies)", "medium"
    count = counted(len(chain.lines), "line")
    faults = len(chain.faults) + bool(chain.torn)
    if faults:
        return f"{count}, broken in {counted(faults, 'place')}: see `runs verify`", "high"
    return f"{count}, unbroken, head {chain.head}", "good"


def _text(root: _Root, page: Console) -> None:
    line(f"{root.folder}: ", state(root.chain), to=page)
    for folder, run in root.runs:
        place = folder.relative_to(root.folder)
        said = [
            place.as_posix() if place.name == run.report else f"{place.as_posix()} ({run.report})",
            run.data_map.id,
            f"as of {run.as_of.isoformat()}",
            moment(run.ended),
            size(sum(made.bytes for made in run.files)),
            *([f"case {run.case}"] if run.case else []),
        ]
        style = "good" if run.outcome == "finished" else "high"
        line("  ", (f"{run.outcome:8}", style), "  ", "  ".join(said), to=page, hang=12)


def _as_json(root: _Root) -> dict[str, Any]:
    chain = root.chain
    return {
        "root": root.folder.as_posix(),
        "lines": len(chain.lines) if chain else None,
        "head": chain.head if chain else None,
        "unbroken": not chain.faults and not chain.torn if chain else None,
        "runs": [
            {
                "folder": folder.as_posix(),
                "report": run.report,
                "map": run.data_map.id,
                "as_of": run.as_of.isoformat(),
                "outcome": run.outcome,
                "started": run.started.isoformat(),
                "ended": run.ended.isoformat(),
                "bytes": sum(made.bytes for made in run.files),
                "case": run.case,
                "inputs": run.inputs,
                "figures": dict(run.figures),
            }
            for folder, run in root.runs
        ],
    }
