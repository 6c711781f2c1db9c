"""The record of processing on a page: its head, what is missing in it, and the processors of the map."""

from __future__ import annotations

from collections import defaultdict

from ..model.data_map import DataMap
from ..model.noun import Gap
from ..model.record import Record
from ..records.processor_record import processor_record
from ..records.recipients import PROCESSING
from .sentences import count, listing
from .table import Cell, Mark, Table, tabulate

#: The gaps that somebody must fill; the other two are answers.
OPEN = (Gap.NOT_STATED, Gap.UNCLEAR)


def head_table(record: Record) -> Table:
    """Return who is responsible: controller, officer, representative, each with how to reach them.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.records.controller_record import controller_record
    >>> head_table(controller_record(example_map())).columns
    ('Role', 'Name or contact')
    """
    rows = [
        (Cell(name, Mark.STRONG), Cell(cell.text(), Mark.GAP if cell.gap in OPEN else Mark.PLAIN))
        for name, cell in record.head
    ]
    gaps = sum(cell.gap in OPEN for _, cell in record.head)
    return tabulate(f"Names and contacts: {count(gaps, 'gap')} to fill", ("Role", "Name or contact"), rows)


def gaps_table(record: Record) -> Table:
    """Return what a record does not know, column by column: which provision asks for it, and where it lacks.

    Columns that the law requires come first. "Not stated" means that nobody has said it, "unclear" that what
    is said can be read in two ways.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.records.controller_record import controller_record
    >>> gaps_table(controller_record(example_map())).columns
    ('Column', 'Provision', 'Required', 'Not stated', 'Unclear', 'Where')
    """
    rows = []
    for at, column in sorted(enumerate(record.columns), key=lambda item: not item[1].required):
        lacking: dict[Gap, list[str]] = defaultdict(list)
        for row in record.rows:
            gap = row.cells[at].gap
            if gap in OPEN:
                lacking[gap].append(row.cells[0].text())
        where = [row for gap in OPEN for row in lacking[gap]]
        if where:
            rows.append(
                (
                    Cell(column.heading, Mark.STRONG),
                    column.law,
                    "yes" if column.required else "no",
                    *(f"{len(lacking[gap]):,}" if lacking[gap] else "" for gap in OPEN),
                    listing(list(dict.fromkeys(where)), 4),
                )
            )
    title = f"{count(record.gaps, 'gap')} in columns that the law requires"
    columns = ("Column", "Provision", "Required", "Not stated", "Unclear", "Where")
    return tabulate(title, columns, rows, widths=(25, 14, 9, 8, 8, 36))


def processors_table(data_map: DataMap) -> Table:
    """Return the processors of a map: for what they are used, under which contract, and where.

    Each of them keeps a record of its own (UK GDPR Art. 30(2)), which `processor_record` gives.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> processors_table(example_map()).columns
    ('Processor', 'Used for', 'Contract', 'Third countries', 'Stance')
    """
    named = {party for activity in data_map.activities for party in activity.processors}
    named |= {flow.recipient for flow in data_map.flows if flow.role in PROCESSING}
    rows = []
    for party in data_map.parties:
        if party.id not in named:
            continue
        record = processor_record(data_map, party.id)
        at = {column.id: index for index, column in enumerate(record.columns)}
        uses = [data_map.name(f"activity:{row.activity}") for row in record.rows]
        cells = []
        for column in ("contracts", "third-countries"):
            found = list(dict.fromkeys(row.cells[at[column]] for row in record.rows))
            mark = Mark.GAP if any(cell.gap in OPEN for cell in found) else Mark.PLAIN
            cells.append(Cell(listing(list(dict.fromkeys(cell.text() for cell in found)), 3), mark))
        rows.append((Cell(party.name, Mark.STRONG), listing(uses, 6), *cells, party.stance.value))
    title = count(len(rows), "processor")
    return tabulate(title, ("Processor", "Used for", "Contract", "Third countries", "Stance"), rows)
