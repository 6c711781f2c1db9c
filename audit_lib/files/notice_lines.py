"""The lines of a notice whatever it was written in: what each is, and how it stands in the one text form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import Final, Literal, NamedTuple

#: What a line can be. A row is a row of a table, its cells joined by a bar.
Kind = Literal["heading", "paragraph", "item", "row"]

#: What stands between two cells of a row.
BAR: Final = " | "

#: Marks that are not seen: soft hyphen, joiners that have no width, directions, byte order mark.
UNSEEN: Final = re.compile("[\u00ad\u200b\u200e\u200f\u2060\u202a-\u202e\u2066-\u2069\ufeff]")

#: Signs that cannot stand in a text, as which damaged files are read; tabs and line ends are blanks.
CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1b\x7f\ud800-\udfff]")

#: How many words a heading may have; more than that is a paragraph that was set like one.
LONGEST_HEADING: Final = 25

#: How many words a heading may have that ends like a sentence or is only known by its bold letters.
LONGEST_BOLD_HEADING: Final = 12


class UnreadableError(Exception):
    """Why a file cannot be read as a notice, and what to do."""


class Line(NamedTuple):
    """One heading, paragraph, list item or row of a table: its words, what it is, and if all of it is bold.

    `level` is the level of a heading, from 1, and 0 for anything else.
    """

    text: str
    kind: Kind = "paragraph"
    level: int = 0
    bold: bool = False


class Pen:
    """Writes lines: words are added to the line in hand until it is ended."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._parts: list[str] = []
        self._kind: Kind = "paragraph"
        self._level = 0
        self._light = False
        self._held = 0

    @property
    def in_heading(self) -> bool:
        """Whether the line in hand is a heading."""
        return self._kind == "heading"

    def write(self, text: str, *, bold: bool = False) -> None:
        """Add words to the line in hand."""
        if text:
            self._parts.append(text)
            self._light = self._light or (not bold and not text.isspace())

    def begin(self, kind: Kind, level: int = 0) -> None:
        """End the line in hand and begin one of a kind."""
        self.end(held=False)
        self._kind, self._level = kind, level

    def lead(self) -> None:
        """Let the line in hand lead what comes next, set off by a colon."""
        text = "".join(self._parts).rstrip()
        if text:
            self._parts = [text, " " if text[-1] in ".:;?!,–—" else ": "]
            self._held = 2

    def end(self, *, held: bool = True) -> None:
        """End the line in hand, unless nothing was written since it was held or begun."""
        if held and len(self._parts) <= self._held:
            return
        text = tidy("".join(self._parts))
        if text:
            self.lines.append(Line(text, self._kind, self._level, not self._light))
            self._kind, self._level = "paragraph", 0
        self._parts, self._light, self._held = [], False, 0

    def break_line(self) -> None:
        """Break the line in hand where its author did; a heading stays one line."""
        if self.in_heading:
            self.write(" ")
        else:
            self.end()

    def close(self) -> None:
        """End the line in hand and what kind it was."""
        self.begin("paragraph")


def tidy(text: str) -> str:
    r"""Return a text in one line: every run of blanks is one blank, and marks that nobody sees are gone.

    >>> tidy(" Kite\u00a0Homes\n keeps   de\u00adposits ")
    'Kite Homes keeps deposits'
    """
    return " ".join(CONTROL.sub("", UNSEEN.sub("", text)).split())


def cell_text(lines: Iterable[Line]) -> str:
    """Return what stands in one cell of a table as one text; pieces without an end mark are set off by ``;``.

    >>> cell_text([Line("Name"), Line("Address."), Line("Rent")])
    'Name; Address. Rent'
    """
    parts = [line.text for line in lines]
    ends = [part if part[-1] in ".!?:;," else f"{part};" for part in parts[:-1]]
    return " ".join([*ends, *parts[-1:]])


def row(cells: Iterable[str]) -> Line | None:
    """Return the line for the cells of a row, or None if all are empty.

    >>> row(["Rent", "", "Six years"]).text
    'Rent | Six years'
    """
    full = [cell for cell in cells if cell]
    return Line(BAR.join(full), "row") if full else None


def write_lines(lines: Sequence[Line], title: str = "") -> str:
    r"""Return the text form: headings as Markdown has them, list items and rows behind a hyphen, a line each.

    Where a notice has no headings but one at most, its short lines in bold are taken for them.

    Parameters
    ----------
    lines
        What stands in the notice, in its order.
    title
        The title that goes before all else if no heading is of the first level.

    >>> lines = [Line("Sharing", "heading", 2), Line("With agents.", "item"), Line("Rent | Banks", "row")]
    >>> print(write_lines(lines, "Privacy notice"), end="")
    # Privacy notice
    ## Sharing
    - With agents.
    - Rent | Banks
    """
    worded = [_demoted(line) for line in lines if any(letter.isalnum() for letter in line.text)]
    if sum(line.kind == "heading" for line in worded) < 2:
        worded = _promoted(worded)
    title = tidy(title)
    if worded and title and not any(line.kind == "heading" and line.level == 1 for line in worded):
        worded.insert(0, Line(title, "heading", 1))
    return "".join(_written(line) + "\n" for line in worded)


def _written(line: Line) -> str:
    if line.kind == "heading":
        return f"{'#' * min(max(line.level, 1), 6)} {line.text}"
    if line.kind != "paragraph":
        return f"- {line.text}"
    # A paragraph that begins with a hash and a blank would be read as a heading, and so be no sentence.
    return re.sub(r"^(#{1,6})\s+", r"\1", line.text)


def _demoted(line: Line) -> Line:
    """Return a paragraph for a heading that reads like one: what a heading says is in no sentence.

    Some templates give every numbered clause, and every line of an address, the level of a heading.
    """
    if line.kind != "heading":
        return line
    text, words = line.text, len(line.text.split())
    part_of_list = text[-1] in ";," or text.endswith(("; or", "; and"))
    if part_of_list or (text[0].islower() and text[-1] == "."):
        return Line(text, "item")
    tells = "@" in text or (words > 7 and re.search(r":\s", text) is not None)
    most = LONGEST_BOLD_HEADING if text.endswith(".") else LONGEST_HEADING
    return Line(text) if tells or words > most else line


def _promoted(lines: list[Line]) -> list[Line]:
    """Return the lines, those short and all bold as headings, unless most of the text is bold."""
    bold = sum(len(line.text) for line in lines if line.bold)
    if bold * 2 > sum(len(line.text) for line in lines):
        return lines
    return [
        line._replace(kind="heading", level=2) if _heads(line, following) else line
        for line, following in zip_longest(lines, lines[1:])
    ]


def _heads(line: Line, following: Line | None) -> bool:
    """Whether a line in bold heads what follows it; a bold item of a list does if no other item follows."""
    return (
        line.bold
        and following is not None
        and not (following.bold and following.kind == line.kind == "item")
        and (line.kind == "paragraph" or (line.kind == "item" and following.kind == "paragraph"))
        and len(line.text.split()) <= LONGEST_BOLD_HEADING
        and line.text[-1] not in ".;,"
    )
