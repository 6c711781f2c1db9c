"""Plain values as YAML that is pleasant to read and means the same to readers of YAML 1.1 and of 1.2."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

#: Where long texts are folded and lists break over lines.
WIDTH: Final = 100

#: Words that some reader takes for a truth value, a number or nothing.
RESERVED: Final = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"])

#: What would end a plain text early or make it a key.
BREAKS_PLAIN: Final = re.compile(r":(?:\s|$)|\s#|\s$|\n")

SHORT_WORD: Final = re.compile(r"[A-Za-z0-9-]+")

ESCAPES: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def as_yaml(value: dict[str, Any]) -> str:
    """Return a mapping of texts, numbers, truth values, lists and mappings as YAML, block by block.

    Keys are the names of fields, which need no quotes.

    >>> print(as_yaml({"flows": [{"id": "rent", "data": ["name", "iban"], "note": "No: 1"}]}), end="")
    flows:
      - id: rent
        data: [name, iban]
        note: "No: 1"
    """
    return "".join(f"{line}\n" for line in _mapping(value, 0))


def _mapping(value: dict[str, Any], indent: int) -> Iterator[str]:
    pad = " " * indent
    for key, item in value.items():
        if isinstance(item, dict) and item:
            yield f"{pad}{key}:"
            yield from _mapping(item, indent + 2)
        elif isinstance(item, list) and item and not _in_line(item, indent + len(key)):
            yield f"{pad}{key}:"
            yield from _list(item, indent + 2)
        else:
            first, *rest = _scalar(item, indent, indent + len(key) + 2)
            yield f"{pad}{key}: {first}"
            yield from rest


def _list(items: list[Any], indent: int) -> Iterator[str]:
    pad = " " * indent
    for item in items:
        if isinstance(item, dict) and item:
            first, *rest = _mapping(item, indent + 2)
            yield f"{pad}- {first.lstrip()}"
        else:
            first, *rest = _scalar(item, indent, indent + 2)
            yield f"{pad}- {first}"
        yield from rest


def _in_line(items: list[Any], indent: int) -> bool:
    """Whether a list is short enough, and its items plain enough, for one line."""
    if not all(isinstance(item, str) and SHORT_WORD.fullmatch(item) for item in items):
        return False
    return indent + sum(len(item) + 4 for item in items) <= WIDTH


def _scalar(value: Any, indent: int, column: int) -> list[str]:
    """Return the lines of a value that is no block; the first stands behind the key or the dash."""
    if isinstance(value, bool):
        return ["true" if value else "false"]
    if isinstance(value, int | float):
        return [str(value)]
    if isinstance(value, list):
        return [f"[{', '.join(_scalar(item, 0, 0)[0] for item in value)}]"]
    if isinstance(value, dict):
        return ["{}"]
    return _text(value, indent, column)


def _text(value: str, indent: int, column: int) -> list[str]:
    if _is_plain(value) and column + len(value) <= WIDTH:
        return [value]
    if _can_fold(value) and column + len(value) > WIDTH:
        return [">-", *_folded(value, indent + 2)]
    if _can_stand_literally(value):
        return ["|-", *(f"{' ' * (indent + 2)}{line}" if line else "" for line in value.split("\n"))]
    return [_double_quoted(value)]


def _is_plain(text: str) -> bool:
    return (
        text[:1].isalpha()
        and text.isprintable()
        and text.lower() not in RESERVED
        and not BREAKS_PLAIN.search(text)
    )


def _can_fold(text: str) -> bool:
    """Whether single blanks are the only white space, so that each may become the end of a line."""
    return text.isprintable() and "  " not in text and text == text.strip() and " " in text


def _folded(text: str, indent: int) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        if line and indent + len(line) + 1 + len(word) > WIDTH:
            lines.append(" " * indent + line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, " " * indent + line]


def _can_stand_literally(text: str) -> bool:
    lines = text.split("\n")
    return (
        len(lines) > 1
        and bool(lines[0])
        and bool(lines[-1])
        and not lines[0].startswith(" ")
        and all(line.isprintable() and (not line or line.strip() != "") for line in lines)
    )


def _double_quoted(text: str) -> str:
    return f'"{"".join(ESCAPES.get(sign) or _shown(sign) for sign in text)}"'


def _shown(sign: str) -> str:
    if sign.isprintable():
        return sign
    number = ord(sign)
    return (
        f"\\x{number:02X}" if number < 256 else f"\\u{number:04X}" if number < 65_536 else f"\\U{number:08X}"
    )
