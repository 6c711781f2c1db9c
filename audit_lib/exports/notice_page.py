"""A drafted notice as one page that opens complete without a network, on a phone, a screen and paper."""

from __future__ import annotations

import html
from pathlib import Path
from typing import Final

from ..model.notice_draft import Bullets, Grid, NoticeDraft, Paragraph, Section, Sentence
from .whole_file import write_text

_STYLE: Final = Path(__file__).with_name("templates") / "notice.css"

#: The page may load nothing and run nothing, whatever should stand in it.
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def write_notice_page(draft: NoticeDraft, path: str | Path) -> Path:
    """Write a drafted notice as a page of HTML, whole or not at all, and return the file.

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
    >>> draft = NoticeDraft(map_id="m", title="Notice", version="1", as_of=dt.date(2026, 11, 22),
    ...     sections=(Section(heading="Time", blocks=(words,)),))
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     "&lt;b&gt;it&lt;/b&gt;" in write_notice_page(draft, f"{folder}/n.html").read_text("utf-8")
    True
    """
    return write_text(path, notice_page(draft))


def notice_page(draft: NoticeDraft) -> str:
    """Return the page of a drafted notice as HTML.

    >>> import datetime as dt
    >>> draft = NoticeDraft(map_id="m", title="A & B", version="1", as_of=dt.date(2026, 11, 22), sections=())
    >>> "<title>A &amp; B</title>" in notice_page(draft)
    True
    """
    title = html.escape(draft.title)
    contents = "".join(
        f'<li><a href="#s{number}">{html.escape(section.heading)}</a>{_open(section)}</li>'
        for number, section in enumerate(draft.sections, start=1)
    )
    body = "".join(_section(section, number) for number, section in enumerate(draft.sections, start=1))
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{_STYLE.read_text(encoding='utf-8')}</style>\n</head>\n<body>\n"
        f"<header>\n<h1>{title}</h1>\n</header>\n"
        f'<nav aria-label="Contents"><ol>{contents}</ol></nav>\n<main>\n{body}</main>\n</body>\n</html>\n'
    )


def _open(section: Section) -> str:
    """Return how many gaps a section has, for the table of contents; nothing where it has none."""
    gaps = sum(sentence.gap for sentence in section.sentences())
    return f' <span class="open" title="places to fill in or confirm">{gaps}</span>' if gaps else ""


def _section(section: Section, number: int) -> str:
    apart = ' class="apart"' if section.set_apart else ""
    blocks = "".join(_block(block) for block in section.blocks)
    return f'<section id="s{number}"{apart}>\n<h2>{html.escape(section.heading)}</h2>\n{blocks}</section>\n'


def _block(block: Paragraph | Bullets | Grid) -> str:
    if isinstance(block, Paragraph):
        return f"<p>{' '.join(map(_sentence, block.sentences))}</p>\n"
    if isinstance(block, Bullets):
        return f"<ul>{''.join(f'<li>{_sentence(item)}</li>' for item in block.items)}</ul>\n"
    return _table(block)


def _table(table: Grid) -> str:
    head = "".join(f'<th scope="col">{html.escape(column)}</th>' for column in table.columns)
    rows = "".join(
        f"<tr>{''.join(map(_cell, range(len(row)), row, table.columns))}</tr>\n" for row in table.rows
    )
    wide = ' class="wide"' if len(table.columns) > 3 else ""
    return f"<table{wide}><thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody></table>\n"


def _cell(at: int, cell: tuple[Sentence, ...], column: str) -> str:
    parts = "".join(f"<div>{_sentence(sentence)}</div>" for sentence in cell)
    if at == 0:
        return f'<th scope="row">{parts}</th>'
    # The name of the column shows on a narrow screen only, where the head of the table does not.
    return f'<td data-column="{html.escape(column)}">{parts}</td>'


def _sentence(sentence: Sentence) -> str:
    text = html.escape(" ".join(sentence.text.split()))
    return f"<mark>{text}</mark>" if sentence.gap else text
