"""A store on the disk: opened by one comparison at a time, replaced as a whole, swept of what is left."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from ...errors import InputError, OutputError
from ..intake.find_files import plain_path
from .manifest import ALL_FILES, FORMAT, Manifest, damaged

_NAME: Final = "store.json"
_LOCK: Final = "lock.db"
#: What SQLite keeps beside a lock while it is held.
_LOCKS: Final = frozenset({_LOCK, f"{_LOCK}-journal"})
#: With what a Parquet file begins and ends.
_MARK: Final = b"PAR1"


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


def _read(folder: Path) -> Manifest:
    path = folder / _NAME
    if not path.exists():
        return Manifest()
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        version = said.get("format") if isinstance(said, dict) else None
        if version is None:
            raise ValueError("It states no format.")
        if version != FORMAT:
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
