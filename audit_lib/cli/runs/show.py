"""`privacy-audit runs show`: all that is kept of one run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer
from rich.console import Console

from ...model.words import counted
from ..faults import command
from ..options import TextOrJson
from ..plain import console, line, write_json
from .options import FormatOption, existing, moment, size

if TYPE_CHECKING:
    from ...reporting.ledger import Line
    from ...reporting.runs import Revision, Run

#: Columns of what a line is about.
_WIDE: Final = 22

#: How many of the slowest cells are told.
_SLOWEST: Final = 3


@command
def runs_show(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder of a run.")],
    output: FormatOption = TextOrJson.TEXT,
) -> int:
    """Show all that is kept of one run: what went in, what came out, how long it took, who records it."""
    from ...reporting.runs import read_run
    from ...reporting.verifying import line_of, root_of

    run = read_run(existing(folder))
    root = root_of(folder)
    recorded = line_of(folder, root) if root else None
    if output is TextOrJson.JSON:
        told = {**recorded._asdict(), "seal": recorded.seal} if recorded else None
        answer = {**run.model_dump(mode="json"), "recorded": told}
        write_json(answer)
    else:
        _text(run, recorded, root, console())
    return 0


def _text(run: Run, recorded: Line | None, root: Path | None, page: Console) -> None:
    style = "good" if run.outcome == "finished" else "high"
    line((run.report, style), f"  {run.outcome}", to=page)
    for what, said in _said(run, recorded, root):
        line((f"  {what:{_WIDE}}", "quiet"), str(said), to=page, hang=_WIDE)
    _part("Parameters", run.parameters.items(), page)
    _part("Figures", run.figures.items(), page)
    _part("Files", ((made.name, f"{size(made.bytes)}  {made.sha256}") for made in run.files), page)
    _part("Packages", run.packages.items(), page)


def _part(title: str, pairs: Any, page: Console) -> None:
    rows = list(pairs)
    if rows:
        wide = max(len(str(name)) for name, _ in rows)
        line((title, "quiet"), to=page)
        for name, said in rows:
            line(f"  {name!s:{wide}}  {'none' if said is None else said}", to=page, hang=wide + 2)


def _said(run: Run, recorded: Line | None, root: Path | None) -> Iterator[tuple[str, str]]:
    seconds = (run.ended - run.started).total_seconds()
    yield "map", f"{run.data_map.id}, version {run.data_map.version}, in {run.data_map.folder}"
    yield "content of the map", run.data_map.sha256
    yield "as of", run.as_of.isoformat()
    yield "began", moment(run.started)
    yield "took", counted(round(seconds), "second")
    if run.case:
        yield "case", run.case
    if run.failure:
        yield "failed", run.failure
    yield "notebook", f"{run.notebook} {run.notebook_sha256}"
    yield "all inputs", run.inputs or "not kept (a run from an earlier version)"
    for read in run.read:
        told = read.sha256 or "too large for a hash"
        yield f"read by {read.parameter}", f"{size(read.bytes)}  {told}"
    if run.seed is not None:
        yield "seed", str(run.seed)
    yield "commit of the map", _revision(run.map_revision)
    yield "commit of the project", _revision(run.project_revision)
    yield "Python", run.python
    if run.cell_seconds:
        yield "cells", _cells(run.cell_seconds)
    yield "recorded", _recorded(recorded, root)


def _revision(revision: Revision | None) -> str:
    if revision is None:
        return "in no repository"
    return f"{revision.commit}, {'with changes since' if revision.changed else 'clean'}"


def _cells(seconds: tuple[float, ...]) -> str:
    slowest = sorted(range(len(seconds)), key=lambda cell: -seconds[cell])[:_SLOWEST]
    named = ", ".join(f"cell {cell + 1} {seconds[cell]:.1f} s" for cell in slowest if seconds[cell] >= 0.05)
    return f"{counted(len(seconds), 'cell')} in {sum(seconds):.1f} s{f'; slowest: {named}' if named else ''}"


def _recorded(recorded: Line | None, root: Path | None) -> str:
    if recorded is None:
        return "by no ledger" if root is None else f"not in the ledger of {root}"
    return f"{recorded.event} by line {recorded.number} of {root}/runs.jsonl at {recorded.at}"
