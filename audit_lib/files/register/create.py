"""A new register: its key first, then its file, each of which appears whole or not at all."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from ...errors import OutputError
from .chain import Head, genesis
from .cipher import driver, refuse_weak
from .connect import attach
from .key_file import make_key_file, read_keys
from .refusals import said_plainly
from .schema import migrate
from .transaction import transaction
from .whole import place_new
from .write import write_start


def create_register(path: Path, key_file: Path, passphrase: str | None) -> None:
    """Make a register without entries, readable by its owner alone, and its key if that is not there yet.

    A register that somebody else makes meanwhile stays as it is.

    Raises
    ------
    InputError
        When the key file is none, or the passphrase is too weak.
    OutputError
        When a file cannot be written; then there is no register.

    >>> create_register(Path("no-such-folder/register.db"), Path("register.db.key"), None)
    Traceback (most recent call last):
    audit_lib.errors.OutputError: no-such-folder/register.db: the register cannot be made: ...
    """
    if passphrase is not None:
        refuse_weak(passphrase, str(path))
        driver(str(path))  # before anything is made
    folder = path.absolute().parent
    if not (os.path.lexists(folder) and folder.is_dir()):  # a name that is too long is that of no folder
        raise OutputError(f"{path}: the register cannot be made: there is no such folder. Make it first.")
    journal = Path(f"{path}-journal")
    if os.path.lexists(journal):
        message = f"{path}: the register cannot be made: {journal.name}, from another database of this name, "
        raise OutputError(message + "would be played into it. Put its database back, or move it away.")
    make_key_file(key_file)
    keys = read_keys(key_file)
    try:
        with place_new(path) as aside, said_plainly(path):
            connection = attach(aside, passphrase, "rw", 0.0)
            try:
                migrate(connection)
                register = secrets.token_hex(16)
                about = {"register": register, "key": keys.fingerprint}
                with transaction(connection):
                    connection.executemany("INSERT INTO about VALUES (?, ?)", about.items())
                    write_start(connection, keys.chain, Head(0, genesis(keys.chain, register)))
            finally:
                connection.close()
    except OSError as failure:
        reason = (failure.strerror or str(failure)).lower()
        raise OutputError(f"{path}: the register cannot be made: {reason}.") from failure
