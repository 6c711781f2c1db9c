"""What `dpia` and `lia` have in common: which activities are asked for, and how the documents are written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import ParameterError
from .document_files import ENDINGS, checked_ending, fresh_folder, write_by_ending
from .options import known_id
from .plain import console, line

if TYPE_CHECKING:
    from ..model.assessment import Assessment
    from ..model.data_map import DataMap
    from ..model.finding import Finding

    Draft = Callable[[DataMap, str, dt.date, Iterable[Finding]], Assessment]

ActivityOption = Annotated[
    str | None,
    typer.Option("--activity", metavar="ID", help="The activity to assess.", show_default=False),
]
AllOption = Annotated[bool, typer.Option("--all", help="Every activity that it is for, into a folder.")]
OutOption = Annotated[
    Path,
    typer.Option("--out", metavar="FILE", help="What to write: .docx, .html or .md; with --all, a folder."),
]


class FormOption(StrEnum):
    """What the files of a folder are."""

    DOCX = "docx"
    HTML = "html"
    MD = "md"


FormatOption = Annotated[FormOption, typer.Option("--format", help="With --all: what each file is.")]


def files_for(
    data_map: DataMap, fitting: Sequence[str], activity: str | None, everything: bool, out: Path, form: str
) -> dict[str, Path]:
    """Return the activities to assess, each with the file that it goes to.

    Raises
    ------
    ParameterError
        If it is not clear which activity is meant, the map has no such activity, or the ending is unknown.

    >>> from audit_lib.graph.example import example_map
    >>> files_for(example_map(), ["letting-work"], "leting-work", False, Path("a.md"), "docx")
    Traceback (most recent call last):
    audit_lib.errors.ParameterError: --activity No activity of the map has the id "leting-work". Did you mean
    "letting-work"?
    """
    if everything == (activity is not None):
        message = "Name one activity with --activity, or take --all of them into a folder."
        raise ParameterError.at("--activity", message)
    known_id("--activity", activity, data_map.activity, "activity")
    if activity is None:
        if out.suffix.lower() in ENDINGS or (out.exists() and not out.is_dir()):
            raise ParameterError.at("--out", f'"{out}" must be a folder with --all, and no file.')
        return {name: out / f"{name}.{form}" for name in fitting}
    checked_ending(out)
    return {activity: out}


def write_all(
    data_map: DataMap, files: dict[str, Path], when: dt.date, draft: Draft, folder: Path | None
) -> None:
    """Draft every assessment before the first file is written, then write them, and say what each holds.

    Raises
    ------
    OutputError
        If a file or the folder cannot be written, or one of the files of a folder is there already.
    """
    from ..rules.run import run_rules

    findings = run_rules(data_map, when).findings
    drafts = {name: draft(data_map, name, when, findings) for name in files}
    if folder is not None:
        fresh_folder(folder, files.values())
    page = console()
    for name, made in drafts.items():
        write_by_ending(made, files[name])
        line(f"{files[name]}: {_holds(made)}", to=page)


def _holds(made: Assessment) -> str:
    gaps = "1 place" if made.gaps == 1 else f"{made.gaps} places"
    number = len(made.risks.risks)
    risks = "1 risk" if number == 1 else f"{number} risks"
    remains = (
        ", a high one remains: consult the regulator first or lower it" if made.consult_regulator else ""
    )
    return f"{gaps} to fill in; {risks}{remains}"
