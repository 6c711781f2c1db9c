"""The lists beside the logs as a store keeps them: their tables as files, what they hold in the manifest."""

from __future__ import annotations

from pathlib import Path

from ...model.data_map import DataMap
from ..engine.duckdb_session import DuckSession
from ..engine.lists import LIST_TABLES
from ..engine.needs import Lists, scope_of_words
from .ingest import part_file
from .manifest import KeptLists, damaged

#: The tables from which late deletions are told.
_OF_DELETIONS = ("deleted", "ended", "due")


def keep_lists(session: DuckSession, folder: Path, number: int) -> None:
    """Write the tables of lists under a number."""
    for table in LIST_TABLES:
        session.copy(f"select * from {table}", part_file(folder, table, number))


def known_lists(folder: Path, data_map: DataMap, kept: KeptLists) -> Lists:
    """Return what lists that are kept hold, with their scopes as the map has them now.

    Raises
    ------
    InputError
        The words of a scope are none that a store writes.
    """
    try:
        scopes = tuple(scope_of_words(data_map, words) for words in kept.scopes)
    except (KeyError, ValueError) as error:
        raise damaged(folder, "The lists that this store keeps are damaged") from error
    return Lists(scopes, kept.started, kept.consents, kept.requests, kept.list_of)


def open_kept_lists(session: DuckSession, folder: Path, kept: KeptLists, person: str) -> None:
    """Make views of the tables of lists; `person` is the expression for a person that fits those of logs."""
    for table in LIST_TABLES:
        columns = session.scan(f"kept_{table}", [part_file(folder, table, kept.number)])
        replaced = f" replace ({person} as person)" if "person" in columns else ""
        session.view(table, f"select *{replaced} from kept_{table}")


def scan_kept_deletions(session: DuckSession, folder: Path, kept: KeptLists) -> str:
    """Make views of the tables that deletions are told from; return what stands before their names."""
    for table in _OF_DELETIONS:
        session.scan(f"kept_{table}", [part_file(folder, table, kept.number)])
    return "kept_"
