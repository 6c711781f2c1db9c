"""What became of a run, as `run.json` and a person are told; nothing here loads what runs notebooks."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Final, NamedTuple

from ..exports.whole_file import write_text
from ..model.day import long_date
from .checking import Checked
from .earlier import PARAMETER as EARLIER
from .figures import figures_in
from .order import GIVEN, as_seen_from_here
from .origin import Origin
from .runs import MapUsed, Run, files_in, python_version, sha256_of, versions
from .secret import without_secrets

#: What is kept of a failure, beside the notebook as far as it ran.
TRACEBACK: str = "traceback.txt"

#: What pydantic adds to each fault for a programmer: the value, which may be a person's, and a web page.
_FOR_PROGRAMMERS: Final = re.compile(
    r" *\[type=\w+, input_value=.*, input_type=\w+\]$|^ *For further information visit https://\S+$",
    re.MULTILINE,
)


def cause_of(kind: str, said: str) -> str:
    r"""Return in one line why a cell failed, from the name of the exception and what it says.

    >>> cause_of("ValueError", "no day\n  is like this")
    'ValueError: no day is like this'
    >>> cause_of("ValidationError", "people\n  Give 0 or more [type=ge, input_value=-5, input_type=int]")
    'ValidationError: people Give 0 or more'
    """
    plain = _FOR_PROGRAMMERS.sub("", said) if kind == "ValidationError" else said
    return " ".join(f"{kind}: {plain}".split())


class Failure(NamedTuple):
    """What went wrong: the cell (of the report notebook, from 1), how it begins, the cause, the traceback.

    A cell of 0 is none: the run was ended from outside.
    """

    cell: int
    source: str
    cause: str
    traceback: str

    def told(self) -> str:
        """Return the failure as a person reads it.

        >>> Failure(4, "1 / 0", "ZeroDivisionError: division by zero", "...").told()
        'cell 4 (`1 / 0`) failed: ZeroDivisionError: division by zero'
        """
        cause = self.cause.rstrip(".")
        return f"cell {self.cell} (`{self.source}`) failed: {cause}" if self.cell else cause


def message(checked: Checked, failure: Failure, failed: Path) -> str:
    """Return what is said of a run that failed, and where it is kept."""
    kept = "The notebook as far as it ran and the traceback are" if failure.cell else "What is known of it is"
    return f"{checked.job.name}: {failure.told()}. {kept} in {failed}."


class Begun(NamedTuple):
    """What is known of a run before its notebook is executed: when, its inputs, and where it comes from."""

    started: dt.datetime
    inputs: str | None
    origin: Origin | None = None


def run_of(
    checked: Checked,
    folder: Path,
    begun: Begun,
    cell_seconds: tuple[float, ...] = (),
    failure: str | None = None,
) -> Run:
    """Return what `run.json` tells of a run whose files stand in a folder."""
    order, info = checked.order, checked.data_map.info
    return Run(
        report=checked.job.name,
        outcome="finished" if failure is None else "failed",
        data_map=MapUsed(
            id=info.id,
            version=str(info.version),
            sha256=checked.data_map.sha256,
            folder=as_seen_from_here(Path(order.map_folder)).as_posix(),
        ),
        as_of=order.as_of,
        parameters=without_secrets(checked.given),
        notebook=checked.job.notebook.name,
        notebook_sha256=sha256_of(checked.job.notebook),
        started=begun.started,
        ended=now(),
        python=python_version(),
        packages=versions(),
        files=files_in(folder),
        failure=failure,
        inputs=begun.inputs,
        case=order.case or None,
        cell_seconds=cell_seconds,
        figures=figures_in(folder) if failure is None else {},
        **(begun.origin._asdict() if begun.origin else {}),
    )


def keep_failure(
    checked: Checked, failure: Failure, folder: Path, begun: Begun, cell_seconds: tuple[float, ...] = ()
) -> Run:
    """Write the traceback of a run that failed into its folder, and return the run."""
    write_text(folder / TRACEBACK, f"{failure.cause}\n\n{failure.traceback}\n")
    return run_of(checked, folder, begun, cell_seconds, failure.cause.partition("\n")[0])


def facts(checked: Checked) -> list[tuple[str, str]]:
    """Return what the cover of the page says, as (name, value) pairs."""
    info = checked.data_map.info
    version = str(info.version)
    chosen = [
        (name.replace("_", " ").capitalize(), str(value))
        for name, value in checked.given.items()
        if name not in (*GIVEN, EARLIER) and value not in (None, "")
    ]
    return [
        ("Data map", info.title),
        ("Version", version.replace("-", " ") if version == "not-stated" else version),
        ("As of", long_date(checked.order.as_of)),
        *chosen,
        ("Fingerprint of the map", checked.data_map.sha256[:12]),
    ]


def now() -> dt.datetime:
    """Return the time in UTC, to the second.

    >>> now().tzname()
    'UTC'
    """
    return dt.datetime.now(dt.UTC).replace(microsecond=0)
