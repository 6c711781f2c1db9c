"""The tables of the register, as numbered steps that only lead forwards."""

from __future__ import annotations

import sqlite3
from typing import Final

from .transaction import transaction

#: Says of an SQLite file that it is a register of this workbench ("PARg").
APPLICATION_ID: Final = 0x50415267

_FIRST: Final = (
    "CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    """CREATE TABLE events (
        seq INTEGER PRIMARY KEY CHECK (seq > 0),
        at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.??????Z'),
        entry TEXT NOT NULL CHECK (length(entry) BETWEEN 1 AND 80),
        what TEXT NOT NULL CHECK (length(what) BETWEEN 1 AND 200),
        body TEXT NOT NULL CHECK (body GLOB '{*}'),
        before TEXT NOT NULL CHECK (length(before) = 64),
        hash TEXT NOT NULL CHECK (length(hash) = 64)
    ) STRICT""",
    "CREATE INDEX events_of_entry ON events (entry, seq)",
    """CREATE TABLE entries (
        first INTEGER PRIMARY KEY REFERENCES events (seq),
        id TEXT NOT NULL UNIQUE,
        sort TEXT NOT NULL CHECK (length(sort) BETWEEN 1 AND 40),
        year INTEGER NOT NULL CHECK (year BETWEEN 1 AND 9999),
        number INTEGER NOT NULL CHECK (number > 0),
        opened TEXT NOT NULL CHECK (opened IS date(opened)),
        closed TEXT CHECK (closed IS date(closed)),
        due TEXT CHECK (due IS date(due)),
        soonest TEXT NOT NULL AS (coalesce(due, '~')),
        is_open INTEGER NOT NULL AS (closed IS NULL),
        person TEXT CHECK (length(person) = 19),
        body TEXT NOT NULL CHECK (body GLOB '{*}'),
        seq INTEGER NOT NULL UNIQUE REFERENCES events (seq) CHECK (seq >= first),
        changed_at TEXT NOT NULL,
        UNIQUE (sort, year, number)
    ) STRICT""",
    "CREATE INDEX open_entries_by_due ON entries (sort, is_open, soonest, first)",
    "CREATE INDEX entries_by_due ON entries (sort, soonest, first)",
    "CREATE INDEX entries_by_opened ON entries (sort, opened, first)",
    "CREATE INDEX entries_by_person ON entries (person, sort)",
    """CREATE TABLE head (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        seq INTEGER NOT NULL,
        hash TEXT NOT NULL,
        seal TEXT NOT NULL
    ) STRICT""",
    """CREATE TRIGGER events_stay BEFORE UPDATE ON events
       BEGIN SELECT RAISE(ABORT, 'the history is never changed'); END""",
    """CREATE TRIGGER events_are_kept BEFORE DELETE ON events
       BEGIN SELECT RAISE(ABORT, 'the history is never shortened'); END""",
    """CREATE TRIGGER events_are_added BEFORE INSERT ON events
       WHEN NEW.seq <= (SELECT coalesce(max(seq), 0) FROM events)
       BEGIN SELECT RAISE(ABORT, 'the history is only added to'); END""",
    """CREATE TRIGGER entries_are_kept BEFORE DELETE ON entries
       BEGIN SELECT RAISE(ABORT, 'an entry is closed, never deleted'); END""",
    """CREATE TRIGGER about_stays BEFORE UPDATE ON about
       BEGIN SELECT RAISE(ABORT, 'a register stays the same register'); END""",
    """CREATE TRIGGER about_is_kept BEFORE DELETE ON about
       BEGIN SELECT RAISE(ABORT, 'a register stays the same register'); END""",
)

#: Names and addresses: outside the history, so that they can be forgotten; in an encrypted register alone.
_CONTACTS: Final = (
    """CREATE TABLE contacts (
        entry TEXT PRIMARY KEY REFERENCES entries (id),
        contact TEXT NOT NULL CHECK (length(contact) BETWEEN 1 AND 20000)
    ) STRICT, WITHOUT ROWID""",
)

#: What leads from each version to the next; a step that has been given out is never changed.
STEPS: Final[tuple[tuple[str, ...], ...]] = (_FIRST, _CONTACTS)


def version_of(connection: sqlite3.Connection) -> int:
    """Return the version of the tables; 0 before the first step.

    >>> version_of(sqlite3.connect(":memory:"))
    0
    """
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection, steps: tuple[tuple[str, ...], ...] = STEPS) -> None:
    """Bring a register to the newest version, each step in a transaction of its own.

    Two processes that come at once do each step once: whoever is second finds it done.

    >>> connection = sqlite3.connect(":memory:", isolation_level=None)
    >>> migrate(connection)
    >>> version_of(connection) == len(STEPS)
    True
    """
    while version_of(connection) < len(steps):
        with transaction(connection):
            done = version_of(connection)
            if done < len(steps):
                _step(connection, steps[done], done + 1)


def objects(connection: sqlite3.Connection) -> dict[str, str]:
    """Return every table, index and trigger of a database with the words that made it.

    >>> connection = sqlite3.connect(":memory:")
    >>> _ = connection.execute("CREATE TABLE kites (id)")
    >>> objects(connection)
    {'table kites': 'CREATE TABLE kites (id)'}
    """
    rows = connection.execute("SELECT type || ' ' || name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    return dict(rows.fetchall())


def expected_objects() -> dict[str, str]:
    """Return what `objects` gives for a register of the newest version.

    >>> sorted(name for name in expected_objects() if name.startswith("table"))
    ['table about', 'table contacts', 'table entries', 'table events', 'table head']
    """
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrate(connection)
        return objects(connection)
    finally:
        connection.close()


def _step(connection: sqlite3.Connection, statements: tuple[str, ...], version: int) -> None:
    for statement in statements:
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {version}")
