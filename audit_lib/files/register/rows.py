"""Rows of the database as the nouns that they stand for."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from ...errors import InputError
from .nouns import Draft, Event, Stored
from .refusals import RESTORE

#: Reads what `stored_of` takes.
STORED: Final = "SELECT id, sort, opened, closed, due, person, body, seq, changed_at FROM entries"

#: What comes of reading a row that somebody has made up.
UNREADABLE: Final = (ValueError, TypeError, KeyError, RecursionError)

#: Reads what `event_of` takes.
EVENTS: Final = "SELECT seq, at, entry, what, body, before, hash FROM events"


def stored_of(row: Sequence[Any], path: Path) -> Stored:
    """Return an entry from its row.

    Raises
    ------
    InputError
        When somebody has put there what is no entry.

    >>> row = ("R-2026-0001", "request", "2026-11-22", None, None, None, "[]", 1, "2026-11-22T10:00:00Z")
    >>> stored_of(row, Path("register.db"))
    Traceback (most recent call last):
    audit_lib.errors.InputError: register.db The entry R-2026-0001 is damaged. Verify it, ...
    """
    entry, sort, opened, closed, due, person, body, seq, changed_at = row
    try:
        return Stored(
            id=entry,
            sort=sort,
            opened=dt.date.fromisoformat(opened),
            closed=day_of(closed),
            due=day_of(due),
            person=person,
            body=json.loads(body),
            seq=seq,
            changed_at=dt.datetime.fromisoformat(changed_at),
        )
    except UNREADABLE:  # the text itself may hold what must not be told
        raise InputError.at(str(path), f"The entry {entry} is damaged. {RESTORE}") from None


def event_of(row: Sequence[Any], path: Path) -> Event:
    """Return an event from its row.

    Raises
    ------
    InputError
        When somebody has put there what is no event.

    >>> event_of((1, "soon", "R-2026-0001", "added", "{}", "", ""), Path("register.db"))
    Traceback (most recent call last):
    audit_lib.errors.InputError: register.db The event 1 is damaged. Verify it, ...
    """
    seq, at, entry, what, body, before, own = row
    try:
        moment, (_, draft) = dt.datetime.fromisoformat(at), said_of(body)
        return Event(seq=seq, at=moment, entry=entry, what=what, draft=draft, before=before, hash=own)
    except UNREADABLE:
        raise InputError.at(str(path), f"The event {seq} is damaged. {RESTORE}") from None


def said_of(body: str) -> tuple[str, Draft]:
    """Return the sort and the state of an entry from what an event says of it.

    >>> body = '{"body":{},"closed":null,"due":null,"opened":"2026-11-22","person":null,"sort":"request"}'
    >>> said_of(body)[0], said_of(body)[1].opened
    ('request', datetime.date(2026, 11, 22))
    """
    said = json.loads(body)
    draft = Draft(
        opened=dt.date.fromisoformat(said["opened"]),
        closed=day_of(said["closed"]),
        due=day_of(said["due"]),
        person=said["person"],
        body=said["body"],
    )
    return said["sort"], draft


def day_of(text: str | None) -> dt.date | None:
    """Return a stored day, if there is one.

    >>> day_of("2026-11-22"), day_of(None)
    (datetime.date(2026, 11, 22), None)
    """
    return None if text is None else dt.date.fromisoformat(text)
