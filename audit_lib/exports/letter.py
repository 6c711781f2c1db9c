"""A letter as a Word file, a page or Markdown, in the form of a letter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from ..errors import ParameterError
from ..model.day import long_date
from ..model.document import Bullets, Sentence
from ..model.letter import Letter
from .document import write_blocks
from .letter_page import letter_page
from .letter_text import NOT_SENT, letter_text
from .whole_file import write_text
from .word import Run, heading, new_document, paragraph, save

#: Room for a signature, in points.
_SIGNATURE: Final = 34


def write_letter(letter: Letter, path: str | Path) -> Path:
    """Write a letter as its file's ending says: .docx, .html or .md; whole or not at all. Return the file.

    It opens with who writes, the day, and to whom; the subject stands beneath the greeting. What a person has
    to fill in is highlighted, and stands between square brackets. The checks come on a page of their own,
    which is marked as not to be sent. The same letter gives the same bytes.

    Raises
    ------
    ParameterError
        The ending is unknown.
    OutputError
        The file cannot be written; nothing is left under its name.

    Examples
    --------
    >>> import datetime as dt, tempfile
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.model.letter import LetterKind
    >>> from audit_lib.model.rights import RightKind
    >>> from audit_lib.rights.letters import draft_letter
    >>> letter = draft_letter(LetterKind.IDENTITY, example_map(), RightKind.ACCESS,
    ...     as_of=dt.date(2026, 11, 22))
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_letter(letter, f"{folder}/identity.docx").read_bytes()[:2]
    b'PK'
    """
    ending = Path(path).suffix.lower()
    if ending not in LETTER_ENDINGS:
        raise ParameterError.at("out", f'"{path}" must end in {", ".join(LETTER_ENDINGS)}.')
    return LETTER_ENDINGS[ending](letter, path)


def _write_word(letter: Letter, path: str | Path) -> Path:
    word = new_document(letter.title, letter.as_of, headed=False)
    _styles(word)
    _lines(word, letter.sender, right=True)
    _lines(word, [Sentence(text=long_date(letter.as_of))], right=True)
    _lines(word, letter.recipient)
    for line in letter.references[:-1]:
        _line(word, line.sentences)
    for line in letter.references[-1:]:
        _line(word, line.sentences, after=14)
    paragraph(word, _spaced(letter.greeting))
    heading(word, letter.title, 1)
    for part in letter.parts:
        before = len(word.paragraphs)
        if part.heading:
            heading(word, part.heading, 2)
        write_blocks(word, part.blocks)
    for last in word.paragraphs[before:] if letter.parts else []:
        last.paragraph_format.keep_with_next = True  # nobody signs an empty page
    _close(word, letter)
    _checks(word, letter)
    return save(word, path)


def _write_page(letter: Letter, path: str | Path) -> Path:
    return write_text(path, letter_page(letter))


def _write_markdown(letter: Letter, path: str | Path) -> Path:
    return write_text(path, letter_text(letter))


#: What a letter can be written as, by the ending of the file.
LETTER_ENDINGS: Final[Mapping[str, Callable[[Letter, str | Path], Path]]] = {
    ".docx": _write_word,
    ".html": _write_page,
    ".md": _write_markdown,
}


def _styles(word: WordDocument) -> None:
    """Make headings small: a letter is no report."""
    styles: Any = word.styles
    for name, size, before in (("Heading 1", 13, 4), ("Heading 2", 11.5, 12), ("Heading 3", 11, 8)):
        style = styles[name]
        style.font.size, style.font.bold = Pt(size), True
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(4)
    styles["Normal"].font.size = Pt(11)


def _lines(word: WordDocument, lines: Iterable[Sentence], *, right: bool = False) -> None:
    """Add lines that stand close together, and room beneath the last."""
    listed = list(lines)
    for at, each in enumerate(listed, start=1):
        _line(word, [each], right=right, after=16 if at == len(listed) else 0)


def _line(
    word: WordDocument, sentences: Iterable[Sentence], *, right: bool = False, after: float = 0
) -> None:
    added = paragraph(word, _spaced(sentences))
    added.paragraph_format.space_after = Pt(after)
    if right:
        added.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _spaced(sentences: Iterable[Sentence]) -> Iterable[Run]:
    for at, sentence in enumerate(sentences):
        if at:
            yield Run(" ")
        yield Run(sentence.text, marked=sentence.gap)


def _close(word: WordDocument, letter: Letter) -> None:
    for at, each in enumerate(letter.close):
        added = paragraph(word, _spaced([each]))
        added.paragraph_format.space_before = Pt(12 if at == 0 else 0)
        added.paragraph_format.space_after = Pt(_SIGNATURE if at == 0 else 0)
        added.paragraph_format.keep_with_next = at + 1 < len(letter.close)


def _checks(word: WordDocument, letter: Letter) -> None:
    if not letter.checks:
        return
    heading(word, NOT_SENT, 2, apart=True).paragraph_format.page_break_before = True
    write_blocks(word, [Bullets(items=letter.checks)], apart=True)
