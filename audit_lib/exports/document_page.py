"""A document as one page that opens complete without a network, on a phone, a screen and paper."""

from __future__ import annotations

import html
from collections.abc import Sequence
from itertools import takewhile
from pathlib import Path
from typing import Final

from ..model.document import Block, Bullets, Document, Grid, Paragraph, Section, Sentence
from .document_caption import Captioned, captioned, made_of
from .whole_file import write_text

_STYLE: Final = Path(__file__).with_name("templates") / "document.css"

#: The page may load nothing and run nothing, whatever should stand in it.
POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def write_page(document: Document, path: str | Path) -> Path:
    """Write a document as a page of HTML, whole or not at all, and return the file.

    The page holds its style and needs nothing else; it has no script. Every text of the map is escaped. A
    gap is marked in colour and between square brackets, so that it shows in black and white too. On a narrow
    screen each row of a table becomes a card whose lines say which column they are; on paper the head of a
    table stands on every page.

    Raises
    ------
    OutputError
        If the file cannot be written; nothing is left under its name.

    Examples
    --------
    >>> import datetime as dt, tempfile
    >>> words = Paragraph(sentences=(Sentence(text="We keep <b>it</b>."),))
    >>> document = Document(title="Notice", as_of=dt.date(2026, 11, 22),
    ...     sections=(Section(heading="Time", blocks=(words,)),))
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     "&lt;b&gt;it&lt;/b&gt;" in write_page(document, f"{folder}/n.html").read_text("utf-8")
    True
    """
    return write_text(path, document_page(document))


def document_page(document: Document) -> str:
    """Return the page of a document as HTML.

    >>> import datetime as dt
    >>> document = Document(title="A & B", as_of=dt.date(2026, 11, 22), sections=())
    >>> "<title>A &amp; B</title>" in document_page(document)
    True
    """
    title = html.escape(document.title)
    numbered = list(enumerate(document.sections, start=1))
    contents = "".join(
        f'<li><a href="#s{number}">{html.escape(section.heading)}{_open(document.sections, number)}</a></li>'
        for number, section in numbered
        if section.depth == 1
    )
    body = "".join(_section(section, number) for number, section in numbered)
    foot = f"<footer><p>{html.escape(document.foot)}</p></footer>\n" if document.foot else ""
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"{_stamp(document)}<title>{title}</title>\n"
        f"<style>\n{_STYLE.read_text(encoding='utf-8')}</style>\n</head>\n<body>\n"
        f'<a class="skip" href="#document">Skip to the document</a>\n<header>\n<h1>{title}</h1>\n</header>\n'
        f'<nav aria-label="Contents"><ol>{contents}</ol></nav>\n'
        f'<main id="document" tabindex="-1">\n{body}</main>\n{foot}'
        "</body>\n</html>\n"
    )


def _stamp(document: Document) -> str:
    return "".join(
        f'<meta name="{html.escape(name)}" content="{html.escape(said)}">\n' for name, said in document.stamp
    )


def _open(sections: Sequence[Section], number: int) -> str:
    """Return how many gaps a section has with what belongs to it, for the contents; nothing without any."""
    beneath = takewhile(lambda section: section.depth > 1, sections[number:])
    whole = (sections[number - 1], *beneath)
    gaps = sum(sentence.gap for section in whole for sentence in section.sentences())
    return f' <span class="open">{gaps} to fill in</span>' if gaps else ""


def _section(section: Section, number: int) -> str:
    kinds = " ".join(["apart"] * section.set_apart + ["beneath"] * (section.depth > 1))
    kind = f' class="{kinds}"' if kinds else ""
    level = section.depth + 1
    blocks = "".join(map(_captioned, captioned(section.heading, section.blocks)))
    head = f"<h{level}>{html.escape(section.heading)}</h{level}>"
    return f'<section id="s{number}"{kind}>\n{head}\n{blocks}</section>\n'


def _captioned(given: Captioned) -> str:
    if not isinstance(given.block, Grid):
        return block_markup(given.block)
    return _table(given.block, given.caption, shown=given.shown)


def block_markup(block: Block) -> str:
    r"""Return a paragraph, a list or a table as HTML in which every text is escaped.

    >>> block_markup(Paragraph(sentences=(Sentence(text="A < B"),)))
    '<p>A &lt; B</p>\n'
    """
    if isinstance(block, Paragraph):
        return f"<p>{' '.join(map(sentence_markup, block.sentences))}</p>\n"
    if isinstance(block, Bullets):
        return f"<ul>{''.join(f'<li>{sentence_markup(item)}</li>' for item in block.items)}</ul>\n"
    return _table(block, block.caption or made_of("Table", block), shown=bool(block.caption))


def _table(table: Grid, caption: str, *, shown: bool) -> str:
    columns = "".join(f'<th scope="col">{html.escape(column)}</th>' for column in table.columns)
    head = f"<thead><tr>{columns}</tr></thead>\n" if columns else ""
    columns_of = table.columns or ("",) * max(map(len, table.rows), default=0)
    rows = "".join(
        f"<tr>{''.join(map(_cell, range(len(row)), row, columns_of))}</tr>\n" for row in table.rows
    )
    kind = ' class="wide"' if len(table.columns) > 3 else "" if head else ' class="pairs"'
    unseen = "" if shown else ' class="unseen"'
    named = f"<caption{unseen}>{html.escape(caption)}</caption>"
    return f"<table{kind}>{named}{_widths(table)}{head}<tbody>\n{rows}</tbody></table>\n"


def _widths(table: Grid) -> str:
    """Return how wide the columns are, where the table says so."""
    total = sum(table.shares)
    return "".join(f'<col width="{share / total:.0%}">' for share in table.shares)


def _cell(at: int, cell: tuple[Sentence, ...], column: str) -> str:
    parts = "".join(f"<div>{sentence_markup(sentence)}</div>" for sentence in cell)
    if at == 0:
        return f'<th scope="row">{parts}</th>'
    # The name of the column shows on a narrow screen only, where the head of the table does not.
    return f'<td data-column="{html.escape(column)}">{parts}</td>'


def sentence_markup(sentence: Sentence) -> str:
    """Return a sentence as HTML: escaped, and marked where it is a gap or states a level.

    >>> sentence_markup(Sentence(text="[name]", gap=True))
    '<mark>[name]</mark>'
    """
    text = html.escape(" ".join(sentence.text.split()))
    if sentence.level:
        return f'<span class="level {sentence.level.value}">{text}</span>'
    return f"<mark>{text}</mark>" if sentence.gap else text
