"""A drafted notice as a Word document, for people who fill in its gaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from docx.document import Document

from ..model.notice_draft import Bullets, Grid, NoticeDraft, Paragraph, Section, Sentence
from .word import Run, heading, new_document, paragraph, save, table

#: How wide the columns of a table are that has so many, in parts of the whole.
_SHARES: Final = {3: (1.2, 1.8, 2.0), 5: (1.1, 1.3, 1.3, 1.1, 1.2)}


def write_document(draft: NoticeDraft, path: str | Path) -> Path:
    """Write a drafted notice as a Word document (.docx), whole or not at all, and return the file.

    Headings are real headings, tables repeat their head on every page, gaps are highlighted (Word finds them
    by "Find: highlight"), the right to object stands in a box. The document bears the day of the draft, no
    clock and no author, so that the same draft gives the same bytes.

    Raises
    ------
    OutputError
        If the file cannot be written; nothing is left under its name.

    Examples
    --------
    >>> import datetime as dt, tempfile
    >>> words = Paragraph(sentences=(Sentence(text="We set no cookies."),))
    >>> draft = NoticeDraft(map_id="m", title="Notice", version="1", as_of=dt.date(2026, 11, 22),
    ...     sections=(Section(heading="Cookies", blocks=(words,)),))
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_document(draft, f"{folder}/notice.docx").read_bytes()[:2]
    b'PK'
    """
    document = new_document(draft.title, draft.as_of)
    for section in draft.sections:
        heading(document, section.heading, apart=section.set_apart)
        _blocks(document, section)
    return save(document, path)


def _blocks(document: Document, section: Section) -> None:
    apart = section.set_apart
    for at, block in enumerate(section.blocks):
        following = section.blocks[at + 1] if at + 1 < len(section.blocks) else None
        if isinstance(block, Paragraph):
            leads = isinstance(following, Grid)
            added = paragraph(document, _runs(block.sentences, bold=leads), apart=apart)
            added.paragraph_format.keep_with_next = isinstance(following, Grid | Bullets)
        elif isinstance(block, Bullets):
            for item in block.items:
                paragraph(document, _runs([item]), bullet=True, apart=apart)
        else:
            rows = ([[_run(sentence) for sentence in cell] for cell in row] for row in block.rows)
            table(document, block.columns, rows, _SHARES.get(len(block.columns), ()))


def _run(sentence: Sentence, *, bold: bool = False) -> Run:
    return Run(sentence.text, marked=sentence.gap, bold=bold)


def _runs(sentences: Iterable[Sentence], *, bold: bool = False) -> Iterator[Run]:
    for at, sentence in enumerate(sentences):
        if at:
            yield Run(" ")
        yield _run(sentence, bold=bold)
