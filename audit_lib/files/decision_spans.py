"""Where the values of a YAML text begin and end, to the character, so that one can be changed alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from .yaml_events import events

#: The end of a line; other breaks that libyaml knows are refused when a map is read.
BREAK: Final = re.compile(r"\r\n|\r|\n")


@dataclass(slots=True)
class Span:
    """A value: where it begins and ends (by character, from 0), the column it begins in, what it holds.

    A block ends with the last character of its last value: comments and empty lines behind are not its own.
    `keys` are the keys of a mapping, side by side with their values in `below`.
    """

    kind: type[Any]
    start: int
    column: int
    end: int
    flow: bool = False
    text: str = ""
    keys: list[Span] = field(default_factory=list)
    below: list[Span] = field(default_factory=list)

    def value_of(self, key: str) -> tuple[Span, Span] | None:
        """Return a key of a mapping with its value, or None.

        >>> spans("a: 1").value_of("b")
        """
        pairs = zip(self.keys, self.below, strict=True)
        return next(((name, value) for name, value in pairs if name.text == key), None)


def spans(text: str) -> Span | None:
    r"""Return the values of a YAML text that `read_yaml` accepts, as a tree; None for a text without any.

    >>> root = spans("decisions:\n- finding: a # why\n")
    >>> item = root.below[0].below[0]
    >>> item.start, item.end
    (13, 23)
    """
    stream = events(text)
    for event in stream:
        if isinstance(event, DocumentStartEvent):
            return _span(next(stream), stream, text)
    return None


def _span(event: Any, stream: Iterator[Any], text: str) -> Span:
    mark = event.start_mark
    found = Span(type(event), mark.index, mark.column, event.end_mark.index)
    if isinstance(event, ScalarEvent):
        found.text = event.value
        if event.style in ("|", ">"):
            found.end = mark.index + len(text[mark.index : found.end].rstrip(" \t\r\n"))
    elif isinstance(event, MappingStartEvent | SequenceStartEvent):
        found.flow = bool(event.flow_style)
        _fill(found, stream, text)
    return found


def _fill(found: Span, stream: Iterator[Any], text: str) -> None:
    for event in stream:
        if isinstance(event, MappingEndEvent | SequenceEndEvent):
            end: Any = event.end_mark
            if found.flow:
                found.end = end.index
            elif found.below:
                found.end = found.below[-1].end
            return
        if found.kind is MappingStartEvent:
            found.keys.append(_span(event, stream, text))
            found.below.append(_span(next(stream), stream, text))
        else:
            found.below.append(_span(event, stream, text))


def is_alias(span: Span) -> bool:
    """Whether a value stands elsewhere, under an anchor.

    >>> is_alias(spans("a"))
    False
    """
    return span.kind is AliasEvent


def is_list(span: Span) -> bool:
    """Whether a value is a list.

    >>> is_list(spans("[a, b]"))
    True
    """
    return span.kind is SequenceStartEvent


def line_end(text: str, at: int) -> int:
    r"""Return where the line of a character ends, before its line break.

    >>> line_end("one\r\ntwo", 1)
    3
    """
    found = BREAK.search(text, at)
    return found.start() if found else len(text)


def line_start(text: str, at: int) -> int:
    r"""Return where the line of a character starts.

    >>> line_start("one\r\ntwo", 6)
    5
    """
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def next_line(text: str, at: int) -> int:
    r"""Return where the line after that of a character starts, or the end of the text.

    >>> next_line("one\r\ntwo", 1)
    5
    """
    found = BREAK.search(text, at)
    return found.end() if found else len(text)


def line_break(text: str) -> str:
    r"""Return the line break that a text uses: that of its first line.

    >>> line_break("one\r\ntwo")
    '\r\n'
    """
    found = BREAK.search(text)
    return found.group() if found else "\n"


def past_comments(text: str, at: int, column: int) -> int:
    r"""Return the end of the last line, from that of `at` on, of comments further right than a column.

    >>> past_comments("- a\n    # about a\n# about b\n- b", 2, 0)
    17
    """
    end = line_end(text, at)
    while end < len(text):
        start = next_line(text, end)
        following = line_end(text, start)
        line = text[start:following]
        words = line.lstrip(" ")
        if not words.startswith("#") or len(line) - len(words) <= column:
            break
        end = following
    return end
