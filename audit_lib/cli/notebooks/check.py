"""`privacy-audit notebooks check`: holds notebooks against the rules of the house."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from ... import __all__ as public_names
from ...errors import InputError, Place
from ..faults import UNUSABLE, command, tell
from ..github import annotation
from ..plain import console, line, write_json

if TYPE_CHECKING:
    from ...reporting.notebook_rules.check import Checked

#: Something is wrong with a notebook.
FAULTS: Final = 1

#: What is checked without a name: the notebooks of the project.
FOLDERS: Final = (Path("notebooks"), Path("notebooks") / "reports")


class Format(StrEnum):
    """For whom the answer is."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


@command
def notebooks_check(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[FILE]...",
            help="Notebooks, or folders of them (default: notebooks and notebooks/reports).",
            show_default=False,
        ),
    ] = None,
    output: Annotated[Format, typer.Option("--format", help="How to answer.")] = Format.TEXT,
) -> int:
    """Check that notebooks keep the rules of the house, from their parameters to their outputs.

    Nothing is run. Exit status: 0 clean, 1 a rule is not kept, 2 a file cannot be read as a notebook; every
    fault of every notebook is told, with the cell that it is in, counted from 1 over all cells.
    """
    from ...reporting.notebook_rules.check import check_notebooks

    checked = check_notebooks(_named(files or FOLDERS), public_names)
    if output is Format.JSON:
        write_json(_as_json(checked))
    elif output is Format.GITHUB:
        sys.stdout.write("".join(f"{said}\n" for said in _annotations(checked)))
    else:
        _text(checked)
    if checked.unreadable:
        return tell([str(fault) for fault in checked.unreadable], UNUSABLE)
    return FAULTS if checked.faults else 0


def _named(given: Sequence[Path]) -> list[Path]:
    """Return the notebooks that are meant: of a folder those that stand in it."""
    found: list[Path] = []
    for path in given:
        inside = sorted(path.glob("*.ipynb")) if path.is_dir() else [path]
        if not inside:
            raise InputError.at(str(path), "No notebook stands in this folder.")
        found += inside
    return list(dict.fromkeys(found))


def _text(checked: Checked) -> None:
    page = console()
    for fault in checked.faults:
        where = f"cell {fault.cell}" if fault.cell else "notebook"
        line((f"{fault.file}: {where}", "medium"), f"  {fault.message}", to=page)
        line((f"    {fault.rule.remedy} [{fault.rule.id}]", "quiet"), to=page, hang=4)
    number = len(checked.notebooks)
    said = f"{number} notebook{'' if number == 1 else 's'} checked: "
    wrong = len({fault.file for fault in checked.faults})
    count = f"{len(checked.faults)} fault{'' if len(checked.faults) == 1 else 's'} in {wrong}."
    line(said, (count, "high") if checked.faults else ("clean.", "good"), to=page)


def _annotations(checked: Checked) -> Iterable[str]:
    for fault in checked.faults:
        where = f"Cell {fault.cell}: " if fault.cell else ""
        message = f"{where}{fault.message} {fault.rule.remedy} [{fault.rule.id}]"
        yield annotation("error", fault.rule.title, message, Place(fault.file))
    for broken in checked.unreadable:
        yield annotation("error", "This is no notebook", broken.message, broken.place)


def _as_json(checked: Checked) -> dict[str, object]:
    return {
        "notebooks": [path.as_posix() for path in checked.notebooks],
        "faults": [fault.as_json() for fault in checked.faults],
        "unreadable": [{"file": fault.place.file, "message": fault.message} for fault in checked.unreadable],
        "counts": {
            "notebooks": len(checked.notebooks),
            "faults": len(checked.faults),
            "unreadable": len(checked.unreadable),
        },
    }
