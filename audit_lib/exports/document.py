"""A document as a Word file, for people who fill in its gaps and sign it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from docx.document import Document as WordDocument

from ..model.document import Block, Bullets, Document, Grid, Paragraph, Sentence
from ..views.colours import LEVELS
from .document_caption import captioned
from .word import Run, foot, heading, new_document, paragraph, save, table
from .word_marks import described

#: How wide the columns of a table are that has so many, in parts of the whole.
_SHARES: Final = {3: (1.2, 1.8, 2.0), 5: (1.1, 1.3, 1.3, 1.1, 1.2)}


def write_document(document: Document, path: str | Path) -> Path:
    """Write a document as a Word file (.docx), whole or not at all, and return the file.

    Headings are real headings, tables repeat their head on every page, gaps are highlighted (Word finds them
    by "Find: highlight"), levels of risk are coloured, and what is set apart stands in a box. The file bears
    the day of the document, no clock and no author, so that the same document gives the same bytes.

    Raises
    ------
    OutputError
        If the file cannot be written; nothing is left under its name.

    Examples
    --------
    >>> import datetime as dt, tempfile
    >>> from audit_lib.model.document import Section
    >>> words = Paragraph(sentences=(Sentence(text="We set no cookies."),))
    >>> document = Document(title="Notice", as_of=dt.date(2026, 11, 22),
    ...     sections=(Section(heading="Cookies", blocks=(words,)),))
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_document(document, f"{folder}/notice.docx").read_bytes()[:2]
    b'PK'
    """
    word = new_document(document.title, document.as_of)
    if document.foot:
        foot(word, document.foot)
    for section in document.sections:
        heading(word, section.heading, section.depth + 1, apart=section.set_apart)
        write_blocks(word, section.blocks, apart=section.set_apart, named=section.heading)
    return save(word, path)


def write_blocks(
    word: WordDocument, blocks: Sequence[Block], *, apart: bool = False, named: str = ""
) -> None:
    """Add paragraphs, lists and tables to a Word document; `apart` puts them into a box.

    Each table has an alternative text: its caption, the words that lead to it, or `named` and its columns.

    >>> import datetime as dt
    >>> word = new_document("Notice", dt.date(2026, 11, 22))
    >>> write_blocks(word, [Paragraph(sentences=(Sentence(text="We set no cookies."),))])
    >>> word.paragraphs[-1].text
    'We set no cookies.'
    """
    captions = iter([one.caption for one in captioned(named or "Table", blocks) if one.caption])
    for at, block in enumerate(blocks):
        following = blocks[at + 1] if at + 1 < len(blocks) else None
        if isinstance(block, Paragraph):
            leads = isinstance(following, Grid)
            added = paragraph(word, _runs(block.sentences, bold=leads), apart=apart)
            leads_on = isinstance(following, Grid | Bullets) or (apart and following is not None)
            added.paragraph_format.keep_with_next = leads_on
        elif isinstance(block, Bullets):
            for number, item in enumerate(block.items, start=1):
                added = paragraph(word, _runs([item]), bullet=True, apart=apart)
                inside = number < len(block.items) or following is not None
                added.paragraph_format.keep_with_next = apart and inside  # a box is not cut by a page
        else:
            rows = ([[_run(sentence) for sentence in cell] for cell in row] for row in block.rows)
            shares = block.shares or _SHARES.get(len(block.columns), ())
            made = table(word, block.columns, rows, shares, apart=apart)
            described(made, next(captions), headed=bool(block.columns))


def _run(sentence: Sentence, *, bold: bool = False) -> Run:
    ground = LEVELS[sentence.level].removeprefix("#") if sentence.level else ""
    return Run(sentence.text, marked=sentence.gap, bold=bold, ground=ground)


def _runs(sentences: Iterable[Sentence], *, bold: bool = False) -> Iterator[Run]:
    for at, sentence in enumerate(sentences):
        if at:
            yield Run(" ")
        yield _run(sentence, bold=bold)
