"""The paragraphs of a PDF, which has lines only: they are joined by spacing, edges, sizes and marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from .notice_lines import LONGEST_HEADING, Line
from .pdf_pieces import BULLET, NUMBER, Piece, first_word

#: How much larger than the text the type of a heading is, and how many words one in bold may have.
LARGER: Final = 1.12
LONGEST_BOLD: Final = 15

#: How much more than from line to line it is from paragraph to paragraph.
WIDER: Final = 1.3

#: How far an item of a list is set in, in sizes of the type: from and to.
INSET: Final = (1.2, 6.0)

#: An entry of a table of contents: a title, dots, a page.
CONTENTS: Final = re.compile(r".*(?:\.\s?){5,}\s*[\divx]{1,4}")

#: A web address that goes to the end of a line, where it may be broken anywhere.
ADDRESS: Final = re.compile(r"(?:://|\bwww\.)\S*[-/_.?&=]$")

#: How files write two letters that are drawn as one.
LIGATURES: Final = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)


class Measures(NamedTuple):
    """What is usual in a file, in points: the size of its type, from line to line, and its edges.

    `justified` is whether its lines are stretched to end at one edge; such text is hyphenated, other seldom.
    """

    size: float
    leading: float
    margin: float
    left: float
    justified: bool = False


def measures(pieces: Sequence[Piece]) -> Measures:
    """Return what is usual in the text of a file.

    >>> lines = [Piece("We keep data.", 72, 300, 700 - 14 * at, 11, False, 1) for at in range(3)]
    >>> measures(lines)
    Measures(size=11, leading=14, margin=300, left=72, justified=True)
    """
    sizes = Counter[float]()
    for piece in pieces:
        sizes[piece.size] += len(piece.text)
    size = sizes.most_common(1)[0][0]
    body = [piece for piece in pieces if abs(piece.size - size) < 0.06 * size]
    drops = sorted(
        drop
        for one, other in pairwise(body)
        if one.page == other.page and 0.8 * size < (drop := one.y - other.y) < 2.5 * size
    )
    ends = sorted(piece.end for piece in body)
    leading = drops[len(drops) // 4] if drops else 1.2 * size
    margin = ends[round(0.97 * (len(ends) - 1))]
    begun = Counter(round(piece.x) for piece in body)
    left = min(edge for edge, times in begun.items() if times * 20 >= len(body))
    justified = sum(abs(end - margin) < 1.5 for end in ends) * 5 > 2 * len(ends)
    return Measures(size, leading, margin, left, justified)


def paragraphs(lines: Sequence[Piece | Line], usual: Measures) -> list[Line]:
    """Return the headings, paragraphs, items and rows that the lines of a file make.

    >>> lines = [
    ...     Piece("Sharing", 72, 120, 720, 16, True, 1),
    ...     Piece("We keep your infor-", 72, 300, 700, 11, False, 1),
    ...     Piece("mation for six years.", 72, 190, 686, 11, False, 1),
    ...     Piece("• Information on rent.", 80, 190, 672, 11, False, 1),
    ... ]
    >>> [(line.kind, line.text) for line in paragraphs(lines, Measures(11, 14, 310, 72))]
    [('heading', 'Sharing'), ('paragraph', 'We keep your information for six years.'),
     ('item', 'Information on rent.')]
    """
    words = _vocabulary(lines)
    found = list[Line | list[Piece]]()
    for line in lines:
        if isinstance(line, Line):
            found.append(line)
        elif not CONTENTS.fullmatch(line.text):
            last = found[-1] if found else None
            if isinstance(last, list) and not _begins(last, line, usual):
                last.append(line)
            else:
                found.append([line])
    mostly_bold = sum(len(line.text) for line in lines if isinstance(line, Line) or not line.bold) * 2 < sum(
        len(line.text) for line in lines
    )
    ranks = _ranks(found, usual, mostly_bold=mostly_bold)
    return [
        part if isinstance(part, Line) else _line(part, usual, words, ranks, mostly_bold=mostly_bold)
        for part in found
    ]


def _vocabulary(lines: Sequence[Piece | Line]) -> frozenset[str]:
    """Return the words of a file, in small letters, but for halves of those broken over two lines."""
    words = set[str]()
    broken = False
    for line in lines:
        text = line.text.lower()
        whole = text.split(maxsplit=1)[-1] if broken else text
        broken = text.endswith(("-", "\u2010"))
        words.update(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", re.sub(r"\S+[-\u2010]$", "", whole)))
    return frozenset(words)


def _begins(paragraph: Sequence[Piece], line: Piece, usual: Measures) -> bool:
    """Whether a line begins a new paragraph and does not continue the one above."""
    last = paragraph[-1]
    larger = max(last.size, line.size)
    if abs(last.size - line.size) > 0.08 * larger or BULLET.match(line.text):
        return True
    room = min(usual.margin, last.right) - last.end > first_word(
        line
    ) + 0.4 * line.size and not ADDRESS.search(last.text)
    if NUMBER.match(line.text) and (room or last.text[-1] in ".:;?!,"):
        return True
    drop = last.y - line.y
    if line.page != last.page or drop < 0:
        return room or last.text[-1] in ".:;?!" or last.bold != line.bold
    if drop > WIDER * max(usual.leading, line.size * usual.leading / usual.size):
        return True
    if line.size >= LARGER * usual.size:
        return last.text[-1] in ".?!:"
    return room or _indented(paragraph, line)


def _indented(paragraph: Sequence[Piece], line: Piece) -> bool:
    """Whether the left edge of a line says that it begins a paragraph."""
    first, last = paragraph[0], paragraph[-1]
    marked = BULLET.match(first.text) or NUMBER.match(first.text)
    shift = line.x - last.x
    if last is first:
        return shift > (6 if marked else 0.9) * line.size or shift < -4 * line.size
    return abs(shift) > 0.9 * line.size


def _ranks(
    found: Sequence[Line | list[Piece]], usual: Measures, *, mostly_bold: bool
) -> dict[tuple[float, bool], int]:
    """Return the level of each kind of heading, by its size and weight, from 1."""
    kinds = {
        (round(part[0].size), part[0].bold)
        for part in found
        if not isinstance(part, Line) and _is_heading(part, usual, mostly_bold=mostly_bold)
    }
    return {kind: rank for rank, kind in enumerate(sorted(kinds, reverse=True), start=1)}


def _is_heading(paragraph: Sequence[Piece], usual: Measures, *, mostly_bold: bool) -> bool:
    text = " ".join(piece.text for piece in paragraph)
    words = len(text.split())
    if BULLET.match(text) or words > LONGEST_HEADING or not any(map(str.isalpha, text)):
        return False
    if min(piece.size for piece in paragraph) >= LARGER * usual.size:
        return True
    if text[-1] in ".;," or words > LONGEST_BOLD:
        return False
    bold = all(piece.bold for piece in paragraph) and not mostly_bold
    capitals = (
        text.isupper()
        and sum(map(str.isalpha, text)) > 3
        and not re.search(r"\d", NUMBER.sub("", text, count=1))
    )
    return (bold or capitals) and len(paragraph) < 3 and paragraph[0].size >= 0.9 * usual.size


def _line(
    paragraph: Sequence[Piece],
    usual: Measures,
    words: frozenset[str],
    ranks: dict[tuple[float, bool], int],
    *,
    mostly_bold: bool,
) -> Line:
    text = paragraph[0].text
    for piece in paragraph[1:]:
        text = _joined(text, piece.text, words, hyphenated=usual.justified)
    text = text.translate(LIGATURES)
    if _is_heading(paragraph, usual, mostly_bold=mostly_bold):
        return Line(text, "heading", ranks[round(paragraph[0].size), paragraph[0].bold])
    if BULLET.match(text):
        return Line(BULLET.sub("", text, count=1), "item")
    # Some programs draw the bullets of a list as pictures: what is left of an item is that it is set in.
    inset = min(piece.x for piece in paragraph) - usual.left
    listed = NUMBER.match(text) or INSET[0] * usual.size < inset < INSET[1] * usual.size
    return Line(text, "item" if listed else "paragraph")


def _joined(text: str, more: str, words: frozenset[str], *, hyphenated: bool) -> str:
    """Return a text and its next line as one; a word that was broken at the end of the line is made whole.

    Whether a hyphen stays is told by the file: by the word elsewhere, with it or without; by both of its
    halves as words; else by whether the file breaks words at all.
    """
    if ADDRESS.search(text):
        return text + more
    broken = re.search(r"([^\W\d_]+)[-\u2010\u00ad]$", text)
    rest = re.match(r"[^\W\d_]+", more)
    if not broken or not rest or not rest[0][0].islower():
        return text + ("" if text.endswith(("/", "-")) else " ") + more
    left, right = broken[1].lower(), rest[0].lower()
    if left + right in words:
        return text[:-1] + more
    compound = f"{left}-{right}" in words or (left in words and right in words) or not hyphenated
    return text + more if compound and text[-1] != "\u00ad" else text[:-1] + more
