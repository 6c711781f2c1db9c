"""Faults of YAML syntax in words that somebody who keeps a map understands."""

from __future__ import annotations

import re
from typing import Final

import yaml

from ..errors import Fault, Place
from .quoting import plain, quoted

#: What libyaml, made for YAML 1.1, takes for the end of a line and YAML 1.2 does not.
OLD_BREAKS: Final = {"\x85": "\\N", "\u2028": "\\L", "\u2029": "\\P"}

#: Characters that no YAML text may hold.
REFUSED: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")

#: What the parser says, and what it means; the first that fits counts.
MEANINGS: Final = (
    ("unexpected end of stream", "The quote that opens here is never closed."),
    ("unexpected document", "The quote that opens here is never closed."),
    (
        "mapping values are not allowed",
        "A colon with a blank behind it starts a value here, where none can start: "
        "put the text in quotes, or check how far the lines are indented.",
    ),
    ("could not find expected ':'", "A key needs a colon and a blank behind it."),
    ("expected ',' or ']'", "The list that opens with [ here is not closed, or lacks a comma."),
    ("expected ',' or '}'", "The mapping that opens with { here is not closed, or lacks a comma."),
    ("expected key", "This line does not fit: check how far it is indented, and its quotes."),
    ("expected '-' indicator", "This line does not fit: check how far it is indented, and its dash."),
    ("expected <block end>", "This line does not fit: check how far it is indented, and its quotes."),
    ("sequence entries", "A dash cannot start a list here: put it on a line of its own."),
    ("block mapping", "This line does not fit: check how far it is indented."),
    (
        "unknown escape character",
        "This backslash escape is none that YAML knows: double the backslash, or use single quotes.",
    ),
    ("hexdecimal number", "The backslash escape here is not complete: it lacks digits."),
    ("Unicode character escape", "The backslash escape here stands for no character."),
    ("directive", "Lines that start with % are directives of YAML; no map needs one."),
    ("expected escape", "The backslash escape here is not complete: it lacks digits."),
    ("tag", "Tags, which start with !, are refused: write plain values."),
    ("anchor", "An anchor (&) needs a name here; put text that starts so in quotes."),
    ("alias", "An alias (*) needs a name here; put text that starts so in quotes."),
    ("<document start>", "Something stands here that belongs to nothing above it."),
    ("node content", "A value is missing here, or a sign stands where a value should."),
)  # fmt: skip


def character_fault(text: str, file: str) -> Fault | None:
    r"""Return the fault of a text that holds a line break which readers of YAML do not agree on.

    >>> print(character_fault("a: one\u2028two", "notes.yaml"))
    notes.yaml:1:7 The character U+2028 breaks a line for some readers ... Write "\L" in double quotes.
    >>> character_fault("a: one", "notes.yaml")
    """
    for sign, escape in OLD_BREAKS.items():
        at = text.find(sign)
        if at >= 0:
            what = (
                f"The character U+{ord(sign):04X} breaks a line for some readers of YAML and not for others."
            )
            return Fault(_place(text, at, file), f'{what} Write "{escape}" in double quotes.')
    return None


def syntax_fault(error: yaml.YAMLError, text: str, file: str) -> Fault:
    """Return what the parser did not like, with the place where a person would look for it.

    >>> import yaml
    >>> try:
    ...     list(yaml.parse('note: "open'))
    ... except yaml.YAMLError as error:
    ...     print(syntax_fault(error, 'note: "open', "notes.yaml"))
    notes.yaml:1:7 The quote that opens here is never closed.
    """
    refused = REFUSED.search(text)
    if refused and not isinstance(error, yaml.MarkedYAMLError):
        place = _place(text, refused.start(), file)
        return Fault(place, f"The character U+{ord(refused[0]):04X} cannot stand in YAML: take it out.")
    if not isinstance(error, yaml.MarkedYAMLError):
        return Fault(Place(file), f"This is not valid YAML: {plain(str(error))}.")
    said = f"{error.context or ''} {error.problem or ''}"
    mark = error.problem_mark or error.context_mark
    if (
        any(sign in said for sign in ("unexpected end", "document indicator", "',' or"))
        and error.context_mark
    ):
        mark = error.context_mark
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
    return Fault(place, _sign_fault(text, place) if "any token" in said or "tab" in said else _meaning(said))


def _sign_fault(text: str, place: Place) -> str:
    line = text.split("\n")[place.line - 1] if place.line else ""
    sign = line[place.column - 1 : place.column]
    if sign == "\t" or not sign or "\t" in line[: place.column]:
        return "A tab stands here: YAML is indented with blanks."
    return f"A value cannot start with {quoted(sign)}: put it in quotes."


def _meaning(said: str) -> str:
    for part, meaning in MEANINGS:
        if part in said:
            return meaning
    return f"This is not valid YAML: {plain(said.strip())}."


def _place(text: str, at: int, file: str) -> Place:
    before = text[:at].replace("\r\n", "\n").replace("\r", "\n")
    return Place(file, before.count("\n") + 1, at - max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)))
