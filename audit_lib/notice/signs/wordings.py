"""How the words of a wording can begin, so that a text without any such word need not be searched for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

#: How many letters of a word are looked at.
LETTERS: Final = 3
#: With more beginnings than these a word tells too little.
TELLING: Final = 90

MARK: Final = re.compile(r"\\.|\[[^\]]*\]|\(\?[!=:<]+|\{\d+,\d+\}|.", re.DOTALL)


def words_of(wording: str) -> Iterator[str]:
    """Yield the parts of a wording that blanks separate outside its brackets.

    >>> list(words_of("right to <2> (see|get a copy)"))
    ['right', 'to', '<2>', '(see|get a copy)']
    """
    depth, part = 0, ""
    for mark in MARK.findall(wording):
        depth += mark.startswith("(") - (mark == ")")
        if mark == " " and depth == 0:
            yield part
            part = ""
        else:
            part += mark
    yield part


def beginnings_of(part: str) -> frozenset[str] | None:
    """Return how the word that opens a part of a wording can begin, or None where it can begin anyhow.

    >>> sorted(beginnings_of("(delet|eras)*"))
    ['del', 'era']
    >>> beginnings_of("(the )?"), beginnings_of("<4>")
    (None, None)
    """
    if "(?" in part:
        return None
    found = frozenset(_expanded(MARK.findall(part), ""))
    plain = all(one and one.isalnum() for one in found)
    return found if plain and len(found) <= TELLING else None


def _expanded(marks: list[str], before: str) -> Iterator[str]:
    """Yield what letters such a text can begin with; what is no letter stands for anything."""
    if len(before) >= LETTERS or not marks or marks[0] in (" ", "*"):
        yield before if marks[:1] != ["*"] or len(before) >= LETTERS else "?"
        return
    first, rest = marks[0], marks[1:]
    if first == "(":
        choices, rest = _group(marks)
        optional, rest = _optional(rest)
        if optional:
            yield from _expanded(rest, before)
        for choice in choices:
            yield from _expanded(choice + rest, before)
        return
    optional, rest = _optional(rest)
    if optional:
        yield from _expanded(rest, before)
    if first.startswith("\\") and not first[1:].isalnum():
        yield before or "?"
        return
    yield from _expanded(rest, before + first) if first.isalnum() else iter("?")


def _optional(marks: list[str]) -> tuple[bool, list[str]]:
    """Return whether what came before may be absent, and the rest."""
    if marks and (marks[0] == "?" or marks[0].startswith("{0,")):
        return True, marks[1:]
    if marks and marks[0].startswith("{"):
        return False, marks[1:]
    return False, marks


def _group(marks: list[str]) -> tuple[list[list[str]], list[str]]:
    """Return the choices of the group that opens a form, and what follows it."""
    depth, choices = 0, [list[str]()]
    for at, mark in enumerate(marks):
        depth += mark.startswith("(") - (mark == ")")
        if depth == 0:
            return choices, marks[at + 1 :]
        if depth == 1 and mark == "|":
            choices.append([])
        elif at:
            choices[-1].append(mark)
    return choices, []
