"""In which format a file is written: by what it holds first, then by its name."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Final, Literal

from .notice_lines import UnreadableError

Format = Literal["text", "markdown", "html", "pdf", "docx"]

#: Names of files that say what is in them.
SUFFIXES: Final[dict[str, Format]] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".htm": "html",
    ".html": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
}

#: How to name each format, and the suffix that a file of it should have.
NAMES: Final[dict[Format, tuple[str, str]]] = {
    "text": ("plain text", ".txt"),
    "markdown": ("Markdown", ".md"),
    "html": ("a web page", ".html"),
    "pdf": ("a PDF", ".pdf"),
    "docx": ("a Word document", ".docx"),
}

#: What to do with what holds no text as such.
RECOGNISE: Final = "have the text in it recognised (OCR), or ask for the text"
SAVE: Final = "save it as .docx, .pdf or .txt"
UNPACK: Final = "unpack it and give the notice that is in it"

#: First bytes of what is not read, what that is, and what to do.
FOREIGN: Final[tuple[tuple[bytes, str, str], ...]] = (
    (b"\x89PNG\r\n", "a picture (PNG)", RECOGNISE),
    (b"\xff\xd8\xff", "a picture (JPEG)", RECOGNISE),
    (b"GIF8", "a picture (GIF)", RECOGNISE),
    (b"II*\0", "a picture (TIFF)", RECOGNISE),
    (b"MM\0*", "a picture (TIFF)", RECOGNISE),
    (b"BM", "a picture (BMP)", RECOGNISE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a document of an old version of Word", SAVE),
    (b"{\\rtf", "a rich text (RTF)", SAVE),
    (b"%!PS", "a PostScript file", "save it as .pdf"),
    (b"\x1f\x8b", "a packed file (gzip)", UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a packed file (7z)", UNPACK),
    (b"Rar!", "a packed file (RAR)", UNPACK),
    (b"bplist00", "a web archive", "save the page as HTML or print it to a PDF"),
)

#: How a web page begins, behind blanks and comments.
PAGE: Final = re.compile(
    rb"(?:\s|<!--.{0,2000}?-->|<\?xml[^>]{0,200}>)*<(?:!doctype\s+html|html[\s>])", re.IGNORECASE | re.DOTALL
)

#: How a web page that a browser saved with its pictures in one file begins.
ARCHIVE: Final = re.compile(
    rb"(?:From: <Saved by|MIME-Version: 1\.0|From:.{0,300}\r?\nSnapshot-Content-Location)", re.DOTALL
)


def notice_format(data: bytes, path: Path) -> Format:
    """Return the format of a file from its bytes and its name.

    What a file holds decides; where its name says something else, one of the two is wrong: it is refused.

    Raises
    ------
    UnreadableError
        When the file is of a format that is not read, or is not what its name says.

    >>> notice_format(b"%PDF-1.7", Path("notice"))
    'pdf'
    >>> notice_format(b"%PDF-1.7", Path("notice.txt"))
    Traceback (most recent call last):
    audit_lib.files.notice_lines.UnreadableError: The file is a PDF, its name says plain text: rename it .pdf.
    """
    named = SUFFIXES.get(path.suffix.lower())
    held = _held(data)
    if named == "pdf" and b"%PDF-" in data[:1024]:
        return "pdf"  # some programs put something before it
    if held is None:
        if named in {"pdf", "docx"}:
            raise UnreadableError(
                f"The file is no {NAMES[named][0].removeprefix('a ')}, though its name says so."
            )
        return named or "text"
    if named is not None and held != named:
        what, suffix = NAMES[held]
        raise UnreadableError(f"The file is {what}, its name says {NAMES[named][0]}: rename it {suffix}.")
    return held


def _held(data: bytes) -> Format | None:
    """Return the format that the bytes show, or None if they may be any text."""
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _in_archive(data)
    for first, what, advice in FOREIGN:
        if data.startswith(first) and not (first == b"BM" and b"\0" not in data[:64]):
            raise UnreadableError(f"The file is {what}: {advice}.")
    if data[4:8] == b"ftyp" or (data.startswith(b"RIFF") and data[8:12] == b"WEBP"):
        raise UnreadableError(f"The file is a picture or a film: {RECOGNISE}.")
    if ARCHIVE.match(data[:2_000]):
        raise UnreadableError(
            "The file is a web archive (MHTML): save the page as HTML or print it to a PDF."
        )
    page = data.removeprefix(b"\xef\xbb\xbf")[:8_000]
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        page = data[:16_000].replace(b"\0", b"")[2:]
    return "html" if PAGE.match(page) else None


def _in_archive(data: bytes) -> Format:
    """Return the format of a zip archive: office programs write their documents so."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = frozenset(archive.namelist()[:10_000])
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise UnreadableError("The file is a damaged archive (zip) or document; save it anew.") from None
    if "word/document.xml" in names:
        return "docx"
    if "mimetype" in names:
        raise UnreadableError(f"The file is an OpenDocument or an e-book: {SAVE}.")
    if names & {"xl/workbook.xml", "ppt/presentation.xml"}:
        raise UnreadableError(f"The file is a workbook or a presentation: {SAVE}.")
    raise UnreadableError(f"The file is a packed file (zip): {UNPACK}.")
