"""Ways to put a decision into a YAML text or to take one out, the most pleasant first; none is proven."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from .decision_spans import (
    BREAK,
    Span,
    is_alias,
    is_list,
    line_break,
    line_end,
    line_start,
    next_line,
    past_comments,
    spans,
)
from .decision_words import Fields, Style, in_brackets, one_line, told

SECTION: Final = "decisions"

#: A comment behind the sign that opens a text of several lines.
COMMENT: Final = re.compile(r"[|>][-+0-9]*([ \t]+#[^\r\n]*)")

EMPTY_LINE: Final = re.compile(r"(?:\r\n|\r(?!\n)|\n)[ \t]*[\r\n]")


class Edit(NamedTuple):
    """A piece of a text, from one character to before another, and what comes in its place."""

    start: int
    end: int
    said: str


def puts(text: str, fields: Fields, number: int | None) -> Iterator[str]:
    r"""Yield texts that may have a decision in place of an entry (by its number), or after the last.

    >>> next(puts("decisions: []", {"finding": "a"}, None))
    'decisions:\n  - finding: a'
    """
    root = spans(text)
    pair = root.value_of(SECTION) if root else None
    if root is None or pair is None:
        return
    key, section = pair
    quoted = text[key.start : key.end].startswith('"')
    for folded in (True, False):
        style = Style(line_break(text), folded)
        if number is not None:
            if is_list(section) and not is_alias(section.below[number]):
                yield applied(text, _changes(text, section.below[number], fields, style))
        elif is_list(section) and section.below:
            if section.flow:
                yield _after_last_in_brackets(text, section, fields)
            else:
                yield from _after_last(text, section, fields, style)
        elif not is_alias(section):
            if not root.flow:
                yield _beneath(text, key, section, fields, style)
            yield from _into_brackets(text, section, in_brackets(fields, quoted=quoted))


def _beneath(text: str, key: Span, section: Span, fields: Fields, style: Style) -> str:
    """Write the first entry beneath the name of the section."""
    bare = text[: section.start].rstrip(" \t") + text[section.end :]
    end = past_comments(bare, key.end, key.column)
    return f"{bare[:end]}{style.line_break}{style.entry(fields, 2, 2)}{bare[end:]}"


def _into_brackets(text: str, section: Span, entry: str) -> Iterator[str]:
    if is_list(section):
        yield f"{text[: section.end - 1]}{entry}{text[section.end - 1 :]}"
    yield f"{text[: section.start].rstrip()} [{entry}]{text[section.end :]}"


def _after_last(text: str, section: Span, fields: Fields, style: Style) -> Iterator[str]:
    """Write an entry after the last, indented as the first, with an empty line between if they have one."""
    first, last = section.below[0], section.below[-1]
    same_line = not BREAK.search(text, section.start, first.start)
    offset = max(first.column - section.column, 2) if same_line and not is_alias(first) else 2
    entry = style.entry(fields, section.column, offset)
    between = text[section.below[-2].end : last.start] if len(section.below) > 1 else ""
    gap = style.line_break if EMPTY_LINE.search(between) else ""
    for at in (past_comments(text, section.end, section.column), line_end(text, section.end)):
        yield f"{text[:at]}{style.line_break}{gap}{entry}{text[at:]}"


def _after_last_in_brackets(text: str, section: Span, fields: Fields) -> str:
    last = section.below[-1]
    entry = in_brackets(fields, quoted=_is_json(text, last))
    rest = re.compile(r"[ \t]*(,?)[ \t]*(?:#[^\r\n]*)?(?=[\r\n])").match(text, last.end)
    lead = text[line_start(text, last.start) : last.start]
    if not rest or lead.strip(" "):
        return f"{text[: last.end]}, {entry}{text[last.end :]}"
    comma, behind = ("", ",") if rest.group(1) else (",", "")
    before = f"{text[: last.end]}{comma}{text[last.end : rest.end()]}"
    return f"{before}{line_break(text)}{lead}{entry}{behind}{text[rest.end() :]}"


def _is_json(text: str, entry: Span) -> bool:
    return bool(entry.keys) and text[entry.keys[0].start] == '"'


def _changes(text: str, entry: Span, fields: Fields, style: Style) -> Iterator[Edit]:
    """Yield what has to change in an entry; values that stay are not touched."""
    new: dict[str, str | None] = {}
    for name, value in fields.items():
        pair = entry.value_of(name)
        if pair is None:
            new[name] = value
        elif value is None:
            yield _without(text, *pair, alone=not entry.flow and pair[0] is not entry.keys[0])
        elif pair[1].text.strip() != value or is_alias(pair[1]):
            said = _said(text, entry, (name, value), pair[1], style)
            blank = " " if text[pair[1].start - 1] == ":" else ""
            yield Edit(pair[1].start, pair[1].end, blank + said)
    if told(new) and entry.flow:
        end = entry.below[-1].end
        yield Edit(end, end, f", {in_brackets(new, quoted=_is_json(text, entry))[1:-1]}")
    elif told(new):
        end = line_end(text, entry.end)
        lines = [line for name, value in told(new).items() for line in style.lines(name, value)]
        yield Edit(end, end, style.indented(lines, entry.column))


def _said(text: str, entry: Span, named: tuple[str, str], old: Span, style: Style) -> str:
    """Return a new value for an old one, with the comment that stood behind the sign that opened it."""
    name, value = named
    if entry.flow:
        return one_line(value, quoted=_is_json(text, entry))
    first, *rest = style.lines(name, value)
    comment = COMMENT.match(text, old.start)
    return first[len(name) + 2 :] + (comment.group(1) if comment else "") + style.indented(rest, entry.column)


def _without(text: str, key: Span, value: Span, *, alone: bool) -> Edit:
    """Take a field out: its line where it stands alone on it, else only its value."""
    start, end = line_start(text, key.start), line_end(text, value.end)
    if not alone or text[start : key.start].strip() or text[value.end : end].strip():
        return Edit(value.start, value.end, "null" if text[value.start - 1] != ":" else " null")
    return _whole_lines(text, start, end)


def _whole_lines(text: str, start: int, end: int) -> Edit:
    """Take whole lines out; a text that had no line break at its end has none afterwards."""
    if end < len(text):
        return Edit(start, next_line(text, end), "")
    before = re.search(r"(?:[ \t]*(?:\r\n|\r|\n))+\Z", text[:start])
    return Edit(before.start() if before else start, end, "")


def takes(text: str, number: int) -> Iterator[str]:
    r"""Yield texts that may lack an entry, the most careful first.

    >>> next(takes("decisions:\n- {finding: a}\n- {finding: b}\n", 0))
    'decisions:\n- {finding: b}\n'
    """
    root = spans(text)
    pair = root.value_of(SECTION) if root else None
    if pair is None or not is_list(pair[1]):
        return
    section = pair[1]
    entry = section.below[number]
    if not section.flow:
        start = line_start(text, text.rfind("-", 0, entry.start))
        for end in (line_end(text, entry.end), past_comments(text, entry.end, section.column)):
            yield applied(text, [_whole_lines(text, start, end)])
    elif number + 1 < len(section.below):
        yield text[: entry.start] + text[section.below[number + 1].start :]
    elif number:
        yield text[: section.below[number - 1].end] + text[entry.end :]
    else:
        yield text[: entry.start] + re.sub(r"\A\s*,", "", text[entry.end :])


def applied(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with edits done, which do not overlap.

    >>> applied("a b", [Edit(0, 1, "c"), Edit(2, 3, "")])
    'c '
    """
    for start, end, said in sorted(edits, reverse=True):
        text = text[:start] + said + text[end:]
    return text
