"""A table in a PostgreSQL database, copied column by column into a CSV file."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, LiteralString

from .conversion import LONGEST_CELL

if TYPE_CHECKING:
    from psycopg import Connection, Cursor
    from psycopg.sql import Composed

#: How long a connection may take, in seconds, where the connection string does not say.
PATIENCE: Final = 15


class BadDatabase(Exception):  # noqa: N818 - never leaves the intake
    """A table that cannot be read, and why; never with the connection string."""


def postgres_columns(
    table: str, variable: str, environment: Mapping[str, str] = os.environ
) -> tuple[str, ...]:
    """Return the names of the columns of a table.

    Parameters
    ----------
    table
        "table" or "schema.table".
    variable
        The environment variable that says how to reach the database.

    Raises
    ------
    BadDatabase
        When the table cannot be read.

    >>> postgres_columns("log.sent", "LETTINGS", {})
    Traceback (most recent call last):
    audit_lib.evidence.intake.postgres_rows.BadDatabase: The environment variable LETTINGS is not set: ...
    """
    with _cursor(variable, environment) as cursor:
        cursor.execute(_query("SELECT * FROM {table} LIMIT 0", table))
        return tuple(column.name for column in cursor.description or ())


def copy_table(
    table: str,
    variable: str,
    columns: Sequence[str],
    target: Path,
    *,
    ordered: bool = False,
    environment: Mapping[str, str] = os.environ,
) -> None:
    """Write columns of a table into a file as CSV without a header; moments are in UTC, with their offset.

    The database is only read, in one transaction, and the rows pass through a buffer of a few kilobytes.

    Parameters
    ----------
    ordered
        Whether the rows are sorted by all columns, so that their numbers are the same each time.

    Raises
    ------
    BadDatabase
        When the table cannot be read.
    """
    sorting: LiteralString = " ORDER BY {columns}" if ordered else ""
    text: LiteralString = "COPY (SELECT {texts} FROM {table}" + sorting + ") TO STDOUT (FORMAT csv)"
    query = _query(text, table, columns)
    with (
        _cursor(variable, environment) as cursor,
        target.open("wb") as file,
        cursor.copy(query) as copied,
    ):
        for block in copied:
            file.write(block)


def _query(text: LiteralString, table: str, columns: Sequence[str] = ()) -> Composed:
    from psycopg import sql

    names = [sql.Identifier(column) for column in columns]
    cut = sql.SQL("left(CAST({} AS text), {})")
    texts = [cut.format(name, sql.Literal(LONGEST_CELL + 1)) for name in names]
    comma = sql.SQL(", ")
    place = sql.Identifier(*table.split(".", 1))
    return sql.SQL(text).format(table=place, columns=comma.join(names), texts=comma.join(texts))


@contextmanager
def _cursor(variable: str, environment: Mapping[str, str]) -> Iterator[Cursor[Any]]:
    try:
        import psycopg
    except ImportError as failure:
        what = 'To read PostgreSQL, install the extra: pip install "privacy-audit-workbench[postgres]".'
        raise BadDatabase(what) from failure
    address = environment.get(variable, "")
    if not address.strip():
        raise BadDatabase(
            f"The environment variable {variable} is not set: it says how to reach the database."
        )
    try:
        with _connection(address) as connection, connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            cursor.execute("SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL timezone = 'UTC'")
            yield cursor
    except psycopg.Error as failure:
        raise BadDatabase(_said(failure)) from None
    except UnicodeError:
        raise BadDatabase("The database holds text that is not UTF-8.") from None


def _connection(address: str) -> Connection[Any]:
    import psycopg
    from psycopg.conninfo import conninfo_to_dict

    try:
        stated = conninfo_to_dict(address)
    except psycopg.Error:
        raise BadDatabase("What the environment variable holds is not a connection string.") from None
    stated.setdefault("connect_timeout", str(PATIENCE))
    return psycopg.connect(**{**stated, "client_encoding": "UTF8"})  # type: ignore[arg-type]


def _said(failure: Exception) -> str:
    """Return what went wrong, without the server's own words: they name host, user or values."""
    import psycopg

    known = {
        psycopg.errors.UndefinedTable: "There is no such table.",
        psycopg.errors.InvalidSchemaName: "There is no such schema.",
        psycopg.errors.InsufficientPrivilege: "The user may not read this table.",
        psycopg.errors.QueryCanceled: "The server broke off: it took too long.",
    }
    for kind, words in known.items():
        if isinstance(failure, kind):
            return words
    state = getattr(failure, "sqlstate", None)
    if state is None:
        return "The database cannot be reached, does not let the user in, or broke off."
    return f"The server refused (SQLSTATE {state})."
