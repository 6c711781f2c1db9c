"""A published privacy notice as a text."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from ..errors import Fault, NoticeError, Place
from .text_file import read_text

#: How many bytes a notice may have.
MAX_NOTICE: Final = 20_000_000


def read_notice(path: str | Path) -> str:
    r"""Return the text of a notice (plain text or Markdown, UTF-8, at most 20 MB), lines ended by ``\n``.

    Raises
    ------
    NoticeError
        When there is no such file, it is no regular file, too large, not UTF-8, or without a word.

    >>> read_notice("no-such-notice.txt")
    Traceback (most recent call last):
    audit_lib.errors.NoticeError: no-such-notice.txt There is no such file.
    """
    file = Path(path)
    text = read_text(file, MAX_NOTICE, NoticeError).replace("\r\n", "\n").replace("\r", "\n")
    unfit = text.find("\0")
    if unfit >= 0:
        line, column = text.count("\n", 0, unfit) + 1, unfit - text.rfind("\n", 0, unfit)
        raise NoticeError([Fault(Place(str(file), line, column), "A zero byte: this is no text file.")])
    if not any(letter.isalnum() for letter in text):
        raise NoticeError([Fault(Place(str(file)), "The file is empty: it holds no word.")])
    return text
