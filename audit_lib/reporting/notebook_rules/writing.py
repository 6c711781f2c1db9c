"""Rules of the text of a notebook: one title, headings in order, links that lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

from .rule import Hit, Notebook

_PARSER: Final = MarkdownIt("commonmark")
_OUTSIDE: Final = re.compile(r"^(https?://|mailto:)", re.IGNORECASE)
_SCHEME: Final = re.compile(r"^([a-z][a-z0-9+.-]*:|//|/|\\)", re.IGNORECASE)
_LOADS: Final = re.compile(r"<\s*(script|iframe|link|object|embed|img|style)\b", re.IGNORECASE)


def _every_link(url: str) -> bool:  # noqa: ARG001
    """Let the parser return what it would leave out as unsafe: it is looked at here."""
    return True


_PARSER.validateLink = _every_link  # type: ignore[method-assign]


def one_title(notebook: Notebook) -> Iterator[Hit]:
    """Find a notebook that does not begin with its title, another title, and levels that are skipped."""
    found = [(number, level) for number, level, _ in _headings(notebook)]
    first = notebook.node.cells[0] if notebook.node.cells else None
    if first is None or first.cell_type != "markdown" or found[:1] != [(1, 1)]:
        yield Hit(1 if first is not None else 0, "The notebook does not begin with a title (`# ...`).")
    for number, _ in [heading for heading in found if heading[1] == 1][1:]:
        yield Hit(number, "There is a second title.")
    before = 1
    for number, level in found:
        if level > before + 1:
            yield Hit(number, f"A heading of level {level} follows one of level {before}.")
        before = level


def links_lead_somewhere(notebook: Notebook) -> Iterator[Hit]:
    """Find links to what is not there, and text that loads something from elsewhere."""
    headings = {_words(said) for _, _, said in _headings(notebook)}
    for number, source in notebook.written:
        if _LOADS.search(source):
            yield Hit(number, "The text has markup that loads or runs something.")
        for kind, target in _targets(source):
            said = _wrong(kind, target, notebook.path.parent, headings)
            if said:
                yield Hit(number, said)


def _headings(notebook: Notebook) -> Iterator[tuple[int, int, str]]:
    for number, source in notebook.written:
        tokens = _PARSER.parse(source)
        for at, token in enumerate(tokens):
            if token.type == "heading_open":
                yield number, int(token.tag[1]), tokens[at + 1].content


def _targets(source: str) -> Iterator[tuple[str, str]]:
    for token in _PARSER.parse(source):
        yield from (found for child in token.children or () if (found := _target(child)))


def _target(token: Token) -> tuple[str, str] | None:
    if token.type == "link_open":
        return "link", str(token.attrGet("href") or "")
    return ("image", str(token.attrGet("src") or "")) if token.type == "image" else None


def _wrong(kind: str, target: str, folder: Path, headings: set[str]) -> str:
    """Return what is wrong with a link, or nothing."""
    shown = target[:120]
    if kind == "image":
        return "" if target.startswith("attachment:") else f"The picture {shown} is loaded from elsewhere."
    if _OUTSIDE.match(target):
        return ""
    if _SCHEME.match(target):
        return f"The link {shown} works on one machine only."
    name, _, anchor = unquote(target).partition("#")
    if not name:
        return "" if _words(anchor) in headings else f"The link {shown} leads to no heading."
    try:
        there = (folder / name).exists()
    except (OSError, ValueError):
        there = False
    return "" if there else f"The link {shown} leads to nothing."


def _words(heading: str) -> str:
    return "".join(re.findall(r"\w", heading.lower()))
