"""What can be read out of a notice that nobody has mapped."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any

from .finding import Severity
from .noun import Confidence, Noun
from .transparency import Judgement


class Topic(StrEnum):
    """What a sentence of a notice is about, in the order in which notices usually treat it."""

    CONTROLLER = "controller"
    OFFICER = "officer"
    SCOPE = "scope"
    COLLECTION = "collection"
    SOURCES = "sources"
    PURPOSES = "purposes"
    LAWFUL_BASIS = "lawful-basis"
    CONSENT = "consent"
    SPECIAL_DATA = "special-data"
    MARKETING = "marketing"
    PROFILING = "profiling"
    SHARING = "sharing"
    TRANSFERS = "transfers"
    RETENTION = "retention"
    SECURITY = "security"
    RIGHTS = "rights"
    COMPLAINTS = "complaints"
    COOKIES = "cookies"
    CHILDREN = "children"
    LINKS = "links"
    CONTACT = "contact"
    CHANGES = "changes"


class FlagKind(StrEnum):
    """What is suspicious about the words of a sentence."""

    VAGUE = "vague"
    IMPLIED_CONSENT = "implied-consent"
    LIABILITY_DENIED = "liability-denied"
    ABSOLUTE_PROMISE = "absolute-promise"
    OUTDATED_LAW = "outdated-law"
    OPEN_ENDED = "open-ended"
    RIGHTS_OBSTRUCTED = "rights-obstructed"
    PLACEHOLDER = "placeholder"


class RedFlag(Noun):
    """Words that a careful reader would stop at.

    `place` is that of the sentence ("21.2"), `words` what stands there, `why` what is wrong with it, `ask`
    what to ask the writer or to write instead.
    """

    kind: FlagKind
    place: str
    words: str
    severity: Severity
    confidence: Confidence
    why: str
    ask: str
    law: tuple[str, ...] = ()


class Readability(Noun):
    """How hard a notice is to read.

    `lix` is Björnsson's index (1968): words a sentence plus the percentage of words of more than six letters;
    below 40 is plain, above 60 very hard. `reading_ease` is Flesch's (1948), with syllables estimated from
    the spelling: 60 and more is plain English. `long_sentences` are the places of those beyond 30 words.
    `minutes` is the time to read it at 238 words a minute (Brysbaert 2019). None where the script is not one
    that the index was made for.
    """

    words: int
    sentences: int
    words_a_sentence: float
    lix: float | None
    reading_ease: float | None
    minutes: int
    long_sentences: tuple[str, ...] = ()


class Organisation(Noun):
    """An organisation that a notice names: as written there, where, and what it seems to be.

    `role` is a guess in words ("controller", "recipient", "regulator", "mentioned").
    """

    name: str
    role: str
    places: tuple[str, ...]
    confidence: Confidence


class ReadSentence(Noun):
    """A sentence under its heading, and what it is about (nothing, where nothing is recognised)."""

    place: str
    heading: str
    text: str
    topics: tuple[Topic, ...] = ()


class NoticeReading(Noun):
    """All that the workbench has to say about a notice that nobody has mapped, on a day."""

    as_of: dt.date
    sentences: tuple[ReadSentence, ...]
    judgements: tuple[Judgement, ...]
    flags: tuple[RedFlag, ...]
    readability: Readability
    organisations: tuple[Organisation, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the object that ``privacy-audit notice check --format json`` prints."""
        return self.model_dump(mode="json")
