"""What is new since a store was last filled: files of logs, and whether the lists are still the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from ...errors import InputError
from ...files.evidence_files import files_of
from ...files.quoting import quoted
from ...model.data_map import DataMap
from ...model.evidence_source import Evidence, Source, SourceFormat, SourceKind
from ...model.finding import Skipped
from ..intake.find_files import no_file
from .manifest import FileMark, KeptLog, Manifest

#: What may change in a source of logs without its rows having to be read again: what its words stand for.
_ABOUT_WORDS = {"name", "files", "constants", "values", "covers", "starts", "invented"}


#: How many bytes at either end of a file tell it from others.
_END = 65_536


class Sources(NamedTuple):
    """The sources of a map, and the files to read in place of those that a source names."""

    data_map: DataMap
    evidence: Evidence
    root: Path
    replaced: Mapping[str, Sequence[Path]] = {}

    def files(self, source: Source) -> Sequence[Path]:
        """Return the files of a source that are there."""
        return self.replaced[source.id] if source.id in self.replaced else files_of(self.root, source)

    def marks(self, source: Source) -> dict[FileMark, Path]:
        """Return the files of a source by what tells them from others."""
        return {_mark(path, self.root): path for path in self.files(source)}

    def people(self, source: Source) -> tuple[FileMark, ...] | None:
        """Return the files that say whom a log names; None if they are a table that may change unseen."""
        named = [one for one in self.evidence.sources if one.id == source.people]
        if any(one.format is SourceFormat.POSTGRES for one in named):
            return None
        return tuple(mark for one in named for mark in self.marks(one))

    def missing(self, source: Source) -> Skipped | None:
        """Return what is told of a source of which there is no file."""
        elsewhere = source.format in (SourceFormat.POSTGRES, SourceFormat.REGISTER)
        return None if elsewhere or self.files(source) else no_file(source)


class Changes(NamedTuple):
    """What has to be taken in: for each log its new files, and logs that are to be read anew as a whole.

    `files` has a log only if something of it is new; `marks` are those of all files that are there now;
    `lists` tells the lists from others, None if they cannot be told (a table in a database).
    """

    files: Mapping[str, tuple[Path, ...] | None]
    marks: Mapping[str, tuple[FileMark, ...]]
    anew: frozenset[str]
    lists: str | None


def changes(manifest: Manifest, sources: Sources) -> Changes:
    """Return what is new since a store was last filled.

    A file counts as known by its name, size and time of last change. One that has changed makes its log be
    read anew, from all its files; one that is gone stays kept, as a log that has been put away, and is known
    again by its content if it comes back under another name.

    Raises
    ------
    InputError
        A log was kept with other columns, or one of its files has changed while another is gone.
    """
    files: dict[str, tuple[Path, ...] | None] = {}
    marks: dict[str, tuple[FileMark, ...]] = {}
    anew = set[str]()
    for source in sources.evidence.sources:
        if source.kind is not SourceKind.DISCLOSURES:
            continue
        if source.format is SourceFormat.POSTGRES:
            files[source.id] = None
            anew.add(source.id)
            continue
        there = sources.marks(source)
        kept = manifest.logs.get(source.id)
        marks[source.id] = tuple(there)
        named = sources.people(source)
        new = _new(source, kept, there)
        if new is None or (kept is not None and (named is None or kept.people != named)):
            anew.add(source.id)
            new = tuple(there.values())
        if new:
            files[source.id] = new
    return Changes(files, marks, frozenset(anew), _fingerprint(sources))


def put_away(manifest: Manifest, new: Changes) -> Iterator[Skipped]:
    """Yield which logs the store keeps rows of whose files are no longer there."""
    for name, log in manifest.logs.items():
        there = new.marks.get(name, ())
        names, contents = {mark.name for mark in there}, {mark.content for mark in there}
        gone = [mark.name for mark in log.files if mark.name not in names and mark.content not in contents]
        if gone:
            why = (
                f"{len(gone):,} of the files that the store has read are no longer there, such as "
                f"{quoted(gone[0])}: their rows are kept and still count."
            )
            yield Skipped(what=f"source {name}", why=why)


def _new(source: Source, kept: KeptLog | None, there: Mapping[FileMark, Path]) -> tuple[Path, ...] | None:
    """Return the files of a log that are not kept yet; None if it has to be read anew."""
    if kept is None:
        return tuple(there.values())
    if kept.shape != shape(source):
        raise InputError.at(
            source.id,
            "The store was filled with this source when evidence.yaml named other columns, another zone or "
            "format for it: delete the store and let it be made anew, or give another one with --store.",
        )
    known = {mark.name: mark for mark in kept.files}
    if all(known.get(mark.name, mark) == mark for mark in there):
        names = {mark.name for mark in there}
        moved = {mark.content for mark in kept.files if mark.name not in names and mark.content}
        return tuple(
            path for mark, path in there.items() if mark.name not in known and mark.content not in moved
        )
    gone = sorted(known.keys() - {mark.name for mark in there})
    if gone:
        raise InputError.at(
            source.id,
            f"A file that the store has read has changed, and {quoted(gone[0])}, which it has "
            "read too, is gone, so "
            "that the log cannot be read anew: put it back, or delete the store.",
        )
    return None


def shape(source: Source) -> str:
    """Return what tells how the rows of a source are read, apart from what its words stand for."""
    said = source.model_dump(mode="json", exclude=_ABOUT_WORDS)
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def _mark(path: Path, root: Path) -> FileMark:
    """Return what tells a file from others; one that cannot be looked at is told when it is read."""
    try:
        seen = path.stat()
    except OSError:
        return FileMark(name=str(path), size=-1, changed_ns=-1, content="")
    inside = path.is_relative_to(root)
    name = path.relative_to(root).as_posix() if inside else str(path)
    content = _content(path, seen.st_size)
    return FileMark(name=name, size=seen.st_size, changed_ns=seen.st_mtime_ns, content=content)


def _content(path: Path, size: int) -> str:
    """Return a hash of the size, the beginning and the end of a file; '' for what cannot be read as one."""
    if not path.is_file():
        return ""
    try:
        with path.open("rb") as file:
            ends = file.read(_END)
            file.seek(max(size - _END, 0))
            ends += file.read(_END)
    except OSError:
        return ""
    return hashlib.sha256(f"{size} ".encode() + ends).hexdigest()


def _fingerprint(sources: Sources) -> str | None:
    """Return what tells the lists, and what their words and periods stand for, from others.

    A table in a database may change unseen, and a register is asked about the people of new rows too.
    """
    beside = [
        source
        for source in sources.evidence.sources
        if source.kind not in (SourceKind.DISCLOSURES, SourceKind.RECEIPTS)
    ]
    if any(source.format in (SourceFormat.POSTGRES, SourceFormat.REGISTER) for source in beside):
        return None
    said = {
        "sources": [source.model_dump(mode="json") for source in beside],
        "files": [mark.model_dump(mode="json") for source in beside for mark in sources.marks(source)],
        "map": list(_names(sources.data_map)),
    }
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def _names(data_map: DataMap) -> Iterator[list[object]]:
    """Yield what words of a list can stand for, and the periods that endings start."""
    for party in data_map.parties:
        yield ["party", party.id, party.name, list(party.aliases)]
    for category in data_map.data:
        yield ["data", category.id, category.name]
    for purpose in data_map.purposes:
        yield ["purpose", purpose.id, purpose.name]
    for activity in data_map.activities:
        yield ["activity", activity.id, activity.name]
    for retention in data_map.retention:
        yield ["retention", retention.id, str(retention.period)]
