"""The rows of a file that has one JSON object on each line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Final

from .lines import lines
from .rows import Row

_ABSENT: Final = object()
#: How many lines are looked at for keys, when a key is nowhere.
_LOOKED_AT: Final = 20


class _Unfit(Exception):  # noqa: N818 - never leaves the module
    """A value that cannot stand in a cell."""


def jsonl_rows(
    path: Path,
    encoding: str,
    columns: Sequence[str],
    separators: Mapping[str, str] | None = None,
    seen: set[str] | None = None,
) -> Iterator[Row]:
    r"""Yield the rows of a file; empty lines are none.

    Parameters
    ----------
    columns
        Keys. One with dots leads into objects: "user.id" is the id of the user.
    separators
        By what the values of a list are joined; a list in another column is refused.
    seen
        Is told which keys were found.

    >>> import tempfile
    >>> with tempfile.NamedTemporaryFile() as file:
    ...     Path(file.name).write_text('{"user": {"id": 7}}\n', "utf-8")
    ...     [row.cells for row in jsonl_rows(Path(file.name), "utf-8", ["user.id"])]
    20
    [('7',)]
    """
    separators = separators or {}
    seen = set() if seen is None else seen
    for line in lines(path, encoding, line_break="\n"):
        if not line.why and not line.text.strip():
            continue
        try:
            if line.why:
                raise _Unfit(line.why)
            cells = _cells(_object(line.text), columns, separators, seen)
        except _Unfit as unfit:
            yield Row(line.number, line.text, None, str(unfit))
        else:
            yield Row(line.number, line.text, cells)


def jsonl_keys(path: Path, encoding: str) -> list[str]:
    """Return the keys of the first objects of a file, those of objects within them with dots.

    >>> import tempfile
    >>> with tempfile.NamedTemporaryFile() as file:
    ...     _ = Path(file.name).write_text('{"a": 1, "user": {"id": 2}}', "utf-8")
    ...     jsonl_keys(Path(file.name), "utf-8")
    ['a', 'user.id']
    """
    keys: dict[str, None] = {}
    for line in islice(lines(path, encoding, line_break="\n"), _LOOKED_AT):
        try:
            found = _object(line.text)
        except _Unfit:
            continue
        for key, value in found.items():
            within = [f"{key}.{inner}" for inner in value] if isinstance(value, dict) else [key]
            keys.update(dict.fromkeys(within))
    return list(keys)


def _object(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as failure:
        raise _Unfit("it is not JSON") from failure
    if not isinstance(found, dict):
        raise _Unfit("it is not a JSON object")
    return found


def _cells(
    found: dict[str, Any], columns: Sequence[str], separators: Mapping[str, str], seen: set[str]
) -> tuple[str | None, ...]:
    cells: list[str | None] = []
    for column in columns:
        value = found.get(column, _ABSENT)
        if value is _ABSENT and "." in column:
            value = _within(found, column)
        if value is _ABSENT:
            cells.append(None)
            continue
        seen.add(column)
        cells.append(_cell(value, column, separators))
    return tuple(cells)


def _within(found: Any, column: str) -> Any:
    for key in column.split("."):
        if not isinstance(found, dict) or key not in found:
            return _ABSENT
        found = found[key]
    return found


def _cell(value: Any, column: str, separators: Mapping[str, str]) -> str | None:
    if value is None:
        return None
    if isinstance(value, list) and column in separators:
        parts = [_cell(part, "", {}) for part in value]
        return separators[column].join(part for part in parts if part is not None)
    if isinstance(value, (list, dict)):
        what = "a list" if isinstance(value, list) else "an object"
        raise _Unfit(
            f"the column {column} holds {what} where one value is wanted" if column else "a list in a list"
        )
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.6f}" if "e" in repr(value) else repr(value)
    text = str(value)
    if not text.isascii() and any("\ud800" <= letter <= "\udfff" for letter in text):
        raise _Unfit(f"the column {column} holds half a character")
    if "\0" in text:
        raise _Unfit(f"the column {column} holds a NUL character")
    return text
