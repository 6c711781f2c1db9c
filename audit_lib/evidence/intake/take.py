"""Take in all sources of a map: look at everything first, then convert what has to be converted."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from ...errors import Fault, InputError, ParameterError, Place, did_you_mean
from ...files.quoting import quoted
from ...model.evidence_source import Evidence, Source, SourceFormat
from ...model.finding import Skipped
from .aside import set_aside
from .find_files import Found, find_files, no_file
from .plan import Plan
from .plan_parquet import plan_parquet
from .plan_postgres import plan_postgres
from .plan_rows import Planned, plan_csv, plan_har, plan_jsonl, plan_xlsx
from .session import Session, Unreadable, session
from .tables import Intake, Progress, Table
from .take_source import Places, take_source

_KEPT = ("taken", "refused")


def take(
    evidence: Evidence,
    root: Path,
    work: Path,
    *,
    only: Collection[str] = (),
    replaced: Mapping[str, Sequence[Path]] | None = None,
    memory: str | None = None,
    progress: Progress | None = None,
) -> Intake:
    """Return the rows of each source as Parquet files with known columns.

    Everything is looked at first, so that nothing is written if something is wrong. Rows that cannot be read
    are left out, counted, and kept in "refused" within `work`.

    Parameters
    ----------
    root
        The folder of the map, within which the patterns of the sources are looked for.
    work
        A folder that this function owns; it is made if need be, and only its owner can read it. What an
        earlier run left in it is replaced when all has gone well.
    only
        The ids of the sources wanted; without any, all.
    replaced
        For a source, the files to read in place of those that its patterns find.
    memory
        How much memory DuckDB may take, such as "1GB".
    progress
        Is told now and then how many rows are done, and how many there are if that is known.

    Returns
    -------
    Intake
        A table for each source in the order of the map, those of people among them. A source whose patterns
        find nothing is skipped. Sources out of the register of restrictions are no matter of this function.

    Raises
    ------
    InputError
        With every fault that was found: a file that is damaged or cut off, a column that is missing, renamed
        or of another type. Nothing is written then.
    ParameterError
        When `only` or `replaced` names no source.
    OutputError
        When something cannot be written; `work` is as it was then.

    >>> take(Evidence(sources=()), Path("."), Path("/nowhere/work"), only=["payments"])
    Traceback (most recent call last):
    audit_lib.errors.ParameterError: source "payments" is no source of this map.
    """
    replaced = replaced or {}
    wanted = _wanted(evidence, only, replaced)
    named = {*only, *replaced}
    if not wanted:
        return Intake(())
    with set_aside(work, _KEPT) as aside, session(aside / "spill", memory) as database:
        plans, skipped, seen = _look(database, wanted, root, named, replaced)
        done = _Tally(plans, progress)
        taken: dict[str, Table] = {}
        for plan in sorted(plans, key=lambda plan: plan.source.people is not None):
            places = Places(aside, work)
            taken[plan.source.id] = take_source(database, plan, places, done.tell, taken=taken, seen=seen)
        tables = tuple(taken[source.id] for source in wanted if source.id in taken)
    return Intake(tables, skipped)


class _Tally:
    """Adds up the rows that are done, over all sources."""

    def __init__(self, plans: Sequence[Plan], progress: Progress | None) -> None:
        rows = [getattr(part, "rows", None) for plan in plans if not plan.as_it_is for part in plan.parts]
        self._all = None if None in rows else sum(row for row in rows if row is not None)
        self._done = 0
        self._progress = progress

    def tell(self, rows: int) -> None:
        self._done += rows
        if self._progress is not None and rows:
            self._progress(self._done, self._all)


def _wanted(evidence: Evidence, only: Collection[str], replaced: Mapping[str, object]) -> list[Source]:
    known = {source.id: source for source in evidence.sources}
    faults = [
        Fault(Place("source"), f"{quoted(word)} is no source of this map.{did_you_mean(word, known)}")
        for word in sorted({*only, *replaced})
        if word not in known
    ]
    if faults:
        raise ParameterError(faults)
    chosen = set(only) or set(known)
    chosen |= {people for source in known.values() if source.id in chosen and (people := source.people)}
    return [
        source
        for source in evidence.sources
        if source.id in chosen and source.format is not SourceFormat.REGISTER
    ]


class _Looked(NamedTuple):
    plans: list[Plan]
    skipped: tuple[Skipped, ...]
    seen: dict[str, set[str]]


def _look(
    database: Session,
    sources: Sequence[Source],
    root: Path,
    named: Collection[str],
    replaced: Mapping[str, Sequence[Path]],
) -> _Looked:
    """Look at all files of all sources, and raise everything that is wrong with them at once."""
    plans, skipped, faults = [], [], list[Fault]()
    seen: dict[str, set[str]] = {source.id: set() for source in sources}
    for source in sources:
        faults += _wrong_zone(database, source)
        if not source.columns and source.format is not SourceFormat.HAR:
            faults.append(Fault(Place(source.id), "It states no columns: say under which names they stand."))
            continue
        if source.format is SourceFormat.POSTGRES:
            planned = plan_postgres(source)
        else:
            found, wrong = find_files(source, root, replaced.get(source.id))
            faults += wrong
            if not found and not wrong:
                none = no_file(source)
                if source.id in named:
                    faults.append(Fault(Place(source.id), none.why))
                else:
                    skipped.append(none)
            if not found:
                continue
            planned = _plan(database, source, found, seen[source.id])
        faults += planned.faults
        plans.append(planned.plan)
    if faults:
        raise InputError(faults)
    return _Looked(plans, tuple(skipped), seen)


def _plan(database: Session, source: Source, found: Sequence[Found], seen: set[str]) -> Planned:
    try:
        if source.format is SourceFormat.PARQUET:
            return plan_parquet(database, source, found)
        if source.format is SourceFormat.CSV:
            return plan_csv(source, found)
        if source.format is SourceFormat.XLSX:
            return plan_xlsx(source, found)
        if source.format is SourceFormat.JSONL:
            return plan_jsonl(source, found, seen)
        return plan_har(source, found)
    except OSError as failure:
        what = f"It cannot be read: {(failure.strerror or 'for an unknown reason').lower()}."
        shown = next((file.shown for file in found if str(file.path) == str(failure.filename)), source.id)
        return Planned(Plan(source, ()), (Fault(Place(shown), what),))


def _wrong_zone(database: Session, source: Source) -> list[Fault]:
    try:
        database.one("SELECT epoch_us(timezone(?, TIMESTAMP '2026-01-01 00:00:00'))", [source.zone])
    except Unreadable:
        what = f'{quoted(source.zone)} is no known time zone. Write one such as "Europe/London" or "UTC".'
        return [Fault(Place(source.id), what)]
    return []
