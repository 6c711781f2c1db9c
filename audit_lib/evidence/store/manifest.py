"""What a store holds, in one small file that is replaced as a whole."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Final

from pydantic import Field, ValidationError

from ...errors import InputError, OutputError
from ...model.evidence_source import Column
from ...model.finding import Skipped
from ...model.noun import Noun
from ...model.reconciliation import Read, Unresolved
from ..engine.lists import LIST_TABLES
from ..intake.find_files import plain_path

_NAME: Final = "store.json"
_LOCK: Final = "lock.db"
_FORMAT: Final = 4
#: What SQLite keeps beside a lock while it is held.
_LOCKS: Final = frozenset({_LOCK, f"{_LOCK}-journal"})

#: The files of a part of a log, and of what a comparison came to, before their number.
PART_FILES: Final = ("rows", "patterns", "days")
OUTCOME_FILES: Final = (
    "found", "needs", "cells", "flagged", "contrary", "touched", "counted", "figures",
)  # fmt: skip
ALL_FILES: Final = frozenset({*PART_FILES, *LIST_TABLES, *OUTCOME_FILES})

#: With what a Parquet file begins and ends.
_MARK: Final = b"PAR1"

#: The number of a part, of lists or of found rows, which is in the names of their files.
Part = Annotated[int, Field(ge=1)]


class FileMark(Noun):
    """What tells whether a file is the one that was read: name, size in bytes, time of last change.

    `content` is a hash of its size, its beginning and its end, by which it is known under another name.
    """

    name: str
    size: int
    changed_ns: int
    content: str


class KeptLog(Noun):
    """What is kept of a source of disclosures: its shape, the files read, parts, rows, rows refused.

    `people` are the files that say whom its person column names, if those stand beside it; `reasons`, `notes`
    and `names` are what was told when its files were read.
    """

    shape: str
    recorded: tuple[Column, ...]
    people_are_text: bool
    files: tuple[FileMark, ...] = ()
    people: tuple[FileMark, ...] = ()
    parts: tuple[Part, ...] = ()
    rows: int = 0
    refused: int = 0
    reasons: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


class KeptLists(Noun):
    """What is kept of the lists: what they were made of, and what can be tested with them.

    `scopes` are what their entries forbid, each as the words from which it is made again; `reads`,
    `unresolved` and `skipped` are what was told when they were read.
    """

    number: Part
    made_of: str
    people_are_text: bool
    scopes: tuple[tuple[str, ...], ...]
    started: tuple[str, ...]
    list_of: tuple[int, ...]
    consents: tuple[str, ...]
    requests: tuple[str, ...] | None
    unresolved: tuple[Unresolved, ...] = ()
    reads: tuple[Read, ...] = ()
    skipped: tuple[Skipped, ...] = ()


class KeptOutcome(Noun):
    """What a comparison of all rows came to: of which parts, by which lists, in which stretches of days.

    `starts` are the first days of all stretches but the first, counted from 1970.
    """

    number: Part
    parts: tuple[Part, ...]
    made_of: str
    starts: tuple[int, ...] = ()


class Manifest(Noun):
    """All that a store holds; `last` is the greatest number of a part so far, `patterns` their count."""

    format: int = _FORMAT
    last: int = 0
    patterns: int = 0
    logs: Mapping[str, KeptLog] = {}
    lists: KeptLists | None = None
    outcome: KeptOutcome | None = None

    def files(self) -> frozenset[str]:
        """Return the names of the files that it stands for.

        >>> sorted(Manifest(outcome=KeptOutcome(number=2, parts=(), made_of="")).files())[:2]
        ['cells-2.parquet', 'counted-2.parquet']
        """
        parts = [part for log in self.logs.values() for part in log.parts]
        named = [(what, part) for what in PART_FILES for part in parts]
        if self.lists is not None:
            named += [(what, self.lists.number) for what in LIST_TABLES]
        if self.outcome is not None:
            named += [(what, self.outcome.number) for what in OUTCOME_FILES]
        return frozenset(f"{what}-{number}.parquet" for what, number in named)


@contextmanager
def opened(folder: Path) -> Iterator[Manifest]:
    """Give the manifest of a store to one comparison at a time; a new folder is an empty store.

    Raises
    ------
    InputError
        The folder holds something else or a damaged store, or another comparison is using it.
    OutputError
        It cannot be made or written.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder, opened(Path(folder) / "store") as manifest:
    ...     manifest.last
    0
    """
    new = _is_new(folder)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if new:
            folder.chmod(0o700)
        (folder / _LOCK).touch(mode=0o600)
        lock = sqlite3.connect(folder / _LOCK, timeout=0, isolation_level=None)
    except (OSError, sqlite3.Error) as error:
        raise OutputError(
            f"{plain_path(folder.as_posix())} The store cannot be made or written here."
        ) from error
    try:
        _take(lock, folder)
        manifest = _read(folder)
        sweep(folder, manifest)
        _whole(folder, manifest)
        try:
            yield manifest
        except BaseException:
            sweep(folder, _read(folder))
            raise
    finally:
        lock.close()


def _is_new(folder: Path) -> bool:
    """Return whether there is no store in a folder yet; a folder that holds other things is refused."""
    try:
        if (folder / _NAME).exists():
            return False
        strange = folder.exists() and (
            not folder.is_dir() or any(not _ours(one.name) for one in folder.iterdir())
        )
    except OSError as error:
        raise OutputError(
            f"{plain_path(folder.as_posix())} The store cannot be made or read here."
        ) from error
    if strange:
        raise InputError.at(
            plain_path(folder.as_posix()), "This folder holds no store: give an empty folder, or a new name."
        )
    return True


def _ours(name: str) -> bool:
    """Return whether a file is one that a comparison may have left before it was ever complete."""
    return name in _LOCKS or name == f"{_NAME}.new" or _number(Path(name)) is not None


def _take(lock: sqlite3.Connection, folder: Path) -> None:
    """Take a lock that ends with the process, however it ends."""
    try:
        lock.execute("pragma locking_mode = exclusive")
        lock.execute("begin exclusive")
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
            raise InputError.at(
                plain_path(folder.as_posix()),
                "Another comparison is using this store: wait for it, or give another one with --store.",
            ) from error
        raise damaged(folder / _LOCK, "This is not the lock of a store") from error


def damaged(file: Path, what: str) -> InputError:
    """Return the error for a file of a store that is of no use.

    >>> print(damaged(Path("kept/store.json"), "This is no list"))
    kept/store.json This is no list: delete the store and let it be made anew.
    """
    return InputError.at(plain_path(file.as_posix()), f"{what}: delete the store and let it be made anew.")


def _read(folder: Path) -> Manifest:
    path = folder / _NAME
    if not path.exists():
        return Manifest()
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        version = said.get("format") if isinstance(said, dict) else None
        if version is None:
            raise ValueError("It states no format.")
        if version != _FORMAT:
            raise damaged(path, "The store was made by another version")
        return Manifest.model_validate_json(json.dumps(said))
    except (OSError, ValueError, RecursionError, ValidationError) as error:
        raise damaged(path, "This is no list of what a store holds") from error


def _whole(folder: Path, manifest: Manifest) -> None:
    """Refuse a store of which a file is missing or cut off: one that is whole ends as it begins."""
    for name in sorted(manifest.files()):
        try:
            with (folder / name).open("rb") as file:
                begins = file.read(len(_MARK))
                file.seek(-len(_MARK), os.SEEK_END)
                if (begins, file.read()) != (_MARK, _MARK):
                    raise damaged(folder / name, "This file of the store is cut off or damaged")
        except OSError as error:
            raise damaged(folder / name, "This file of the store is missing or damaged") from error


def save(folder: Path, manifest: Manifest) -> None:
    """Replace the manifest, and remove what no longer stands in it; until then, nothing has changed.

    Raises
    ------
    OutputError
        There is no room for it.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     save(Path(folder), Manifest(last=3))
    ...     with opened(Path(folder)) as manifest:
    ...         manifest.last
    3
    """
    aside = folder / f"{_NAME}.new"
    said = json.dumps(manifest.model_dump(mode="json"), indent=1) + "\n"
    try:
        aside.unlink(missing_ok=True)
        aside.touch(mode=0o600)
        aside.write_text(said, encoding="utf-8")
        aside.replace(folder / _NAME)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise OutputError(
            f"{plain_path(folder.as_posix())} The store could not be written; it is as it was."
        ) from error
    sweep(folder, manifest)


def sweep(folder: Path, manifest: Manifest) -> None:
    """Remove files that an interrupted comparison, or one before, has left; others are not touched."""
    kept = manifest.files()
    for file in [*folder.glob("*.parquet"), *folder.glob("*.new")]:
        left = _number(file) is not None or file.name == f"{_NAME}.new"
        if left and file.name not in kept:
            file.unlink(missing_ok=True)


def _number(file: Path) -> int | None:
    """Return the number of the part that a file belongs to; None if it is no file of a store."""
    what, _, number = file.stem.rpartition("-")
    ours = file.suffix in (".parquet", ".new") and what in ALL_FILES and number.isdecimal()
    return int(number) if ours else None
