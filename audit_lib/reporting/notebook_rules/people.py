"""The rule that a committed notebook holds nothing about a person, in its outputs or in its text."""

from __future__ import annotations

from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag

from ...law.personal_marks import names_a_person, personal_marks
from ...views.picture import MIME
from .outputs import MOST_BYTES
from .rule import Hit, Notebook, Output, joined


def nobody_named(notebook: Notebook) -> Iterator[Hit]:
    """Find what tells who somebody is; contacts of organisations that the map states may stand."""
    for number, cell in enumerate(notebook.node.cells, 1):
        for mark in personal_marks(cell.source[:MOST_BYTES], notebook.allowed):
            yield Hit(number, f"The text looks as if it held {mark.kind} ({mark.hint}).")
    for number, output in notebook.outputs:
        shown = joined(Output(number, output).data.get("text/html", ""))
        markup = BeautifulSoup(shown if len(shown) <= MOST_BYTES else "", "html.parser")
        marks = personal_marks(_said(Output(number, output), markup), notebook.allowed)
        for mark in marks:
            yield Hit(number, f"The output looks as if it held {mark.kind} ({mark.hint}).")
        for heading in _columns(markup):
            yield Hit(number, f'The column "{heading[:60]}" of the output tells who somebody is.')


def _said(output: Output, markup: BeautifulSoup) -> str:
    """Return all words of an output; those that stand in it twice, in two forms, are told once."""
    data = output.data
    said = [joined(output.output.get("text", "")), markup.get_text("\n")]
    said += [joined(data[kind]) for kind in ("text/plain", "text/markdown") if kind in data]
    return "\n".join([*said, *_texts(data.get(MIME))])[:MOST_BYTES]


def _texts(held: object) -> Iterator[str]:
    if isinstance(held, str):
        yield held
    elif isinstance(held, dict):
        for inner in held.values():
            yield from _texts(inner)
    elif isinstance(held, list):
        for inner in held:
            yield from _texts(inner)


def _columns(markup: BeautifulSoup) -> Iterator[str]:
    """Yield the headings of columns that hold data about persons, where anything stands beneath them."""
    for table in markup.find_all("table"):
        rows = [row.find_all(["th", "td"]) for row in table.find_all("tr") if isinstance(row, Tag)]
        for at, heading in enumerate(rows[0] if rows else ()):
            beneath = (row[at].get_text().strip() for row in rows[1:] if at < len(row))
            if names_a_person(heading.get_text()) and any(beneath):
                yield heading.get_text().strip()
