"""The pages of a schedule: the summary of each occasion, and all runs beneath the output root."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ...errors import ParameterError
from ...exports.data_behind import FOLDER as DATA
from ...exports.occasion_page import write_occasion_page
from ...exports.runs_page import write_runs_page
from ...exports.runs_told import Link, ToldOccasion, ToldRun
from ..runs import RUN_FILE, read_run
from .records import PAGE_FILE as PAGE
from .records import FailedRun, Occasion, for_its_owner, occasions

#: What leads from a page to the files of a run, by how these end.
_LINKS: Final = {
    ".html": "page",
    ".pdf": "PDF",
    ".xlsx": "workbook",
    ".docx": "document",
    ".ipynb": "notebook",
}

_CELL: Final = re.compile(r"(cell \d+)\b(?: \(.*?\))?(?: failed)?:? ?(.*)", re.DOTALL)


def write_pages(root: Path, occasion: Occasion, as_of: dt.date) -> None:
    """Write the page of an occasion, and the one about all occasions beneath the output root anew.

    Parameters
    ----------
    root
        The output root.
    occasion
        The occasion that has just ended.
    as_of
        The day of the page about all runs.

    Raises
    ------
    OutputError
        If a page cannot be written.
    """
    place = root / occasion.job / occasion.occasion
    with for_its_owner():
        write_occasion_page(place / PAGE, _told(place, occasion, Path()))
        write_runs_page(root / PAGE, list(_all(root)), as_of=as_of)


def _all(root: Path) -> Iterator[ToldOccasion]:
    for job in sorted(path for path in root.iterdir() if path.is_dir() and not path.name.startswith(".")):
        for occasion in occasions(job):
            place = Path(job.name, occasion.occasion)
            yield _told(root / place, occasion, place)


def _told(folder: Path, occasion: Occasion, place: Path) -> ToldOccasion:
    """Return an occasion with its runs; links lead from `place`, which is the folder as the page sees it."""
    why = {one.run: one for one in occasion.failed}
    runs = [*_whole(folder, occasion, place), *(_failed(occasion, one) for one in why.values())]
    return ToldOccasion(
        job=occasion.job,
        occasion=occasion.occasion,
        as_of=occasion.as_of,
        started=occasion.began,
        ended=occasion.ended,
        runs=tuple(runs),
        page=(place / PAGE).as_posix() if (folder / PAGE).is_file() else "",
    )


def _whole(folder: Path, occasion: Occasion, place: Path) -> Iterator[ToldRun]:
    for file in sorted(folder.glob(f"*/*/{RUN_FILE}")):
        case, report = file.parts[-3:-1]
        try:
            run = read_run(file.parent)
        except ParameterError as error:
            yield ToldRun(
                occasion.job, occasion.occasion, case, report, occasion.as_of, "failed", cause=str(error)
            )
            continue
        if run.outcome == "finished":
            yield ToldRun(
                job=occasion.job,
                occasion=occasion.occasion,
                case=case,
                report=report,
                as_of=run.as_of,
                outcome="finished",
                links=tuple(_links([made.name for made in run.files], place / case / report)),
                seconds=(run.ended - run.started).total_seconds(),
                figures=run.figures,
            )


def _failed(occasion: Occasion, one: FailedRun) -> ToldRun:
    case, _, report = one.run.partition("/")
    found = _CELL.fullmatch(one.cause)
    cell, cause = (found[1], found[2]) if found else ("", one.cause)
    return ToldRun(
        occasion.job, occasion.occasion, case, report, occasion.as_of, "failed", cell=cell, cause=cause
    )


def _links(names: list[str], folder: Path) -> Iterator[Link]:
    for ending, words in _LINKS.items():
        for name in names:
            if name.endswith(ending) and not name.startswith(f"{DATA}/"):
                yield Link(words, (folder / name).as_posix())
