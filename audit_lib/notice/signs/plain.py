"""Signs of whether most people can read a notice: its sentences, its words, its order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import mean
from typing import Final

from ...model.noun import Confidence
from ...model.transparency import Effect, Sign
from .contacts import UNFILLED
from .passages import Passage
from .phrases import Phrase

WORD: Final = re.compile(r"[a-z]+(?:'[a-z]+)?")
LEGALESE: Final = Phrase(
    """
    (hereby|herein|hereof|hereunder|hereinafter|thereof|therein|thereto|thereby|aforementioned|aforesaid|\
        pursuant|notwithstanding|whereby|whereas|wherein|forthwith|inter alia|mutatis mutandis|deemed|\
        foregoing|shall|in the event (of|that)|prior to|in respect of|insofar|in accordance with|without \
        prejudice|for the avoidance of doubt|said|undersigned|heretofore|viz|natural persons?|save (that|\
        where|as))
    """
)
HEDGES: Final = Phrase(
    """
    (from time to time|as appropriate|where appropriate|certain circumstances|including but not limited to|\
        for example but not limited|amongst other things|such other|any other purpose|various (purposes|\
        reasons))
    """
)
#: Words a sentence, and the share of words beyond six letters, that most people read with ease.
EASY: Final = (22.0, 0.29)
#: Beyond these a text is hard throughout.
HARD: Final = (34.0, 0.37)
#: In sentences as short as these, and in lists, long words do no harm.
SHORT: Final = 16.0
#: Words a sentence, share of long words and of long sentences that tire readers when they come together.
BOTH: Final = (20.0, 0.3, 0.08)
LONG_SENTENCE: Final = 35
ENOUGH_WORDS: Final = 40


def plain_language(found: Sequence[Passage]) -> Iterator[Sign]:
    """Yield the sign of how readable a notice is.

    >>> from audit_lib.notice.clauses import split_sentences
    >>> from audit_lib.notice.signs.passages import passages
    >>> text = "We keep your name. We use it to write to you. " * 8
    >>> [sign.aspect for sign in plain_language(passages(split_sentences(text)))]
    ['plain']
    """
    lengths, long, stiff, words = [], 0, 0, 0
    unfilled = sum(UNFILLED.search(passage.text) is not None for passage in found)
    for passage in found:
        tokens = WORD.findall(passage.text)
        if not tokens:
            continue
        words += len(tokens)
        long += sum(len(token) > 6 for token in tokens)
        stiff += LEGALESE.count(passage.text) + HEDGES.count(passage.text)
        lengths.append(len(tokens))
    if words < ENOUGH_WORDS:
        return
    aspect = _grade(_Style(lengths, long / words, 100 * stiff / words, unfilled))
    if aspect:
        yield Sign(item="A12-1", aspect=aspect, effect=Effect.SHOWS, confidence=Confidence.LIKELY)


class _Style:
    """How long sentences and words are, how stiff (words of law in a hundred), and gaps nobody filled in."""

    def __init__(self, lengths: Sequence[int], long_words: float, stiff: float, unfilled: int) -> None:
        prose = [length for length in lengths if length >= 6] or list(lengths)
        self.sentence = mean(prose)
        self.beyond = sum(length > LONG_SENTENCE for length in prose) / len(prose)
        self.long_words = long_words
        self.stiff = stiff
        self.unfilled = unfilled


def _grade(style: _Style) -> str:
    """Return the aspect that a style shows, or nothing where it is hard throughout."""
    points = (
        (style.sentence > EASY[0])
        + (style.sentence > HARD[0]) * 2
        + (style.long_words > EASY[1])
        + (style.long_words > HARD[1] and style.sentence > SHORT)
        + (style.sentence > BOTH[0] and style.long_words > BOTH[1] and style.beyond > BOTH[2])
        + (style.unfilled > 1) * 2
        + (style.beyond > 0.18)
        + (style.stiff > 0.8)
        + (style.stiff > 1.6)
    )
    if points <= 1:
        return "plain"
    return "readable" if points <= 5 else ""
