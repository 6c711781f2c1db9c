"""In which encoding a text file is written, and whether it is simple enough for the quick reader."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

_CHUNK: Final = 1 << 20
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: How people call the encodings.
_NAMES: Final = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8 with a byte order mark",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32": "UTF-32",
    "cp1252": "Windows-1252",
}


class Look(NamedTuple):
    """What a first look at a file says: Python's name of its encoding, and whether every line is one row.

    `simple` is true of UTF-8 without quotation marks, NUL bytes and carriage returns that end no line.
    """

    encoding: str
    simple: bool

    @property
    def spoken(self) -> str:
        """Return the encoding as people call it.

        >>> Look("cp1252", False).spoken
        'Windows-1252'
        """
        return _NAMES.get(self.encoding, self.encoding)


def known_encoding(encoding: str) -> bool:
    """Return whether a word names an encoding of text.

    >>> known_encoding("latin-1"), known_encoding("rot13"), known_encoding("latin-one")
    (True, False, False)
    """
    try:
        "x".encode(encoding)
    except (LookupError, ValueError):
        return False
    return True


def look(path: Path, stated: str | None = None) -> Look:
    r"""Return the encoding of a file, stated or found out, having read all of it once.

    Without a stated encoding it is what a byte order mark says; UTF-16 if every other byte at the start is
    NUL; UTF-8 if the first bytes beyond ASCII are UTF-8; else Windows-1252.

    >>> import tempfile
    >>> with tempfile.NamedTemporaryFile() as file:
    ...     Path(file.name).write_bytes("a;b\ncafé;1\n".encode("cp1252"))
    ...     look(Path(file.name))
    11
    Look(encoding='cp1252', simple=False)
    """
    with path.open("rb") as file:
        start = file.read(4096)
        file.seek(0)
        marked = _marked(start) if stated is None else None
        found = marked or (None if stated is None else codecs.lookup(stated).name)
        if found not in {None, "utf-8", "utf-8-sig", "ascii"}:
            return Look(str(found), False)
        guessed, simple = _scan(file, found)
    return Look(found or guessed, simple)


def _marked(start: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            return encoding
    half = len(start) // 2
    if half >= 2 and start[1::2].count(0) > 0.6 * half and start[::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if half >= 2 and start[::2].count(0) > 0.6 * half and start[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def _scan(file: BinaryIO, found: str | None) -> tuple[str, bool]:
    """Go through a file for the first bytes beyond ASCII, and for what the quick reader cannot take."""
    simple, guessed = True, found
    for chunk in _chunks(file):
        if simple:
            simple = not (b'"' in chunk or b"\0" in chunk or chunk.count(b"\r") != chunk.count(b"\r\n"))
        if guessed is None and not chunk.isascii():
            guessed = _utf_8_or_windows(chunk)
        if guessed is not None and not simple:
            break
    guessed = guessed or "utf-8"
    return guessed, simple and guessed in {"utf-8", "utf-8-sig"}


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    """Yield pieces of a file that end where a line ends, as far as lines are shorter than a piece."""
    rest = b""
    while block := file.read(_CHUNK):
        block = rest + block
        cut = block.rfind(b"\n") + 1 or (len(block) if len(block) > 2 * _CHUNK else 0)
        rest = block[cut:]
        if cut:
            yield block[:cut]
    if rest:
        yield rest


def _utf_8_or_windows(chunk: bytes) -> str:
    try:
        chunk.decode("utf-8")
    except UnicodeDecodeError:
        # Text with some good UTF-8 in it is UTF-8 with broken lines; with none, it never was.
        return "cp1252" if chunk.decode("utf-8", "ignore").isascii() else "utf-8"
    return "utf-8"
