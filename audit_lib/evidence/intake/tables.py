"""What the intake hands on: a table for each source, and what could not be taken in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from ...model.evidence_source import Column, Source, SourceKind
from ...model.finding import Skipped

#: How many refused rows are described one by one; all are kept and counted.
DESCRIBED: Final = 20

#: Is told how many rows are done, and of how many where that is known.
Progress = Callable[[int, int | None], None]


class Reason(NamedTuple):
    """Why a row was refused: in which file (as a message names it), on which line or row, and why."""

    file: str
    line: int
    why: str


@dataclass(frozen=True)
class Refused:
    """The rows of a source that could not be read: their count, the first 20, and the file that keeps all."""

    count: int = 0
    reasons: tuple[Reason, ...] = ()
    file: Path | None = None


class Table(NamedTuple):
    """The rows of a source as Parquet files.

    Attributes
    ----------
    source
        Where the rows come from.
    files
        Parquet files that all have the same columns.
    columns
        Under which name each standard column stands in them. A column that is not here is not recorded.
    rows
        How many rows the files hold; more than the source where a cell held several values.
    refused
        What could not be read.
    types
        The DuckDB type of each column: at, since and until are BIGINT (microseconds since 1970 UTC),
        TIMESTAMP (in UTC) or TIMESTAMP WITH TIME ZONE; id and person are BIGINT or VARCHAR; all else is
        VARCHAR.
    copied
        Whether the files were written by the intake; otherwise they are the files of the source themselves.
    repeated
        How many rows have an id that an earlier row has; None where nobody counted.
    unnamed
        How many rows name a person by a name that the source of people does not know.
    names
        What the files of the source are called, copied or not.
    notes
        What a reader of the results should know, such as the encoding that was taken.
    """

    source: Source
    files: tuple[Path, ...]
    columns: Mapping[Column, str]
    rows: int
    refused: Refused
    types: Mapping[Column, str] = {}
    copied: bool = True
    repeated: int | None = None
    unnamed: int = 0
    notes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def person_is_text(self) -> bool:
        """Whether persons are text in this table; otherwise they are whole numbers, or not recorded."""
        return self.types.get(Column.PERSON) == "VARCHAR"


def reasons_of(table: Table) -> tuple[str, ...]:
    """Return where the first rows that were refused stand, and why, as a reader is told.

    >>> source = Source(id="log", kind="disclosures", name="Log", format="csv")
    >>> refused = Refused(1, (Reason("log.csv", 7, "the column at is empty"),))
    >>> reasons_of(Table(source, (), {}, 0, refused))
    ('log.csv:7 the column at is empty',)
    """
    return tuple(f"{one.file}:{one.line} {one.why}" for one in table.refused.reasons)


class Intake(NamedTuple):
    """All sources that were taken in, in the order of the map, and what was left out, with the reason."""

    tables: tuple[Table, ...]
    skipped: tuple[Skipped, ...] = ()

    @property
    def persons_are_text(self) -> bool:
        """Whether any table has persons as text: then all tables must be compared as text."""
        return any(table.person_is_text for table in self.tables)

    @property
    def disclosures(self) -> tuple[Table, ...]:
        """The logs of disclosures, which hold the observations."""
        return tuple(table for table in self.tables if table.source.kind is SourceKind.DISCLOSURES)
