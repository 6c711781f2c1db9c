"""Whether a notice is written in English, the only language that its signs are known in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from .clauses import Sentence

#: Words that hold English sentences together, and are rare in other languages that use its letters.
FUNCTION_WORDS: Final = frozenset(
    (
        "the", "of", "and", "to", "in", "that", "is", "for", "we", "you", "your", "our", "with", "or", "as",
        "be", "may", "this", "are", "it", "on", "will", "by", "from", "not", "have", "if", "can", "which",
        "any", "us", "when", "at", "how", "what", "who", "they", "has", "their", "these", "been", "do",
        "other", "where", "about", "an", "such", "also", "only", "was",
    )
)  # fmt: skip
LETTERS: Final = re.compile(r"[^\W\d_]+")
#: English prose has about 45 of these words in a hundred, lists 20, other languages below 12.
SHARE: Final = 0.18
SAMPLE: Final = 20_000


def looks_english(sentences: Sequence[Sentence]) -> bool:
    """Whether the sentences of a notice are English, by the small words that English cannot do without.

    Where they are not, the items were not looked for in a language that the workbench knows, and silence
    means nothing.

    >>> from audit_lib.notice.clauses import split_sentences
    >>> looks_english(split_sentences("We keep your data for as long as the law asks us to."))
    True
    >>> looks_english(split_sentences("Nous conservons vos données aussi longtemps que la loi le demande."))
    False
    """
    words: list[str] = []
    for sentence in sentences:
        words.extend(LETTERS.findall(sentence.text[:50_000].casefold()))
        if len(words) >= SAMPLE:
            break
    if not words:
        return False
    return sum(word in FUNCTION_WORDS for word in words) >= SHARE * len(words)
