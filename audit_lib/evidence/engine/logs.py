"""The logs as the engine sees them: one view each, and the patterns of words that occur in them.

A *pattern* is one combination of words as a log writes them. There are thousands of patterns where there are
millions of rows, so that whatever follows from the words alone is worked out once for each pattern.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from ...model.evidence_source import WORDS, Column, Source
from ..intake import Table
from .dialect import Dialect
from .local_days import FIRST_MOMENT, LAST_MOMENT, Shift, day_of
from .session import Session

#: How the words of a pattern are called in tables of the engine: by the name of their column.
FIELDS: Final = tuple(str(column) for column in WORDS)


class Log(NamedTuple):
    """A source of disclosures with its number, and the words that its rows record; constants do not count."""

    number: int
    source: Source
    recorded: tuple[str, ...]

    @property
    def view(self) -> str:
        """The view of its rows: id, us (moment), person, k (number of the pattern)."""
        return f"log_{self.number}"


def log_of(number: int, table: Table) -> Log:
    """Return the log that a table holds, under a number."""
    return Log(number, table.source, tuple(str(column) for column in WORDS if column in table.columns))


def open_log(session: Session, log: Log, table: Table, *, people_are_text: bool) -> None:
    """Make the view of a log, with its words.

    Rows without a moment, or with one that no calendar has, are no observations and are left out.
    """
    dialect, columns = session.dialect, table.columns
    types = session.scan(f"file_{log.number}", table.files)
    name = {column: dialect.identifier(stands) for column, stands in columns.items()}
    at = dialect.micros(name[Column.AT], types[columns[Column.AT]])
    known = f"{at} >= {FIRST_MOMENT} and {at} <= {LAST_MOMENT}"
    words = "".join(f", {name[column]} as {column}" for column in WORDS if column in columns)
    key = dialect.key([str(log.number), *(name[column] for column in WORDS if column in columns)])
    session.view(
        log.view,
        f"select {name[Column.ID]} as id, {at} as us, "
        f"{person(name.get(Column.PERSON), people_are_text)} as person"
        f"{words}, {key} as k from file_{log.number} where {known}",
    )


def person(column: str | None, people_are_text: bool) -> str:
    """Return the expression for a person: as text where any source has people as text, else as a number.

    >>> person("tenant", True), person(None, False)
    ('cast(tenant as string)', 'cast(null as bigint)')
    """
    return f"cast({column or 'null'} as {'string' if people_are_text else 'bigint'})"


def span(session: Session, logs: Sequence[Log]) -> tuple[int, int] | None:
    """Return the first and the last moment of all logs; None if they have no rows."""
    both = " union all ".join(f"select min(us) as a, max(us) as b from {log.view}" for log in logs)
    first, last = session.rows(f"select min(a), max(b) from ({both}) bounds")[0]
    return None if first is None else (first, last)


def people_of(session: Session, logs: Sequence[Log]) -> list[str | int]:
    """Return the different people whom the logs are about, under the names that these use."""
    rows = " union all ".join(f"select person from {log.view}" for log in logs)
    found = session.rows(f"select distinct person from ({rows}) named where person is not null")
    return [row[0] for row in found]


def count_patterns(session: Session, log: Log, shifts: Sequence[Shift]) -> None:
    """Make the tables of a log's patterns: said_N their words, days_N how often each occurs on each day.

    Patterns are told apart by numbers of 64 bits: that any two of a million share one has a chance of one in
    37 million. The words are read off the first row of each.
    """
    day = day_of(session.dialect, "us", shifts)
    session.make(
        f"days_{log.number}",
        "select k, day, count(*) as observations, min(us) as first_us, max(us) as last_us "
        f"from (select k, us, {day} as day from {log.view}) dated group by k, day",
    )
    words = "".join(f", any_value({word}) as {word}" for word in log.recorded)
    session.make(
        f"said_{log.number}",
        f"select l.k{words} from {log.view} l semi join "
        f"(select k, min(first_us) as us from days_{log.number} group by k) f on f.k = l.k and f.us = l.us "
        "group by l.k",
    )


def count_often(session: Session, log: Log) -> None:
    """Make the table often_N (k, n): how often each pattern of a log occurs."""
    session.make(f"often_{log.number}", f"select k, sum(observations) as n from days_{log.number} group by k")


def word_counts(session: Session, log: Log, column: str) -> list[tuple[str | None, int]]:
    """Return the different cells of a column, None for an empty one, with how many rows have each."""
    return [
        (word, int(rows))
        for word, rows in session.rows(
            f"select s.{column} as word, sum(o.n) as n from said_{log.number} s "
            f"join often_{log.number} o on o.k = s.k group by s.{column} order by n desc, word"
        )
    ]


def text(dialect: Dialect, value: str | None) -> str:
    """Return a value as SQL text; what is not there is an empty text.

    >>> from .dialect import DUCKDB
    >>> text(DUCKDB, "o'neill"), text(DUCKDB, None)
    ("'o''neill'", "''")
    """
    return dialect.text(value or "")
