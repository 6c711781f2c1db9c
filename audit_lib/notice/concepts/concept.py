"""A concept: something that notices speak of, and the phrases by which it is recognised."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Final, NamedTuple

#: Phrases under this id speak of nothing; they keep shorter phrases inside them from being found.
NOTHING: Final = "-"


class Family(StrEnum):
    """What kind of thing a concept is."""

    DATA = "data"
    PURPOSE = "purpose"
    PARTY = "party"
    SUBJECT = "subject"
    MEASURE = "measure"
    CHANNEL = "channel"
    BASIS = "basis"
    RIGHT = "right"


class Concept(NamedTuple):
    """One row of a table of concepts.

    `mark` is a letter whose meaning the table says, `phrases` what is looked for (see `phrases`), `weak`
    phrases that count only where the words around them confirm it.
    """

    family: Family
    id: str
    name: str
    parent: str | None
    mark: str
    phrases: tuple[str, ...]
    weak: tuple[str, ...]


def read_table(family: Family, table: str) -> tuple[Concept, ...]:
    """Return the concepts of a table, in its order.

    A row is ``id | name | mark | phrase; phrase; ~weak phrase``; two blanks more of indentation put it under
    the row above, and a row that begins with a full stop gives more phrases to the row before it.

    >>> table = '''
    ... money | Money | | finances
    ...   income | Income | R | salary; ~wage
    ...   . pay slip
    ... '''
    >>> [(row.id, row.parent, row.mark, row.phrases) for row in read_table(Family.DATA, table)]
    [('money', None, '', ('finances',)), ('income', 'money', 'R', ('salary', 'pay slip'))]
    """
    return tuple(_rows(family, table))


def _rows(family: Family, table: str) -> Iterator[Concept]:
    above: list[str] = []
    for depth, line in _whole_lines(table):
        name, title, mark, phrases = (cell.strip() for cell in line.split("|", 3))
        above = [*above[:depth], name]
        said = [phrase.strip() for phrase in phrases.split(";") if phrase.strip()]
        yield Concept(
            family,
            name,
            title,
            above[depth - 1] if depth else None,
            mark,
            tuple(phrase for phrase in said if not phrase.startswith("~")),
            tuple(phrase[1:] for phrase in said if phrase.startswith("~")),
        )


def _whole_lines(table: str) -> Iterator[tuple[int, str]]:
    """Yield each row with its depth; the rows that only give more phrases are joined to theirs."""
    depth, row = 0, ""
    for line in table.splitlines():
        text = line.strip()
        if text.startswith(". "):
            row = f"{row}; {text[2:]}"
        elif text:
            if row:
                yield depth, row
            depth, row = (len(line) - len(line.lstrip())) // 2, text
    if row:
        yield depth, row
