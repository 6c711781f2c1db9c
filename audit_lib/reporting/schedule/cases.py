"""The cases of a job, told one by one: each map, party, month or value that it sweeps over."""

from __future__ import annotations

import calendar
import datetime as dt
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from ...errors import InputError, ParameterError
from ...files.quoting import quoted
from ...files.read_map import read_map
from .misfits import MAX_RUNS, too_many
from .schedule import CONTROLLERS, ScheduledJob

#: Signs by which a map is a pattern for several.
_PATTERN: Final = frozenset("*?[")


class Case(NamedTuple):
    """One case: its map, its day, and what else tells it from the others; `cause` is why it cannot be run."""

    map_folder: Path
    as_of: dt.date
    swept: Mapping[str, str]
    given: Mapping[str, str | None]
    cause: str | None = None


class Roll(NamedTuple):
    """Who and what of a map can be swept over, by id: little to keep of a thousand maps."""

    parties: Mapping[str, bool]
    activities: tuple[str, ...]

    @property
    def controllers(self) -> tuple[str, ...]:
        """The parties that control an activity."""
        return tuple(name for name, controls in self.parties.items() if controls)


def read_roll(folder: Path) -> Roll:
    """Return the parties of a map, each with whether it controls an activity, and the activities.

    Raises
    ------
    MapError
        If the map cannot be read.

    >>> read_roll(Path("data_maps/small_agency")).controllers
    ('harbour-lane',)
    """
    data_map = read_map(folder)
    controllers = {party for activity in data_map.activities for party in activity.controllers}
    parties = {party.id: party.id in controllers for party in data_map.parties}
    return Roll(parties, tuple(activity.id for activity in data_map.activities))


def cases_of(job: ScheduledJob, as_of: dt.date, reading: Callable[[Path], Roll] = read_roll) -> list[Case]:
    """Return the cases of a job on a day.

    A map that cannot be read is a case that cannot be run, so that it keeps no other from being run.

    Parameters
    ----------
    job
        The job.
    as_of
        The day of the occasion; month's ends are counted back from it.
    reading
        What reads a map, where its parties or activities are swept over.

    Raises
    ------
    ParameterError
        If a pattern fits no folder, or there would be too many runs.

    >>> job = ScheduledJob(id="r", title="R", reports=["ropa"], map="m", sweep={"as_of": {"months": "2"}})
    >>> [case.as_of.isoformat() for case in cases_of(job, dt.date(2028, 3, 30))]
    ['2028-01-31', '2028-02-29']
    """
    found: list[Case] = []
    for folder in _folders(job):
        found += _of_map(job, folder, as_of, reading)
        runs = len(found) * len(job.reports)
        if runs > MAX_RUNS:
            raise ParameterError.at(
                job.id, f"{job.id} {too_many(runs, {'cases': len(found)}, len(job.reports))}"
            )
    return found


def month_ends(until: dt.date, count: int) -> list[dt.date]:
    """Return the last month's ends, the last of them on the day or before it, oldest first.

    >>> [day.isoformat() for day in month_ends(dt.date(2028, 2, 29), 2)]
    ['2028-01-31', '2028-02-29']
    """
    found: list[dt.date] = []
    year, month = until.year, until.month
    while len(found) < count and year >= 1:
        end = dt.date(year, month, calendar.monthrange(year, month)[1])
        if end <= until:
            found.append(end)
        year, month = (year - 1, 12) if month == 1 else (year, month - 1)
    return found[::-1]


def _folders(job: ScheduledJob) -> list[Path]:
    """Return the folders of the maps, each once."""
    wanted = job.sweep.get("map", job.map)
    if isinstance(wanted, str) and "map" in job.sweep:
        wanted = [wanted]
    found: list[Path] = []
    for name in wanted if isinstance(wanted, list) else [str(wanted)]:
        found += list(_fitting(job, name)) if _PATTERN & set(name) else [Path(name)]
    return list(dict.fromkeys(found))


def _fitting(job: ScheduledJob, pattern: str) -> Iterator[Path]:
    """Yield the folders that a pattern fits, by name; hidden ones and files are none."""
    way = Path(pattern)
    root = Path(way.anchor) if way.is_absolute() else Path()
    try:
        fitting = root.glob(str(way.relative_to(root)) if way.is_absolute() else pattern)
        seen = (path for path in fitting if path.is_dir() and not path.name.startswith("."))
        folders = sorted(itertools.islice(seen, MAX_RUNS + 1))
    except (ValueError, NotImplementedError, OSError) as error:
        what = f"The pattern {quoted(pattern)} of the job {job.id} cannot be followed: {error}."
        raise ParameterError.at(job.id, what) from error
    if not folders:
        what = f"No folder fits {quoted(pattern)}, over which {job.id} sweeps: write one such as sites/*."
        raise ParameterError.at(job.id, what)
    yield from folders


def _of_map(
    job: ScheduledJob, folder: Path, as_of: dt.date, reading: Callable[[Path], Roll]
) -> Iterator[Case]:
    """Yield the cases of one map: each combination of everything else that is swept over."""
    named = {"map": folder.as_posix()} if "map" in job.sweep else {}
    others = {name: values for name, values in job.sweep.items() if name != "map"}
    try:
        of_the_map = any(isinstance(values, str) for values in others.values())
        roll = reading(folder) if of_the_map else None
    except InputError as error:
        yield Case(folder, as_of, named, {}, short_cause(error))
        return
    lists = {name: list(_values(name, values, as_of, roll)) for name, values in others.items()}
    empty = [name for name, values in lists.items() if not values]
    if empty:
        yield Case(folder, as_of, named, {}, f"the map has no {empty[0]} to sweep over")
        return
    for chosen in itertools.islice(itertools.product(*lists.values()), MAX_RUNS + 1):
        swept = dict(zip(lists, chosen, strict=True))
        day = dt.date.fromisoformat(swept["as_of"] or "") if "as_of" in swept else as_of
        given = {name: value for name, value in swept.items() if name != "as_of"}
        yield Case(folder, day, named | {name: _shown(value) for name, value in swept.items()}, given)


def _values(name: str, values: Any, as_of: dt.date, roll: Roll | None) -> Iterable[str | None]:
    if name == "as_of" and isinstance(values, dict):
        return [day.isoformat() for day in month_ends(as_of, int(values["months"]))]
    if isinstance(values, str) and roll is not None:
        of_parties = roll.controllers if values == CONTROLLERS else roll.parties
        return of_parties if name == "party" else roll.activities
    found: list[str | None] = values
    return found


def _shown(value: str | None) -> str:
    return "none" if value is None else value


def short_cause(error: InputError) -> str:
    """Return the first fault of an input in one line, and how many more there are.

    >>> short_cause(InputError.at("map.yaml", "There is no such file."))
    'map.yaml There is no such file.'
    """
    first, *more = error.faults
    return f"{first}{f' (and {len(more):,} more)' if more else ''}"
