"""A document or a letter as a notebook shows it: inline styles only, every text escaped, gaps marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model.day import long_date
from ..model.document import Bullets, Document, Section, Sentence
from ..model.letter import Letter, LetterPart
from .lettering import one_line
from .written_blocks import APART, HEADING, PAGE, block_lines, block_markup, sentence_markup, text_markup


@dataclass(frozen=True)
class Written:
    """A document or a letter for a notebook as HTML and for a terminal as text."""

    document: Document | Letter

    def _repr_html_(self) -> str:
        given = self.document
        said = _letter(given) if isinstance(given, Letter) else _document(given)
        return f'<div style="{PAGE}">{said}</div>'

    def __str__(self) -> str:
        given = self.document
        return "\n".join(_letter_lines(given) if isinstance(given, Letter) else _document_lines(given))

    def __repr__(self) -> str:
        return str(self)


def written(document: Document | Letter) -> Written:
    """Return a drafted document (an assessment, a notice, a notification) or letter as a notebook shows it.

    Examples
    --------
    >>> import datetime as dt
    >>> from audit_lib.model.document import Paragraph
    >>> words = Paragraph(sentences=(Sentence(text="[Who?]", gap=True),))
    >>> print(written(Document(title="Form", as_of=dt.date(2026, 11, 22),
    ...     sections=(Section(heading="People", blocks=(words,)),))))
    Form
    <BLANKLINE>
    People
      [Who?]
    """
    return Written(document)


def _document(document: Document) -> str:
    title = f'<div style="font-size:22px;{HEADING}" dir="auto">{text_markup(document.title)}</div>'
    return title + "".join(map(_section, document.sections))


def _section(section: Section) -> str:
    size = "17px" if section.depth == 1 else "15px"
    head = f'<div style="font-size:{size};{HEADING}" dir="auto">{text_markup(section.heading)}</div>'
    body = head + "".join(map(block_markup, section.blocks))
    return f'<div style="{APART}">{body}</div>' if section.set_apart else body


def _letter(letter: Letter) -> str:
    """Return a letter as it would lie on a desk; what to check before it is sent stands apart beneath."""
    matter = "<br>".join(_joined(line.sentences) for line in letter.references)
    first, *rest = letter.close
    told = (
        f'<p style="text-align:right;">{_stacked(letter.sender)}<br>{long_date(letter.as_of)}</p>'
        f"<p>{_stacked(letter.recipient)}</p><p>{matter}</p><p>{_joined(letter.greeting)}</p>"
        f'<div style="font-size:17px;{HEADING}" dir="auto">{text_markup(letter.title)}</div>'
        f"{''.join(map(_part, letter.parts))}"
        f"<p>{sentence_markup(first)}</p><p>{_stacked(rest)}</p>"
    )
    if not letter.checks:
        return told
    head = f'<div style="font-size:15px;{HEADING}">Before you send this (not part of the letter)</div>'
    return f'{told}<div style="{APART}">{head}{block_markup(Bullets(items=letter.checks))}</div>'


def _part(part: LetterPart) -> str:
    body = "".join(map(block_markup, part.blocks))
    if part.heading is None:
        return body
    return f'<div style="font-size:15px;{HEADING}" dir="auto">{text_markup(part.heading)}</div>{body}'


def _stacked(sentences: Iterable[Sentence]) -> str:
    return "<br>".join(map(sentence_markup, sentences))


def _joined(sentences: Iterable[Sentence]) -> str:
    return " ".join(map(sentence_markup, sentences))


def _document_lines(document: Document) -> Iterator[str]:
    yield one_line(document.title, 1000)
    for section in document.sections:
        yield ""
        yield one_line(section.heading, 1000)
        for block in section.blocks:
            yield from block_lines(block)


def _letter_lines(letter: Letter) -> Iterator[str]:
    yield one_line(letter.title, 1000)
    yield ""
    yield one_line(" ".join(sentence.text for sentence in letter.greeting), 1000)
    for part in letter.parts:
        yield ""
        if part.heading:
            yield one_line(part.heading, 1000)
        for block in part.blocks:
            yield from block_lines(block)
    yield ""
    yield from (one_line(sentence.text, 1000) for sentence in letter.close)
