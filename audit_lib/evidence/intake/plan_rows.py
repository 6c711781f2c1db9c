"""Look at files that are read row by row: CSV, XLSX, JSON lines and HAR."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial
from typing import NamedTuple

from ...errors import Fault, Place
from ...files.quoting import quoted
from ...model.evidence_source import Column, Source
from .csv_rows import csv_header, csv_rows
from .encoding import known_encoding, look
from .find_files import Found
from .har_rows import HAR_COLUMNS, har_rows
from .jsonl_rows import jsonl_rows
from .plan import Plan, RowFile, missing
from .session import is_pattern, literal, name
from .xlsx_rows import BadWorkbook, xlsx_header, xlsx_rows

#: The longest line, in bytes, that the quick reader takes.
_QUICK_LINE = 100_000


class Planned(NamedTuple):
    """A plan, and what is wrong with the files; with a fault, nothing is read."""

    plan: Plan
    faults: tuple[Fault, ...] = ()


def plan_csv(source: Source, files: Sequence[Found]) -> Planned:
    """Look at the encoding and the column names of CSV files.

    >>> import tempfile
    >>> from pathlib import Path
    >>> source = Source(id="s", kind="ends", name="S", format="csv", columns={Column.AT: "end"})
    >>> with tempfile.NamedTemporaryFile() as file:
    ...     _ = Path(file.name).write_text("person,ended", "utf-8")
    ...     print(*plan_csv(source, [Found(Path(file.name), "ends.csv", "ends")]).faults)
    ends.csv The column "end" (at) is not here. Did you mean "ended"? It has "person", "ended".
    """
    if faults := [*_wrong_encoding(source), *_wrong_delimiter(source)]:
        return Planned(Plan(source, ()), tuple(faults))
    parts, spoken, empty = [], Counter[str](), []
    for file in files:
        seen = look(file.path, source.encoding)
        spoken[seen.spoken] += 1
        header = csv_header(file.path, seen.encoding, source.delimiter, tuple(source.columns.values()))
        if not header.names:
            empty.append(file.shown)
            continue
        faults += missing(file.shown, source, header.names)
        read = partial(csv_rows, file.path, seen.encoding, header, tuple(source.columns.values()))
        quick = None
        plain_way = header.line == 1 and Column.ID in source.columns and not source.separators
        if seen.simple and plain_way and not is_pattern(file.path):
            quick = _quick(file, source, header.names, header.delimiter)
        parts.append(RowFile(*file, tuple(source.columns), read, quick))
    notes = [*_encodings(source, spoken), *_empty(empty)]
    return Planned(Plan(source, tuple(parts), tuple(notes)), tuple(faults))


def _quick(file: Found, source: Source, names: Sequence[str], delimiter: str) -> str:
    columns = ", ".join(f"'f{place}': 'VARCHAR'" for place in range(len(names)))
    wanted = ", ".join(
        f"f{names.index(physical)} AS {name(column)}"
        for column, physical in source.columns.items()
        if physical in names
    )
    return (
        f"(SELECT 0 AS line, {wanted} FROM read_csv({literal(str(file.path))}, auto_detect = false, "
        f"columns = {{{columns}}}, header = true, delim = {literal(delimiter)}, quote = '', escape = '', "
        f"strict_mode = true, max_line_size = {_QUICK_LINE}, buffer_size = 32000000))"
    )


def plan_xlsx(source: Source, files: Sequence[Found]) -> Planned:
    """Look at the sheet and the column names of workbooks.

    >>> import tempfile
    >>> from pathlib import Path
    >>> source = Source(id="s", kind="ends", name="S", format="xlsx", columns={Column.AT: "end"})
    >>> with tempfile.NamedTemporaryFile() as file:
    ...     print(*plan_xlsx(source, [Found(Path(file.name), "ends.xlsx", "ends")]).faults)
    ends.xlsx It is not an XLSX workbook, or it is cut off or locked with a password.
    """
    parts, faults, empty = [], [], []
    for file in files:
        try:
            names = xlsx_header(file.path, source.sheet)
        except BadWorkbook as bad:
            faults.append(Fault(Place(file.shown), str(bad)))
            continue
        if not names:
            empty.append(file.shown)
            continue
        faults += missing(file.shown, source, names)
        read = partial(xlsx_rows, file.path, source.sheet, tuple(source.columns.values()))
        parts.append(RowFile(*file, tuple(source.columns), read))
    return Planned(Plan(source, tuple(parts), tuple(_empty(empty))), tuple(faults))


def plan_jsonl(source: Source, files: Sequence[Found], seen: set[str]) -> Planned:
    """Look at the encoding of files of JSON lines; `seen` is told while reading which keys were found.

    >>> import tempfile
    >>> from pathlib import Path
    >>> source = Source(id="s", kind="ends", name="S", format="jsonl", columns={Column.AT: "end"})
    >>> with tempfile.NamedTemporaryFile() as file:
    ...     plan_jsonl(source, [Found(Path(file.name), "ends.jsonl", "ends")], set()).plan.notes
    ('1 file is read as UTF-8; none is stated.',)
    """
    if faults := _wrong_encoding(source):
        return Planned(Plan(source, ()), tuple(faults))
    separators = {
        source.columns[column]: mark for column, mark in source.separators.items() if column in source.columns
    }
    parts, spoken = [], Counter[str]()
    for file in files:
        looked = look(file.path, source.encoding)
        spoken[looked.spoken] += 1
        columns = tuple(source.columns.values())
        read = partial(jsonl_rows, file.path, looked.encoding, columns, separators, seen)
        parts.append(RowFile(*file, tuple(source.columns), read))
    return Planned(Plan(source, tuple(parts), tuple(_encodings(source, spoken))))


def plan_har(source: Source, files: Sequence[Found]) -> Planned:
    """Return how HAR files are read; their columns are always the same.

    >>> from pathlib import Path
    >>> source = Source(id="s", kind="disclosures", name="S", format="har")
    >>> (part,) = plan_har(source, [Found(Path("a.har"), "a.har", "a")]).plan.parts
    >>> [str(column) for column in part.columns]
    ['id', 'at', 'recipient', 'data']
    """
    parts = [RowFile(*file, HAR_COLUMNS, partial(har_rows, file.path)) for file in files]
    return Planned(Plan(source, tuple(parts)))


def _wrong_encoding(source: Source) -> list[Fault]:
    if source.encoding is None or known_encoding(source.encoding):
        return []
    what = f"{quoted(source.encoding)} is no known encoding. Write one such as utf-8 or windows-1252."
    return [Fault(Place(source.id), what)]


def _wrong_delimiter(source: Source) -> list[Fault]:
    mark = source.delimiter
    if mark is None or (len(mark) == 1 and mark not in '"\r\n\0 '):
        return []
    return [
        Fault(Place(source.id), f"{quoted(mark)} cannot part fields: write one character, such as a comma.")
    ]


def _encodings(source: Source, spoken: Counter[str]) -> list[str]:
    if source.encoding is not None:
        return []
    return [
        f"{count:,} {'file is' if count == 1 else 'files are'} read as {encoding}; none is stated."
        for encoding, count in sorted(spoken.items())
    ]


def _empty(shown: Iterable[str]) -> list[str]:
    return [f"{file} is empty." for file in shown]
