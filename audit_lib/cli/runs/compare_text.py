"""The difference of two runs, for a person at a terminal and for a program."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from rich.console import Console

from ..plain import line
from .options import moment

if TYPE_CHECKING:
    from ...model.progress import Known
    from ...reporting.comparing_runs import Differing, RunDifference
    from ...reporting.comparing_tables import TableDifference

#: How many items of a part a page shows.
MOST: Final = 12

#: The length at which a hash is cut for a person, and at which the text of a cell is.
_HASH: Final = 64
_SHOWN: Final = 12
_CELL: Final = 120
_LABEL: Final = 60

Item = tuple[str, str]


def write_runs(difference: RunDifference, before: Path, after: Path, page: Console, *, whole: bool) -> None:
    """Print what differs between two runs, part by part."""
    old, new = difference.before, difference.after
    line(f"{new.report}: {before} ({moment(old.ended)}) and {after} ({moment(new.ended)})", to=page)
    if not difference:
        line(("Nothing differs but when they were made.", "good"), to=page)
    for title, items in _parts(difference):
        if items:
            _part(title, items, page, whole=whole)
    for note in difference.notes:
        line((note, "medium"), to=page)


def as_json(difference: RunDifference) -> dict[str, Any]:
    """Return the difference for a program."""
    found = difference.findings
    return {
        "report": difference.after.report,
        "same_inputs": difference.before.inputs is not None
        and difference.before.inputs == difference.after.inputs,
        "different": bool(difference),
        "inputs": [one._asdict() for one in difference.inputs],
        "figures": [one._asdict() for one in difference.figures],
        "findings": {
            "came": [one.model_dump(mode="json") for one in found.came],
            "went": [one.model_dump(mode="json") for one in found.went],
            "changed": [{"id": one.finding.id, "how": one.how} for one in found.changed],
        },
        "tables": [
            {
                **one._asdict(),
                "changed": [
                    {
                        "row": row.row,
                        "cells": [
                            dict(zip(("column", "before", "after"), cell, strict=True)) for cell in row.cells
                        ],
                    }
                    for row in one.changed
                ],
            }
            for one in difference.tables
        ],
        "files": [one._asdict() for one in difference.files],
        "notes": list(difference.notes),
    }


def _parts(difference: RunDifference) -> Iterator[tuple[str, list[Item]]]:
    yield "What went in", [_differing(one) for one in difference.inputs]
    yield "Figures", [_differing(one) for one in difference.figures]
    found = difference.findings
    yield "Findings that came", [_finding(one, "+") for one in found.came]
    yield "Findings that went", [_finding(one, "-") for one in found.went]
    yield (
        "Findings that changed",
        [("~", f"{_named(one.finding)}: {one.how}") for one in found.changed],
    )
    for table in difference.tables:
        yield f"Table under “{table.name}”", list(_table(table))
    yield "Files", [_file(one) for one in difference.files]


def _part(title: str, items: Sequence[Item], page: Console, *, whole: bool) -> None:
    line(to=page)
    line((title, "good"), (f" ({len(items)})", "quiet"), to=page)
    most = len(items) if whole else MOST
    for mark, text in items[:most]:
        style = {"+": "good", "-": "high"}.get(mark, "medium")
        line("  ", (f"{mark} ", style), text, to=page, hang=2)
    if len(items) > most:
        line((f"  and {len(items) - most:,} more (all of them with --whole)", "quiet"), to=page)


def _differing(one: Differing) -> Item:
    return "~", f"{one.what}: {_short(one.before)} -> {_short(one.after)}"


def _file(one: Differing) -> Item:
    if one.before is None:
        return "+", f"{one.what} is new"
    if one.after is None:
        return "-", f"{one.what} is gone"
    return "~", f"{one.what} differs"


def _finding(one: Known, mark: str) -> Item:
    return mark, f"{one.severity.value.upper()} {_named(one)}"


def _named(one: Known) -> str:
    about = f" ({', '.join(one.about)})" if one.about else ""
    return f"{one.title}{about}"


def _table(table: TableDifference) -> Iterator[Item]:
    if table.note:
        yield "~", table.note
    for row in table.changed:
        said = ((name, map(_cell, parting(was, now))) for name, was, now in row.cells)
        cells = "; ".join(f"{name}: {' -> '.join(texts)}" for name, texts in said)
        yield "~", f"{_cell(row.row, _LABEL)}: {cells}"
    yield from (("+", " | ".join(map(_cell, came))) for came in table.came)
    yield from (("-", " | ".join(map(_cell, went))) for went in table.went)


def parting(was: str, now: str) -> tuple[str, str]:
    """Return two texts without the words that both begin and end with, but for two of them.

    >>> parting("one two three four five six", "one two three 4 five six")
    ('… two three four five six', '… two three 4 five six')
    """
    old, new = was.split(), now.split()
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    start, end = max(0, start - 2), max(0, end - 2)
    return _trimmed(old, start, end), _trimmed(new, start, end)


def _alike(some: Sequence[str], others: Sequence[str]) -> int:
    """Return with how many equal words two texts begin."""
    pairs = enumerate(zip(some, others, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(some), len(others)))


def _trimmed(words: Sequence[str], start: int, end: int) -> str:
    kept = words[start : len(words) - end]
    return " ".join([*(["…"] if start else []), *kept, *(["…"] if end else [])])


def _cell(text: str, most: int = _CELL) -> str:
    if not text:
        return "(empty)"
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _short(value: Any) -> str:
    if value is None:
        return "none"
    text = str(value)
    parts = text.split(" ", 1)
    if len(parts[0]) >= 40 and len(parts[0]) <= _HASH and set(parts[0]) <= set("0123456789abcdef"):
        return " ".join([parts[0][:_SHOWN], *parts[1:]])
    return text
