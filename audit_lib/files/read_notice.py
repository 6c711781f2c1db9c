"""A published privacy notice as a text."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from ..errors import Fault, NoticeError, Place
from .notice_format import Format, notice_format
from .notice_lines import UnreadableError, write_lines
from .text_file import decode_text, read_bytes

#: How many bytes a notice may have.
MAX_NOTICE: Final = 20_000_000


def read_notice(path: str | Path) -> str:
    r"""Return the text of a notice: plain text, Markdown, HTML, PDF or Word (.docx), of at most 20 MB.

    Plain text (UTF-8) comes back as it stands, lines ended by ``\n``. All others come back in one form: one
    paragraph, list item or row of a table a line; headings behind ``#`` as in Markdown; items and rows behind
    a hyphen, the cells of a row set apart by ``|``; where links lead to in brackets behind their words. An
    address of e-mail that a web host masks stays masked. Nothing in a file is run, opened or fetched.

    Raises
    ------
    NoticeError
        When there is no such file, it is no regular file, too large, of another format, not what its name
        says, damaged, locked, or without a word.

    >>> read_notice("no-such-notice.txt")
    Traceback (most recent call last):
    audit_lib.errors.NoticeError: no-such-notice.txt There is no such file.
    """
    file = Path(path)
    data = read_bytes(file, MAX_NOTICE, NoticeError)
    try:
        text = _text(data, file, notice_format(data, file))
    except UnreadableError as failure:
        raise NoticeError([Fault(Place(str(file)), str(failure))]) from failure
    if not any(letter.isalnum() for letter in text):
        raise NoticeError([Fault(Place(str(file)), "The file is empty: it holds no word.")])
    return text


def _text(data: bytes, file: Path, held: Format) -> str:
    """Return the text form of a file."""
    match held:
        case "html":
            return _page(data, file)
        case "pdf":
            return _pdf(data)
        case "docx":
            return _document(data)
        case "markdown":
            return _markdown(_plain(data, file))
    return _plain(data, file)


# What reads a format is imported when a file of it comes, since none of it is needed to check a map.


def _page(data: bytes, file: Path) -> str:
    from .html_source import MARKS  # noqa: PLC0415
    from .notice_html import html_lines  # noqa: PLC0415

    if not data.startswith(tuple(mark for mark, _ in MARKS)):
        _refuse_zero(data.decode("latin-1"), file)
    lines, title = html_lines(data)
    if not lines:
        raise UnreadableError(
            "The page has no words before its scripts run: open it in a browser and print it to a PDF."
        )
    return write_lines(lines, title)


def _pdf(data: bytes) -> str:
    from .notice_pdf import pdf_lines  # noqa: PLC0415

    return write_lines(pdf_lines(data))


def _document(data: bytes) -> str:
    from .notice_document import document_lines  # noqa: PLC0415

    return write_lines(document_lines(data))


def _markdown(text: str) -> str:
    from .notice_markdown import markdown_lines  # noqa: PLC0415

    return write_lines(*markdown_lines(text))


def _plain(data: bytes, file: Path) -> str:
    """Return a text file with its line ends made one."""
    text = decode_text(data, file, NoticeError).replace("\r\n", "\n").replace("\r", "\n")
    _refuse_zero(text, file)
    return text


def _refuse_zero(text: str, file: Path) -> None:
    """Refuse a zero byte, which shows that a file is no text, or one that has two bytes a sign."""
    unfit = text.find("\0")
    if unfit < 0:
        return
    if text.count("\0") * 4 > len(text):
        raise UnreadableError("The file seems to be UTF-16: save it as UTF-8.")
    line, column = text.count("\n", 0, unfit) + 1, unfit - text.rfind("\n", 0, unfit)
    raise NoticeError([Fault(Place(str(file), line, column), "A zero byte: this is no text file.")])
