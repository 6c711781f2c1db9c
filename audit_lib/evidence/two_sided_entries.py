"""The entries of both ends of a disclosure, out of their files, in one order and in ids of the map."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from ..model.data_map import DataMap
from ..model.evidence_source import Column, SourceKind
from ..model.finding import Skipped
from .intake import Table
from .intake.session import Session, literal, name
from .two_sided_matching import Entry
from .words import resolve

#: What makes two entries be about the same, beside the person or the reference.
_SAME: Final = (Column.SENDER, Column.RECIPIENT, Column.DATA)

#: An hour, and longer than any time, in microseconds.
HOUR: Final = 3_600_000_000
_EVER: Final = 2**62


class Span(NamedTuple):
    """The first and the last moment of logs, in microseconds since 1970 UTC."""

    first: int
    last: int


class Side(NamedTuple):
    """What one end logs of a pair of parties: its sources, the time they cover, what they record."""

    sources: tuple[str, ...]
    span: Span
    references: bool
    people: bool


class Within(NamedTuple):
    """In which time the entries of each end are counted, whatever they are matched with."""

    sent: Span
    received: Span


class Subject(NamedTuple):
    """What entries are about: from whom, to whom, what."""

    sender: str
    recipient: str
    data: str


def open_entries(database: Session, data_map: DataMap, tables: Sequence[Table]) -> Iterator[Skipped]:
    """Make the view of all entries that can be compared; yield how many cannot, and why.

    The view ``entry`` has source, sent, us, sender, recipient, data, reference, person and id.
    """
    parts = []
    for number, table in enumerate(tables):
        _open(database, data_map, table, number)
        known = " AND ".join(f"{column} IS NOT NULL" for column in _SAME)
        parts.append(f"SELECT * FROM log_{number} WHERE {known}")  # noqa: S608  a number and column names
        missing = f"SELECT count(*) FROM log_{number} WHERE NOT ({known})"  # noqa: S608  the same
        lost = database.one(missing)[0]
        if lost:
            what = "row" if lost == 1 else "rows"
            yield Skipped(
                what=f"{lost:,} {what} of {table.source.id} in the comparison of both ends",
                why="The sender, the recipient or the data is not recorded, or means nothing in the map.",
            )
    database.run(f"CREATE TEMP VIEW entry AS {' UNION ALL '.join(parts)}")


def _open(database: Session, data_map: DataMap, table: Table, number: int) -> None:
    """Make the view of one log, its words put into ids of the map."""
    files = ", ".join(literal(str(file)) for file in table.files)
    read = f"CREATE TEMP VIEW file_{number} AS SELECT * FROM read_parquet([{files}])"  # noqa: S608  quoted
    database.run(read)
    types = {row[0]: row[1] for row in database.rows(f"DESCRIBE file_{number}")}
    at = table.columns[Column.AT]
    moment = name(at) if types[at] == "BIGINT" else f"epoch_us({name(at)})"
    columns, joins = [], []
    for column in _SAME:
        if column in table.columns:
            _keep_words(database, data_map, table, number, column)
            joins.append(
                f" LEFT JOIN word_{number}_{column} w_{column} ON w_{column}.word = {_of(table, column)}"
            )
            columns.append(f"w_{column}.id AS {column}")
        else:
            constant = table.source.constants.get(column)
            columns.append(f"{'NULL' if constant is None else literal(constant)}::VARCHAR AS {column}")
    sent = "true" if table.source.kind is SourceKind.DISCLOSURES else "false"
    texts = ", ".join(
        f"{_text(table, column)} AS {column}" for column in (Column.REFERENCE, Column.PERSON, Column.ID)
    )
    entry = (
        f"{literal(table.source.id)} AS source, {sent} AS sent, {moment} AS us, {', '.join(columns)}, {texts}"
    )
    rows = f"FROM file_{number} f{''.join(joins)} WHERE {name(at)} IS NOT NULL"
    database.run(f"CREATE TEMP VIEW log_{number} AS SELECT {entry} {rows}")


def _keep_words(database: Session, data_map: DataMap, table: Table, number: int, column: Column) -> None:
    written = _of(table, column)
    words = f"SELECT DISTINCT {written} FROM file_{number} f WHERE {written} IS NOT NULL"  # noqa: S608  quoted
    said = sorted(row[0] for row in database.rows(words))
    found = {word: one.id for word, one in resolve(data_map, table.source, column, said).items() if one.id}
    database.run(
        f"CREATE TEMP TABLE word_{number}_{column} AS SELECT unnest(?::VARCHAR[]) AS word, "
        "unnest(?::VARCHAR[]) AS id",
        [list(found), list(found.values())],
    )


def _of(table: Table, column: Column) -> str:
    return f"f.{name(table.columns[column])}"


def _text(table: Table, column: Column) -> str:
    """Return the expression for a column as text, empty where nothing is recorded."""
    return f"coalesce(trim({_of(table, column)}::VARCHAR), '')" if column in table.columns else "''"


def sides(database: Session) -> dict[tuple[str, str], tuple[Side, Side]]:
    """Return the sending and the receiving end of each sender and recipient of which both have a log."""
    spans = {
        row[0]: Span(*row[1:])
        for row in database.rows("SELECT source, min(us), max(us) FROM entry GROUP BY source")
    }
    found: dict[tuple[str, str], dict[bool, dict[str, _Recorded]]] = {}
    query = (
        "SELECT sender, recipient, sent, source, bool_or(reference <> ''), bool_or(person <> '') FROM entry "
        "GROUP BY ALL ORDER BY sender, recipient, sent, source"
    )
    for sender, recipient, sent, source, *recorded in database.rows(query):
        found.setdefault((sender, recipient), {}).setdefault(sent, {})[source] = _Recorded(*recorded)
    return {
        pair: (_side(ends[True], spans), _side(ends[False], spans))
        for pair, ends in found.items()
        if len(ends) == 2
    }


class _Recorded(NamedTuple):
    references: bool
    people: bool


def _side(sources: Mapping[str, _Recorded], spans: Mapping[str, Span]) -> Side:
    covered = Span(
        min(spans[source].first for source in sources), max(spans[source].last for source in sources)
    )
    said = sources.values()
    return Side(
        tuple(sources), covered, any(each.references for each in said), any(each.people for each in said)
    )


def lay_out(
    database: Session, pairs: Mapping[tuple[str, str], tuple[Side, Side]], tolerance: int
) -> list[Subject]:
    """Make the table ``laid`` of the entries of pairs, and return what they are about, by number.

    Entries are in groups that can match: by reference where both ends of a pair record some, else by person
    where both record people. `plain` marks two entries, one of each end, that have each other near and
    nothing else: whatever else is matched, these two are. What does not fit into memory is on disk.

    Parameters
    ----------
    tolerance
        How many microseconds entries without a reference may lie apart.
    """
    about = "SELECT DISTINCT sender, recipient, data FROM entry ORDER BY sender, recipient, data"
    subjects = [Subject(*row) for row in database.rows(about) if row[:2] in pairs]
    ends = [pairs[subject.sender, subject.recipient] for subject in subjects]
    database.run(
        "CREATE TEMP TABLE subject AS SELECT unnest(?::INTEGER[]) AS subject, "
        "unnest(?::VARCHAR[]) AS sender, unnest(?::VARCHAR[]) AS recipient, unnest(?::VARCHAR[]) AS data, "
        "unnest(?::BOOLEAN[]) AS referring, unnest(?::BOOLEAN[]) AS naming",
        [
            list(range(len(subjects))),
            *([subject[place] for subject in subjects] for place in range(3)),
            [one.references and other.references for one, other in ends],
            [one.people and other.people for one, other in ends],
        ],
    )
    grouped = (
        "SELECT subject, CASE WHEN referring THEN reference ELSE '' END AS by_reference, "  # noqa: S608  ours
        "CASE WHEN (referring AND reference <> '') OR NOT naming THEN '' ELSE person END AS by_person, "
        f"CASE WHEN referring AND reference <> '' THEN {_EVER} ELSE {tolerance} END AS near, "
        "us, sent, person, source, id FROM entry JOIN subject USING (sender, recipient, data)"
    )
    columns = "subject, by_reference, by_person, us, sent, person, source, id"
    plain = f"coalesce({_pair('lead')} OR {_pair('lag')}, false) AS plain"
    window = "PARTITION BY subject, by_reference, by_person ORDER BY us, sent, source, id"
    laid = f"SELECT {columns}, {plain} FROM ({grouped}) grouped WINDOW same AS ({window})"  # noqa: S608  ours
    database.run(f"CREATE TEMP TABLE laid AS {laid}")
    return subjects


def _pair(way: str) -> str:
    """Return the condition that an entry has the one after it (or before it) near, and both nothing else."""
    back = "lag" if way == "lead" else "lead"
    apart, beyond = f"abs({way}(us) OVER same - us)", f"abs({way}(us, 2) OVER same - {way}(us) OVER same)"
    return (
        f"(coalesce(abs(us - {back}(us) OVER same) > near, true) AND {apart} <= near "
        f"AND {way}(sent) OVER same <> sent AND coalesce({beyond} > near, true))"
    )


def plain_pairs(database: Session, subject: int, span: Span) -> Iterator[tuple[int, int]]:
    """Yield, for a subject, how many entries sent within a span have a plain match, by hour since 1970."""
    hours = (
        f"SELECT us // {HOUR} AS hour, count(*) FROM laid "  # noqa: S608  a number
        "WHERE plain AND sent AND subject = ? AND us BETWEEN ? AND ? GROUP BY hour ORDER BY hour"
    )
    yield from database.rows(hours, [subject, *span])


def everyone(database: Session, within: Sequence[Within]) -> list[tuple[int, int]]:
    """Return, for each subject, how many people the entries sent and received in a time are about."""
    times = [(at, sent, *one[not sent]) for at, one in enumerate(within) for sent in (True, False)]
    database.run(
        "CREATE TEMP TABLE counted AS SELECT unnest(?::INTEGER[]) AS subject, unnest(?::BOOLEAN[]) AS sent, "
        "unnest(?::BIGINT[]) AS first, unnest(?::BIGINT[]) AS last",
        [list(column) for column in zip(*times, strict=True)] or [[], [], [], []],
    )
    query = (
        "SELECT subject, sent, count(*) FROM (SELECT DISTINCT subject, sent, person FROM laid "
        "JOIN counted USING (subject, sent) WHERE us BETWEEN first AND last AND person <> '') one "
        "GROUP BY subject, sent"
    )
    people = {(subject, sent): int(number) for subject, sent, number in database.rows(query)}
    return [(people.get((at, True), 0), people.get((at, False), 0)) for at in range(len(within))]


def in_order(database: Session) -> Iterator[tuple[tuple[int, str, str], Entry]]:
    """Yield all other entries under what they can be matched by: subject, reference, person; then by time."""
    query = (
        "SELECT subject, by_reference, by_person, us, sent, person, source || ':' || id FROM laid "
        "WHERE NOT plain ORDER BY subject, by_reference, by_person, us, sent, source, id"
    )
    for subject, reference, by_person, us, sent, person, evidence in database.rows(query):
        yield (subject, reference, by_person), Entry(us, sent, person, evidence)
