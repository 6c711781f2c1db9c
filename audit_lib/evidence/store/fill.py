"""What is new taken in and kept, before anything is compared."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple

from ...errors import InputError
from ...law.periods import LONDON
from ...model.evidence_source import WORDS, Source, SourceFormat, SourceKind
from ...model.finding import Skipped
from ..engine.duckdb_session import DuckSession
from ..intake import DESCRIBED, Intake, Table, reasons_of
from .changes import Changes, Sources, changes, put_away, shape
from .ingest import ROWS, ingest
from .manifest import FileMark, KeptLog, Manifest

#: Takes in the sources with these ids, some of them from these files.
Taking = Callable[[Collection[str], Mapping[str, Sequence[Path]]], Intake]
#: Opens the engine.
Opening = Callable[[], AbstractContextManager[DuckSession]]


class Filled(NamedTuple):
    """A store with all that is new, the lists that were read for it, and what tells the lists from others.

    `people_are_text` says whether people are text in any log that is compared, or in a list that was read.
    """

    manifest: Manifest
    lists: Intake
    made_of: str | None
    people_are_text: bool


def fill(opening: Opening, folder: Path, manifest: Manifest, sources: Sources, taking: Taking) -> Filled:
    """Take in what is new and keep it.

    Parameters
    ----------
    opening
        Opens the engine that writes what is new; it is not asked if nothing is.
    manifest
        What the store holds; nothing that is there is changed before a new one is saved.
    taking
        Takes sources in; it is asked for new files of logs, and for the lists if they have changed.
    """
    new = changes(manifest, sources)
    same_lists = manifest.lists is not None and manifest.lists.made_of == new.lists
    wanted = set(new.files)
    if not same_lists:
        wanted |= {
            source.id
            for source in sources.evidence.sources
            if source.kind not in (SourceKind.DISCLOSURES, SourceKind.RECEIPTS, SourceKind.PEOPLE)
            and source.format is not SourceFormat.REGISTER
        }
    missing = [one for source in sources.evidence.sources if (one := _missing(sources, manifest, source))]
    wanted -= {source.id for source in sources.evidence.sources if sources.missing(source)}
    files = {name: found for name, found in new.files.items() if found is not None}
    taken = taking(wanted, {**sources.replaced, **files}) if wanted else Intake(())
    manifest = _without(manifest, new)
    if taken.disclosures:
        with opening() as session:
            for table in taken.disclosures:
                each = table.rows // max(len(table.files), 1)
                session.telling.expect(table.rows, {"days_0": each // 2, ROWS: each - each // 2})
                manifest = _with(manifest, table, new, sources.people(table.source) or ())
                manifest = ingest(session, folder, table, manifest, LONDON)
    lists = Intake(
        tuple(table for table in taken.tables if table.source.kind is not SourceKind.DISCLOSURES),
        (*taken.skipped, *missing, *(() if sources.replaced else put_away(manifest, new))),
    )
    logs = (manifest.logs[one.id] for one in sources.evidence.sources if one.id in manifest.logs)
    are_text = lists.persons_are_text or any(log.people_are_text for log in logs)
    return Filled(manifest, lists, new.lists, are_text)


def _missing(sources: Sources, manifest: Manifest, source: Source) -> Skipped | None:
    """Return what is told of a source without a file; a log may be kept though its files are put away."""
    kept = source.kind is SourceKind.RECEIPTS or source.id in manifest.logs
    return None if kept else sources.missing(source)


def _without(manifest: Manifest, new: Changes) -> Manifest:
    """Forget logs that are read anew, and what was found in them."""
    logs = {name: log for name, log in manifest.logs.items() if name not in new.anew}
    outcome = manifest.outcome if logs.keys() == manifest.logs.keys() else None
    return manifest.model_copy(update={"logs": logs, "outcome": outcome})


def _with(manifest: Manifest, table: Table, new: Changes, people: tuple[FileMark, ...]) -> Manifest:
    """Note that the files of a log are kept; a log that is new gets its place."""
    name = table.source.id
    kept = manifest.logs.get(name) or KeptLog(
        shape=shape(table.source),
        recorded=tuple(column for column in WORDS if column in table.columns),
        people_are_text=table.person_is_text,
    )
    if table.person_is_text and not kept.people_are_text:
        raise InputError.at(
            name,
            "People stand for the first time under something that is no number, and the store holds numbers: "
            "delete the store and let it be made anew.",
        )
    marks = {mark.name: mark for mark in (*kept.files, *new.marks.get(name, ()))}
    kept = kept.model_copy(
        update={
            "files": tuple(marks.values()),
            "people": people,
            "refused": kept.refused + table.refused.count,
            "reasons": (*kept.reasons, *reasons_of(table))[:DESCRIBED],
            "notes": tuple(dict.fromkeys((*kept.notes, *table.notes))),
            "names": tuple(dict.fromkeys((*kept.names, *table.names))),
        }
    )
    return manifest.model_copy(update={"logs": {**manifest.logs, name: kept}})
