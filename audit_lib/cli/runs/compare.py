"""`privacy-audit runs compare`: what differs between two runs of a report."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..faults import command
from ..options import TextOrJson
from ..plain import console, write_json
from .options import FormatOption, existing


@command
def runs_compare(
    before: Annotated[Path, typer.Argument(metavar="A", help="The folder of the earlier run.")],
    after: Annotated[Path, typer.Argument(metavar="B", help="The folder of the later run.")],
    output: FormatOption = TextOrJson.TEXT,
    *,
    whole: Annotated[bool, typer.Option("--whole", help="Print all of it, not a page.")] = False,
) -> int:
    """Compare two runs of a report: what went in, figures, findings, rows of tables, files.

    Exit status 0 if they differ in nothing but when they were made, 1 if they differ.
    """
    from ...reporting.comparing_runs import compare_runs
    from .compare_text import as_json, write_runs

    difference = compare_runs(existing(before), existing(after))
    if output is TextOrJson.JSON:
        write_json(as_json(difference), default=str)
    else:
        write_runs(difference, before, after, console(), whole=whole)
    return int(bool(difference))
