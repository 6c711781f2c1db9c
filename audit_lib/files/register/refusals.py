"""What the database refuses, in words: what, where and what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from ...errors import InputError, OutputError
from .cipher import database_errors

_BUSY: Final = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_DAMAGED: Final = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT}
_CANNOT_WRITE: Final = {
    sqlite3.SQLITE_FULL: "there is no room left on the disk",
    sqlite3.SQLITE_READONLY: "the file or its folder may not be written to",
    sqlite3.SQLITE_IOERR: "the disk could not be read or written",
    sqlite3.SQLITE_CANTOPEN: "the file or its journal could not be opened",
    sqlite3.SQLITE_PERM: "it is not permitted",
}
#: What errors say of a file that is damaged.
RESTORE: Final = "Verify it, and put a copy from before in its place."


@contextmanager
def said_plainly(path: Path) -> Iterator[None]:
    """Turn what the database raises into our errors.

    Raises
    ------
    OutputError
        When somebody else holds the register, or the disk will not take what is written.
    InputError
        When the file is damaged or does not fit.

    >>> with said_plainly(Path("register.db")):
    ...     raise sqlite3.OperationalError("no such table: entries")
    Traceback (most recent call last):
    audit_lib.errors.InputError: register.db The register is damaged: no such table: entries. Verify it, ...
    """
    try:
        yield
    except database_errors() as failure:
        raise _in_words(path, failure) from failure


def code_of(failure: BaseException) -> int:
    """Return the primary result code of the database (https://sqlite.org/rescode.html), or 0.

    >>> code_of(ValueError("no database"))
    0
    """
    return int(getattr(failure, "sqlite_errorcode", 0)) & 0xFF


def _in_words(path: Path, failure: Exception) -> InputError | OutputError:
    code = code_of(failure)
    if code in _BUSY:
        message = f"{path}: somebody else holds the register; nothing was changed. Repeat it in a moment."
        return OutputError(message)
    if code in _CANNOT_WRITE:
        return OutputError(f"{path}: {_CANNOT_WRITE[code]}; nothing was changed.")
    reason = "it does not read as a database" if code in _DAMAGED else str(failure)
    return InputError.at(str(path), f"The register is damaged: {reason}. {RESTORE}")
