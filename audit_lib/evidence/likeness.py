"""Which of many names a word is most like: for a guess that a person confirms, never for a verdict."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Final

#: How like a name must be to be offered, from 0 to 1: in its words, and letter by letter.
ENOUGH_WORDS: Final = 0.45
ENOUGH_LETTERS: Final = 0.72

#: How many names are compared letter by letter, and how many letters of each.
_COMPARED: Final = 25
_LETTERS: Final = 80

#: Words that tell no organisation from another.
_EMPTY: Final = frozenset(
    (
        "a", "an", "and", "the", "of", "for", "to", "in", "on", "at", "by", "with", "or", "ltd", "limited",
        "plc", "llp", "inc", "corp", "co", "company", "gmbh", "llc", "uk", "gb", "www", "com", "org", "net",
        "http", "https",
    )
)  # fmt: skip


class Labels:
    """Names and what they stand for, with an index of their parts, so that few of them are compared."""

    def __init__(self, labels: Iterable[tuple[str, str]]) -> None:
        self._ids: list[str] = []
        self._texts: list[str] = []
        self._words: list[frozenset[str]] = []
        self._having: dict[str, list[int]] = {}
        for name, label in dict.fromkeys(labels):
            number = len(self._ids)
            self._ids.append(name)
            self._texts.append(_levelled(label))
            self._words.append(_words(label))
            for part in _parts(self._texts[-1]):
                self._having.setdefault(part, []).append(number)
        self._common = Counter(word for words in self._words for word in words)

    def nearest(self, word: str) -> str | None:
        """Return what the name that a word is most like stands for, or None if it is like none.

        Of two names that are as like, the first counts.

        >>> labels = Labels([("yardi", "Yardi"), ("council", "Local authority (council tax)")])
        >>> labels.nearest("YARDI SYSTEMS INC."), labels.nearest("Council tax dept, LB Camden")
        ('yardi', 'council')
        >>> labels.nearest("Zoo") is None
        True
        """
        text, words = _levelled(word), _words(word[: 2 * _LETTERS])
        shared = Counter(number for part in _parts(text) for number in self._having.get(part, ()))
        ranked = sorted(shared, key=lambda n: (-shared[n] / (3 + len(self._texts[n])), n))[:_COMPARED]
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(text)
        best, likeness = None, 0.0
        for number in sorted(ranked):
            alike = self._in_words(words, self._words[number])
            matcher.set_seq1(self._texts[number])
            if matcher.real_quick_ratio() > max(alike, likeness, ENOUGH_LETTERS):
                letters = matcher.ratio()
                alike = max(alike, letters if letters >= ENOUGH_LETTERS else 0.0)
            if alike > likeness:
                best, likeness = self._ids[number], alike
        return best

    def _in_words(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Return how much two texts share in words; words that many names have count less.

        One word is enough if it is all that one of the two says; else it must be two.
        """
        shared = one & other
        if len(shared) < min(2, len(one), len(other)) or not shared:
            return 0.0
        both, weights = self._weight(shared), (self._weight(one), self._weight(other))
        alike = 0.6 * both / min(weights) + 0.8 * both / sum(weights)
        return alike if alike >= ENOUGH_WORDS else 0.0

    def _weight(self, words: frozenset[str]) -> float:
        return math.fsum(1 / (1 + math.log(max(self._common[word], 1))) for word in words)


def _levelled(text: str) -> str:
    return " ".join(re.findall(r"\w+", text[:_LETTERS].casefold().replace("_", " ")))


def _words(text: str) -> frozenset[str]:
    """Return the telling words of a text, plurals as singulars."""
    found = re.findall(r"[^\W_]+", text.casefold())
    return frozenset(w[:-1] if len(w) > 3 and w.endswith("s") else w for w in found if w not in _EMPTY)


def _parts(text: str) -> set[str]:
    """Return the runs of three letters of a text, its ends included."""
    padded = f" {text} "
    return {padded[at : at + 3] for at in range(len(padded) - 2)}
