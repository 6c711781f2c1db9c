"""The schedule read from YAML, or the list of everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any, Final

from pydantic import ValidationError

from ...errors import Fault, ParameterError, Place
from ...files.placing import by_id, placed, read_fields
from ...files.quoting import quoted
from ...files.strict_yaml import Document
from ...files.wording import Wrong, wrongs
from .misfits import Misfits
from .schedule import Schedule

#: The schedule of a project, seen from its folder.
USUAL_FILE: Final = Path("reports") / "schedule.yaml"

#: How many bytes the file may have.
MAX_FILE: Final = 1_000_000

#: How many jobs are looked into for what does not fit their notebooks.
_MAX_JOBS: Final = 500


def read_schedule(file: str | Path = USUAL_FILE, notebooks: Path | None = None) -> Schedule:
    """Return the jobs that a file describes.

    What the notebooks declare is read and compared; no notebook is run, and no map is read.

    Parameters
    ----------
    file
        The YAML file; faults name it so.
    notebooks
        The folder of report notebooks, if it is not the usual one.

    Raises
    ------
    ParameterError
        With every fault (the first 1,000 of them, and how many more there are).

    >>> read_schedule("no-such-schedule.yaml")
    Traceback (most recent call last):
    audit_lib.errors.ParameterError: no-such-schedule.yaml There is no such file.
    """
    path = Path(file)
    wanted = "the fields of a schedule are wanted: out and jobs"
    text, document = read_fields(path, MAX_FILE, ParameterError, wanted)
    raw = document.value
    wrong = [*_own(raw, document, notebooks)]
    known = {one.path for one in wrong}
    schedule = None
    try:
        schedule = Schedule.model_validate(raw)
    except ValidationError as error:
        wrong += [one for one in wrongs(error, Schedule, raw) if one.path not in known]
    if wrong or schedule is None:
        raise ParameterError(placed(wrong, text, str(path), partial(by_id, raw=raw)))
    return schedule


def _own(raw: Mapping[str, Any], document: Document, notebooks: Path | None) -> Iterator[Wrong]:
    """Yield what is wrong beyond the shape of the file."""
    fault = out_fault(raw["out"]) if isinstance(raw.get("out"), str) else None
    if fault:
        yield Wrong(("out",), fault)
    listed = raw.get("jobs")
    jobs = listed if isinstance(listed, list) and len(listed) <= _MAX_JOBS else []
    misfits = Misfits(notebooks)
    lines: dict[str, int] = {}
    for number, entry in enumerate(jobs):
        if not isinstance(entry, dict):
            continue
        yield from (one._replace(path=("jobs", number, *one.path)) for one in misfits.of(entry))
        name = entry.get("id")
        if isinstance(name, str) and name in lines:
            what = f"{quoted(name)} is also the id of the job in line {lines[name]}: rename one."
            yield Wrong(("jobs", number, "id"), what)
        elif isinstance(name, str):
            lines[name] = document.start(entry)[0]


def out_fault(out: str) -> str | None:
    """Return what is wrong with the folder for runs, or None.

    >>> out_fault("reports/runs"), out_fault("../runs")
    (None, '"../runs" leads out of the project: write a folder in it, such as reports/runs.')
    """
    way, other = PurePosixPath(out), PureWindowsPath(out)
    strange = way.is_absolute() or other.is_absolute() or other.drive or ".." in (*way.parts, *other.parts)
    if strange or out.startswith("~"):
        return f"{quoted(out)} leads out of the project: write a folder in it, such as reports/runs."
    if not way.parts or "\0" in out:
        return f"{quoted(out)} is no folder of the project: write one such as reports/runs."
    return None


def output_root(schedule: Schedule, project: Path | None = None) -> Path:
    """Return the folder for runs, seen from the project, having looked where links lead.

    Raises
    ------
    ParameterError
        If it lies outside the project.

    >>> from types import SimpleNamespace
    >>> output_root(SimpleNamespace(out="reports/runs")).as_posix()
    'reports/runs'
    """
    here = (project or Path()).resolve()
    out = Path(schedule.out)
    if not (here / out).resolve().is_relative_to(here) or (here / out).resolve() == here:
        what = f"{quoted(schedule.out)} leads out of the project: a link on the way must be taken away."
        raise ParameterError([Fault(Place("out"), what)])
    return out
