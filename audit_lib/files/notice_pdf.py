"""A notice that is a PDF."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from .notice_lines import Line, UnreadableError
from .pdf_paragraphs import measures, paragraphs
from .pdf_pieces import Piece, bounded, pieces
from .pdf_rows import rows
from .pdf_runs import page_runs

#: What a line says that only counts pages.
PAGE_NUMBER: Final = re.compile(
    r"[\s|–—-]*(?:page|p\.)?\s*(?:\d{1,4}|[ivxlc]{1,6})\s*(?:(?:of|/|\|)\s*\d{1,4})?[\s|–—.-]*", re.IGNORECASE
)

#: What browsers print around a page: its address, and when it was printed.
PRINTED: Final = re.compile(
    r"\w+://\S+|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s+\d{1,2}[:.]\d\d(?:\s*[AaPp][Mm])?"
)

#: How many lines at the top and at the bottom of a page may belong to every page.
EDGE_LINES: Final = 3

#: On which part of the pages a line stands that belongs to every page.
REPEATED: Final = 0.5


def pdf_lines(data: bytes) -> list[Line]:
    """Return the lines of a PDF; nothing in it is run, opened or fetched, and pictures are not read.

    What stands at the top or bottom of every page is taken out of the text; if the text does not say it, it
    stands once, at the end. Page numbers are left out.

    Raises
    ------
    UnreadableError
        When the file is damaged, locked, too large when unpacked, or holds pictures of pages and no text.

    >>> pdf_lines(b"%PDF-1.7")
    Traceback (most recent call last):
    audit_lib.files.notice_lines.UnreadableError: The PDF is damaged; print it to a new PDF.
    """
    drawn = [pieces(runs, number) for number, runs in enumerate(page_runs(data), start=1)]
    drawn, around = _without_furniture([_top_first(page) for page in drawn])
    text = [piece for page in drawn for piece in page]
    if not any(letter.isalnum() for piece in text for letter in piece.text):
        raise UnreadableError(
            "The PDF holds no text, only pictures of pages: have it recognised (OCR) or ask for the text."
        )
    usual = measures(text)
    lines = paragraphs([line for page in drawn for line in rows(bounded(page), usual.margin)], usual)
    said = " ".join(line.text for line in lines).casefold()
    return lines + [Line(words) for words in around if words.casefold() not in said]


def _without_furniture(drawn: Sequence[list[Piece]]) -> tuple[list[list[Piece]], list[str]]:
    """Return the pages without what stands on every page, and what that says, page numbers apart."""
    letters = sum(len(piece.text) for page in drawn for piece in page)
    artifacts = sum(len(piece.text) for page in drawn for piece in page if piece.is_artifact)
    drops_artifacts = artifacts * 2 < letters
    edges = [_edge_pieces(page) for page in drawn]
    counted = Counter(
        _alike(piece) for page in edges for piece in {_alike(piece): piece for piece in page}.values()
    )
    often = max(2, REPEATED * len(drawn))
    kept, around = list[list[Piece]](), dict[str, None]()
    for page, edge in zip(drawn, edges, strict=True):
        kept.append([])
        for piece in page:
            at_edge = piece in edge
            if (piece.is_artifact and drops_artifacts) or (at_edge and counted[_alike(piece)] >= often):
                if not PAGE_NUMBER.fullmatch(piece.text) and not PRINTED.fullmatch(piece.text):
                    around.setdefault(piece.text)
            elif not (at_edge and PAGE_NUMBER.fullmatch(piece.text)):
                kept[-1].append(piece)
    return kept, list(around)


def _top_first(page: list[Piece]) -> list[Piece]:
    """Return the pieces of a page, those first that stand above all others though drawn last."""
    for late in range(min(EDGE_LINES, len(page) - 1), 0, -1):
        if min(piece.y for piece in page[-late:]) > max(piece.y for piece in page[:-late]):
            return page[-late:] + page[:-late]
    return page


def _edge_pieces(page: Sequence[Piece]) -> list[Piece]:
    """Return what stands in the first and last lines of a page, from the top and bottom, not as drawn."""
    heights = sorted({round(piece.y) for piece in page})
    edge = {*heights[:EDGE_LINES], *heights[-EDGE_LINES:]}
    return [piece for piece in page if round(piece.y) in edge]


def _alike(piece: Piece) -> tuple[str, int]:
    """Return what two pieces on two pages have in common if they are the same but for the page number.

    The number may be a little off, where covers are not counted.
    """
    near = {str(number) for number in range(piece.page - 2, piece.page + 3)}
    text = re.sub(r"\d+", lambda found: "#" if found[0] in near else found[0], piece.text)
    return text, round(piece.y / 10)
