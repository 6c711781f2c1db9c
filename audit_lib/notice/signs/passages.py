"""The sentences of a notice as a reader takes them in: with their heading, their list and their paragraph."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

from ..clauses import NO_HEADING, NUMBERING, Sentence
from ..fingerprints import DASHES, QUOTES

#: A sentence beyond this is read in pieces, so that no text is slow to search.
MAX_WORDS: Final = 120
MAX_LETTERS: Final = 1200

#: How many words of a piece are read again with the next.
OVERLAP: Final = 8

#: Marks or letters in a row that no writer means: only the first of them are read.
ENDLESS: Final = re.compile(r"(\w{60}|[^\w\s]{12})(?:\w{20,}|[^\w\s]{4,})")

#: How many items a list may have before what introduces it is forgotten.
MAX_ITEMS: Final = 40

#: How much of what introduces a list is read with each item.
MAX_LEAD: Final = 45

#: A line shorter than this was hardly broken by a typewriter's margin.
MARGIN: Final = (55, 110)

#: A line beyond this is prose.
FRAGMENT: Final = 200
#: With fewer blanks a line without a full stop is the name of something.
TITLE: Final = 8

#: What a drafted notice still asks somebody to fill in; a question tells nobody anything.
UNFILLED: Final = re.compile(r"\[to be (?:filled in|confirmed|inserted|completed|added)\b[^\[\]]{0,1000}\]")

TAG: Final = re.compile(r"</?[a-z][a-z0-9]{0,15}(?:\s[^<>]{0,300})?/?>", re.IGNORECASE)
LINK: Final = re.compile(r"!?\[([^\[\]]{1,300})\]\(([^()\s]{0,300})[^()]{0,100}\)")
GLUED: Final = re.compile(r"(?<=[a-z)][.!?])(?=[A-Z][a-z])")
EMPHASIS: Final = re.compile(r"\*\*|__|`|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)")
RUN: Final = re.compile(r"([^\w\s])\1{2,}")
SHORT: Final = {"won't": "will not", "can't": "cannot", "shan't": "shall not", "let's": "let us"}
#: Checks that the law demands of landlords and employers, which are no rights over data.
CHECKS: Final = re.compile(r"right to (rent|work)\b")
#: Words of caution that deny nothing.
LIKE: Final = re.compile(r",? (?:but|though|although|and)(?: (?:is|are|may be|will be))? not limited to\b")
CONTRACTION: Final = re.compile(r"\b(\w{1,12})('ll|'re|'ve|'d|n't|'m|'s)\b")
ENDINGS: Final = {"'ll": " will", "'re": " are", "'ve": " have", "'d": " would", "'m": " am", "'s": "s"}
STARTS_SENTENCE: Final = re.compile(
    r"(we|you|if|this|these|in|when|where|for|please|our|the|however|by|under|as)\b"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, or a piece of one that is very long, ready to be searched.

    `text`, `heading` and `lead` (what introduces the list or heads the table it is in) are in lower
    case, with contractions written out and without markup; `raw` and `title`, the heading, are as written.
    `joined` is the item with what introduces it, `context` the heading with that. `paragraph` counts lines,
    `number` passages, `section` headings; `opens` is true for the first passage under its heading.
    """

    place: str
    raw: str
    text: str
    heading: str
    lead: str
    title: str
    joined: str
    context: str
    paragraph: int
    number: int
    section: int
    opens: bool

    @property
    def item(self) -> bool:
        """Whether it is an item of a list, or reads like one: no sentence of its own."""
        if self.lead or STARTS_SENTENCE.match(self.text) is None:
            return bool(self.lead) or len(self.text) < FRAGMENT
        return self.text.count(" ") < TITLE and self.text[-1:] not in ".!?"


def passages(sentences: Sequence[Sentence]) -> tuple[Passage, ...]:
    r"""Return the passages of a notice in their order.

    Lines that were broken at a margin are put together again; the items of a list know what introduces it.

    >>> from audit_lib.notice.clauses import split_sentences
    >>> found = passages(split_sentences("You've the right to:\n- see your data;\n- correct it."))
    >>> [passage.joined for passage in found]
    ['you have the right to:',
     'you have the right to: see your data;', 'you have the right to: correct it.']
    """
    found: list[Passage] = []
    lead, over = _Lead(), None
    section, heading = 0, ""
    for sentence in _unbroken(sentences):
        opens = sentence.heading != over
        if opens:
            over, section = sentence.heading, section + 1
            heading = "" if over == NO_HEADING else plain(NUMBERING.sub("", over, count=1))
            lead = _Lead(heading if heading.endswith(":") else "")
        pieces = [(raw, plain(raw)) for raw in _pieces(sentence.text)]
        introduces = lead.of([text for _, text in pieces], _line(sentence))
        for raw, text in pieces:
            place = _Place(sentence, heading, section, len(found), opens and text is pieces[0][1])
            found.append(_passage(place, raw, text, introduces))
    return tuple(found)


class _Place(NamedTuple):
    """Where a passage stands in a notice."""

    sentence: Sentence
    heading: str
    section: int
    number: int
    opens: bool


def _passage(place: _Place, raw: str, text: str, lead: str) -> Passage:
    sentence = place.sentence
    return Passage(
        place=sentence.place,
        raw=raw,
        text=text,
        heading=place.heading,
        lead=lead,
        title="" if sentence.heading == NO_HEADING else sentence.heading,
        joined=f"{lead} {text}" if lead else text,
        context=f"{place.heading} : {lead}",
        paragraph=_line(sentence),
        number=place.number,
        section=place.section,
        opens=place.opens,
    )


def beside(passage: Passage, found: Sequence[Passage], reach: int = 3) -> Iterator[Passage]:
    """Yield a passage and those at most so far from it under the same heading.

    >>> from audit_lib.notice.clauses import split_sentences
    >>> found = passages(split_sentences("One is here. Two is here. Three is here. Four is here."))
    >>> [near.text for near in beside(found[0], found, reach=1)]
    ['one is here.', 'two is here.']
    """
    for other in found[max(0, passage.number - reach) : passage.number + reach + 1]:
        if other.section == passage.section:
            yield other


def plain(text: str) -> str:
    """Return a text in lower case, with contractions written out and without markup.

    >>> plain("We **won’t** sell [your data](https://kite.example).")
    'we will not sell your data https://kite.example.'
    """
    folded = unicodedata.normalize("NFKC", GLUED.sub(" ", text.translate(QUOTES | DASHES))).casefold()
    if "[" in folded:
        folded = UNFILLED.sub(" ", folded)
    if "<" in folded:
        folded = TAG.sub(" ", folded)
    if "](" in folded:
        folded = LINK.sub(r"\1 \2", folded)
    folded = RUN.sub(r"\1", EMPHASIS.sub("", folded))
    if "'" in folded:
        folded = CONTRACTION.sub(_written_out, folded)
    if "limited to" in folded:
        folded = LIKE.sub("", folded)
    if "right to" in folded:
        folded = CHECKS.sub(r"right_to_\1", folded)
    return " ".join(folded.split())


def _written_out(found: re.Match[str]) -> str:
    if found[0] in SHORT:
        return SHORT[found[0]]
    if found[2] == "n't":
        return f"{found[1]} not"
    if found[2] == "'s" and found[1] in {"it", "that", "there", "here", "what", "who"}:
        return f"{found[1]} is"
    return found[1] + ENDINGS[found[2]]


class _Lead:
    """What introduces the list that is being read, if one is."""

    def __init__(self, text: str = "") -> None:
        self._text, self._items, self._line, self._prose = text, 0, 0, False
        self._head, self._row = "", -9

    def of(self, pieces: Sequence[str], line: int) -> str:
        """Return what introduces a sentence, and take note of it if its end introduces others."""
        text, end = pieces[0], pieces[-1]
        if "|" in text:
            return self._row_of(text, line)
        if end.endswith((":", ":-")):
            nested = self._text if self._text and not STARTS_SENTENCE.match(text) else ""
            self._text, self._items, self._line = _tail(f"{nested} {end}".strip()), 0, line
            self._prose = False
            return nested
        if not self._text:
            return ""
        is_prose = bool(STARTS_SENTENCE.match(text)) and end.endswith(".")
        if self._items == 0:
            self._prose = is_prose
        if self._items >= MAX_ITEMS or (is_prose and not self._prose and line > self._line):
            self._text = ""
            return ""
        self._items, self._line = self._items + 1, line
        return self._text

    def _row_of(self, text: str, line: int) -> str:
        """Return the head of the table that a row belongs to; the first row is the head of those below."""
        first = not self._head or line > self._row + 2
        if first:
            self._head = text
        self._row = line
        return self._text if first else self._head


def _tail(text: str) -> str:
    words = text.split()
    return " ".join(words[-MAX_LEAD:])


def _line(sentence: Sentence) -> int:
    line = sentence.place.partition(".")[0]
    return int(line) if line.isascii() and line.isdigit() else 0


def _pieces(text: str) -> Iterator[str]:
    """Yield a text in pieces that are not too long, without what no word is in."""
    text = ENDLESS.sub(r"\1 ", text)
    if len(text) <= MAX_LETTERS and text.count(" ") < MAX_WORDS:
        yield text
        return
    words: list[str] = []
    size = 0
    for word in text.split():
        if words and (len(words) >= MAX_WORDS or size + len(word) > MAX_LETTERS):
            yield " ".join(words)
            words = words[-OVERLAP:]
            size = sum(map(len, words)) + len(words)
        words.append(word)
        size += len(word) + 1
    yield " ".join(words)


def _unbroken(sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    """Yield the sentences, put together where the lines of the whole text were broken at a margin."""
    if not _has_margin(sentences):
        yield from sentences
        return
    held: list[Sentence] = []
    for sentence in sentences:
        if held and not _continues(held[-1], sentence):
            yield _together(held)
            held = []
        held.append(sentence)
    if held:
        yield _together(held)


def _has_margin(sentences: Sequence[Sentence]) -> bool:
    lengths: dict[int, int] = {}
    for sentence in sentences:
        line = _line(sentence)
        lengths[line] = lengths.get(line, 0) + len(sentence.text) + 1
    long = [length for length in lengths.values() if length >= MARGIN[0]]
    broken = sum(_continues(a, b) for a, b in pairwise(sentences))
    return len(long) >= 6 and max(long) <= MARGIN[1] and median(long) <= 90 and broken * 5 >= len(lengths)


def _continues(before: Sentence, after: Sentence) -> bool:
    return (
        _line(after) == _line(before) + 1
        and after.place.endswith(".1")
        and after.heading == before.heading
        and before.text[-1:] not in ".!?:;"
        and len(before.text) + 1 >= MARGIN[0] // 2
        and (after.text[:1].islower() or len(before.text) >= MARGIN[0])
    )


def _together(held: Iterable[Sentence]) -> Sentence:
    parts = list(held)
    text = " ".join(part.text for part in parts)
    return Sentence(heading=parts[0].heading, place=parts[0].place, text=text)
