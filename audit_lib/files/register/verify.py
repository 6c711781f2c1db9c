"""The register verified: its file, its tables, the chain of its history, and the state rebuilt from it."""

from __future__ import annotations

import hmac
import re
import sqlite3
from collections.abc import Callable, Iterator
from typing import Any, Final

from ...errors import ParameterError
from .chain import Head, Link, canonical, genesis, head_seal, sealed
from .cipher import database_errors
from .nouns import Trouble, Verification
from .refusals import code_of
from .rows import UNREADABLE, said_of
from .schema import expected_objects, objects

#: So many troubles are listed; the rest is counted.
MOST: Final = 1_000

_COPY: Final = "Compare it with a copy from before, and ask who can write to the file."
_DISK: Final = "Put a copy from before in its place, and look at the disk."
_EMPTY: Final = (
    "Empty the table contacts with a tool for SQLite, or put a copy from before in place of the file, and "
    "ask who can write to it. Contacts are kept in an encrypted register alone."
)
_EVENTS: Final = """SELECT e.seq, e.at, e.entry, e.what, e.body, e.before, e.hash,
    s.id, s.sort, s.year, s.number, s.opened, s.closed, s.due, s.person, s.body, s.changed_at
    FROM events AS e LEFT JOIN entries AS s ON s.seq = e.seq ORDER BY e.seq"""
_ASTRAY: Final = """SELECT id, seq, first, (SELECT max(seq) FROM events WHERE entry = id) AS newest,
    (SELECT min(seq) FROM events WHERE entry = id) AS oldest FROM entries
    WHERE newest IS NOT seq OR oldest IS NOT first ORDER BY first"""
_MISSING: Final = """SELECT entry, min(seq) FROM events WHERE entry NOT IN (SELECT id FROM entries)
    GROUP BY entry ORDER BY 2"""


def verify_chain(
    connection: sqlite3.Connection, key: bytes, register: str, noted: str | None, *, encrypted: bool
) -> Verification:
    """Return what is wrong with a register; `noted` is a head from earlier, as ``number:hash``.

    A register that is not `encrypted` may hold no contact.

    Events and entries are read one by one, in one view of the file, so that a register of any size takes the
    same memory. Each fault is told where it is: what follows a changed event is not blamed for it.

    Raises
    ------
    ParameterError
        When `noted` is no head.

    >>> verify_chain(sqlite3.connect(":memory:"), b"key", "one", "the last", encrypted=False)
    Traceback (most recent call last):
    audit_lib.errors.ParameterError: head This is no head of a register; give number:hash, ...
    """
    seen = _noted(noted)
    connection.execute("BEGIN")
    try:
        walk = _Walk(connection, key, Head(0, genesis(key, register)), seen)
        outside = () if encrypted else (_contacts,)
        parts = (_file, _tables, walk.events, _astray, _missing, *outside, walk.end)
        troubles: list[Trouble] = []
        more = 0
        for part in parts:
            for trouble in _as_far_as_it_reads(connection, part):
                if len(troubles) < MOST:
                    troubles.append(trouble)
                else:
                    more += 1
        return Verification(
            troubles=tuple(troubles), more=more, events=walk.count, entries=walk.entries, head=str(walk.head)
        )
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


class _Walk:
    """The way through the history, event by event; keeps the last alone."""

    def __init__(self, connection: sqlite3.Connection, key: bytes, start: Head, noted: Head | None) -> None:
        self.connection, self.key, self.head, self.noted = connection, key, start, noted
        self.count = self.entries = 0

    def events(self, connection: sqlite3.Connection) -> Iterator[Trouble]:
        """Recompute every event, and compare each entry with its last."""
        yield from self._compare_noted()
        for row in connection.execute(_EVENTS):
            link, own, state = Link(*row[:6]), row[6], row[7:]
            yield from _link_troubles(self.key, self.head, link, own)
            self.head = Head(link.seq, own)
            self.count += 1
            yield from self._compare_noted()
            if state[0] is not None:
                self.entries += 1
                yield from _state_troubles(link, state)

    def _compare_noted(self) -> Iterator[Trouble]:
        if self.noted and self.head.seq == self.noted.seq and self.head.hash != self.noted.hash:
            message = "This is not the event that was noted: the history has been written anew."
            yield Trouble(seq=self.head.seq, message=message, remedy=_COPY)

    def end(self, connection: sqlite3.Connection) -> Iterator[Trouble]:
        """Compare the end of the history with the sealed head, and with the one that was noted."""
        rows = connection.execute("SELECT seq, hash, seal FROM head").fetchall()
        stored, seal = (Head(*rows[0][:2]), rows[0][2]) if rows else (Head(0, ""), "")
        if not _same(head_seal(self.key, stored), seal):
            message = "The seal of the last event is not one that the key of the register made."
            yield Trouble(seq=stored.seq, message=message, remedy=_COPY)
        if stored != self.head:
            message = (
                f"The history ends with event {self.head.seq}, and ended with event {stored.seq} when it was"
            )
            yield Trouble(
                seq=self.head.seq, message=f"{message} last written to: its end has changed.", remedy=_COPY
            )
        if self.noted and self.noted.seq > self.head.seq:
            message = f"Event {self.noted.seq} was noted earlier and is gone: the end has been cut off."
            yield Trouble(seq=self.noted.seq, message=message, remedy=_COPY)


def _link_troubles(key: bytes, last: Head, link: Link, own: str) -> Iterator[Trouble]:
    if link.seq != last.seq + 1:
        gone = (
            f"Event {last.seq + 1}"
            if link.seq == last.seq + 2
            else f"Events {last.seq + 1} to {link.seq - 1}"
        )
        message = f"{gone} before it {'is' if link.seq == last.seq + 2 else 'are'} missing."
        yield Trouble(seq=link.seq, entry=link.entry, message=message, remedy=_COPY)
    elif link.before != last.hash:
        message = "It does not follow on the event before it: one was exchanged, put in or taken out."
        yield Trouble(seq=link.seq, entry=link.entry, message=message, remedy=_COPY)
    if not _same(sealed(key, link), own):
        message = "It has been changed since it was written, or was not written with the key of the register."
        yield Trouble(seq=link.seq, entry=link.entry, message=message, remedy=_COPY)


def _same(seal: str, stored: object) -> bool:
    """Compare in a time that does not tell where the two differ; the second may be anything."""
    return hmac.compare_digest(seal.encode("ascii"), str(stored).encode("utf-8"))


def _state_troubles(link: Link, state: tuple[Any, ...]) -> Iterator[Trouble]:
    """Compare an entry with its last event, field by field."""
    names = ("id", "sort", "year", "number", "opened", "closed", "due", "person", "body", "changed_at")
    try:
        sort, draft = said_of(link.body)
        _, year, number = link.entry.rsplit("-", 2)
        days = tuple(day.isoformat() if day else None for day in (draft.opened, draft.closed, draft.due))
        wanted = (
            link.entry,
            sort,
            int(year),
            int(number),
            *days,
            draft.person,
            canonical(draft.body),
            link.at,
        )
    except UNREADABLE:
        yield Trouble(seq=link.seq, entry=link.entry, message="What it says cannot be read.", remedy=_COPY)
        return
    differ = [name for name, want, have in zip(names, wanted, state, strict=True) if want != have]
    if differ:
        message = f"The entry is not what its history says: {', '.join(differ)} changed outside the register."
        yield Trouble(seq=link.seq, entry=link.entry, message=message, remedy=_COPY)


def _astray(connection: sqlite3.Connection) -> Iterator[Trouble]:
    for entry, seq, _, newest, _ in connection.execute(_ASTRAY):
        if newest is None:
            message = "The entry has no history: it was put in outside the register."
        else:
            message = f"The entry stands as of event {seq}, and its last event is {newest}."
        yield Trouble(seq=newest, entry=entry, message=message, remedy=_COPY)


def _missing(connection: sqlite3.Connection) -> Iterator[Trouble]:
    for entry, seq in connection.execute(_MISSING):
        yield Trouble(seq=seq, entry=entry, message="The entry is gone; its history is there.", remedy=_COPY)


def _contacts(connection: sqlite3.Connection) -> Iterator[Trouble]:
    """Tell how many contacts stand in a register in the clear, and not a word of them: not even whose."""
    (count,) = connection.execute("SELECT count(*) FROM contacts").fetchone()
    if count:
        stand = "1 contact stands" if count == 1 else f"{count:,} contacts stand"
        message = f"{stand} in a register that is not encrypted, put in outside the register."
        yield Trouble(message=message, remedy=_EMPTY)


def _file(connection: sqlite3.Connection) -> Iterator[Trouble]:
    for (said,) in connection.execute("PRAGMA integrity_check(100)"):
        if said != "ok":
            yield Trouble(message=f"The file is damaged: {said}.", remedy=_DISK)
    for table, row, other, _ in connection.execute("PRAGMA foreign_key_check"):
        message = f"A row of {table} ({row}) leads to nothing in {other}."
        yield Trouble(message=message, remedy=_COPY)


def _tables(connection: sqlite3.Connection) -> Iterator[Trouble]:
    have, want = objects(connection), expected_objects()
    for name in sorted(have.keys() | want.keys()):
        if have.get(name) != want.get(name):
            how = (
                "is gone"
                if name not in have
                else "has been changed"
                if name in want
                else "does not belong here"
            )
            yield Trouble(message=f"The {name} {how}.", remedy=_COPY)


def _as_far_as_it_reads(
    connection: sqlite3.Connection, part: Callable[[sqlite3.Connection], Iterator[Trouble]]
) -> Iterator[Trouble]:
    """Go through a part; where the file cannot be read any further, that is one trouble more."""
    try:
        yield from part(connection)
    except database_errors() as failure:
        if code_of(failure) in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            raise
        yield Trouble(message=f"The file cannot be read any further: {failure}.", remedy=_DISK)
    except UNREADABLE:
        message = "A row holds what no register writes; what comes after it was not looked at."
        yield Trouble(message=message, remedy=_COPY)


def _noted(text: str | None) -> Head | None:
    if text is None:
        return None
    found = re.fullmatch(r"([0-9]{1,18}):([0-9a-f]{64})", text.strip())
    if found is None:
        message = "This is no head of a register; give number:hash, as the verification printed it."
        raise ParameterError.at("head", message)
    return Head(int(found[1]), found[2])
