"""A document as a Markdown file."""

from __future__ import annotations

from pathlib import Path

from ..model.document import Document
from ..notice.drafting.markdown import markdown
from .whole_file import write_text


def write_markdown(document: Document, path: str | Path) -> Path:
    """Write a document as Markdown (UTF-8), whole or not at all, and return the file.

    Nothing that comes from the map can become markup; a gap stands between square brackets.

    Raises
    ------
    OutputError
        If the file cannot be written; nothing is left under its name.

    Examples
    --------
    >>> import datetime as dt, tempfile
    >>> from audit_lib.model.document import Paragraph, Section, Sentence
    >>> words = Paragraph(sentences=(Sentence(text="We set no cookies."),))
    >>> document = Document(title="Notice", as_of=dt.date(2026, 11, 22),
    ...     sections=(Section(heading="Cookies", blocks=(words,)),))
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_markdown(document, f"{folder}/notice.md").read_text("utf-8").splitlines()[2]
    '## Cookies'
    """
    return write_text(path, markdown(document))
