"""Making one run in a folder aside: the notebook is executed, its page written, its `run.json` too."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import nbformat

from ..exports.data_behind import write_data
from ..exports.page import page_text
from ..exports.page_told import told_of
from ..exports.whole_file import write_bytes
from .checking import Checked
from .choice import Engine
from .earlier import PARAMETER as EARLIER
from .earlier import bring_earlier, keep_findings
from .engine import execute
from .folders import refuse_odd
from .origin import CellClock, Revisions, origin_of
from .outcome import Begun, Failure, facts, keep_failure, now, run_of
from .runs import Run, write_run
from .so_far import SoFar, under_final_name


class Outcome(NamedTuple):
    """A run, and why it failed if it did."""

    run: Run
    failure: Failure | None


def make(  # noqa: PLR0913
    checked: Checked,
    folder: Path,
    final: Path,
    *,
    inputs: str | None = None,
    previous: Path | None = None,
    on_cell: Callable[[int, int], None] = lambda _done, _of: None,
    engine: Engine = "stock",
    scratch: Path | None = None,
    kept: Path | None = None,
    revisions: Revisions | None = None,
) -> Outcome:
    """Make a run in a folder and return what became of it; nothing is written but into that folder.

    Parameters
    ----------
    checked
        What is to be made.
    folder
        An empty folder.
    final
        The name that the folder is about to have: what the notebook shows of its files is shown under it.
    inputs
        The fingerprint of what the run depends on, for `run.json`.
    previous
        The run whose findings this one is set against; without it, the one that stands in `final`.
    on_cell
        Called with the cells done and the cells in all.
    engine
        What executes the notebook.
    scratch
        Where temporary files go; without it, where the system has them.
    kept
        Where the notebook is kept while it runs, if it is to be found by one who outlives this process.
    revisions
        The commits that it comes from, if they were found on another machine.

    Raises
    ------
    OutputError
        If a file cannot be written, or the report has left what is neither file nor folder.

    Examples
    --------
    Takes some seconds, for a kernel has to start:

    >>> make(checked, Path("aside"), Path("reports/btr/ropa")).run.outcome  # doctest: +SKIP
    'finished'
    """
    name, started, clock = checked.job.name, now(), CellClock()
    given = {**checked.given, **_prepared(checked, folder, previous or final)}
    map_folder = Path(checked.order.map_folder)
    begun = Begun(
        started, inputs, origin_of(checked.job.notebook, map_folder, given, checked.takes, revisions)
    )

    def told(done: int, of: int) -> None:
        clock(done, of)
        on_cell(done, of)

    so_far = SoFar(checked.job.notebook, kept, folder)
    executed = execute(checked.job.notebook, given, told, engine=engine, scratch=scratch, so_far=so_far)
    node = under_final_name(executed.notebook, folder, final)
    nbformat.write(node, folder / f"{name}.ipynb")
    if executed.failure:
        run = keep_failure(checked, executed.failure, folder, begun, clock.seconds)
        return _kept(Outcome(run, executed.failure), folder)
    refuse_odd(folder)
    write_data(node, folder)
    _write_pages(checked, folder / f"{name}.ipynb")
    return _kept(Outcome(run_of(checked, folder, begun, clock.seconds), None), folder)


def _kept(outcome: Outcome, folder: Path) -> Outcome:
    write_run(outcome.run, folder)
    return outcome


def _write_pages(checked: Checked, notebook: Path) -> None:
    """Write what is wanted beside the notebook: the page to read, and the same on paper."""
    told = told_of(notebook.parent, checked.data_map)
    page = page_text(notebook, facts=facts(checked), told=told)
    if "html" in checked.order.formats:
        write_bytes(notebook.with_suffix(".html"), page.encode("utf-8", "replace"))
    if "pdf" in checked.order.formats:
        from ..exports.pdf import write_pdf  # noqa: PLC0415 - an extra

        write_pdf(page, notebook.with_suffix(".pdf"))


def _prepared(checked: Checked, folder: Path, previous: Path) -> dict[str, str]:
    """Put into the folder of a report what it needs and return the parameters that say where."""
    given = {"out": folder.as_posix()} if "out" in checked.takes else {}
    if EARLIER not in checked.takes:
        return given
    as_of, activity = checked.order.as_of, checked.given.get("activity")
    keep_findings(checked.data_map, as_of, checked.notice_text, activity, folder)
    if checked.given.get(EARLIER) is None:
        earlier = bring_earlier(previous, checked.data_map, as_of, checked.given, folder)
        given |= {EARLIER: earlier.as_posix()} if earlier else {}
    return given
