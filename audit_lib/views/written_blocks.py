"""The blocks of a document or a letter as a notebook shows them: inline styles only, every text escaped."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final

from ..model.document import Block, Bullets, Grid, Paragraph, Sentence
from .colours import GAP_GROUND, GAP_INK, GRID, GROUND, INK, LEVELS, MUTED
from .lettering import one_line
from .table import least, visible

PAGE: Final = (
    f"max-width:900px;color:{INK};background:#ffffff;font-size:14px;line-height:1.5;padding:4px 16px;"
)
HEADING: Final = "font-weight:600;margin:18px 0 6px 0;"
APART: Final = f"border:2px solid {MUTED};background:{GROUND};padding:4px 16px;margin:14px 0;"
_TABLE: Final = f"border-collapse:collapse;width:100%;margin:6px 0 14px 0;color:{INK};background:#ffffff;"
_HEAD: Final = (
    f"text-align:left;vertical-align:bottom;padding:5px 10px;border-bottom:2px solid {MUTED};"
    f"font-size:12px;background:{GROUND};"
)
_CELL: Final = (
    f"text-align:left;vertical-align:top;padding:6px 10px;border-bottom:1px solid {GRID};font-size:13px;"
    "overflow-wrap:anywhere;"
)
_GAP: Final = f"background:{GAP_GROUND};color:{GAP_INK};"


def text_markup(text: str) -> str:
    """Return words on one line, escaped, with what cannot be seen made visible.

    >>> text_markup("a  <b>")
    'a &lt;b&gt;'
    """
    return escape(visible(" ".join(text.split())))


def block_markup(block: Block) -> str:
    """Return a paragraph, a list or a table.

    >>> block_markup(Paragraph(sentences=(Sentence(text="Yes."),)))
    '<p style="margin:4px 0 8px 0;" dir="auto">Yes.</p>'
    """
    if isinstance(block, Paragraph):
        return (
            f'<p style="margin:4px 0 8px 0;" dir="auto">{" ".join(map(sentence_markup, block.sentences))}</p>'
        )
    if isinstance(block, Bullets):
        items = "".join(f'<li dir="auto">{sentence_markup(item)}</li>' for item in block.items)
        return f'<ul style="margin:4px 0 8px 20px;">{items}</ul>'
    return _table(block)


def _table(grid: Grid) -> str:
    head = "".join(
        f'<th scope="col" style="{_HEAD}" dir="auto">{text_markup(name)}</th>' for name in grid.columns
    )
    rows = "".join(f"<tr>{''.join(_cells(grid, row))}</tr>" for row in grid.rows)
    lead = f"<thead><tr>{head}</tr></thead>" if head else ""
    return f'<table style="{_TABLE}">{lead}<tbody>{rows}</tbody></table>'


def _cells(grid: Grid, row: tuple[tuple[Sentence, ...], ...]) -> Iterator[str]:
    total = sum(grid.shares)
    for at, cell in enumerate(row):
        level = next((sentence.level for sentence in cell if sentence.level), None)
        ground = f"background:{LEVELS[level]};" if level else ""
        share = f"width:{grid.shares[at] / total:.0%};" if total else ""
        bold = ["font-weight:600;" if at == number == 0 else "" for number in range(len(cell))]
        parts = "".join(
            f'<div style="{weight}" dir="auto">{sentence_markup(sentence)}</div>'
            for weight, sentence in zip(bold, cell, strict=True)
        )
        whole = least(" ".join(sentence.text for sentence in cell), 0)
        yield f'<td style="{_CELL}{share}{whole}{ground}">{parts}</td>'


def sentence_markup(sentence: Sentence) -> str:
    """Return a sentence, marked where it is for a person to fill in.

    >>> sentence_markup(Sentence(text="Yes."))
    'Yes.'
    """
    text = text_markup(sentence.text)
    return f'<mark style="{_GAP}">{text}</mark>' if sentence.gap else text


def block_lines(block: Block) -> Iterator[str]:
    """Yield a block as lines for a terminal.

    >>> list(block_lines(Bullets(items=(Sentence(text="One."),))))
    ['  - One.']
    """
    if isinstance(block, Grid):
        for row in block.rows:
            yield "  " + one_line(" | ".join("; ".join(s.text for s in cell) for cell in row), 1000)
    elif isinstance(block, Bullets):
        yield from (f"  - {one_line(item.text, 1000)}" for item in block.items)
    else:
        yield "  " + one_line(" ".join(s.text for s in block.sentences), 1000)
