"""`privacy-audit scenario`: a map as it would be after a change."""

from __future__ import annotations

import datetime as dt
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .difference_text import write_difference
from .faults import command
from .options import AsOfOption, day, load
from .plain import console, line, write_json

if TYPE_CHECKING:
    from ..difference.difference import AuditDifference
    from ..model.change import Change
    from ..model.difference import Letter


class ScenarioFormat(StrEnum):
    """For whom the answer is."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


@command
def scenario(
    data_map: Annotated[Path, typer.Argument(metavar="MAP", help="The folder of the data map.")],
    change: Annotated[Path, typer.Argument(metavar="CHANGE", help="The change, as a YAML file.")],
    *,
    output: Annotated[ScenarioFormat, typer.Option("--format", help="How to answer.")] = ScenarioFormat.TEXT,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", metavar="DIR", help="Write the changed map into this folder.", show_default=False
        ),
    ] = None,
    whole: Annotated[bool, typer.Option("--whole", help="Print all of it, not a page.")] = False,
    as_of: AsOfOption = None,
) -> int:
    """Make a change to a map and say what would be different.

    Findings gone and new, risks before and after, whom people must be told of, agreements needed, rows of the
    record that change, and what remains. The map itself stays as it is.
    """
    from ..audit import run_audit
    from ..difference.apply import apply_change
    from ..difference.audits import compare_audits
    from ..difference.tell import tell
    from ..files.read_change import read_change

    when = day(as_of)
    before = load(data_map)
    planned = read_change(change, before)
    after = apply_change(before, planned)
    difference = compare_audits(run_audit(before, when), run_audit(after, when))
    letter = tell(difference, effective(planned))
    if out is not None:
        _keep(difference, out)
    _write(difference, planned, letter, output, whole=whole)
    if out is not None and output is ScenarioFormat.TEXT:
        line(to=console())
        line(f"The changed map stands in {out}.", to=console())
    return 0


def effective(change: Change) -> dt.date | None:
    """Return the day from which a change holds, if it says one.

    >>> from audit_lib.model.change import Change
    >>> effective(Change(id="c", title="C", takes_effect="2027-01-04"))
    datetime.date(2027, 1, 4)
    """
    return change.takes_effect if isinstance(change.takes_effect, dt.date) else None


def _keep(difference: AuditDifference, out: Path) -> None:
    from ..files.write_map import write_map

    write_map(difference.after.data_map, out)


def _write(
    difference: AuditDifference, change: Change, letter: Letter | None, output: ScenarioFormat, *, whole: bool
) -> None:
    from ..views.difference_markdown import difference_markdown

    title = f"If this were done: {change.title}"
    if output is ScenarioFormat.JSON:
        answer = {
            "change": change.model_dump(mode="json", include={"id", "title", "why", "takes_effect"}),
            **difference.as_json(),
            "letter": letter.text() if letter else None,
        }
        write_json(answer)
    elif output is ScenarioFormat.MARKDOWN:
        sys.stdout.write(difference_markdown(difference, title, letter))
    else:
        write_difference(difference, title, letter, console(), whole=whole)
