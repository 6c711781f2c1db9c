"""A drafted notice as a Markdown file."""

from __future__ import annotations

from pathlib import Path

from ..model.notice_draft import NoticeDraft
from ..notice.drafting.markdown import markdown
from .whole_file import write_text


def write_markdown(draft: NoticeDraft, path: str | Path) -> Path:
    """Write a drafted notice as Markdown (UTF-8), whole or not at all, and return the file.

    Nothing that comes from the map can become markup; a gap stands between square brackets.

    Raises
    ------
    OutputError
        If the file cannot be written; nothing is left under its name.

    Examples
    --------
    >>> import datetime as dt, tempfile
    >>> from audit_lib.model.notice_draft import Paragraph, Section, Sentence
    >>> words = Paragraph(sentences=(Sentence(text="We set no cookies."),))
    >>> draft = NoticeDraft(map_id="m", title="Notice", version="1", as_of=dt.date(2026, 11, 22),
    ...     sections=(Section(heading="Cookies", blocks=(words,)),))
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_markdown(draft, f"{folder}/notice.md").read_text("utf-8").splitlines()[2]
    '## Cookies'
    """
    return write_text(path, markdown(draft))
