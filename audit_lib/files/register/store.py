"""The register: each write is one transaction, and is acknowledged when it is on the disk."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from ...errors import InputError, OutputError
from .connect import connect, refuse_old
from .create import create_register
from .key_file import Keys, default_key_file, read_keys
from .nouns import Draft, Stored
from .reading import Opened, Readable
from .refusals import said_plainly
from .schema import migrate
from .transaction import savepoint, transaction
from .write import Pen, write_change, write_new

#: Seconds that a write waits for another to end.
WAIT: Final = 10.0


def open_register(  # noqa: PLR0913
    path: str | Path,
    *,
    key_file: str | Path | None = None,
    passphrase: str | None = None,
    create: bool = False,
    read_only: bool = False,
    wait: float = WAIT,
) -> Register:
    """Open a register; it is closed by `with`, or by its `close`.

    Parameters
    ----------
    path
        The file of the register.
    key_file
        The file with its key; without: beside the register, with ``.key`` after its name. The two are better
        kept apart: who has both can tell whether somebody they know of stands in the register.
    passphrase
        What opens a register that is encrypted; None for one that is not.
    create
        Make the register, and its key, if there is none; encrypted, if a passphrase is given.
    read_only
        Change nothing and leave no file behind; works in a folder that cannot be written to. The key is then
        needed only for pseudonyms and for verifying, and may be missing.
    wait
        Seconds to wait for somebody else's write.

    Raises
    ------
    InputError
        When the file is no register, or the key or passphrase is not the right one; the file is as it was.
    OutputError
        When it cannot be written or is locked.

    >>> import tempfile
    >>> moment, day = dt.datetime(2026, 11, 22, 10, tzinfo=dt.UTC), dt.date(2026, 11, 22)
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with open_register(Path(folder) / "register.db", create=True) as register:
    ...         stored = register.add("request", day, moment, lambda entry: Draft(opened=day))
    ...         stored.id, register.verify().sound
    ('R-2026-0001', True)
    """
    path = Path(path)
    home = Path(key_file) if key_file is not None else default_key_file(path)
    if create and not read_only and not os.path.lexists(path):
        create_register(path, home, passphrase)
    keyless = read_only and key_file is None and not os.access(home, os.R_OK)
    connection = connect(path, passphrase, read_only=read_only, wait=wait)
    try:
        keys = None if keyless else _keys(home, path)
        with said_plainly(path):
            about = dict(connection.execute("SELECT name, value FROM about").fetchall())
            _refuse_other_key(about, keys, home, path)
            refuse_old(connection, path) if read_only else migrate(connection)
    except BaseException:
        connection.close()
        raise
    register = str(about.get("register", ""))
    return Register(Opened(path, connection, keys, home, register, passphrase is not None, read_only))


class Register(Readable):
    """A register that is open. Made by `open_register`; for one thread."""

    _within = _busy = False

    def add(self, sort: str, opened: dt.date, at: dt.datetime, make: Callable[[str], Draft]) -> Stored:
        """Add an entry and return it as it is stored, on the disk.

        Parameters
        ----------
        sort
            ``request``, ``restriction`` or ``breach``.
        opened
            When the matter began; its year is in the id.
        at
            The moment of writing, with its time zone.
        make
            Makes the entry from its id, while nobody else can write. What it raises leaves all unchanged.

        Raises
        ------
        OutputError
            When it could not be written; nothing was changed.
        InputError
            When the end of the history has been tampered with; nothing was changed.
        ValueError
            For an unknown sort, a moment without a time zone, or an entry that was opened on another day.
        """
        with self._writing() as pen:
            return write_new(pen, sort, opened, at, make)

    def add_many(
        self, sort: str, at: dt.datetime, makes: Iterable[tuple[dt.date, Callable[[str], Draft]]]
    ) -> tuple[str, ...]:
        """Add entries in one transaction, all or none, and return their ids.

        Parameters
        ----------
        sort, at
            As `add` has them.
        makes
            For each entry: when it was opened, and what makes it from its id.

        Raises
        ------
        OutputError, InputError, ValueError
            As `add`.
        """
        with self._writing() as pen:
            return tuple(write_new(pen, sort, opened, at, make).id for opened, make in makes)

    def change(self, entry: str, what: str, at: dt.datetime, alter: Callable[[Stored], Draft]) -> Stored:
        """Change an entry and return it as it is stored, on the disk.

        Parameters
        ----------
        entry
            Its id.
        what
            What is done, in a few words: no names, for it stays in the history.
        at
            The moment of writing, with its time zone.
        alter
            Makes the new entry from the present one, while nobody else can write. What it raises leaves all
            unchanged.

        Raises
        ------
        InputError
            When there is no such entry, or the end of the history has been tampered with.
        OutputError
            When it could not be written; nothing was changed.
        ValueError
            For a moment without a time zone, or nothing said in `what`.
        """
        with self._writing() as pen:
            now = self.get(entry)
            return write_change(pen, now, what, at, alter(now))

    def set_contact(self, entry: str, contact: str | None) -> None:
        """Keep a name or address for an entry, outside the history, or forget it (None, or blank).

        Raises
        ------
        InputError
            When the register is not encrypted, or there is no such entry.
        OutputError
            When it could not be written; nothing was changed.
        """
        self._refuse_clear()
        with self._writing() as pen:
            self.get(entry)
            pen.connection.execute("DELETE FROM contacts WHERE entry = ?", (entry,))
            if contact is not None and contact.strip():
                pen.connection.execute("INSERT INTO contacts VALUES (?, ?)", (entry, contact.strip()))

    @contextmanager
    def together(self) -> Iterator[None]:
        """Do several writes in one transaction, all or none.

        Raises
        ------
        OutputError
            When it could not be written; nothing was changed.
        """
        with self._alone(), said_plainly(self.path), transaction(self._connection):
            self._within = True
            self._busy = False
            try:
                yield
            finally:
                self._within = False

    @contextmanager
    def _writing(self) -> Iterator[Pen]:
        """Hold the write lock; all that is done inside is done as a whole or not at all."""
        whole = savepoint if self._within else transaction
        with self._alone(), said_plainly(self.path), whole(self._connection):
            yield Pen(self._connection, self._keys.chain, self.path)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Refuse a write by a reader, and one that would stand inside another."""
        if self._opened.read_only:
            raise OutputError(f"{self.path}: the register was opened for reading alone; nothing was changed.")
        if self._busy or self._connection.in_transaction != self._within:
            raise RuntimeError("A write to the register cannot stand inside another.")
        self._busy = True
        try:
            yield
        finally:
            self._busy = False


def _keys(home: Path, path: Path) -> Keys:
    if not os.path.lexists(home):
        message = (
            f"The key of the register {path} is not here. Give its key file, or put it back from a copy."
        )
        raise InputError.at(str(home), message)
    return read_keys(home)


def _refuse_other_key(about: dict[str, str], keys: Keys | None, home: Path, path: Path) -> None:
    if keys is not None and about.get("key") != keys.fingerprint:
        message = f"This is not the key of the register {path}; give the one that was made with it."
        raise InputError.at(str(home), message)
