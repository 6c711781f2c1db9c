"""One event and the state that follows from it, written together; the caller holds the write lock."""

from __future__ import annotations

import datetime as dt
import hmac
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from ...errors import InputError, did_you_mean
from .chain import Head, Link, canonical, event_body, head_seal, moment_text, sealed
from .nouns import PREFIXES, Draft, Stored
from .refusals import RESTORE

_EVENT: Final = "INSERT INTO events (seq, at, entry, what, body, before, hash) VALUES (?, ?, ?, ?, ?, ?, ?)"
_ADDED: Final = """INSERT INTO entries
    (first, id, sort, year, number, opened, closed, due, person, body, seq, changed_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_CHANGED: Final = """UPDATE entries
    SET opened = ?, closed = ?, due = ?, person = ?, body = ?, seq = ?, changed_at = ? WHERE id = ?"""
_HEAD: Final = "UPDATE head SET seq = ?, hash = ?, seal = ?"


class Pen(NamedTuple):
    """What a write needs: the database, the key of the chain, and the file to name in an error."""

    connection: sqlite3.Connection
    key: bytes
    path: Path


def write_new(
    pen: Pen,
    sort: str,
    opened: dt.date,
    at: dt.datetime,
    make: Callable[[str], Draft],
) -> Stored:
    """Write a new entry under the next number of its sort and year.

    >>> from audit_lib.files.register.schema import migrate
    >>> connection = sqlite3.connect(":memory:", isolation_level=None)
    >>> migrate(connection)
    >>> write_start(connection, b"key", Head(0, "0" * 64))
    >>> day, moment = dt.date(2026, 11, 22), dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
    >>> pen = Pen(connection, b"key", Path("register.db"))
    >>> write_new(pen, "breach", day, moment, lambda entry: Draft(opened=day)).id
    'B-2026-0001'
    """
    if sort not in PREFIXES:
        raise ValueError(f'"{sort}" is no sort of entry.{did_you_mean(sort, PREFIXES)}')
    query = "SELECT max(number) FROM entries WHERE sort = ? AND year = ?"
    number = (pen.connection.execute(query, (sort, opened.year)).fetchone()[0] or 0) + 1
    entry = f"{PREFIXES[sort]}-{opened.year:04}-{number:04}"
    draft = make(entry)
    if draft.opened != opened:
        raise ValueError("The entry was to be opened on another day; its id holds the year.")
    head, moment = _event(pen, entry, "added", moment_text(at), event_body(sort, draft))
    row = (head.seq, entry, sort, opened.year, number, *_state(draft), head.seq, moment)
    pen.connection.execute(_ADDED, row)
    return _stored(entry, sort, draft, head, moment)


def write_change(
    pen: Pen,
    now: Stored,
    what: str,
    at: dt.datetime,
    draft: Draft,
) -> Stored:
    """Write what an entry has become.

    >>> from audit_lib.files.register.schema import migrate
    >>> connection = sqlite3.connect(":memory:", isolation_level=None)
    >>> migrate(connection)
    >>> write_start(connection, b"key", Head(0, "0" * 64))
    >>> day, moment = dt.date(2026, 11, 22), dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
    >>> pen = Pen(connection, b"key", Path("register.db"))
    >>> new = write_new(pen, "breach", day, moment, lambda entry: Draft(opened=day))
    >>> write_change(pen, new, "closed", moment, Draft(opened=day, closed=day)).seq
    2
    """
    if not 0 < len(what.strip()) <= 200:
        raise ValueError("What is done is said in 1 to 200 characters.")
    body = event_body(now.sort, draft)
    head, moment = _event(pen, now.id, what.strip(), moment_text(at), body)
    pen.connection.execute(_CHANGED, (*_state(draft), head.seq, moment, now.id))
    return _stored(now.id, now.sort, draft, head, moment)


def write_start(connection: sqlite3.Connection, key: bytes, start: Head) -> None:
    """Write the head of a register that has no event yet.

    >>> from audit_lib.files.register.schema import migrate
    >>> connection = sqlite3.connect(":memory:", isolation_level=None)
    >>> migrate(connection)
    >>> write_start(connection, b"key", Head(0, "0" * 64))
    >>> connection.execute("SELECT seq FROM head").fetchone()
    (0,)
    """
    connection.execute("INSERT INTO head VALUES (1, ?, ?, ?)", (*start, head_seal(key, start)))


def _event(pen: Pen, entry: str, what: str, at: str, body: str) -> tuple[Head, str]:
    *last, seal = pen.connection.execute("SELECT seq, hash, seal FROM head").fetchone() or (0, "", "")
    head = Head(*last)
    if not hmac.compare_digest(head_seal(pen.key, head).encode("ascii"), str(seal).encode("utf-8")):
        message = f"The end of the history is not as this key left it; nothing was written. {RESTORE}"
        raise InputError.at(str(pen.path), message)
    link = Link(head.seq + 1, at, entry, what, body, head.hash)
    new = Head(link.seq, sealed(pen.key, link))
    pen.connection.execute(_EVENT, (*link, new.hash))
    pen.connection.execute(_HEAD, (*new, head_seal(pen.key, new)))
    return new, at


def _state(draft: Draft) -> tuple[str | None, ...]:
    days = (draft.opened, draft.closed, draft.due)
    return (*(day.isoformat() if day else None for day in days), draft.person, canonical(draft.body))


def _stored(entry: str, sort: str, draft: Draft, head: Head, moment: str) -> Stored:
    return Stored(
        id=entry,
        sort=sort,
        opened=draft.opened,
        closed=draft.closed,
        due=draft.due,
        person=draft.person,
        body=draft.body,
        seq=head.seq,
        changed_at=dt.datetime.fromisoformat(moment),
    )
