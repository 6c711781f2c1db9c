"""A document as a notebook shows it: inline styles only, every text escaped, gaps and levels marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Final

from ..model.document import Block, Bullets, Document, Grid, Paragraph, Section, Sentence
from .colours import GAP_GROUND, GAP_INK, GRID, GROUND, INK, LEVELS, MUTED
from .lettering import one_line
from .table import least, visible

_PAGE: Final = (
    f"max-width:900px;color:{INK};background:#ffffff;font-size:14px;line-height:1.5;padding:4px 16px;"
)
_HEADING: Final = "font-weight:600;margin:18px 0 6px 0;"
_TABLE: Final = f"border-collapse:collapse;width:100%;margin:6px 0 14px 0;color:{INK};background:#ffffff;"
_HEAD: Final = (
    f"text-align:left;vertical-align:bottom;padding:5px 10px;border-bottom:2px solid {MUTED};"
    f"font-size:12px;background:{GROUND};"
)
_CELL: Final = (
    f"text-align:left;vertical-align:top;padding:6px 10px;border-bottom:1px solid {GRID};font-size:13px;"
    "overflow-wrap:anywhere;"
)
_APART: Final = f"border:2px solid {MUTED};background:{GROUND};padding:4px 16px;margin:14px 0;"
_GAP: Final = f"background:{GAP_GROUND};color:{GAP_INK};"


@dataclass(frozen=True)
class Written:
    """A document for a notebook as HTML and for a terminal as text."""

    document: Document

    def _repr_html_(self) -> str:
        title = f'<div style="font-size:22px;{_HEADING}" dir="auto">{_text(self.document.title)}</div>'
        return f'<div style="{_PAGE}">{title}{"".join(map(_section, self.document.sections))}</div>'

    def __str__(self) -> str:
        return "\n".join(_lines(self.document))

    def __repr__(self) -> str:
        return str(self)


def written(document: Document) -> Written:
    """Return a drafted document, such as an assessment or a notice, as a notebook shows it.

    Examples
    --------
    >>> import datetime as dt
    >>> words = Paragraph(sentences=(Sentence(text="[Who?]", gap=True),))
    >>> print(written(Document(title="Form", as_of=dt.date(2026, 11, 22),
    ...     sections=(Section(heading="People", blocks=(words,)),))))
    Form
    <BLANKLINE>
    People
      [Who?]
    """
    return Written(document)


def _text(text: str) -> str:
    return escape(visible(" ".join(text.split())))


def _section(section: Section) -> str:
    size = "17px" if section.depth == 1 else "15px"
    head = f'<div style="font-size:{size};{_HEADING}" dir="auto">{_text(section.heading)}</div>'
    body = head + "".join(map(_block, section.blocks))
    return f'<div style="{_APART}">{body}</div>' if section.set_apart else body


def _block(block: Block) -> str:
    if isinstance(block, Paragraph):
        return f'<p style="margin:4px 0 8px 0;" dir="auto">{" ".join(map(_sentence, block.sentences))}</p>'
    if isinstance(block, Bullets):
        items = "".join(f'<li dir="auto">{_sentence(item)}</li>' for item in block.items)
        return f'<ul style="margin:4px 0 8px 20px;">{items}</ul>'
    return _table(block)


def _table(grid: Grid) -> str:
    head = "".join(f'<th scope="col" style="{_HEAD}" dir="auto">{_text(name)}</th>' for name in grid.columns)
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
            f'<div style="{weight}" dir="auto">{_sentence(sentence)}</div>'
            for weight, sentence in zip(bold, cell, strict=True)
        )
        whole = least(" ".join(sentence.text for sentence in cell), 0)
        yield f'<td style="{_CELL}{share}{whole}{ground}">{parts}</td>'


def _sentence(sentence: Sentence) -> str:
    text = _text(sentence.text)
    return f'<mark style="{_GAP}">{text}</mark>' if sentence.gap else text


def _lines(document: Document) -> Iterator[str]:
    yield one_line(document.title, 1000)
    for section in document.sections:
        yield ""
        yield one_line(section.heading, 1000)
        for block in section.blocks:
            if isinstance(block, Grid):
                for row in block.rows:
                    yield "  " + one_line(" | ".join("; ".join(s.text for s in cell) for cell in row), 1000)
            elif isinstance(block, Bullets):
                yield from (f"  - {one_line(item.text, 1000)}" for item in block.items)
            else:
                yield "  " + one_line(" ".join(s.text for s in block.sentences), 1000)
