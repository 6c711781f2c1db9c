"""A notice cut into its sentences, each with the heading under which it stands and its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, Final

from ..model.noun import Noun
from .abbreviations import ends_sentence
from .fingerprints import fingerprint, normalise, sketch

#: The heading of sentences that stand before any heading.
NO_HEADING: Final = "(before the first heading)"

MARKDOWN: Final = re.compile(r"#{1,6}\s+(?P<text>.*?)(?:\s+#+)?")
BULLET: Final = re.compile(r"[-*+•◦‣▪●○■□·–—]\s+")
NUMBERING: Final = re.compile(r"(?:\d{1,2}[.)]|\((?:\d{1,2}|[a-z]{1,4})\)|[a-z]\))\s+")

#: How a line opens that introduces a list and is no heading, for all its shortness and its colon.
INTRODUCES: Final = re.compile(r"(?:we|you|i|they|it|this|these|if|when|where|to)\b", re.IGNORECASE)

#: One or more end marks with the quotes and brackets that close behind them; Chinese marks need no blank.
END: Final = re.compile(r"(?:[.!?…؟]+[\"'”’»)\]]*(?=\s))|(?:[。！？]+[」』”’）]*)")

#: How many letters on each side of a mark are looked at: more than any abbreviation or first word has.
BESIDE: Final = 200

#: What may open a sentence beside a letter or a digit.
OPENING: Final = frozenset("\"'“‘«‹([„-*•–—£$€")


class Sentence(Noun):
    """One sentence of a notice.

    `heading` is the heading above it, `place` its line in the file and its number in that line ("21.2"),
    both from 1, `text` the sentence without its bullet.
    """

    heading: str
    place: str
    text: str


def split_sentences(text: str, headings: Iterable[str] = ()) -> tuple[Sentence, ...]:
    r"""Return the sentences of a notice in their order; no word that is not in a heading is lost.

    A line is a paragraph: a sentence never goes over its end. Headings are no sentences.

    Parameters
    ----------
    text
        The whole notice.
    headings
        The lines that are headings. Where they are given they alone decide, beside Markdown's ``#``, so that
        a notice that has been mapped is cut exactly as it was mapped. Without them, and where no line has a
        ``#``, short lines that look like headings and have text beneath them are taken for such: a start for
        a person to correct.

    >>> notice = "Security\nWe use https. Staff are trained.\n- Yearly, by Kite Ltd. in York"
    >>> for sentence in split_sentences(notice, ["Security"]):
    ...     print(sentence.place, sentence.text)
    2.1 We use https.
    2.2 Staff are trained.
    3.1 Yearly, by Kite Ltd. in York
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    lines = [line.strip() for line in lines]
    known = frozenset(map(normalise, headings)) or _guessed(lines)
    found = list[Sentence]()
    heading = NO_HEADING
    for number, line in enumerate(lines, start=1):
        title = _heading(line, known)
        if title is not None:
            heading = title
            continue
        found.extend(
            Sentence(heading=heading, place=f"{number}.{at}", text=sentence)
            for at, sentence in enumerate(_sentences(_without_mark(line)), start=1)
        )
    return tuple(found)


def draft_clauses(text: str, headings: Iterable[str] = ()) -> tuple[dict[str, Any], ...]:
    """Return the clauses of a notice as they stand in ``notice.yaml``, for a person to give each its gist.

    The sentence itself is not among the fields: a map never holds the text of a notice.

    >>> clause, = draft_clauses("We keep your data safe.")
    >>> clause["id"], clause["place"], sorted(clause)
    ('c-001', '1.1', ['fingerprint', 'heading', 'id', 'place', 'sketch'])
    """
    return tuple(
        {
            "id": f"c-{number:03}",
            "heading": sentence.heading,
            "place": sentence.place,
            "fingerprint": fingerprint(sentence.text),
            "sketch": sketch(sentence.text),
        }
        for number, sentence in enumerate(split_sentences(text, headings), start=1)
    )


def _heading(line: str, known: frozenset[str]) -> str | None:
    """Return the text of a heading, or None if the line is none."""
    marked = MARKDOWN.fullmatch(line)
    if marked and marked["text"]:
        return marked["text"]
    is_heading = line and not BULLET.match(line) and normalise(line) in known
    return line if is_heading else None


def _guessed(lines: Sequence[str]) -> frozenset[str]:
    """Return the lines that are likely headings: short, and with text beneath at least once."""
    if any(MARKDOWN.fullmatch(line) for line in lines):
        return frozenset()
    written = [line for line in lines if line]
    likely = [not BULLET.match(line) and _looks_like_heading(line) for line in written]
    return frozenset(
        normalise(line)
        for line, (here, next_one) in zip(written, pairwise(likely), strict=False)
        if here and not next_one
    )


def _looks_like_heading(line: str) -> bool:
    """Whether a line is short, begins with a capital, and ends in no full stop; addresses do not count."""
    title = NUMBERING.sub("", line, count=1)
    words = title.split()
    return (
        title[:1].isupper()
        and len(words) <= (6 if title.endswith(":") else 9)
        and len(title) <= 80
        and not re.search(r"[\d,;@/\[\]]|[.!…]$|:.", title)
        and not (title.endswith(":") and INTRODUCES.match(title))
    )


def _without_mark(line: str) -> str:
    """Take off a bullet or the number of a list, unless nothing but that stands in the line."""
    rest = line
    for mark in (BULLET, NUMBERING):
        rest = mark.sub("", rest, count=1) if mark.match(rest) else rest
    return rest if rest.strip() else line


def _sentences(line: str) -> Iterator[str]:
    """Yield the sentences of one line; a piece without a letter or digit belongs to its neighbour."""
    start, word = 0, _next(line, 0, str.isalnum)
    last = len(line) - 1 - _next(line[::-1], 0, str.isalnum)
    for end in END.finditer(line):
        if word >= end.end():
            continue
        follows = _next(line, end.end(), _is_no_blank)
        if follows <= last and _ends(line, start, end.end(), follows):
            yield line[start : end.end()].strip()
            start, word = end.end(), _next(line, follows, str.isalnum)
    if word < len(line):
        yield line[start:].strip()


def _next(line: str, at: int, wanted: Callable[[str], bool]) -> int:
    """Return where the next letter of a kind stands; the end of the line, where none does."""
    while at < len(line) and not wanted(line[at]):
        at += 1
    return at


def _is_no_blank(letter: str) -> bool:
    return not letter.isspace()


def _ends(line: str, start: int, end: int, follows: int) -> bool:
    """Whether a mark ends a sentence; only the words beside it are looked at, however long the line is."""
    first = line[follows]
    opens = (first.isalnum() and not first.islower()) or first in OPENING
    return opens and ends_sentence(line[max(start, end - BESIDE) : end], line[follows : follows + BESIDE])
