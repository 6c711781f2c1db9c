"""A notice that is published as a web page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Tag

from .html_page import (
    HEADINGS,
    WORDLESS,
    attribute,
    is_around,
    is_grid,
    is_hidden,
    opened_by_reader,
    words_of,
)
from .html_source import decode_page, plain_source
from .link_target import shown_target
from .notice_lines import Line, Pen, cell_text, row, tidy

#: Elements that begin and end a line; an element with a hyphen in its name, made by the page, does too.
BLOCKS: Final = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "button",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "textarea",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    }
)

#: Elements that are headings of what stands in the same box.
BOX_HEADINGS: Final = frozenset({"summary", "legend"})

BOLD: Final = frozenset({"b", "strong"})


def html_lines(data: bytes) -> tuple[list[Line], str]:
    """Return the lines of a web page and its title; nothing is run, opened or fetched.

    Menus, banners and hidden elements are left out, unless that would leave out most of the words.

    Raises
    ------
    UnreadableError
        When the page has more than half a million tags, or tags too broken to be read.

    >>> page = b"<title>Notice</title><nav>Home</nav><h2>Sharing</h2><li>With <b>banks</b>."
    >>> lines, title = html_lines(page)
    >>> title, [(line.kind, line.text) for line in lines]
    ('Notice', [('heading', 'Sharing'), ('item', 'With banks.')])
    """
    return source_lines(decode_page(data))


def source_lines(source: str) -> tuple[list[Line], str]:
    """Return the lines of the source of a web page, or of a part of one, and its title.

    >>> [line.text for line in source_lines("<p>One<br>Two</p>")[0]]
    ['One', 'Two']
    """
    soup = BeautifulSoup(plain_source(source), "html.parser")
    title = soup.title
    if title is not None and any(parent.name == "svg" for parent in title.parents):
        title = None  # the name of a picture
    root = soup.body or soup
    openable = opened_by_reader(root)
    kept: list[Line] = []
    letters = -1
    # Three readings, each leaving out less: a notice that stands in a footer or a closed panel is still read.
    for around, hidden in ((True, True), (False, True), (False, False)):
        page = _Page(around=around, hidden=hidden, openable=openable)
        lines = page.read(root)
        found = sum(len(line.text) for line in lines)
        if found > letters * 2:
            kept, letters = lines, found
        if not page.has_left_out:
            break
    return kept, tidy(title.get_text()) if title is not None else ""


class _Page:
    """One reading of a page: what is left out, and where in the page the reading stands."""

    def __init__(self, *, around: bool, hidden: bool, openable: frozenset[str]) -> None:
        self.leaves_around, self.leaves_hidden, self.openable = around, hidden, openable
        self.pens = [Pen()]
        self.cells: list[list[str]] = []
        self.grids: list[Tag] = []
        self.bold = 0
        self.pre = 0
        self.level = 1
        self.in_term = False
        self.has_left_out = False

    def read(self, root: Tag) -> list[Line]:
        """Return the lines of a page; iterative, since pages may be nested more deeply than Python calls."""
        for node, opens in self._walk(root):
            if not isinstance(node, Tag):
                self._text(node)
            elif opens:
                self._open(node)
            else:
                self._close(node)
        self.pens[0].close()
        return self.pens[0].lines

    def _walk(self, root: Tag) -> Iterator[tuple[Tag | NavigableString, bool]]:
        stack = [(root, iter(root.contents))]
        while stack:
            parent, children = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                if stack:
                    yield parent, False
            elif not isinstance(child, Tag):
                if isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
                    yield child, True
            elif child.name in WORDLESS:
                self._image(child)
            elif self._left_out(child):
                self.has_left_out = True
            else:
                yield child, True
                stack.append((child, iter(child.contents)))

    def _left_out(self, tag: Tag) -> bool:
        if self.leaves_around and (is_around(tag) or (tag.name == "button" and not self._is_wanted(tag))):
            return True
        return self.leaves_hidden and is_hidden(tag, self.openable)

    def _is_wanted(self, button: Tag) -> bool:
        """Whether a button is the heading of what it opens, or stands in one."""
        opens = button.has_attr("aria-expanded") or button.has_attr("aria-controls")
        return opens or self.pens[-1].in_heading or "accordion" in attribute(button, "class")

    def _image(self, tag: Tag) -> None:
        if tag.name == "img" and attribute(tag, "alt"):
            self._write(f" {attribute(tag, 'alt')} ")

    def _write(self, text: str) -> None:
        self.pens[-1].write(text, bold=self.bold > 0)

    def _text(self, text: NavigableString) -> None:
        first, *rest = text.split("\n") if self.pre else [str(text)]
        self._write(first)
        for line in rest:
            self.pens[-1].end()
            self._write(line)

    def _open(self, tag: Tag) -> None:
        pen, name = self.pens[-1], tag.name
        self.bold += name in BOLD
        self.pre += name == "pre"
        if name in HEADINGS:
            self.level = HEADINGS[name]
            pen.begin("heading", self.level)
        elif name in BOX_HEADINGS or (name == "button" and not pen.in_heading):
            pen.begin("heading", min(self.level + 1, 6))
        elif name in {"li", "dt"}:
            pen.begin("item")
            self.in_term = name == "dt"
        elif name == "dd" and self.in_term:
            self._end_term(pen)
        elif name == "br":
            pen.break_line()
        elif name == "table" and is_grid(tag):
            self._open_grid(tag)
        elif self.grids and name in {"tr", "td", "th"}:
            self._end_row() if name == "tr" else self._end_cell()
        elif name in BLOCKS or "-" in name:
            pen.end()

    def _close(self, tag: Tag) -> None:
        pen, name = self.pens[-1], tag.name
        if name == "a":
            self._target(tag)
        self.bold -= name in BOLD
        self.pre -= name == "pre"
        if name in HEADINGS or name in BOX_HEADINGS or name == "li" or (name == "button" and pen.in_heading):
            pen.close()
        elif name == "dt" and self.in_term:
            self._end_term(pen)
        elif name == "caption" and self.grids:
            self._end_caption()
        elif self.grids and tag is self.grids[-1]:
            self._close_grid()
        elif self.grids and name in {"tr", "td", "th"}:
            self._end_row() if name == "tr" else self._end_cell()
        elif name in BLOCKS or "-" in name:
            pen.end()

    def _end_term(self, pen: Pen) -> None:
        """Let the term that is defined lead its definition; pages seldom close its element."""
        pen.lead()
        self.in_term = False

    def _target(self, link: Tag) -> None:
        """Write the target of a link behind its words, if a reader may need it."""
        target = shown_target(attribute(link, "href"), words_of(link))
        if target and not self.pens[-1].in_heading:
            self._write(f" ({target})")

    def _open_grid(self, table: Tag) -> None:
        self.pens[-1].end()
        self.grids.append(table)
        self.pens.append(Pen())
        self.cells.append([])

    def _end_caption(self) -> None:
        """Put the caption of a table above its rows."""
        pen = self.pens[-1]
        pen.close()
        self.pens[-2].lines.extend(pen.lines)
        pen.lines.clear()

    def _end_cell(self) -> None:
        pen = self.pens[-1]
        pen.close()
        self.cells[-1].append(cell_text(pen.lines))
        pen.lines.clear()

    def _end_row(self) -> None:
        self._end_cell()
        line = row(self.cells[-1])
        if line:
            self.pens[-2].lines.append(line)
        self.cells[-1].clear()

    def _close_grid(self) -> None:
        self._end_row()
        self.grids.pop()
        self.cells.pop()
        self.pens.pop()
