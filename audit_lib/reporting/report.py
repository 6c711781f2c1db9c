"""Making a report: checked, run, turned into a page, and put under its final name only when it is whole."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from ..errors import ReportError
from .checking import Checked, check
from .choice import Engine, choose
from .final import failed_beside
from .fingerprint import inputs_of
from .folders import aside, is_run, refuse_foreign
from .order import USUAL, Order, as_seen_from_here
from .outcome import message
from .publishing import publish, remove
from .refusals import refuse_outside
from .runs import Run

#: Called with the report, the cells done and the cells in all.
Progress = Callable[[str, int, int], None]


def run_report(  # noqa: PLR0913
    name: str,
    *,
    map_folder: Path | str,
    as_of: dt.date,
    out: Path | str | None = None,
    notice: Path | str | None = None,
    parameters: Mapping[str, Any] | None = None,
    progress: Progress | None = None,
    notebooks: Path | None = None,
    engine: Engine | None = None,
    formats: tuple[str, ...] = USUAL,
) -> Run:
    """Make a report of a map: the executed notebook, a page to read, what the notebook writes, `run.json`.

    Everything is checked before a kernel starts: the report's name, the parameters, the map, the notice.
    The files are made in a folder beside `out/name` that takes this name when it is whole; until then what
    an earlier run left there stays. When the notebook fails, what it did is kept under `out/name.failed`.

    A report that declares `earlier` keeps its findings in `findings.json` and is given those of the run
    before, if there was one of the same map (and the same activity), as `earlier.json`.

    Parameters
    ----------
    name
        The report, such as "ropa"; a notebook of that name in `notebooks/reports`.
    map_folder
        The data map.
    as_of
        The day that the report speaks of.
    out
        Where the folder of the report goes; without it, `reports/<id of the map>`.
    notice
        The text of the published notice, if the report is to show it.
    parameters
        Further parameters that the notebook declares, such as `activity` or `party`.
    progress
        Told how far the run is; silent without it.
    notebooks
        The folder of report notebooks, if it is not the usual one.
    engine
        What executes the notebook ("stock" or "warm"); without it, what is sooner done.
    formats
        What is made beside the notebook: "html", and "pdf" with the extra of that name.

    Raises
    ------
    ParameterError, MapError, NoticeError
        If what was given cannot be used; all three at once are an `InputError`.
    ReportError
        If the notebook fails; the message names the cell, the cause and where the traceback is.
    OutputError
        If the folder cannot be written, or holds something that no run has left.

    Examples
    --------
    Takes some seconds, for a kernel has to start:

    >>> run_report("ropa", map_folder="data_maps/btr", as_of=dt.date(2026, 3, 31))  # doctest: +SKIP
    """
    order = Order(
        name,
        as_seen_from_here(Path(map_folder)).as_posix(),
        as_of,
        dict(parameters or {}),
        as_seen_from_here(Path(notice)).as_posix() if notice is not None else None,
        formats,
        notebooks=str(notebooks) if notebooks else None,
    )
    checked = check(order)
    return make_report(checked, out, progress, engine)


def folder_of(run: Run, out: Path | str | None = None) -> Path:
    """Return where the files of a run are, for the same `out` that it was made with.

    >>> from types import SimpleNamespace
    >>> folder_of(SimpleNamespace(report="ropa", data_map=SimpleNamespace(id="m"))).as_posix()
    'reports/m/ropa'
    """
    return final_folder(run.report, run.data_map.id, out)


def final_folder(name: str, map_id: str, out: Path | str | None = None) -> Path:
    """Return where a report of a map goes.

    >>> final_folder("ropa", "btr").as_posix(), final_folder("ropa", "btr", "made").as_posix()
    ('reports/btr/ropa', 'made/ropa')
    """
    return (Path(out) if out is not None else Path("reports") / map_id) / name


def make_report(
    checked: Checked,
    out: Path | str | None = None,
    progress: Progress | None = None,
    engine: Engine | None = None,
) -> Run:
    """Make a report that has been checked, and publish it; otherwise as `run_report`.

    Raises
    ------
    ReportError, OutputError
        As `run_report`; also a `ParameterError` if it would write outside of its output root.

    Examples
    --------
    Takes some seconds, for a kernel has to start:

    >>> order = Order("ropa", "data_maps/btr", dt.date(2026, 3, 31))
    >>> make_report(check(order), "made")  # doctest: +SKIP
    """
    from .making import make  # noqa: PLC0415 - what was mistyped is told without loading it

    name = checked.job.name
    final = final_folder(name, checked.data_map.info.id, out)
    refuse_outside([checked.order], final.parent)
    refuse_foreign(final)
    failed = failed_beside(final)
    with aside(final) as folder:
        outcome = make(
            checked,
            folder,
            final,
            inputs=inputs_of(checked),
            on_cell=lambda done, of: progress(name, done, of) if progress else None,
            engine=choose(engine).engine,
        )
        publish(folder, failed if outcome.failure else final, final.parent, outcome.run)
        if outcome.failure:
            raise ReportError(message(checked, outcome.failure, failed))
    if is_run(failed):
        remove(failed, final.parent)
    return outcome.run
