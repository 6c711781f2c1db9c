"""The half of the register that only reads."""

from __future__ import annotations

import datetime as dt
import sqlite3
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Literal, NamedTuple, Self

from ...errors import InputError
from ...model.collector import collector_paused
from .chain import Head
from .key_file import Keys
from .nouns import Event, Stored, Verification
from .pseudonym import pseudonym_of
from .refusals import said_plainly
from .rows import EVENTS, STORED, event_of, stored_of
from .verify import verify_chain

#: What is not due sorts behind every day (`soonest`).
_ORDERS: Final = {"due": "ORDER BY soonest, first", "opened": "ORDER BY opened, first"}


class Opened(NamedTuple):
    """A file that has been opened as a register, and how; `register` is what it calls itself."""

    path: Path
    connection: sqlite3.Connection
    keys: Keys | None
    key_file: Path
    register: str
    encrypted: bool
    read_only: bool


class Readable:
    """A register that is open: what can be asked of it."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self._connection = opened.connection

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self.path)!r})"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    @property
    def path(self) -> Path:
        """The file."""
        return self._opened.path

    @property
    def encrypted(self) -> bool:
        """Whether the file is encrypted, so that contacts can be kept in it."""
        return self._opened.encrypted

    def get(self, entry: str) -> Stored:
        """Return one entry by its id.

        Raises
        ------
        InputError
            When there is none with this id.
        """
        rows = self._rows(f"{STORED} WHERE id = ?", entry)
        if not rows:
            raise self._unknown(entry)
        return stored_of(rows[0], self.path)

    def entries(  # noqa: PLR0913
        self,
        sort: str,
        *,
        open_only: bool = False,
        due_by: dt.date | None = None,
        person: str | None = None,
        limit: int | None = None,
        order: Literal["due", "opened"] = "due",
    ) -> tuple[Stored, ...]:
        """Return entries of a sort: by the day they are due (those without, last), or by the day opened.

        Parameters
        ----------
        open_only
            Leave out what is closed.
        due_by
            Only what is due on or before this day.
        person
            Only what is about this pseudonym.
        limit
            At most so many.
        order
            ``due`` or ``opened``; of two on the same day, the one that was added first.
        """
        where, values = _asked(sort, open_only=open_only, due_by=due_by, person=person)
        index = _index(order, open_only=open_only, about_one=person is not None)
        query = " ".join((STORED, "INDEXED BY", index, "WHERE", where, _ORDERS[order], "LIMIT ?"))
        rows = self._rows(query, *values, -1 if limit is None else max(limit, 0))
        with collector_paused():
            return tuple(stored_of(row, self.path) for row in rows)

    def count(self, sort: str, *, open_only: bool = False, due_by: dt.date | None = None) -> int:
        """Return how many entries `entries` would give, from the index alone."""
        where, values = _asked(sort, open_only=open_only, due_by=due_by, person=None)
        rows = self._rows(" ".join(("SELECT count(*) FROM entries WHERE", where)), *values)
        return int(rows[0][0])

    def history(self, entry: str) -> tuple[Event, ...]:
        """Return everything that was done to an entry, the oldest first.

        Raises
        ------
        InputError
            When there is none with this id.
        """
        rows = self._rows(f"{EVENTS} WHERE entry = ? ORDER BY seq", entry)
        if not rows:
            raise self._unknown(entry)
        return tuple(event_of(row, self.path) for row in rows)

    def contact(self, entry: str) -> str | None:
        """Return the name or address that is kept for an entry, if any.

        Raises
        ------
        InputError
            When the register is not encrypted, or there is no such entry.
        """
        self._refuse_clear()
        self.get(entry)
        rows = self._rows("SELECT contact FROM contacts WHERE entry = ?", entry)
        return str(rows[0][0]) if rows else None

    def pseudonym(self, name: str) -> str:
        """Return what stands for a name or address in this register: the same for the same person.

        Raises
        ------
        InputError
            When the text is blank, or the register was opened without its key. The text is not repeated.
        """
        try:
            return pseudonym_of(self._keys.names, name)
        except ValueError as fault:
            raise InputError.at(str(self.path), str(fault)) from None

    def head(self) -> str:
        """Return ``number:hash`` of the last event, to be noted elsewhere and given to `verify` later."""
        rows = self._rows("SELECT seq, hash FROM head")
        return str(Head(*rows[0])) if rows else str(Head(0, ""))

    def verify(self, head: str | None = None) -> Verification:
        """Recompute the whole chain, rebuild every entry from it, and tell each thing that is wrong.

        Parameters
        ----------
        head
            What `head` gave earlier, noted elsewhere: proves that nothing was cut off or rewritten since.

        Raises
        ------
        InputError
            When the register was opened without its key, or `head` is not of the form ``number:hash``.
        OutputError
            When somebody else holds the register.
        """
        with said_plainly(self.path):
            return verify_chain(
                self._connection, self._keys.chain, self._opened.register, head, encrypted=self.encrypted
            )

    @property
    def _keys(self) -> Keys:
        if self._opened.keys is None:
            message = f"This needs the key of the register {self.path}, which is not here. Give its key file."
            raise InputError.at(str(self._opened.key_file), message)
        return self._opened.keys

    def _rows(self, query: str, *values: str | int) -> list[tuple[Any, ...]]:
        written = [_written(value) for value in values]
        with said_plainly(self.path):
            return self._connection.execute(query, written).fetchall()

    def _unknown(self, entry: str) -> InputError:
        """Say that there is no such entry, and which is the last that might have been meant."""
        near = _as_given_out(entry)
        if near and self._rows("SELECT 1 FROM entries WHERE id = ?", near):
            message = f'There is no entry "{entry[:80]}" in the register. Did you mean "{near}"?'
            return InputError.at(str(self.path), message)
        like = f"{entry.rpartition('-')[0][:80]}-"
        query = "SELECT id FROM entries WHERE substr(id, 1, ?) = ? ORDER BY first DESC LIMIT 1"
        last = self._rows(query, len(like), like)
        hint = f" The last that begins with {like} is {last[0][0]}." if last else ""
        return InputError.at(str(self.path), f'There is no entry "{entry[:80]}" in the register.{hint}')

    def _refuse_clear(self) -> None:
        if not self.encrypted:
            message = (
                "Names and addresses are kept in an encrypted register alone; make one with a passphrase."
            )
            raise InputError.at(str(self.path), message)


def _written(value: str | int) -> str | int:
    """Return a value as the database takes it: bytes of a command line that are no text become numbers."""
    return value.encode("utf-8", "backslashreplace").decode() if isinstance(value, str) else value


def _as_given_out(entry: str) -> str | None:
    """Return an id as the register writes it, with capitals and four digits, if it was typed otherwise."""
    sort, _, number = entry.strip()[:80].upper().rpartition("-")
    return f"{sort}-{int(number):04}" if number.isascii() and number.isdigit() else None


def _asked(
    sort: str, *, open_only: bool, due_by: dt.date | None, person: str | None
) -> tuple[str, tuple[str, ...]]:
    """Return the condition that a question puts, and the values that belong into it."""
    asked: list[tuple[str, str]] = [("sort = ?", sort)]
    asked += [("soonest <= ?", due_by.isoformat())] if due_by is not None else []
    asked += [("person = ?", person)] if person is not None else []
    words = [word for word, _ in asked] + ["is_open = 1"] * open_only
    return " AND ".join(words), tuple(value for _, value in asked)


def _index(order: Literal["due", "opened"], *, open_only: bool, about_one: bool) -> str:
    """Return the index that answers a question without reading what is not asked for."""
    if about_one:
        return "entries_by_person"
    if order == "opened":
        return "entries_by_opened"
    return "open_entries_by_due" if open_only else "entries_by_due"
