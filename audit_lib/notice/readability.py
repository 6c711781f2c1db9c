"""How hard a notice is to read, by two indices that need no list of words."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Final

from ..model.reading import Readability
from .clauses import Sentence

#: Words of more than so many letters count as long in Björnsson's index.
LONG_WORD: Final = 6

#: A sentence of more words than this is long.
LONG_SENTENCE: Final = 30

#: How many words a minute adults read silently in English (Brysbaert 2019).
PACE: Final = 238

#: Both indices count letters of words: they mean nothing where less than this part of them is Latin.
LATIN_PART: Final = 0.8

WORD: Final = re.compile(r"[^\W_]+(?:['’\-‐][^\W_]+)*")
LATIN: Final = re.compile(r"[A-Za-zÀ-ɏ0-9'’\-‐]+")
LETTER: Final = re.compile(r"[^\W\d_]")

#: One vowel, or several that sound as one.
VOWELS: Final = re.compile(r"[aeiouyàáâäæèéêëìíîïòóôöøœùúûü]+")

#: Two vowels side by side that are said apart: "radio", "various", "create", "quiet".
APART: Final = re.compile(
    r"i[ao](?!us|n|ge|ur)|(?<![ctg])ious|iu|eo(?!us|p)|(?<!q)u[ao](?!i)|(?<!qu)iet|crea|ying|[aeiou]ing"
    r"|eate|oye|aye|eans?$"
    r"|(?<=[dr])eas?$"
)

#: Endings whose vowel is not said: "made", "used", "makes", "safely".
SILENT: Final = re.compile(
    r"(?<=[^aeiouyl])e$|(?<=[aeiouy]l)e$|(?<=[^aeiouytd])ed$|(?<=[^aeiouyscxgz])es$|e(?=ly$|ment|ful|less)"
)


def readability(sentences: Sequence[Sentence]) -> Readability:
    """Return how hard a notice is to read.

    Only words with a letter count. Where there is no word, or less than 80 per cent of them are in Latin
    letters, both indices are None. The reading ease is made for English and says little of another language.

    Parameters
    ----------
    sentences
        The sentences of the notice, without its headings.

    >>> from audit_lib.notice.clauses import split_sentences
    >>> found = readability(split_sentences("We keep your name. We delete it when you leave us."))
    >>> found.words, found.sentences, found.words_a_sentence, found.lix, found.reading_ease, found.minutes
    (11, 2, 5.5, 5.5, 109.0, 1)
    """
    words_of = [_words(sentence.text) for sentence in sentences]
    words = [word for each in words_of for word in each]
    count = sum(1 for each in words_of if each)
    mean = len(words) / count if count else 0.0
    latin = bool(words) and sum(1 for word in words if LATIN.fullmatch(word)) >= LATIN_PART * len(words)
    return Readability(
        words=len(words),
        sentences=count,
        words_a_sentence=round(mean, 1),
        lix=round(mean + 100 * _long(words) / len(words), 1) if latin else None,
        reading_ease=round(_ease(words, mean), 1) if latin else None,
        minutes=math.ceil(len(words) / PACE),
        long_sentences=tuple(
            sentence.place
            for sentence, each in zip(sentences, words_of, strict=True)
            if len(each) > LONG_SENTENCE
        ),
    )


def syllables(word: str) -> int:
    """Return how many syllables an English word has, estimated from its spelling; at least one.

    >>> [syllables(word) for word in ("data", "used", "purposes", "information", "various", "policies")]
    [2, 1, 3, 4, 3, 3]
    """
    plain = word.casefold().replace("’", "'").removesuffix("'s")
    spoken = SILENT.sub("", plain)
    return max(1, len(VOWELS.findall(spoken)) + len(APART.findall(plain)))


def _words(text: str) -> list[str]:
    return [word for word in WORD.findall(text) if LETTER.search(word)]


def _long(words: Sequence[str]) -> int:
    return sum(1 for word in words if len(LETTER.findall(word)) > LONG_WORD)


def _ease(words: Sequence[str], mean: float) -> float:
    """Return Flesch's reading ease: 206.835 - 1.015 words a sentence - 84.6 syllables a word."""
    spoken = sum(syllables(word) for word in words)
    return 206.835 - 1.015 * mean - 84.6 * spoken / len(words)
