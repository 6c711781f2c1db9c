"""Signs of who is responsible: the controller and how to reach it, and whether controllers are joint."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ...model.noun import Confidence
from ...model.transparency import Effect, Sign
from .contacts import UNFILLED, reach
from .controller_names import named, titled
from .joint import joint
from .passages import Passage
from .patterns import applies, shows, signs_of
from .representatives import REPRESENTATIVE, foreign

#: A controller as the sentence that appoints it names it.
APPOINTED: Final = re.compile(
    r"controllers?\b[^.]{0,60}? (?:is|are)\s(?:the )?(?P<name>(?:[A-Z][\w&'’-]*|\(\w+\)|&|and|of)"
    r"(?: (?:[A-Z][\w&'’-]*|\(\w+\)|&|and|of)){0,8} (?:Ltd|Limited|plc|PLC|LLP|CIC))\b"
)
FILLER: Final = frozenset({"ltd", "limited", "plc", "llp", "cic", "the", "and", "of", "&"})
FOREIGN: Final = "The controller seems to be established outside the United Kingdom."
UNALIKE: Final = "The controller is named in different ways."


def who(found: Sequence[Passage]) -> Iterator[Sign]:
    """Yield the signs of the controller, of its representative and of joint controllers.

    >>> from audit_lib.notice.clauses import split_sentences
    >>> from audit_lib.notice.signs.passages import passages
    >>> text = "Kite Homes Ltd is the controller. Write to hello@kite.example."
    >>> [(sign.item, sign.aspect, sign.at) for sign in who(passages(split_sentences(text)))]
    [('A13-1a', 'name', '1.1'), ('A13-1a', 'contact', '1.2')]
    """
    yield from _name(found)
    yield from _contact(found)
    yield from _weak(found)
    yield from signs_of(REPRESENTATIVE, found)
    yield from _foreign(found)
    yield from joint(found)


def _name(found: Sequence[Passage]) -> Iterator[Sign]:
    for passage in found[:1]:
        if titled(passage.title):
            yield shows("A13-1a", "name", passage)
    for passage in found:
        sure = named(passage, len(found))
        if sure:
            yield shows("A13-1a", "name", passage, sure)


def _contact(found: Sequence[Passage]) -> Iterator[Sign]:
    ways = [(passage, sure) for passage in found if (sure := reach(passage))]
    unfilled = any(UNFILLED.search(passage.text) for passage in found)
    if unfilled and all(sure is not Confidence.CERTAIN for _, sure in ways):
        return
    for passage, sure in ways:
        yield shows("A13-1a", "contact", passage, sure)


def _weak(found: Sequence[Passage]) -> Iterator[Sign]:
    first: set[str] | None = None
    for passage in found:
        appointed = APPOINTED.search(passage.raw) if "ontroller" in passage.raw else None
        if appointed is None:
            continue
        words = {word.strip("(),").casefold() for word in appointed["name"].split()} - FILLER
        if first is None:
            first = words
        elif words != first and words & first:
            yield Sign(
                item="A13-1a",
                effect=Effect.WEAKENS,
                at=passage.place,
                why=UNALIKE,
                confidence=Confidence.LIKELY,
            )


def _foreign(found: Sequence[Passage]) -> Iterator[Sign]:
    for passage in foreign(found):
        yield applies("A13-1a-rep", passage, FOREIGN, Confidence.ASK)
