"""The lists beside the logs as tables: consents, requests of authorities, restrictions, deletions, ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ...model.evidence_source import Column, SourceKind
from ...model.finding import Skipped
from ..intake import Table
from ..restrictions import Bars
from .bars import open_bars
from .endings import open_endings
from .list_views import Opening, day_column, ids_of, open_list, union
from .local_days import NEVER_ENDS
from .logs import Log
from .needs import Lists
from .session import Session

#: The tables that a comparison needs of lists.
LIST_TABLES: Final = ("permit", "request", "bar", "scope", "ended", "due", "deleted")


def open_lists(opening: Opening, tables: Sequence[Table], registers: Sequence[Bars] = ()) -> Lists:
    """Make the tables of lists out of what was taken in; return what they hold.

    permit (person, topic, since_us, until_us), request (person, topic, day), bar (person, since_us,
    until_us, scope), scope (scope, verdict), ended (person, list, day), due (list, day, rule, us), deleted
    (person, source, id, sender, data, us). `registers` are what registers of
    restrictions hold about people of the logs.
    """
    of = {kind: [table for table in tables if table.source.kind is kind] for kind in SourceKind}
    consents = _permits(opening, of[SourceKind.CONSENTS])
    requests = _requests(opening, of[SourceKind.REQUESTS])
    scopes = open_bars(opening, of[SourceKind.RESTRICTIONS], of[SourceKind.DELETIONS], registers)
    started = open_endings(opening, of[SourceKind.ENDS])
    return Lists(scopes, tuple(started), consents, requests, tuple(started.values()))


#: What the entries of each table are called, where nobody on it stands in a log.
_CALLED: Final = {
    "permit": "consents",
    "request": "requests of authorities",
    "bar": "restrictions and deletions",
    "ended": "ends",
}
#: How many rows of a log are looked at first: most lists have somebody among them.
_FIRST: Final = 200_000


def strangers(session: Session, logs: Sequence[Log]) -> Iterator[Skipped]:
    """Yield the lists of which nobody stands in a log: people may be named in another way there.

    >>> list(strangers(None, []))
    []
    """
    for table, called in _CALLED.items() if logs else ():
        if not session.rows(f"select 1 from {table} limit 1"):
            continue
        if not _meets(session, logs, table, f" limit {_FIRST}") and not _meets(session, logs, table, ""):
            why = (
                f"Nobody whom the {called} name stands in a log under the same name: what depends on them "
                "was not tested. Is a person written in another way there?"
            )
            yield Skipped(what=called, why=why)


def _meets(session: Session, logs: Sequence[Log], table: str, limit: str) -> bool:
    return any(
        session.rows(
            f"select 1 from (select person from {log.view} where person is not null{limit}) e "
            f"semi join {table} t on t.person = e.person limit 1"
        )
        for log in logs
    )


def _permits(opening: Opening, tables: Sequence[Table]) -> tuple[str, ...]:
    """Make the table permit; a topic is the position of a purpose among those that are returned."""
    views = _with_ids(opening, tables, Column.PURPOSE)
    topics = sorted({one for ids in views.values() for one in ids.values() if one})
    parts = [
        f"select r.person, w.topic, r.since_us, coalesce(r.until_us, {NEVER_ENDS}) as until_us "
        f"from {view} r join {_topics(opening, view, Column.PURPOSE, ids, topics)} w on w.word = r.purpose "
        "where r.person is not null and r.since_us is not null"
        for view, ids in views.items()
    ]
    shape = {"topic": "int", "since_us": "int", "until_us": "int"}
    union(opening, "permit", parts, shape, kept=False)
    return tuple(topics)


def _requests(opening: Opening, tables: Sequence[Table]) -> tuple[str, ...] | None:
    """Make the table request; a topic is the position of an authority among those that are returned."""
    views = _with_ids(opening, tables, Column.RECIPIENT)
    topics = sorted({one for ids in views.values() for one in ids.values() if one})
    parts = [
        f"select r.person, w.topic, {day_column(opening, view, 'r.at_us')} as day from {view} r "
        f"join {_topics(opening, view, Column.RECIPIENT, ids, topics)} w on w.word = r.recipient "
        "where r.person is not null and r.at_us is not null"
        for view, ids in views.items()
    ]
    union(opening, "request", parts, {"topic": "int", "day": "int"})
    return tuple(topics) if tables else None


def _with_ids(opening: Opening, tables: Sequence[Table], column: Column) -> dict[str, dict[str, str]]:
    """Return the view of each table with what the words of a column stand for."""
    views = {open_list(opening, table): table.source for table in tables}
    return {view: ids_of(opening, source, view, column) for view, source in views.items()}


def _topics(
    opening: Opening, view: str, column: Column, ids: Mapping[str, str], topics: Sequence[str]
) -> str:
    name = f"{view}__{column}"
    rows = [(word, topics.index(one)) for word, one in ids.items() if one]
    opening.session.table(name, {"word": "text", "topic": "int"}, rows)
    return name
