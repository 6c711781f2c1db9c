"""Foreign text in a message: short, on one line, and harmless to a terminal."""

from __future__ import annotations

import unicodedata
from typing import Final

#: How many characters of a value a message shows.
SHOWN: Final = 60

#: Control, format, surrogate, private and line-breaking characters: shown by their number.
HIDDEN: Final = frozenset(["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"])


def plain(text: str) -> str:
    r"""Return a text shortened to 60 characters, with characters that cannot be seen as escapes.

    >>> plain("red\x1b[31m\n")
    'red\\x1b[31m\\n'
    """
    short = text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
    return "".join(
        ascii(letter)[1:-1] if unicodedata.category(letter) in HIDDEN else letter for letter in short
    )


def quoted(value: object) -> str:
    """Return a value of a file as a message shows it.

    >>> quoted("a" * 100) == '"' + "a" * 59 + '…"'
    True
    >>> quoted(["a"]), quoted(None)
    ('a list', 'nothing')
    """
    if value is None:
        return "nothing"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "a mapping"
    return f'"{plain(str(value))}"'
