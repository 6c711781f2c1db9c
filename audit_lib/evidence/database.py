"""The embedded database that reads, judges and writes files: how it is opened, and what its failures mean.

It reaches no network and loads no extension, keeps its time in UTC, and writes what does not fit into memory
into a private folder.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ..errors import OutputError, ParameterError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

#: What DuckDB says when it cannot write, or has no room left on disk or in memory.
_NO_ROOM: Final = (
    "could not write",
    "no space left",
    "file too large",
    "out of memory",
    "quota",
    "failed to offload",
    "max_temp_directory_size",
    "read-only file system",
)


class Unreadable(Exception):  # noqa: N818 - never leaves the evidence floor
    """DuckDB could not read what it was given; the text is its own first line."""


@contextmanager
def connected(
    spill: Path, memory: str | None = None, *, ordered: bool = True
) -> Iterator[DuckDBPyConnection]:
    """Open a database in memory that lives as long as the context; its settings can no longer be changed.

    Parameters
    ----------
    spill
        A private folder for what does not fit into memory.
    memory
        How much memory it may take, such as "1GB"; without it, DuckDB's own four fifths.
    ordered
        Whether rows come out in the order in which they stand in files.

    Raises
    ------
    ParameterError
        `memory` is no amount of memory.

    >>> with connected(Path("/nowhere")) as database:
    ...     database.execute("SELECT current_setting('TimeZone')").fetchone()
    ('UTC',)
    """
    import duckdb  # noqa: PLC0415 - the command line starts without it

    settings: dict[str, Any] = {
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "allow_community_extensions": False,
        "preserve_insertion_order": ordered,
        "temp_directory": str(spill),
    }
    connection = duckdb.connect(":memory:", config=settings)
    try:
        connection.execute("SET TimeZone = 'UTC'")
        # How far a statement is can be asked for only where a bar would be shown; none is printed. In a
        # notebook DuckDB draws bars itself and asks for widgets: there the question stays open.
        with suppress(duckdb.InvalidInputException):
            connection.execute("SET enable_progress_bar = true")
            connection.execute("SET enable_progress_bar_print = false")
        if memory is not None:
            try:
                connection.execute(f"SET memory_limit = {literal(memory)}")
            except duckdb.Error as error:
                raise ParameterError.at("--memory", "This is no amount of memory: write 1GB.") from error
        connection.execute("SET lock_configuration = true")
        yield connection
    finally:
        connection.close()


@contextmanager
def told_apart(what: str) -> Iterator[None]:
    """Tell what cannot be read from what there is no room or no right to write.

    Parameters
    ----------
    what
        What could not be done then, as the beginning of a sentence.

    Raises
    ------
    Unreadable
        When the input is at fault.
    OutputError
        When there is no room or no right to write.
    """
    import duckdb  # noqa: PLC0415 - the command line starts without it

    try:
        yield
    except (
        duckdb.ParserException,
        duckdb.CatalogException,
        duckdb.InternalException,
        duckdb.InterruptException,
    ):
        raise
    except duckdb.Error as failure:
        said = str(failure).splitlines()[0] if str(failure) else type(failure).__name__
        lowered = str(failure).lower()
        if isinstance(failure, duckdb.OutOfMemoryException) or any(why in lowered for why in _NO_ROOM):
            raise OutputError(f"{what}: {reason(lowered)}.") from failure
        raise Unreadable(said) from failure


def reason(said: str) -> str:
    """Return in plain words why something could not be written.

    >>> reason("io error: could not write: no space left on device")
    'no space is left on the disk'
    """
    if "no space" in said or "quota" in said or "max_temp_directory_size" in said:
        return "no space is left on the disk"
    if "too large" in said:
        return "a file would grow larger than this system allows"
    if "out of memory" in said or "failed to offload" in said:
        return "it needs more memory than it may use; allow more with --memory"
    return "a file cannot be written"


def name(text: str) -> str:
    """Return a column's name as SQL writes it.

    >>> print(name("a name"))
    "a name"
    """
    return '"' + text.replace('"', '""') + '"'


def literal(text: str) -> str:
    """Return a text as SQL writes it.

    >>> literal("it's")
    "'it''s'"
    """
    return "'" + text.replace("'", "''") + "'"
