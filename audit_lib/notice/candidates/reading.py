"""The sentences of a notice that nobody has mapped, each with all that the tables see in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from ..clauses import BULLET, MARKDOWN, NO_HEADING, NUMBERING, Sentence, split_sentences
from ..concepts.concept import Family
from ..concepts.concepts import Mention, mentions_in
from ..concepts.words import words_of
from .cues import Act, acts_announced, acts_of
from .naming import clean

#: How many items a list may have before its first line no longer speaks for them.
LONGEST_LIST: Final = 60

#: How much of a sentence is read, in characters; what is longer is no sentence that a person wrote.
LONGEST_SENTENCE: Final = 20_000

#: A line that ends so announces a list.
LEADS: Final = re.compile(
    r"(?:[:：;,]|\b(?:to|including|includes?|as|for|with|by|from|following))$", re.IGNORECASE
)

#: A sentence that begins so is no item of a list that has no bullets.
SENTENCE: Final = re.compile(
    r"(?:we|you|this|these|our|they|please|if|when|where|in|it|the|for more|any)\b", re.IGNORECASE
)

#: What a sentence must do itself, since a heading announces it without every sentence below doing it.
OWN: Final = frozenset({Act.DENY, Act.NOT, Act.REFUSE, Act.DEMAND, Act.TRANSFER, Act.DECIDE})

#: Under such headings a sentence that only names data or recipients does not collect or share them.
ASIDE: Final = frozenset({Act.RIGHTS, Act.COMPLAIN, Act.CHANGE, Act.CONTACT, Act.LINKS, Act.OFFICER})


@dataclass(frozen=True, eq=False)
class Read:
    """A sentence and what the tables see in it.

    `own` is what its own words do, `acts` also what the line that introduces it or its heading lends it.
    `lead` is the sentence that introduces the list of which this is an item.
    """

    clause: str
    sentence: Sentence
    mentions: tuple[Mention, ...]
    stems: tuple[str, ...]
    own: frozenset[Act]
    announced: frozenset[Act]
    lead: Read | None

    @cached_property
    def text(self) -> str:
        """The sentence as published, as far as it is read; it never enters the map."""
        return self.sentence.text[:LONGEST_SENTENCE]

    @property
    def is_cut(self) -> bool:
        """Whether the sentence is so long that only its beginning is read."""
        return len(self.sentence.text) > LONGEST_SENTENCE

    @cached_property
    def acts(self) -> frozenset[Act]:
        """What the sentence does, by its own words, or else by those above it."""
        lent = self.lead.acts if self.lead else self.announced
        speaks = self.own & MAIN
        return self.own | (lent if not speaks else lent & (ASIDE | {Act.KEEP})) - OWN | self._lead_own

    @property
    def _lead_own(self) -> frozenset[Act]:
        return (
            self.lead.own & {Act.SHARE, Act.COLLECT, Act.USE, Act.SOURCE, Act.KEEP}
            if self.lead
            else frozenset()
        )

    @property
    def aside(self) -> bool:
        """Whether the heading announces something else than the handling of data."""
        return bool(self.announced & ASIDE) and not self.announced & MAIN

    def ids(self, family: Family, *, with_lead: bool = False) -> tuple[str, ...]:
        """Return the concepts of a family that the sentence names, or else those of its lead."""
        found = tuple(dict.fromkeys(m.concept for m in self.mentions if m.family is family))
        if not found and with_lead and self.lead:
            return self.lead.ids(family, with_lead=True)
        return found


#: What notices are mainly about; a sentence that does one of these needs no heading to say so.
MAIN: Final = frozenset({Act.COLLECT, Act.SOURCE, Act.USE, Act.SHARE, Act.KEEP, Act.COOKIES, Act.PROTECT})


def read_sentences(text: str) -> tuple[tuple[Read, ...], tuple[str, ...]]:
    r"""Return the sentences of a notice with what is seen in them, and its headings, each once.

    The headings are those by which `split_sentences` cuts the notice in the same way again.

    >>> reads, headings = read_sentences("Sharing\nWe give your name to:\n- the police.")
    >>> headings, [act.value for act in reads[-1].acts]
    (('Sharing',), ['sharing'])
    """
    headings = _headings(text, split_sentences(text))
    sentences = split_sentences(text, headings)
    return tuple(_reads(sentences, _bullets(text))), headings


def _lines(text: str) -> list[str]:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _headings(text: str, sentences: Iterable[Sentence]) -> tuple[str, ...]:
    """Return the lines that hold words and no sentence."""
    taken = {int(sentence.place.partition(".")[0]) for sentence in sentences}
    found: dict[str, None] = {}
    for number, line in enumerate(map(str.strip, _lines(text)), start=1):
        if number not in taken and any(letter.isalnum() for letter in line):
            marked = MARKDOWN.fullmatch(line)
            heading = marked["text"] if marked else line
            if heading == clean(heading):
                found[heading] = None
    return tuple(found)


def _bullets(text: str) -> frozenset[int]:
    """Return the numbers of the lines that begin with a bullet or the number of a list."""
    return frozenset(
        number
        for number, line in enumerate(map(str.strip, _lines(text)), start=1)
        if BULLET.match(line) or NUMBERING.match(line)
    )


def _reads(sentences: Sequence[Sentence], bullets: frozenset[int]) -> Iterator[Read]:
    width = max(3, len(str(len(sentences))))
    lead: Read | None = None
    items, before = 0, (NO_HEADING, 0, False)
    for number, sentence in enumerate(sentences, start=1):
        line = int(sentence.place.partition(".")[0])
        here = (sentence.heading, line, line in bullets)
        if lead and not _is_item(sentence, here, before, lead, items):
            lead, items = None, 0
        beginning = sentence.text[:LONGEST_SENTENCE]
        words = words_of(beginning)
        read = Read(
            clause=f"c-{number:0{width}}",
            sentence=sentence,
            mentions=mentions_in(beginning),
            stems=words.stems,
            own=acts_of(words.stems),
            announced=_announced(sentence.heading),
            lead=lead,
        )
        yield read
        items += lead is not None
        if LEADS.search(beginning[-100:].rstrip("*_ ")) and (lead is None or not here[2]):
            lead, items = read, 0
        before = here


def _is_item(
    sentence: Sentence,
    here: tuple[str, int, bool],
    before: tuple[str, int, bool],
    lead: Read,
    items: int,
) -> bool:
    """Whether a sentence still belongs to the list that was announced."""
    if here[0] != lead.sentence.heading or items >= LONGEST_LIST or here[1] - before[1] > 3:
        return False
    if here[2] or here[1] == before[1]:
        return here[1] != int(lead.sentence.place.partition(".")[0])
    return not before[2] and not SENTENCE.match(sentence.text)


@lru_cache(maxsize=4096)
def _announced(heading: str) -> frozenset[Act]:
    if heading == NO_HEADING:
        return frozenset()
    introduces = acts_of(words_of(heading).stems) if heading.endswith(":") else frozenset()
    return acts_announced(heading) | introduces


def by_place(reads: Iterable[Read]) -> Mapping[str, Read]:
    """Return the sentences by their places.

    >>> by_place(read_sentences("We keep it safe.")[0])["1.1"].clause
    'c-001'
    """
    return {read.sentence.place: read for read in reads}
