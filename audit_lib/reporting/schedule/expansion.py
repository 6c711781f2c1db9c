"""An occasion of a job as the list of runs that it wants, each with a folder of its own."""

from __future__ import annotations

import calendar
import datetime as dt
import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from ...errors import ParameterError, did_you_mean
from ..jobs import find_job
from ..order import Order
from ..parameters import read_parameters
from ..swept import Failed
from .cases import Case, Roll, cases_of, read_roll
from .records import OWN_FILES
from .schedule import ScheduledJob
from .values import typed

#: What a folder may be called; anything else becomes a hyphen.
_STRANGE: Final = re.compile(r"[^A-Za-z0-9._-]+")
_LONGEST: Final = 80


class Expansion(NamedTuple):
    """The runs that an occasion wants, and those that cannot be wanted, for their case cannot be told."""

    wanted: tuple[Order, ...]
    unusable: tuple[Failed, ...] = ()

    @property
    def runs(self) -> int:
        """How many runs there are in all."""
        return len(self.wanted) + len(self.unusable)


def expand(  # noqa: PLR0913
    job: ScheduledJob,
    occasion: str,
    as_of: dt.date,
    *,
    cases: Sequence[str] = (),
    notebooks: Path | None = None,
    reading: Callable[[Path], Roll] = read_roll,
) -> Expansion:
    """Return the runs that an occasion of a job wants.

    Parameters
    ----------
    job
        The job.
    occasion
        The name of the folder of the occasion.
    as_of
        The day of the occasion.
    cases
        The names of the cases that are wanted; all, if none is named.
    notebooks
        The folder of report notebooks, if it is not the usual one.
    reading
        What reads a map, where its parties or activities are swept over.

    Raises
    ------
    ParameterError
        If the cases cannot be told, there are too many, or one of those named is none.

    >>> job = ScheduledJob(id="records", title="Records", reports=["ropa"], map="data_maps/btr")
    >>> expand(job, "2026-03-30T060000Z", dt.date(2026, 3, 30)).wanted[0].folder
    'records/2026-03-30T060000Z/btr/ropa'
    """
    found = cases_of(job, as_of, reading)
    names = _names(found)
    _refuse_unknown(cases, names, job)
    chosen = [(case, name) for case, name in zip(found, names, strict=True) if not cases or name in cases]
    known = {report: read_parameters(find_job(report, notebooks).notebook) for report in job.reports}
    formats = tuple(dict.fromkeys(form.value for form in job.formats))
    wanted: list[Order] = []
    unusable: list[Failed] = []
    for case, name in chosen:
        for report in job.reports:
            folder = f"{job.id}/{occasion}/{name}/{report}"
            if case.cause is not None:
                unusable.append(Failed(folder, case.cause))
                continue
            texts = {**job.parameters, **case.given}
            given = {each: typed(each, text, known[report], report) for each, text in texts.items()}
            wanted.append(
                Order(
                    report,
                    case.map_folder.as_posix(),
                    case.as_of,
                    given,
                    job.notice,
                    formats,
                    folder,
                    ", ".join(f"{each} {value}" for each, value in case.swept.items()),
                    str(notebooks) if notebooks else None,
                )
            )
    return Expansion(tuple(wanted), tuple(unusable))


def _names(cases: Sequence[Case]) -> list[str]:
    """Return a name for the folder of each case: readable, no two alike even where case does not count."""
    plain = [_plain(case) for case in cases]
    often = Counter(name.lower() for name in plain)
    return [
        name if often[name.lower()] == 1 else f"{name}-{_mark(case)}"
        for case, name in zip(cases, plain, strict=True)
    ]


def _plain(case: Case) -> str:
    parts = {name: (Path(value).name if name == "map" else value) for name, value in case.swept.items()}
    if "as_of" in parts and _is_month_end(case.as_of):
        parts["as_of"] = parts["as_of"][:7]
    told = ",".join(parts.values()) if parts else case.map_folder.resolve().name
    name = ",".join(_STRANGE.sub("-", part) for part in told.split(","))
    taken = name in OWN_FILES or name.startswith(".") or not name
    if name == told and len(name) <= _LONGEST and not taken:
        return name
    return f"{name[:_LONGEST].strip('.-') or 'case'}-{_mark(case)}"


def _is_month_end(day: dt.date) -> bool:
    return day.day == calendar.monthrange(day.year, day.month)[1]


def _mark(case: Case) -> str:
    told = json.dumps([case.map_folder.as_posix(), dict(case.swept)], sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:8]


def _refuse_unknown(wanted: Sequence[str], known: Sequence[str], job: ScheduledJob) -> None:
    unknown = [name for name in wanted if name not in known]
    if unknown:
        listed = ", ".join(known[:20]) + (" ..." if len(known) > 20 else "")
        hint = did_you_mean(unknown[0], known)
        what = f'The job {job.id} has no case "{unknown[0]}".{hint} Its cases: {listed}.'
        raise ParameterError.at("--case", what)
