"""Which tables of two pages differ, under which heading, and in which rows."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from bs4 import BeautifulSoup, Tag

Row = tuple[str, ...]

#: From which share of common words on two rows are one that has changed, and up to how many are tried.
_ALIKE: Final = 0.4
_MOST_PAIRS: Final = 40_000

_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")


class Table(NamedTuple):
    """A table of a page: its name (the heading above it), the words of its columns, its rows."""

    name: str
    columns: Row
    rows: tuple[Row, ...]


class RowChanged(NamedTuple):
    """A row that both tables have, named by a cell that stayed: which column said what, and says what now."""

    row: str
    cells: tuple[tuple[str, str, str], ...]


class TableDifference(NamedTuple):
    """What differs in a table: rows that came, went or changed; or only the columns or the order."""

    name: str
    came: tuple[Row, ...] = ()
    went: tuple[Row, ...] = ()
    changed: tuple[RowChanged, ...] = ()
    note: str = ""


def tables_of(page: str) -> dict[str, Table]:
    """Return the tables of a page by name; a second one under a heading is "Heading, table 2".

    >>> tables_of("<h2>Flows</h2><table><tr><th>Id</th></tr><tr><td>f1</td></tr></table>")["Flows"].rows
    (('f1',),)
    """
    found: dict[str, Table] = {}
    heading, count = "The page", 0
    for tag in BeautifulSoup(page, "html.parser").find_all([*_HEADINGS, "table"]):
        if not isinstance(tag, Tag) or tag.find_parent("table") is not None:
            continue
        if tag.name != "table":
            heading, count = _words(tag), 0
            continue
        count += 1
        name = heading if count == 1 else f"{heading}, table {count}"
        while name in found:
            name += " (again)"
        found[name] = _table(name, tag)
    return found


def page_of(notebook: Path) -> str:
    """Return an executed notebook as a page of headings and tables, for one that has no page of its own.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     cell = '{"cell_type": "markdown", "source": ["## Flows"]}'
    ...     _ = (Path(folder) / "x.ipynb").write_text('{"cells": [' + cell + "]}")
    ...     page_of(Path(folder) / "x.ipynb")
    '<h2>Flows</h2>'
    """
    parts: list[str] = []
    for cell in json.loads(notebook.read_text(encoding="utf-8")).get("cells", []):
        source = "".join(cell.get("source", ""))
        if cell.get("cell_type") == "markdown":
            parts += (_heading(line) for line in source.splitlines() if line.startswith("#"))
        for output in cell.get("outputs", []):
            parts.append("".join(output.get("data", {}).get("text/html", "")))
    return "\n".join(part for part in parts if part)


def compare_tables(before: Mapping[str, Table], after: Mapping[str, Table]) -> Iterator[TableDifference]:
    """Yield what differs, table by table, in the order of the later page.

    >>> one = Table("Flows", ("Id", "To"), (("f1", "Yardi"),))
    >>> two = Table("Flows", ("Id", "To"), (("f1", "Agent"),))
    >>> next(compare_tables({"Flows": one}, {"Flows": two})).changed
    (RowChanged(row='f1', cells=(('To', 'Yardi', 'Agent'),)),)
    """
    for name in [*after, *(gone for gone in before if gone not in after)]:
        old, new = before.get(name), after.get(name)
        if old is None and new is not None:
            yield TableDifference(name, came=new.rows, note="The table is new.")
        elif new is None and old is not None:
            yield TableDifference(name, went=old.rows, note="The table is gone.")
        elif old is not None and new is not None and old[1:] != new[1:]:
            yield _difference(old, new)


def _difference(old: Table, new: Table) -> TableDifference:
    went, came = Counter(old.rows) - Counter(new.rows), Counter(new.rows) - Counter(old.rows)
    gone = [row for row in dict.fromkeys(old.rows) for _ in range(went[row])]
    added = [row for row in dict.fromkeys(new.rows) for _ in range(came[row])]
    note = ""
    if old.columns != new.columns:
        note = f"The columns were {', '.join(old.columns)}; they are {', '.join(new.columns)}."
        return TableDifference(new.name, tuple(added), tuple(gone), (), note)
    if not gone and not added:
        note = "The rows are the same, in another order."
    pairs = _pairs(gone, added)
    changed = tuple(_changed(gone[one], added[other], new) for one, other in sorted(pairs.items()))
    matched = set(pairs.values())
    return TableDifference(
        new.name,
        tuple(row for at, row in enumerate(added) if at not in matched),
        tuple(row for at, row in enumerate(gone) if at not in pairs),
        changed,
        note,
    )


def _pairs(gone: Sequence[Row], added: Sequence[Row]) -> dict[int, int]:
    """Return which row that went is which that came, but for some words: the most alike first."""
    if len(gone) * len(added) > _MOST_PAIRS:
        return {}
    words = [[Counter(" ".join(row).split()) for row in rows] for rows in (gone, added)]
    alike = sorted(
        (-_alike(words[0][one], words[1][other]), abs(one - other), one, other)
        for one in range(len(gone))
        for other in range(len(added))
        if len(gone[one]) == len(added[other])
        and any(was == now != "" for was, now in zip(gone[one], added[other], strict=True))
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for score, _, one, other in alike:
        if -score >= _ALIKE and one not in pairs and other not in taken:
            pairs[one] = other
            taken.add(other)
    return pairs


def _alike(some: Counter[str], others: Counter[str]) -> float:
    """Return the share of words that two rows have in common, from 0 to 1."""
    return 2 * (some & others).total() / max(1, some.total() + others.total())


def _changed(old: Row, row: Row, table: Table) -> RowChanged:
    named = [*table.columns, *(f"column {number + 1}" for number in range(len(table.columns), len(row)))]
    cells = tuple(cell for cell in zip(named, old, row, strict=False) if cell[1] != cell[2])
    return RowChanged(_label(old, row, table), cells)


def _label(old: Row, row: Row, table: Table) -> str:
    """Return the words by which a reader finds a row: a cell that is as it was and that no other row has."""
    stayed = [(at, now) for at, (was, now) in enumerate(zip(old, row, strict=True)) if was == now and now]
    cells = Counter((at, words) for other in table.rows for at, words in enumerate(other))
    own = [words for at, words in stayed if cells[at, words] == 1]
    return (own or [words for _, words in stayed])[0]


def _table(name: str, tag: Tag) -> Table:
    rows = [
        tuple(_words(cell) for cell in row.find_all(["th", "td"], recursive=False) if isinstance(cell, Tag))
        for row in tag.find_all("tr")
        if isinstance(row, Tag) and row.find_parent("table") is tag
    ]
    head = rows[0] if rows and tag.find("th") is not None else ()
    return Table(name, head, tuple(rows[1:] if head else rows))


def _words(tag: Tag) -> str:
    return " ".join(tag.get_text(" ").split()).removesuffix("¶").strip()


def _heading(line: str) -> str:
    words = line.lstrip("#")
    level = min(6, len(line) - len(words))
    text = words.strip().replace("&", "&amp;").replace("<", "&lt;")
    return f"<h{level}>{text}</h{level}>"
