"""Making a report: checked, run, turned into a page, and put under its final name only when it is whole."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

import nbformat

from ..errors import Fault, ParameterError, Place, ReportError
from ..exports.page import write_page
from ..exports.whole_file import write_text
from ..files.read_findings import read_findings
from ..files.read_map import read_map
from ..files.read_notice import read_notice
from ..graph.asked import Asked, refuse_unknown
from ..model.data_map import DataMap
from ..model.day import long_date
from .earlier import PARAMETER as EARLIER
from .earlier import bring_earlier, keep_findings
from .engine import Executed, Failure, execute
from .figures import figures_in
from .folders import aside, is_run, refuse_foreign
from .inputs import CellClock, Origin, inputs_of, origin_of
from .jobs import Job, find_job
from .parameters import Parameter, check_parameters, read_parameters
from .publishing import publish, remove
from .runs import MapUsed, Run, files_in, python_version, sha256_of, versions
from .secret import without_secrets

#: Called with the report, the cells done and the cells in all.
Progress = Callable[[str, int, int], None]

#: What every report is given by `run_report` itself.
_GIVEN: Final = ("map", "notice", "as_of", "out")


class _Order(NamedTuple):
    """One report to be made."""

    job: Job
    data_map: DataMap
    map_folder: Path
    as_of: dt.date
    parameters: Mapping[str, Any]
    notice_text: str | None
    takes: Mapping[str, Parameter]


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

    Raises
    ------
    ParameterError, MapError, NoticeError
        If what was given cannot be used.
    ReportError
        If the notebook fails; the message names the cell, the cause and where the traceback is.
    OutputError
        If the folder cannot be written, or holds something that no run has left.

    Examples
    --------
    Takes some seconds, for a kernel has to start:

    >>> run_report("ropa", map_folder="data_maps/btr", as_of=dt.date(2026, 3, 31))  # doctest: +SKIP
    """
    job = find_job(name, notebooks)
    map_folder = _as_seen_from_here(Path(map_folder))
    given = {"map": map_folder.as_posix(), "as_of": as_of.isoformat(), **(parameters or {})}
    if notice is not None:
        given["notice"] = _as_seen_from_here(Path(notice)).as_posix()
    known = read_parameters(job.notebook)
    _refuse_twice(parameters or {}, name)
    check_parameters(given, known, name)
    data_map = read_map(map_folder)
    refuse_unknown(
        [
            Asked("activity", given.get("activity"), "activity", data_map.activity),
            Asked("party", given.get("party"), "party", data_map.party),
        ]
    )
    text = read_notice(Path(notice)) if notice is not None else None
    if given.get(EARLIER) is not None:
        read_findings(given[EARLIER], data_map.info.id)
    order = _Order(job, data_map, map_folder, as_of, given, text, known)
    return _make(order, _folder(name, data_map.info.id, out), progress)


def folder_of(run: Run, out: Path | str | None = None) -> Path:
    """Return where the files of a run are, for the same `out` that it was made with.

    >>> from types import SimpleNamespace
    >>> folder_of(SimpleNamespace(report="ropa", data_map=SimpleNamespace(id="m"))).as_posix()
    'reports/m/ropa'
    """
    return _folder(run.report, run.data_map.id, out)


def _folder(name: str, map_id: str, out: Path | str | None) -> Path:
    return (Path(out) if out is not None else Path("reports") / map_id) / name


def _make(order: _Order, final: Path, progress: Progress | None) -> Run:
    name = order.job.name
    refuse_foreign(final)
    failed = final.with_name(f"{name}.failed")
    with aside(final) as folder:
        started = _now()
        given = {**order.parameters, **_prepared(order, folder, final)}
        origin, clock = origin_of(order.job.notebook, order.map_folder, given, order.takes), CellClock()
        executed = execute(order.job.notebook, given, _told(name, clock, progress))
        node = _under_final_name(executed.notebook, folder, final)
        nbformat.write(node, folder / f"{name}.ipynb")
        if executed.failure:
            _keep_failure(order, executed, folder, started, failed, origin, clock)
            raise ReportError(_message(name, executed.failure, failed))
        write_page(folder / f"{name}.ipynb", folder / f"{name}.html", facts=_facts(order))
        run = _run_of(order, folder, started, origin, clock)
        publish(folder, final, final.parent, run)
    if is_run(failed):
        remove(failed, final.parent)
    return run


def _told(name: str, clock: CellClock, progress: Progress | None) -> Callable[[int, int], None]:
    def told(done: int, of: int) -> None:
        clock(done, of)
        if progress:
            progress(name, done, of)

    return told


def _prepared(order: _Order, folder: Path, final: Path) -> dict[str, str]:
    """Put into the folder of a report what it needs and return the parameters that say where."""
    given = {"out": folder.as_posix()} if "out" in order.takes else {}
    if EARLIER not in order.takes:
        return given
    activity = order.parameters.get("activity")
    keep_findings(order.data_map, order.as_of, order.notice_text, activity, folder)
    if order.parameters.get(EARLIER) is None:
        earlier = bring_earlier(final, order.data_map, order.as_of, order.parameters, folder)
        given |= {EARLIER: earlier.as_posix()} if earlier else {}
    return given


def _keep_failure(  # noqa: PLR0913, PLR0917
    order: _Order,
    executed: Executed,
    folder: Path,
    started: dt.datetime,
    failed: Path,
    origin: Origin,
    clock: CellClock,
) -> None:
    failure = executed.failure
    text = f"{failure.cause}\n\n{failure.traceback}\n" if failure else ""
    write_text(folder / "traceback.txt", text)
    run = _run_of(order, folder, started, origin, clock, text.partition("\n")[0])
    publish(folder, failed, failed.parent, run)


def _message(name: str, failure: Failure, failed: Path) -> str:
    return (
        f"{name}: cell {failure.cell} (`{failure.source}`) failed: {failure.cause.rstrip('.')}. "
        f"The notebook as far as it ran and the traceback are in {failed}."
    )


def _run_of(  # noqa: PLR0913, PLR0917
    order: _Order,
    folder: Path,
    started: dt.datetime,
    origin: Origin,
    clock: CellClock,
    failure: str | None = None,
) -> Run:
    info = order.data_map.info
    run = Run(
        report=order.job.name,
        outcome="finished" if failure is None else "failed",
        data_map=MapUsed(
            id=info.id,
            version=str(info.version),
            sha256=order.data_map.sha256,
            folder=order.map_folder.as_posix(),
        ),
        as_of=order.as_of,
        parameters=without_secrets(order.parameters),
        notebook=order.job.notebook.name,
        notebook_sha256=sha256_of(order.job.notebook),
        started=started,
        ended=_now(),
        python=python_version(),
        packages=versions(),
        files=files_in(folder),
        failure=failure,
        cell_seconds=clock.seconds,
        figures=figures_in(folder) if failure is None else {},
        **origin._asdict(),
    )
    return run.model_copy(update={"inputs": inputs_of(run)})


def _facts(order: _Order) -> list[tuple[str, str]]:
    """Return what the cover of the page says."""
    info = order.data_map.info
    chosen = [
        (name.replace("_", " ").capitalize(), str(value))
        for name, value in order.parameters.items()
        if name not in (*_GIVEN, EARLIER) and value not in (None, "")
    ]
    return [
        ("Data map", info.title),
        (
            "Version",
            str(info.version).replace("-", " ") if str(info.version) == "not-stated" else str(info.version),
        ),
        ("As of", long_date(order.as_of)),
        *chosen,
        ("Fingerprint of the map", order.data_map.sha256[:12]),
    ]


def _refuse_twice(parameters: Mapping[str, Any], name: str) -> None:
    twice = [given for given in parameters if given in _GIVEN]
    if twice:
        raise ParameterError(
            Fault(Place(name), f'"{given}" has an option of its own; use that.') for given in twice
        )


def _as_seen_from_here(path: Path) -> Path:
    """Return a path without the folders of this machine, where it lies in the current folder."""
    if not path.is_absolute():
        return path
    try:
        return path.relative_to(Path.cwd())
    except ValueError:
        return path


def _under_final_name(node: nbformat.NotebookNode, folder: Path, final: Path) -> nbformat.NotebookNode:
    """Return the notebook with the name that its files are about to have, in place of the one beside it."""

    def named(value: Any) -> Any:
        if isinstance(value, str):
            return value.replace(folder.as_posix(), final.as_posix()).replace(folder.name, final.name)
        if isinstance(value, dict):
            return {key: named(inner) for key, inner in value.items()}
        return [named(inner) for inner in value] if isinstance(value, list) else value

    renamed: nbformat.NotebookNode = nbformat.from_dict(named(node))
    return renamed


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC).replace(microsecond=0)
