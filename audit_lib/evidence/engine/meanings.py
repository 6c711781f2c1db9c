"""What the words of the logs mean in the map: one number for each meaning, however many patterns share it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ...model.data_map import DataMap
from ...model.evidence_source import NEEDED, WORDS, Column, SourceKind
from ...model.reconciliation import Unresolved
from ..words import Resolved, resolve
from .logs import FIELDS, Log, count_often, text, word_counts
from .session import Session

#: How many unresolved words of a column are named; the rest is counted.
TOLD: Final = 1_000

#: The different cells of a column, None for an empty one, with how many rows have each.
Counted = Sequence[tuple[str | None, int]]


def give_meaning(session: Session, data_map: DataMap, logs: Sequence[Log]) -> tuple[Unresolved, ...]:
    """Make the tables pattern (k, source, m) and meaning (m, source, and an id for each field, '' for none).

    `m` is -1 for a pattern that cannot be resolved. Returns the words that stand for nothing.
    """
    unresolved = [word for log in logs for word in _resolve_log(session, data_map, log)]
    spoken = " union all ".join(f"select * from spoken_{log.number}" for log in logs)
    fields = ", ".join(FIELDS)
    session.make(
        "meaning",
        f"select row_number() over (order by source, {fields}) as m, * from "
        f"(select distinct source, {fields} from ({spoken}) said where not unresolved) known",
    )
    same = " and ".join(f"t.{field} = s.{field}" for field in ("source", *FIELDS))
    session.make(
        "pattern",
        f"select s.k, s.source, coalesce(t.m, -1) as m from ({spoken}) s "
        f"left join meaning t on not s.unresolved and {same}",
    )
    session.view("days", " union all ".join(f"select * from days_{log.number}" for log in logs))
    return tuple(unresolved)


def _resolve_log(session: Session, data_map: DataMap, log: Log) -> Iterator[Unresolved]:
    """Make the table spoken_N: what each pattern of a log says, in ids; yield the words that say nothing.

    A cell that is blank, whatever blanks stand in it, records nothing.
    """
    count_often(session, log)
    columns, joins, gaps = [], [], []
    for column in WORDS:
        if str(column) not in log.recorded:
            columns.append(f"{text(session.dialect, log.source.constants.get(column))} as {column}")
            continue
        counted = word_counts(session, log, str(column))
        words = [word for word, _ in counted if word is not None and word.strip()]
        found = resolve(data_map, log.source, column, words)
        _keep(session, f"word_{log.number}_{column}", counted, found)
        joins.append(f" left join word_{log.number}_{column} w_{column} on w_{column}.word = s.{column}")
        columns.append(f"coalesce(w_{column}.id, '') as {column}")
        gaps.append(f"(s.{column} is not null and w_{column}.id is null)")
        yield from _unresolved(log, column, counted, found)
    gap = " or ".join(gaps) or "false"
    session.make(
        f"spoken_{log.number}",
        f"select k, source, {', '.join(FIELDS)}, (gap or recipient = '' or data = '') as unresolved from "
        f"(select s.k, {log.number} as source, {', '.join(columns)}, ({gap}) as gap "
        f"from said_{log.number} s{''.join(joins)}) read",
    )


def _keep(session: Session, name: str, counted: Counted, found: Mapping[str, Resolved]) -> None:
    """Make the table of the words of a column that say something, or say that nothing is recorded."""
    ids = {word: found[word].id if word in found else "" for word, _ in counted if word is not None}
    rows = [(word, one) for word, one in ids.items() if one is not None]
    session.table(name, {"word": "text", "id": "text"}, rows)


def _unresolved(
    log: Log, column: Column, counted: Counted, found: Mapping[str, Resolved]
) -> Iterator[Unresolved]:
    """Yield the words of a column that stand for nothing: the most frequent, the rest, and empty cells."""
    unknown = Counter[str]()
    likeliest: dict[str, str | None] = {}
    empty = 0
    for word, rows in counted:
        if word is None or word not in found:
            empty += rows
        elif found[word].id is None:
            unknown[word.strip()] += rows
            likeliest[word.strip()] = found[word].likeliest
    ranked = sorted(unknown.items(), key=lambda one: (-one[1], one[0]))
    for word, rows in ranked[:TOLD]:
        yield Unresolved(
            source=log.source.id, column=column, word=word, observations=rows, likeliest=likeliest[word]
        )
    if rest := ranked[TOLD:]:
        rows = sum(each for _, each in rest)
        yield Unresolved(source=log.source.id, column=column, word="", observations=rows, more=len(rest))
    if empty and column in NEEDED[SourceKind.DISCLOSURES]:
        yield Unresolved(source=log.source.id, column=column, word="", observations=empty)
