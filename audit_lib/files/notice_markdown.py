"""A notice that is written in Markdown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from .link_target import shown_target
from .notice_html import source_lines
from .notice_lines import Line, Pen, UnreadableError, cell_text, row

#: What some tools put before the text: settings between lines of hyphens (YAML) or plus signs (TOML).
FRONT_MATTER: Final = re.compile(r"\A(---|\+\+\+)[ \t]*\n(?P<settings>(?:.*\n)*?)\1[ \t]*(?:\n|\Z)")

TITLE: Final = re.compile(r"""^title[ \t]*[:=][ \t]*(["']?)(?P<title>.+?)\1[ \t]*$""", re.MULTILINE)

#: How many blocks may stand in one another; what stands deeper is not read by the parser.
DEPTH: Final = 100

#: How many signs and lines a notice in Markdown may have: some 250,000 words. The parser keeps all in memory.
MAX_SIGNS: Final = 1_500_000
MAX_LINES: Final = 200_000

#: How many square brackets a paragraph may open: for each the parser looks for its end.
MAX_BRACKETS: Final = 3_000

BREAK: Final = re.compile(r"<br\b", re.IGNORECASE)


def markdown_lines(text: str) -> tuple[list[Line], str]:
    r"""Return the lines of a notice in Markdown and the title that its settings give it.

    CommonMark with tables. Links keep their words, images what is said in their place; HTML is read as such.

    Raises
    ------
    UnreadableError
        When the text is too long, or a paragraph has thousands of square brackets.

    >>> lines, title = markdown_lines("---\ntitle: Notice\n---\n## Sharing\n- With *banks*,\n  and others.\n")
    >>> title, [(line.kind, line.text) for line in lines]
    ('Notice', [('heading', 'Sharing'), ('item', 'With banks, and others.')])
    """
    if len(text) > MAX_SIGNS or text.count("\n") > MAX_LINES:
        raise UnreadableError(
            f"Markdown is read up to {MAX_SIGNS:,} signs and {MAX_LINES:,} lines; save it as plain text."
        )
    if any(part.count("[") > MAX_BRACKETS for part in text.split("\n\n")):
        raise UnreadableError(
            f"A paragraph has more than {MAX_BRACKETS:,} square brackets, which no notice has."
        )
    front = FRONT_MATTER.match(text)
    title = TITLE.search(front["settings"]) if front else None
    parser = MarkdownIt("commonmark", {"maxNesting": DEPTH}).enable(["table", "strikethrough"])
    page = _Page()
    for token in parser.parse(text[front.end() :] if front else text):
        page.read(token)
    page.pen.close()
    return page.pen.lines, title["title"] if title else ""


class _Page:
    """Where in the text the reading stands."""

    def __init__(self) -> None:
        self.pen = Pen()
        self.outside = self.pen
        self.cells: list[str] = []
        self.bold = 0

    def read(self, token: Token) -> None:
        match token.type:
            case "heading_open":
                self.pen.begin("heading", int(token.tag[1:]))
            case "heading_close" | "list_item_close":
                self.pen.close()
            case "list_item_open":
                self.pen.begin("item")
            case "paragraph_close":
                self.pen.end()
            case "inline":
                self._inline(token.children or [])
            case "fence" | "code_block":
                for line in token.content.split("\n"):
                    self.pen.write(line)
                    self.pen.end()
            case "html_block":
                self.pen.end()
                self.pen.lines.extend(source_lines(token.content)[0])
            case _:
                self._grid(token)

    def _grid(self, token: Token) -> None:
        match token.type:
            case "th_open" | "td_open":
                self.outside, self.pen = self.pen, Pen()
            case "th_close" | "td_close":
                self.pen.close()
                self.cells.append(cell_text(self.pen.lines))
                self.pen = self.outside
            case "tr_close":
                line = row(self.cells)
                if line:
                    self.pen.lines.append(line)
                self.cells.clear()

    def _inline(self, tokens: Sequence[Token]) -> None:
        targets = list[tuple[str, int]]()
        words = list[str]()
        for token in tokens:
            text = _words(token)
            words.append(text)
            self.pen.write(text, bold=self.bold > 0)
            if token.type in {"strong_open", "strong_close"}:
                self.bold += token.nesting
            elif token.type == "link_open":
                targets.append((str(token.attrs.get("href", "")), len(words)))
            elif token.type == "link_close" and targets:
                target, start = targets.pop()
                self._target(target, "".join(words[start:]))
            elif token.type == "hardbreak" or (token.type == "html_inline" and BREAK.match(token.content)):
                self.pen.break_line()

    def _target(self, target: str, words: str) -> None:
        shown = shown_target(target, words)
        if shown and not self.pen.in_heading:
            self.pen.write(f" ({shown})", bold=self.bold > 0)


def _words(token: Token) -> str:
    """Return the words that an inline token gives the reader."""
    match token.type:
        case "text" | "code_inline" | "text_special":
            return token.content
        case "softbreak" | "hardbreak":
            return " "
        case "image":
            return "".join(_words(child) for child in token.children or [])
    return ""
