"""`privacy-audit report`: runs report notebooks."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from ..errors import AuditError, InputError
from .faults import UNUSABLE, command, tell
from .options import AsOfOption, NoticeOption, day, map_folder
from .plain import console, line

if TYPE_CHECKING:
    from ..reporting.checking import Checked
    from ..reporting.choice import Engine
    from ..reporting.report import Progress
    from ..reporting.runs import Run


@command
def report(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME]...", help="Which reports (default: ropa and risk).", show_default=False
        ),
    ] = None,
    data_map: Annotated[
        Path | None,
        typer.Option(
            "--map",
            metavar="MAP",
            help="The folder of the data map (default: data_maps/btr).",
            show_default=False,
        ),
    ] = None,
    notice: NoticeOption = None,
    as_of: AsOfOption = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", metavar="DIR", help="Where to put them (default: reports/<map>).", show_default=False
        ),
    ] = None,
    settings: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="NAME=VALUE",
            help="A further parameter of the report; may be repeated.",
            show_default=False,
        ),
    ] = None,
    engine: Annotated[
        str | None,
        typer.Option(
            "--engine",
            metavar="stock|warm",
            help="What runs the notebooks: papermill's own kernels, or forks of a server that has all loaded "
            "(default: forks, for several reports on Linux; or what PRIVACY_AUDIT_ENGINE says).",
            show_default=False,
        ),
    ] = None,
    pdf: Annotated[
        bool, typer.Option("--pdf", help="Make a tagged PDF of each page too (needs the extra pdf).")
    ] = False,
) -> int:
    """Make reports: a page to read, the notebook, the workbook, and the data behind tables and pictures.

    Everything is checked before the first notebook runs. A report that fails leaves its traceback in a folder
    of its own (NAME.failed), what an earlier run made stays, and the exit status is 2.
    """
    from ..reporting.jobs import USUAL
    from ..reporting.order import Order
    from ..reporting.typed_reports import check_reports

    folder, page, wanted = map_folder(data_map), console(), list(dict.fromkeys(names or USUAL))
    when, wrong = _begun(as_of, engine, len(wanted))
    formats = ("html", "pdf") if pdf else ("html",)
    like = Order("", str(folder), when, notice=str(notice) if notice else None, formats=formats)
    checked = check_reports(wanted, like, settings or [], out, wrong)
    runs_on = _engine(engine, len(wanted))
    return max(_made(each, out, runs_on, page) for each in checked)


def _begun(as_of: str | None, engine: str | None, many: int) -> tuple[dt.date, list[InputError]]:
    """Begin to start the engine, for it starts while what follows is loaded and read; return the day.

    What is wrong with either is told with everything else that is.
    """
    from ..reporting.choice import choose_soon

    wrong = []
    try:
        when = day(as_of)
    except InputError as error:
        when = day(None)
        wrong.append(error)
    try:
        choose_soon(engine, many)
    except InputError as error:
        wrong.append(error)
    return when, wrong


def _engine(wanted: str | None, many: int) -> Engine:
    """Return the engine; why it is not the one that was asked for, or not the faster one, is told once.

    Where nobody has asked, a program is told nothing: the reports are the same, and a scheduler would send
    the line to a person each time.
    """
    from ..reporting.choice import SETTING, choose

    chosen = choose(wanted, many)
    if chosen.why and (wanted or os.environ.get(SETTING) or sys.stderr.isatty()):
        tell([chosen.why], 0)
    return chosen.engine


def _made(checked: Checked, out: Path | None, engine: Engine, page: Console) -> int:
    """Make one report and say where it is; one that fails does not keep the others from being made."""
    from ..reporting.report import folder_of, make_report

    try:
        with _progress(page) as progress:
            run = make_report(checked, out, progress, engine)
    except InputError:
        raise
    except AuditError as error:
        return tell([str(error)], UNUSABLE)
    _say_where(run, folder_of(run, out), page)
    return 0


def _say_where(run: Run, folder: Path, page: Console) -> None:
    from ..exports.data_behind import FOLDER as DATA

    seconds = (run.ended - run.started).total_seconds()
    line((run.report, "good"), f"  {seconds:.0f} s", to=page)
    shown = [made.name for made in run.files if not made.name.startswith(f"{DATA}/")]
    for name in shown:
        line(f"  {folder / name}", to=page)
    if behind := len(run.files) - len(shown):
        line(f"  {folder / DATA}  (what is behind its tables and pictures: {behind} files)", to=page)


@contextmanager
def _progress(page: Console) -> Iterator[Progress | None]:
    """Show a bar to a person; a program sees only the lines that say where the reports are."""
    if not page.is_terminal:
        yield None
        return
    from rich.progress import BarColumn, TaskID, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    with Bar(
        TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn(), console=page, transient=True
    ) as bar:
        task: list[TaskID] = []

        def progress(report: str, done: int, of: int) -> None:
            if not task:
                task.append(bar.add_task(report, total=of))
            bar.update(task[0], completed=done)

        yield progress
