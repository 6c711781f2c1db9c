"""The file of a register opened: looked at first, and never changed if it is something else."""

from __future__ import annotations

import sqlite3
import stat
from pathlib import Path
from typing import Final, cast

from ...errors import InputError, OutputError
from .cipher import database_errors, driver, refuse_no_text, unlock
from .refusals import RESTORE, code_of, said_plainly
from .schema import APPLICATION_ID, STEPS, version_of

#: STRICT tables came with this version.
OLDEST_SQLITE: Final = (3, 37)

_SETTINGS: Final = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA recursive_triggers = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA secure_delete = ON",
    "PRAGMA cache_size = -16384",  # 16 MB at most, so that a long import is not written twice
)

#: What a reader is told where a killed writer's journal is there, which it may not undo.
_LEFT_IN_THE_MIDDLE: Final = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN}


def connect(path: Path, passphrase: str | None, *, read_only: bool, wait: float) -> sqlite3.Connection:
    """Return a connection to the file of a register, in no transaction.

    A reader that finds the rest of a write that was killed has it undone, as the next writer would; nothing
    else is written.

    Parameters
    ----------
    path, passphrase, read_only
        As `open_register` has them.
    wait
        Seconds to wait for somebody else's write.

    Raises
    ------
    InputError
        When there is no file, when it is no register, or when the passphrase does not open it.
    OutputError
        When it is locked, or the disk cannot be read.

    >>> connect(Path("no-such-register.db"), None, read_only=True, wait=0)
    Traceback (most recent call last):
    audit_lib.errors.InputError: no-such-register.db There is no such register; make one with ...
    """
    _look_at(path)
    with said_plainly(path):
        if not read_only:
            connection = _identified(path, passphrase, "rw", wait)
            connection.execute("PRAGMA journal_mode = DELETE")
            return connection
        try:
            return _identified(path, passphrase, "ro", wait)
        except database_errors() as failure:
            if code_of(failure) not in _LEFT_IN_THE_MIDDLE:
                raise
        return _put_right(path, passphrase, wait)


def _put_right(path: Path, passphrase: str | None, wait: float) -> sqlite3.Connection:
    """Have a write that was cut short undone, and give a connection that changes nothing more."""
    try:
        connection = _identified(path, passphrase, "rw", wait)
    except database_errors() as failure:
        if code_of(failure) not in _LEFT_IN_THE_MIDDLE:
            raise
        message = (
            f"{path}: the last write was cut short, and a reader may not undo it here. Open the register once"
        )
        raise OutputError(f"{message} where its folder can be written to.") from failure
    connection.execute("PRAGMA query_only = ON")
    return connection


def attach(path: Path, passphrase: str | None, mode: str, wait: float) -> sqlite3.Connection:
    """Return a connection with our settings to a file that is there; it has been read, and no more.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     (Path(folder) / "new.db").touch()
    ...     connection = attach(Path(folder) / "new.db", None, "ro", wait=0)
    ...     connection.execute("PRAGMA synchronous").fetchone()
    ...     connection.close()
    (3,)
    """
    if passphrase is None and sqlite3.sqlite_version_info < OLDEST_SQLITE:
        message = (
            f"A register needs SQLite 3.37; this Python has {sqlite3.sqlite_version}. Use a newer Python."
        )
        raise InputError.at(str(path), message)
    if passphrase is not None:
        refuse_no_text(passphrase, str(path))
    module = sqlite3 if passphrase is None else driver(str(path))
    address = f"{path.absolute().as_uri()}?mode={mode}"
    opened = module.connect(address, uri=True, isolation_level=None, timeout=wait)
    connection = cast("sqlite3.Connection", opened)
    try:
        if passphrase is not None:
            unlock(connection, passphrase)
        for setting in _SETTINGS:
            connection.execute(setting)
        version_of(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _look_at(path: Path) -> None:
    """Refuse what is no file with something in it.

    The file is not opened here: to open and close it would take the locks from a register that the same
    process has open (https://sqlite.org/howtocorrupt.html, 2.2).
    """
    file = str(path)
    try:
        status = path.stat()
    except FileNotFoundError:
        raise InputError.at(
            file, "There is no such register; make one with privacy-audit request init."
        ) from None
    except (OSError, ValueError) as failure:
        reason = (getattr(failure, "strerror", None) or str(failure)).lower()
        raise InputError.at(file, f"The register cannot be read: {reason}.") from failure
    if not stat.S_ISREG(status.st_mode):
        kind = "a folder" if stat.S_ISDIR(status.st_mode) else "a pipe, a socket or a device"
        raise InputError.at(file, f"This is {kind}; the file of a register is wanted.")
    if not status.st_size:
        message = "This file is empty and no register. Put a copy from before in its place, or delete it."
        raise InputError.at(file, message)


def _identified(path: Path, passphrase: str | None, mode: str, wait: float) -> sqlite3.Connection:
    """Refuse another program's database, a wrong passphrase, and a register of a newer program."""
    file = str(path)
    try:
        connection = attach(path, passphrase, mode, wait)
    except database_errors() as failure:
        if code_of(failure) != sqlite3.SQLITE_NOTADB:
            raise
        raise InputError.at(file, _why_it_does_not_open(path, passphrase, wait)) from None
    try:
        if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            message = "This is a database of another program, no register; it was not changed."
            raise InputError.at(file, message)
        version = version_of(connection)
        if version > len(STEPS):
            message = f"The register is of version {version}; this program knows up to {len(STEPS)}."
            raise InputError.at(file, f"{message} Use a newer program.")
        if version < 1:
            message = f"The register is damaged: it says that it is of version {version}, and the first is 1."
            raise InputError.at(file, f"{message} {RESTORE}")
    except BaseException:
        connection.close()
        raise
    return connection


def _why_it_does_not_open(path: Path, passphrase: str | None, wait: float) -> str:
    if passphrase is None:
        return "This is no register, or an encrypted one. If it is encrypted, give its passphrase."
    try:
        attach(path, None, "ro", wait).close()
    except database_errors():
        return "The passphrase does not open this file, or it is no register. Nothing was changed."
    return "This file is not encrypted; open it without a passphrase."


def refuse_old(connection: sqlite3.Connection, path: Path) -> None:
    """Raise an error for an older register that has been opened for reading alone.

    >>> refuse_old(sqlite3.connect(":memory:"), Path("register.db"))
    Traceback (most recent call last):
    audit_lib.errors.InputError: register.db The register is of version 0; this program reads ...
    """
    version = version_of(connection)
    if version < len(STEPS):
        message = (
            f"The register is of version {version}; this program reads {len(STEPS)}. Open it once for writing"
        )
        raise InputError.at(str(path), message + ", which brings it up to date.")
