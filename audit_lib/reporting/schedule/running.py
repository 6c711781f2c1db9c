"""The runs of a sweep made one after another; what is whole already is not made again."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any, Final

from ...errors import AuditError, InputError
from ...files.read_map import read_map
from ..jobs import find_job
from ..report import run_report
from ..runs import RUN_FILE, sha256_of
from .cases import short_cause
from .wanted import Missed, Runner, Step, Swept, Wanted

#: What a run leaves beside what its notebook writes.
_FORMATS: Final = frozenset({"html", "ipynb"})


def runner(notebooks: Path | None = None) -> Runner:
    """Return what makes the runs of a sweep, for notebooks of the usual folder or of another.

    >>> callable(runner())
    True
    """

    def run(
        orders: Sequence[Wanted],
        root: Path,
        *,
        workers: int,  # noqa: ARG001  one after another is right for any number
        on: str,  # noqa: ARG001
        progress: Callable[[Step], None],
    ) -> Swept:
        return _sweep(orders, root, progress, notebooks)

    return run


def _sweep(
    orders: Sequence[Wanted], root: Path, progress: Callable[[Step], None], notebooks: Path | None
) -> Swept:
    made: list[PurePosixPath] = []
    skipped: list[PurePosixPath] = []
    failed: list[Missed] = []
    fingerprint = cache(lambda folder: read_map(folder).sha256)
    for number, order in enumerate(orders, start=1):
        step = Step(number, len(orders), order.folder, "made")
        try:
            if _is_whole(order, root, fingerprint, notebooks):
                skipped.append(order.folder)
                step = step._replace(outcome="skipped")
            else:
                _make(order, root, notebooks)
                made.append(order.folder)
        except AuditError as error:
            cause = short_cause(error) if isinstance(error, InputError) else " ".join(str(error).split())
            failed.append(Missed(order.folder, cause))
            step = step._replace(outcome="failed", cause=cause)
        progress(step)
    return Swept(tuple(made), tuple(skipped), tuple(failed))


def _make(order: Wanted, root: Path, notebooks: Path | None) -> None:
    strange = [form for form in order.formats if form not in _FORMATS]
    if strange:
        raise InputError.at(order.report, f"A run is kept as html and ipynb; it cannot be as {strange[0]}.")
    with _private():
        folder = root / order.folder.parent
        folder.mkdir(parents=True, exist_ok=True)
        for left in folder.glob(f".{order.report}-*.*"):  # by one that was killed: the job is locked
            shutil.rmtree(left, ignore_errors=True)
        run_report(
            order.report,
            map_folder=order.map_folder,
            as_of=order.as_of,
            out=folder,
            notice=order.notice,
            parameters=order.parameters,
            notebooks=notebooks,
        )


def _is_whole(order: Wanted, root: Path, fingerprint: Callable[[Path], str], notebooks: Path | None) -> bool:
    """Whether the folder holds a good run of the same report, notebook, map, day and parameters."""
    folder = root / order.folder
    try:
        run = json.loads((folder / RUN_FILE).read_text(encoding="utf-8"))
        sizes = all((folder / one["name"]).stat().st_size == one["bytes"] for one in run["files"])
        given = _given(order)
        same = run["parameters"] == given and run["as_of"] == order.as_of.isoformat()
        return bool(
            sizes
            and same
            and run["outcome"] == "finished"
            and run["notebook_sha256"] == sha256_of(find_job(order.report, notebooks).notebook)
            and run["data_map"]["sha256"] == fingerprint(order.map_folder)
        )
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _given(order: Wanted) -> dict[str, Any]:
    """Return the parameters as `run.json` tells them."""
    given = {"map": order.map_folder.as_posix(), "as_of": order.as_of.isoformat(), **order.parameters}
    return given | {"notice": order.notice.as_posix()} if order.notice else given


@contextmanager
def _private() -> Iterator[None]:
    """Have files and folders made for their owner alone, by notebooks too."""
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)
