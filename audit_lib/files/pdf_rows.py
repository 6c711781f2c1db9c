"""The rows of tables on the pages of a PDF: which pieces of lines stand side by side in columns."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final, NamedTuple

from .notice_lines import BAR, Line, cell_text
from .pdf_pieces import BASELINE, BULLET, COLUMN_GAP, COLUMN_LINES, EDGE, Piece, first_word

#: How far, in sizes of the type, it is at most from line to line within one cell of a table.
LINE_DROP: Final = 1.4

#: How many lines, and letters, one cell of a table may have; more make a column of the page.
CELL_LINES: Final = 12
CELL_LETTERS: Final = 700


class _Row(NamedTuple):
    """What stands side by side: the cells, each with its pieces from top to bottom."""

    cells: list[list[Piece]]

    @property
    def edges(self) -> list[float]:
        return [cell[0].x for cell in self.cells]


def rows(drawn: Sequence[Piece], margin: float) -> list[Piece | Line]:
    """Return the pieces of a page line by line, those of tables as one line a row.

    Parameters
    ----------
    drawn
        The pieces of one page, in the order in which the file draws them.
    margin
        Where lines end on the right, in points.

    >>> def piece(text, x, y):
    ...     return Piece(text, x, x + 6 * len(text), y, 11, False, 1)
    >>> table = [piece("Rent", 72, 700), piece("Contract", 300, 700), piece("Enquiries", 72, 680),
    ...     piece("Consent", 300, 680)]
    >>> [line.text for line in rows(table, 500)]
    ['Rent | Contract', 'Enquiries | Consent']
    """
    found = list[_Row]()
    for piece in drawn:
        if not (found and (_beside(found, piece) or _below(found, piece, margin))):
            found.append(_Row([[piece]]))
    return [line for at in range(len(found)) for line in _lines(found, at)]


def _beside(found: list[_Row], piece: Piece) -> bool:
    """Put a piece into the last row, if it begins another cell to the right of what stands there."""
    cells = found[-1].cells
    last = cells[-1][-1]
    if piece.x < max(part.end for part in cells[-1]) - 1:
        return False
    if abs(piece.y - last.y) <= BASELINE * piece.size:
        if len(cells) == 1:
            _absorb(found, piece)
        found[-1].cells.append([piece])
        return True
    if len(cells) > 1:
        level = abs(piece.y - max(cell[0].y for cell in cells)) <= piece.size
        if piece.y > last.y and level:
            cells.append([piece])
        return piece.y > last.y and level
    return piece.y > last.y and _gathered(found, piece)


def _absorb(found: list[_Row], piece: Piece) -> None:
    """Take the lines above into the last cell, if they run on into it: cells may be centred."""
    while len(found) > 1 and len(found[-2].cells) == 1:
        above, cell = found[-2].cells[0], found[-1].cells[0]
        last, first = above[-1], cell[0]
        drop = last.y - first.y
        if not (
            0 < drop <= LINE_DROP * first.size and abs(last.x - first.x) <= EDGE and last.size == first.size
        ):
            return
        if last.end > piece.x or piece.x - last.end > first_word(first) + COLUMN_GAP * first.size:
            return
        found[-2:] = [_Row([above + cell])]


def _gathered(found: list[_Row], piece: Piece) -> bool:
    """Make one cell of the lines above, up to the height of a piece that was drawn to the right of them."""
    start = len(found)
    letters = 0
    while start > 0 and len(found) - start < CELL_LINES and letters < CELL_LETTERS:
        row = found[start - 1]
        if (
            len(row.cells) > 1
            or row.cells[0][-1].end > piece.x
            or abs(row.edges[0] - found[-1].edges[0]) > 3 * EDGE
        ):
            return False
        start -= 1
        letters += sum(len(part.text) for part in row.cells[0])
        if abs(row.cells[0][0].y - piece.y) <= 0.7 * piece.size:
            cell = [part for row in found[start:] for part in row.cells[0]]
            found[start:] = [_Row([cell])]
            _absorb(found, piece)
            found[-1].cells.append([piece])
            return True
    return False


def _below(found: list[_Row], piece: Piece, margin: float) -> bool:
    """Put a piece into the cell of the last row that it continues, if it does."""
    cells = found[-1].cells
    if len(cells) < 2:
        return False
    for at, cell in enumerate(cells):
        last = cell[-1]
        right = cells[at + 1][0].x if at + 1 < len(cells) else margin
        drop = last.y - piece.y
        if (
            abs(piece.x - cell[0].x) <= EDGE
            and 0 < drop <= LINE_DROP * piece.size
            and piece.end <= right + EDGE
        ):
            is_last = at == len(cells) - 1
            full = right - last.end <= first_word(piece) + COLUMN_GAP * piece.size
            if full or (is_last and at > 0):
                cell.append(piece)
                return True
    return False


def _lines(found: Sequence[_Row], at: int) -> list[Piece | Line]:
    """Return the lines of a row: itself one line if it is one of a table, else its pieces as they stand."""
    cells = found[at].cells
    if len(cells) == 1:
        return list(cells[0])
    around = [row for row in found[max(at - 1, 0) : at + 2] if row is not found[at] and len(row.cells) > 1]
    alone = not any(_aligned(found[at], row) or len(row.cells) == len(cells) > 2 for row in around)
    lengths = [len(cell) for cell in cells]
    if alone and len(cells) == 2 and min(lengths) >= COLUMN_LINES:
        return [piece for cell in cells for piece in cell]  # two columns of the page, and no row
    if not alone or max(lengths) > 1:
        texts = [cell_text([Line(text) for text in _paragraphs(cell)]) for cell in cells]
        return [Line(BAR.join(texts), "row")]
    whole = [cell[0] for cell in cells]
    return [whole[0]._replace(text=" ".join(part.text for part in whole), end=whole[-1].end, right=math.inf)]


def _aligned(one: _Row, other: _Row) -> bool:
    """Whether the row with fewer cells has each where the other has one, but for the first."""
    fewer, more = sorted((one.edges[1:], other.edges[1:]), key=len)
    return all(any(abs(edge - edge2) <= EDGE for edge2 in more) for edge in fewer)


def _paragraphs(cell: Sequence[Piece]) -> list[str]:
    """Return the text of a cell: one paragraph, or one an item if it is a list."""
    texts = [cell[0].text]
    for piece in cell[1:]:
        if BULLET.match(piece.text):
            texts.append(piece.text)
        else:
            texts[-1] = f"{texts[-1]} {piece.text}"
    return [BULLET.sub("", text, count=1) for text in texts]
