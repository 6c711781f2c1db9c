"""What is to be read of a source, once all of it has been looked at and found to be in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from ...errors import Fault, Place, did_you_mean
from ...files.quoting import quoted
from ...model.evidence_source import Column, Source
from .rows import Row

_LISTED = 12


class RowFile(NamedTuple):
    """A file that is read row by row; `read` yields cells in the order of `columns`.

    `quick` is what DuckDB can read it by in one go, as SQL, if it is simple enough.
    """

    path: Path
    shown: str
    stem: str
    columns: tuple[Column, ...]
    read: Callable[[], Iterator[Row]]
    quick: str | None = None


class ParquetFile(NamedTuple):
    """A Parquet file, the name and type of each column, and how many rows it has."""

    path: Path
    shown: str
    stem: str
    columns: Mapping[Column, tuple[str, str]]
    rows: int


class TableCopy(NamedTuple):
    """A table in a database; `copy` writes its columns into a CSV file."""

    shown: str
    stem: str
    columns: tuple[Column, ...]
    copy: Callable[[Path], None]


class Plan(NamedTuple):
    """The parts of a source, what to tell about them, and whether its files can be used as they are."""

    source: Source
    parts: tuple[RowFile | ParquetFile | TableCopy, ...]
    notes: tuple[str, ...] = ()
    as_it_is: bool = False


def missing(shown: str, source: Source, names: Sequence[str]) -> list[Fault]:
    """Return a fault for each mapped column that a file does not have, or has twice.

    >>> source = Source(id="s", kind="ends", name="S", format="csv", columns={Column.AT: "Ended"})
    >>> print(*missing("ends.csv", source, ["person", "Ended on"]))
    ends.csv The column "Ended" (at) is not here. Did you mean "Ended on"? It has "person", "Ended on".
    """
    faults = []
    for column, physical in source.columns.items():
        if names.count(physical) == 1:
            continue
        if physical in names:
            what = f"The column {quoted(physical)} ({column}) is here {names.count(physical)} times."
        else:
            what = (
                f"The column {quoted(physical)} ({column}) is not here.{_hint(physical, names)}{_has(names)}"
            )
        faults.append(Fault(Place(shown), what))
    return faults


def _hint(physical: str, names: Sequence[str]) -> str:
    lowered = {name.lower(): name for name in names if len(name) <= 80}
    near = did_you_mean(physical, lowered)
    for low, name in lowered.items():
        if near == f' Did you mean "{low}"?':
            return f" Did you mean {quoted(name)}?"
    return ""


def _has(names: Iterable[str]) -> str:
    shown = [quoted(name) for name in names]
    more = f" and {len(shown) - _LISTED} more" if len(shown) > _LISTED else ""
    return f" It has {', '.join(shown[:_LISTED])}{more}." if shown else " It has no column."
