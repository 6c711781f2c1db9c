"""How far a sweep is: a bar for a person, one line a failed run for a program."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ..faults import tell
from ..plain import console, one_line

if TYPE_CHECKING:
    from ...reporting.swept import Step


@contextmanager
def progress() -> Iterator[Callable[[Step], None]]:
    """Give what is to be told each step; a failed run is told at once, on standard error.

    >>> with progress() as tell_step:
    ...     callable(tell_step)
    True
    """
    page = console(sys.stderr)
    if not page.is_terminal:
        yield _tell_failed
        return
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar
    from rich.text import Text

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    with Bar(*columns, TimeElapsedColumn(), console=page, transient=True) as bar:
        tasks: dict[str, object] = {}

        def show(step: Step) -> None:
            job, _, case, report = _parts(step.folder)
            if job not in tasks:
                tasks[job] = bar.add_task(job, total=step.of)
            bar.update(tasks[job], completed=step.done, total=step.of, description=f"{job}  {case} {report}")  # type: ignore[arg-type]
            if step.outcome == "failed":
                bar.console.print(Text(one_line(failed_line(step.folder, step.why or "")), "bold red"))

        yield show


def failed_line(folder: str, cause: str) -> str:
    """Return the line that tells of a failed run.

    >>> failed_line("weekly/2026-03-30T060000Z/btr/ropa", "cell 3 failed.")
    'weekly btr/ropa: cell 3 failed.'
    """
    job, _, case, report = _parts(folder)
    return f"{job} {case}/{report}: {cause}"


def _tell_failed(step: Step) -> None:
    if step.outcome == "failed":
        tell([failed_line(step.folder, step.why or "")], 0)


def _parts(folder: str) -> tuple[str, str, str, str]:
    job, occasion, case, report = folder.split("/")
    return job, occasion, case, report
