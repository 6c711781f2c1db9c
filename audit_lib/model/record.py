"""The record of processing activities (UK GDPR Art. 30), cell by cell with its provenance."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from .noun import Gap, Noun


class RecordKind(StrEnum):
    """Whose record: the controller's (Art. 30(1)) or a processor's (Art. 30(2))."""

    CONTROLLER = "controller"
    PROCESSOR = "processor"


class Column(Noun):
    """A column of a record: its heading in the regulator's template, its provision, if it is required."""

    id: str
    heading: str
    law: str
    required: bool


class Cell(Noun):
    """One cell: a value with what it rests on, or a stated gap; never neither.

    `sources` are references such as "activity:tenancy" or "clause:c-023"; `stances` says how sure they are.
    """

    value: str | None = None
    gap: Gap | None = None
    sources: tuple[str, ...] = ()
    stances: tuple[str, ...] = ()

    def text(self) -> str:
        """Return the value, or the gap in words a reader understands.

        >>> Cell(gap=Gap.NOT_STATED).text()
        '[not stated]'
        """
        return self.value if self.value is not None else f"[{str(self.gap).replace('-', ' ')}]"


class Row(Noun):
    """One row of a record: an activity (or, in a processor's record, a category of processing)."""

    activity: str
    cells: tuple[Cell, ...]


class Record(Noun):
    """A record of processing: head (name, value) pairs with their cells, columns, rows."""

    kind: RecordKind
    party: str
    head: tuple[tuple[str, Cell], ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def gaps(self) -> int:
        """How many cells of required columns state a gap that somebody must fill."""
        return sum(
            cell.gap in (Gap.NOT_STATED, Gap.UNCLEAR)
            for row in self.rows
            for column, cell in zip(self.columns, row.cells, strict=True)
            if column.required
        )

    def as_json(self) -> dict[str, Any]:
        """Return the record as plain values."""
        return self.model_dump(mode="json")
