"""The lines of a text file one by one, each bounded, with a word on those that cannot be read."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple, TextIO

#: How many characters a line may have; of a longer one that many are kept.
LONGEST: Final = 1_000_000

_KEEP: Final = "audit-lib-keep"
_BROKEN: Final = re.compile("[\udc00-\udcff]")


class Line(NamedTuple):
    """A line: its number, its text without the line break, and why it cannot be read, or nothing."""

    number: int
    text: str
    why: str = ""


def _keep(failure: UnicodeError) -> tuple[str, int]:
    """Let bytes that are no text stand as themselves, so that the line around them can be kept."""
    if not isinstance(failure, UnicodeDecodeError):
        raise failure
    wrong = failure.object[failure.start : failure.end]
    return "".join(chr(0xDC00 + byte) for byte in wrong), failure.end


codecs.register_error(_KEEP, _keep)


def lines(path: Path, encoding: str, *, line_break: str = "") -> Iterator[Line]:
    r"""Yield the lines of a file.

    Parameters
    ----------
    line_break
        What ends a line: the empty text for any of \\n, \\r\\n and \\r, or "\\n" for this one alone.

    >>> import tempfile
    >>> with tempfile.NamedTemporaryFile() as file:
    ...     Path(file.name).write_bytes(b"a\r\n\xff\n")
    ...     list(lines(Path(file.name), "utf-8"))
    5
    [Line(number=1, text='a', why=''),
     Line(number=2, text='\udcff', why='it holds bytes that are not text in this encoding')]
    """
    with path.open(encoding=encoding, errors=_KEEP, newline=line_break) as file:
        number = 0
        while text := file.readline(LONGEST + 1):
            number += 1
            if text[-1] not in "\r\n" and len(text) > LONGEST:
                _to_line_break(file)
                yield Line(number, text[:LONGEST], f"the line is longer than {LONGEST:,} characters")
                continue
            yield _line(number, text)


def _line(number: int, text: str) -> Line:
    bare = text.rstrip("\r\n")
    if bare.isascii():
        return Line(number, bare, "it holds a NUL byte") if "\0" in bare else Line(number, bare)
    if _BROKEN.search(bare):
        return Line(number, bare, "it holds bytes that are not text in this encoding")
    return Line(number, bare, "it holds a NUL byte" if "\0" in bare else "")


def _to_line_break(file: TextIO) -> None:
    while (piece := file.readline(LONGEST)) and piece[-1] not in "\r\n":
        pass
