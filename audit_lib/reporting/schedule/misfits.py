"""What is wrong with a job: reports that are none, values that do not fit them, sweeps that are none."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from ...errors import InputError, did_you_mean
from ...files.quoting import quoted
from ...files.wording import Wrong
from ..jobs import known_jobs
from ..parameters import Parameter, read_parameters
from ..secret import is_secret
from .schedule import EACH, OCCASION, whole_number
from .values import OWN_FIELD, value_fault

#: How many runs one occasion of a job may have, and how many months it may go back.
MAX_RUNS: Final = 10_000
MAX_MONTHS: Final = 120


class Misfits:
    """The misfits of the jobs of one schedule; each notebook is read once."""

    def __init__(self, notebooks: Path | None = None) -> None:
        self._notebooks = {job.name: job.notebook for job in known_jobs(notebooks)}
        self._read: dict[str, dict[str, Parameter] | str] = {}

    def of(self, entry: Mapping[str, Any]) -> Iterator[Wrong]:
        """Yield the misfits of one job, with the way to each within it."""
        yield from self._reports(entry)
        known = self._known(entry)
        parameters, sweep = entry.get("parameters"), entry.get("sweep")
        for name, value in parameters.items() if isinstance(parameters, dict) else ():
            yield from self._parameter(name, value, known)
            if isinstance(sweep, dict) and name in sweep:
                yield Wrong(("sweep", name), "also stands under parameters: keep one.", is_key=True)
        if isinstance(sweep, dict):
            yield from self._sweep(sweep, known)
        yield from _map(entry, sweep if isinstance(sweep, dict) else {})
        if isinstance(entry.get("notice"), str):
            for fault in _unfit("notice", entry["notice"], known):
                yield Wrong(("notice",), fault)
        for way, day in (("starts", entry.get("starts")), ("as_of", entry.get("as_of"))):
            also = "; or write occasion" if way == "as_of" else ""
            if isinstance(day, str) and day != (OCCASION if also else "") and not is_day(day):
                what = f"{quoted(day)} is not a day: write year-month-day, like 2026-11-22{also}."
                yield Wrong((way,), what)
        if entry.get("starts") and not entry.get("when"):
            yield Wrong(
                ("starts",), "is of no use without when: a job without it is run by hand.", is_key=True
            )

    def _reports(self, entry: Mapping[str, Any]) -> Iterator[Wrong]:
        seen: set[str] = set()
        for way, name in _listed(entry, "reports"):
            if name not in self._notebooks:
                known = ", ".join(self._notebooks)
                hint = did_you_mean(name, self._notebooks)
                yield Wrong(way, f"No report is called {quoted(name)}.{hint} Known: {known}.")
            elif name in seen:
                yield Wrong(way, f"{quoted(name)} stands here twice: take one out.")
            elif isinstance(found := self._parameters(name), str):
                yield Wrong(way, found)
            seen.add(name)

    def _parameters(self, report: str) -> dict[str, Parameter] | str:
        """Return what a notebook declares, or what is wrong with it."""
        if report not in self._read:
            try:
                self._read[report] = read_parameters(self._notebooks[report])
            except InputError as error:
                self._read[report] = str(error)
        return self._read[report]

    def _known(self, entry: Mapping[str, Any]) -> dict[str, dict[str, Parameter]]:
        names = [name for _, name in _listed(entry, "reports") if name in self._notebooks]
        found = {name: self._parameters(name) for name in names}
        return {name: known for name, known in found.items() if isinstance(known, dict)}

    def _parameter(
        self, name: str, value: object, known: Mapping[str, Mapping[str, Parameter]]
    ) -> Iterator[Wrong]:
        if name in OWN_FIELD:
            yield Wrong(("parameters", name), OWN_FIELD[name], is_key=True)
            return
        for fault in _unfit(name, value, known):
            yield Wrong(("parameters", name), fault)

    def _sweep(
        self, sweep: Mapping[str, Any], known: Mapping[str, Mapping[str, Parameter]]
    ) -> Iterator[Wrong]:
        sizes = []
        for name, values in sweep.items():
            found = list(_dimension(name, values, known))
            yield from (one._replace(path=("sweep", name, *one.path)) for one in found)
            sizes.append((name, _size(values)))
        runs = math.prod(size for _, size in sizes) * max(1, len(known))
        if runs > MAX_RUNS:
            yield Wrong(("sweep",), too_many(runs, dict(sizes), len(known)), is_key=True)


def is_day(text: str) -> bool:
    """Whether a text is a day between 1900 and 2999, written as year-month-day.

    >>> is_day("2028-02-29"), is_day("2026-02-29"), is_day("20260301")
    (True, False, False)
    """
    try:
        return dt.date.fromisoformat(text).isoformat() == text and 1900 <= int(text[:4]) <= 2999
    except ValueError:
        return False


def too_many(runs: int, sizes: Mapping[str, int], reports: int) -> str:
    """Say that a job would make more runs than one occasion may have.

    >>> too_many(12_000, {"map": 1_000, "as_of": 12}, 1)
    'would make 12,000 runs (1,000 of map x 12 of as_of x 1 report); at most 10,000 are made at an occasion.
    Divide the job into several.'
    """
    parts = [f"{size:,} of {name}" for name, size in sizes.items()]
    of_reports = f"{reports} {'report' if reports == 1 else 'reports'}"
    told = " x ".join([*parts, of_reports])
    return (
        f"would make {runs:,} runs ({told}); at most {MAX_RUNS:,} are made at an occasion. "
        "Divide the job into several."
    )


def _listed(entry: Mapping[str, Any], field: str) -> Iterator[tuple[tuple[str | int, ...], str]]:
    found = entry.get(field)
    if isinstance(found, str):
        yield (field,), found
    for at, name in enumerate(found if isinstance(found, list) else ()):
        if isinstance(name, str):
            yield (field, at), name


def _unfit(name: str, value: object, known: Mapping[str, Mapping[str, Parameter]]) -> Iterator[str]:
    for report, parameters in known.items():
        fault = value_fault(name, value, parameters, report)
        if fault:
            yield fault


def _dimension(name: str, values: Any, known: Mapping[str, Mapping[str, Parameter]]) -> Iterator[Wrong]:
    """Yield what is wrong with one thing that a job sweeps over."""
    if name in OWN_FIELD and name not in ("map", "as_of"):
        yield Wrong((), "is nothing to sweep over: take it out.", is_key=True)
    elif name == "as_of" and not isinstance(values, list):
        yield from _months(values)
    elif name == "map" and isinstance(values, str):
        if "**" in values:
            yield Wrong((), f"{quoted(values)} stands here; write one * for each level of folders.")
    elif isinstance(values, str) and values in EACH.get(name, ()):
        yield from (Wrong((), fault, is_key=True) for fault in _unfit(name, "any", known))
    elif not isinstance(values, list) or not values:
        also = {
            "map": " or a pattern such as sites/*",
            **{each: f" or {' or '.join(words)}" for each, words in EACH.items()},
        }
        stands = "An empty list" if isinstance(values, list) else _shown(name, values, known)
        yield Wrong((), f"{stands} stands here; a list of values{also.get(name, '')} is wanted.")
    else:
        for at, value in enumerate(values):
            yield from (Wrong((at,), fault) for fault in _no_value(name, value, known))
            if value in values[:at]:
                yield Wrong((at,), f"{_shown(name, value, known)} stands here twice: take one out.")


def _shown(name: str, value: object, known: Mapping[str, Mapping[str, Parameter]]) -> str:
    """Return a value as a fault repeats it: not where it may be the secret itself."""
    of_reports = (parameters[name] for parameters in known.values() if name in parameters)
    secret = is_secret(name) or any(parameter.is_secret for parameter in of_reports)
    return "A value" if secret else quoted(value)


def _no_value(name: str, value: object, known: Mapping[str, Mapping[str, Parameter]]) -> Iterator[str]:
    if name not in ("map", "as_of"):
        yield from _unfit(name, value, known)
    elif not isinstance(value, str):
        yield f"{quoted(value)} stands here; {'a folder' if name == 'map' else 'a day'} is wanted."
    elif name == "map" and "**" in value:
        yield f"{quoted(value)} stands here; write one * for each level of folders."
    elif name == "as_of" and not is_day(value):
        yield f"{quoted(value)} is not a day: write year-month-day, like 2026-11-22."


def _months(values: Any) -> Iterator[Wrong]:
    wanted = "write {months: 12} for the last twelve month's ends, or a list of days"
    if not isinstance(values, dict) or set(values) != {"months"}:
        yield Wrong((), f"{quoted(values)} stands here; {wanted}.")
        return
    try:
        whole_number(values["months"], MAX_MONTHS)
    except ValueError as error:
        yield Wrong(("months",), f"{quoted(values['months'])} stands here: {error}.")


def _size(values: Any) -> int:
    """Return how many cases a dimension makes, as far as the schedule itself tells."""
    if isinstance(values, list):
        return max(1, len(values))
    months = values.get("months") if isinstance(values, dict) else None
    plain = isinstance(months, str) and months.isascii() and months.isdigit() and len(months) < 10
    return max(1, int(months)) if plain and months else 1


def _map(entry: Mapping[str, Any], sweep: Mapping[str, Any]) -> Iterator[Wrong]:
    if entry.get("map") and "map" in sweep:
        yield Wrong(("map",), "also stands under sweep: keep one.", is_key=True)
    elif not entry.get("map") and "map" not in sweep and "map" not in entry:
        yield Wrong((), 'lacks the field "map": name the folder of a data map there, or several under sweep.')
