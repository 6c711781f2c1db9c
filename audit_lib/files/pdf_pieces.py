"""The pieces of lines on the pages of a PDF: which letters stand together, and in which column."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from .notice_lines import tidy
from .pdf_runs import Run

#: What begins an item of a list; word processors draw bullets as the letter o or as signs of private use.
BULLET: Final = re.compile(r"^\s*(?:[-*•◦‣▪●○■□▫·–—❖➢➤✓✔⮚\ue000-\uf8ff]|o(?=\s))\s+(?=\S)")
NUMBER: Final = re.compile(
    r"^\s*(?:\d{1,2}[.)]|\d{1,2}(?:\.\d{1,2})+[.)]?|\(?(?:[a-z]|[ivx]{1,5})[.)])\s+(?=\S)"
)
MARK_ALONE: Final = re.compile(
    r"\s*(?:[-*•◦‣▪●○■□▫·–—❖➢➤✓✔⮚\ue000-\uf8ff]|o|\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,5})[.)]?)\s*"
)

#: Gaps in sizes of the type: above the first a word ends, above the second or third a column may.
#: Whether there are columns is decided later, by whether the lines around have them in the same places.
WORD_GAP: Final = 0.14
NARROW_GAP: Final = 0.3
COLUMN_GAP: Final = 1.5

#: How far apart, in sizes of the type, two baselines may be that count as one.
BASELINE: Final = 0.5

#: On pages with more pieces no columns are looked for.
MAX_BOUNDED: Final = 400

#: How many pieces that begin at one edge make it the edge of a column.
COLUMN_LINES: Final = 3

#: How far apart, in points, two edges may be that count as one.
EDGE: Final = 4.0


class Piece(NamedTuple):
    """Letters that stand in one line without a gap as wide as between columns; lengths in points.

    `right` is where the column ends in which they stand, if the page has something beside it.
    """

    text: str
    x: float
    end: float
    y: float
    size: float
    bold: bool
    page: int
    is_artifact: bool = False
    right: float = math.inf


def pieces(runs: Iterable[Run], page: int) -> list[Piece]:
    """Return the pieces of lines on a page, in the order in which the file draws them.

    >>> runs = [Run("With ", 72, 95, 700, 11), Run("banks.", 95, 125, 700, 11, bold=True)]
    >>> piece, = pieces(runs, 1)
    >>> piece.text, piece.end, piece.bold
    ('With banks.', 125, False)
    """
    found = list[Piece]()
    group = list[Run]()
    for run in runs:
        if group and not _continues(group, run):
            found.append(_piece(group, page))
            group = []
        group.append(run)
    if group:
        found.append(_piece(group, page))
    return [piece for piece in found if piece.text]


def bounded(page: list[Piece]) -> list[Piece]:
    """Return the pieces of a page with the right edge of the column in which they stand.

    >>> left = [Piece("We keep data", 72, 140 + at, 700 - 13 * at, 11, False, 1) for at in range(3)]
    >>> right = [piece._replace(x=300, end=400) for piece in left]
    >>> [piece.right for piece in bounded(left + right)]
    [142, 142, 142, inf, inf, inf]
    """
    if len(page) > MAX_BOUNDED:
        return page
    begun = Counter(_edge(piece) for piece in page)
    columns = [piece for piece in page if begun[_edge(piece)] >= COLUMN_LINES]
    beside = [min(_edges_beside(piece, columns), default=math.inf) for piece in page]
    ends = defaultdict[float, float](float)
    for piece, edge in zip(page, beside, strict=True):
        ends[edge] = max(ends[edge], piece.end)
    return [
        piece if math.isinf(edge) else piece._replace(right=ends[edge])
        for piece, edge in zip(page, beside, strict=True)
    ]


def _edge(piece: Piece) -> float:
    """Return where a piece begins, rounded to what may be one edge."""
    return round(piece.x / EDGE) * EDGE


def _edges_beside(piece: Piece, columns: Iterable[Piece]) -> Iterator[float]:
    for other in columns:
        if other.x > piece.end and abs(other.y - piece.y) <= 3 * piece.size:
            yield _edge(other)


def _continues(group: Sequence[Run], run: Run) -> bool:
    last = group[-1]
    size = max(last.size, run.size)
    if abs(run.y - last.y) > BASELINE * size or run.is_artifact != last.is_artifact:
        return False
    gap = run.x - last.end
    spaced = last.text[-1].isspace() or run.text[0].isspace()
    if gap > (COLUMN_GAP if spaced else NARROW_GAP) * size:
        return gap < 6 * size and MARK_ALONE.fullmatch("".join(part.text for part in group)) is not None
    return gap > -COLUMN_GAP * size or (last.x <= run.x and gap > -0.5 * (last.end - last.x))


def _piece(group: Sequence[Run], page: int) -> Piece:
    parts = [group[0].text]
    for last, run in pairwise(group):
        if run.x - last.end > WORD_GAP * max(last.size, run.size):
            parts.append(" ")
        parts.append(run.text)
    sizes = Counter[float]()
    for run in group:
        sizes[round(run.size, 1)] += len(run.text.strip())
    return Piece(
        text=tidy("".join(parts)),
        x=group[0].x,
        end=max(run.end for run in group),
        y=max(group, key=lambda run: len(run.text)).y,
        size=sizes.most_common(1)[0][0],
        bold=all(run.bold for run in group if any(map(str.isalnum, run.text))),
        page=page,
        is_artifact=group[0].is_artifact,
    )


def first_word(piece: Piece) -> float:
    """Return how wide the first word of a line is, as far as it could not be broken, and a blank; in points.

    >>> first_word(Piece("self-kept data", 72, 212, 700, 11, False, 1))
    60.0
    """
    word = re.split(r"(?<=[-/–—])", piece.text.split()[0])[0]
    return (len(word) + 1) * (piece.end - piece.x) / max(len(piece.text), 1)
