"""Tables of words on a narrow screen: each row becomes a card, whose lines say which column they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from bs4.element import Tag

#: What makes a table one of words: beside the names of its rows a column of so many letters a cell, and
#: not many short ones. In a table of numbers columns are compared: it is scrolled.
_LETTERS: Final = 25
_SHORT: Final = 4


def deal(table: Tag) -> None:
    """Let a table of words be shown as cards where the screen is narrow.

    Each cell is told the name of its column, which a style sheet shows. A table with heads over several
    columns, or with rows that are not whole, stays as it is.

    >>> from bs4 import BeautifulSoup
    >>> row = "".join(f"<td>{'long ' * 10}</td>" for _ in range(3))
    >>> page = BeautifulSoup(f"<table><thead><tr><th>A</th><th>B</th><th>C</th></tr></thead>"
    ...     f"<tbody><tr>{row}</tr></tbody></table>", "html.parser")
    >>> deal(page.table)
    >>> page.table["class"], page.td["data-column"]
    ('cards', 'A')
    """
    heads = table.select("thead > tr")
    rows = [_cells(row) for row in table.select("tbody > tr")]
    if len(heads) != 1 or not rows or table.find("table") or table.find_parent("table"):
        return
    columns = _cells(heads[0])
    spans = any(cell.get("colspan") or cell.get("rowspan") for cells in (columns, *rows) for cell in cells)
    if spans or len(columns) < 3 or any(len(cells) != len(columns) for cells in rows):
        return
    lengths = [sum(len(cell.get_text(strip=True)) for cell in column) for column in zip(*rows, strict=True)]
    short = sum(length < _LETTERS * len(rows) for length in lengths[1:])
    if short in range(min(_SHORT + 1, len(lengths) - 1)):
        _name(table, [head.get_text(" ", strip=True) for head in columns], rows)


def _name(table: Tag, columns: Sequence[str], rows: Iterable[Sequence[Tag]]) -> None:
    table["class"] = " ".join([*filter(None, table.get_attribute_list("class")), "cards"])
    for cells in rows:
        for at, (column, cell) in enumerate(zip(columns, cells, strict=True)):
            heads_card = at == 0 and cell.name == "th"
            if not heads_card and (cell.get_text(strip=True) or cell.find("img")):
                cell["data-column"] = column


def _cells(row: Tag) -> list[Tag]:
    return [cell for cell in row.find_all(["td", "th"], recursive=False) if isinstance(cell, Tag)]
