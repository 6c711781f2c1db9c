"""The records of processing in a bundle: of the controller, and of each processor."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from ...errors import Fault, ParameterError, Place
from ...exports.bundle_part import Part
from ...exports.view_page import Shown, view_page
from ...exports.workbook import write_workbook
from ...model.data_map import DataMap
from ...model.record import Record, RecordKind
from ...records.controller_record import controller_record
from ...records.processor_record import processor_record
from ...records.recipients import PROCESSING
from ...views.difference_markdown import escaped
from ...views.record_tables import gaps_table, head_table
from ...views.tables import record_table
from .files import bytes_of, facts, page_bytes

#: The column that tells the rows of a processor's record apart; all have the same controller.
_TELLING = "processing"
_LONGEST = 48

#: What is said above a record that the law asks of somebody else.
_OWN_RECORD = (
    "The law asks the processor itself to keep and to show its record (UK GDPR Art. 30(2) and (4)). "
    "This is what"
)


def record_parts(data_map: DataMap, as_of: dt.date, parties: Sequence[str] = ()) -> Iterator[Part]:
    """Yield workbook and page of each record: of the map's controller and of every processor, or of parties.

    Raises
    ------
    ParameterError
        If one of the parties is neither controller nor processor in the map.

    >>> from audit_lib.graph.example import example_map
    >>> parts = record_parts(example_map(), dt.date(2026, 11, 22))
    >>> [part.name for part in parts][:2]
    ['records/controller-agent.xlsx', 'records/controller-agent.html']
    """
    records = list(_chosen(data_map, parties) if parties else _usual(data_map))
    for record in records:
        yield from _files(record, data_map, as_of)


def processors(data_map: DataMap) -> tuple[str, ...]:
    """Return the ids of the parties that are processors in an activity or in a flow, in the map's order.

    >>> from audit_lib.graph.example import example_map
    >>> isinstance(processors(example_map()), tuple)
    True
    """
    named = {party for activity in data_map.activities for party in activity.processors}
    named |= {flow.recipient for flow in data_map.flows if flow.role in PROCESSING}
    return tuple(party.id for party in data_map.parties if party.id in named)


def _controllers(data_map: DataMap) -> set[str]:
    named = {party for activity in data_map.activities for party in activity.controllers}
    return named | {str(data_map.info.controller)}


def _usual(data_map: DataMap) -> Iterator[Record]:
    yield controller_record(data_map)
    yield from (processor_record(data_map, party) for party in processors(data_map))


def _chosen(data_map: DataMap, parties: Sequence[str]) -> Iterator[Record]:
    controlling, processing = _controllers(data_map), processors(data_map)
    wrong = [
        party for party in dict.fromkeys(parties) if party not in controlling and party not in processing
    ]
    if wrong:
        raise ParameterError(
            Fault(Place("--party"), f'"{party}" is neither controller nor processor: it keeps no record.')
            for party in wrong
        )
    for party in dict.fromkeys(parties):
        if party in controlling:
            yield controller_record(data_map, party)
        if party in processing:
            yield processor_record(data_map, party)


def _files(record: Record, data_map: DataMap, as_of: dt.date) -> Iterator[Part]:
    name = data_map.name(f"party:{record.party}")
    article = "30(1)" if record.kind is RecordKind.CONTROLLER else "30(2)"
    law: tuple[str, ...] = (f"UK GDPR Art. {article}", "UK GDPR Art. 30(4): made available on request")
    title = f"Record of {name} as {record.kind.value}"
    info = data_map.info
    gaps = "1 gap" if record.gaps == 1 else f"{record.gaps} gaps"
    rows = "1 activity" if len(record.rows) == 1 else f"{len(record.rows)} activities"
    about = f"{rows}; {gaps} in what the law requires, each marked."
    if _of_another(record, data_map):
        law = ("UK GDPR Art. 30(2) and (4): asked of the processor itself",)
        about = f"{about} What the controller knows of it: the processor keeps a record of its own."
    book = bytes_of(
        lambda path: write_workbook(record, path, title=info.title, version=str(info.version), as_of=as_of),
        ".xlsx",
    )
    stem = f"records/{record.kind.value}-{record.party}"
    yield Part(f"{stem}.xlsx", book, title, about, law)
    yield Part(f"{stem}.html", page_bytes(_page(record, title, data_map, as_of)), title, about, law)


def _short(heading: str) -> str:
    """Return a heading of the template in so few words that it can stand in a list of contents."""
    words = heading.partition(" (")[0]
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rpartition(' ')[0]} …"


def _of_another(record: Record, data_map: DataMap) -> bool:
    """Whether the law asks somebody else for the record than whoever sends the bundle (Art. 30(2))."""
    return record.kind is RecordKind.PROCESSOR and record.party != str(data_map.info.controller)


def _page(record: Record, title: str, data_map: DataMap, as_of: dt.date) -> str:
    columns = [column.id for column in record.columns]
    first = [_TELLING] if _TELLING in columns else columns[:1]
    others = [column for column in columns if column not in first]
    parts = [others[at : at + 5] for at in range(0, len(others), 5)]
    headings = {column.id: column.heading for column in record.columns}
    shown: list[str | Shown] = []
    if _of_another(record, data_map):
        shown.append(
            escaped(f"{_OWN_RECORD} {data_map.name(f'party:{data_map.info.controller}')} knows of it.")
        )
    shown += ["## Who is responsible", head_table(record), "## What is processed"]
    for at, part in enumerate(parts):
        if len(parts) > 1:
            names = " to ".join(dict.fromkeys(_short(headings[each]) for each in (part[0], part[-1])))
            shown.append(f"### Part {at + 1} of {len(parts)}: {escaped(names)}")
        shown.append(record_table(record, [*first, *part], most=10_000))
    return view_page(title, facts(data_map, as_of), [*shown, "## What is missing", gaps_table(record)])
