"""How a sentence is recognised without being kept: a hash of its words, and a sketch that survives editing.

The hash and the sketch of a sentence are stored in maps, so nothing in this file may change what they are.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import cache
from itertools import pairwise
from typing import Final

#: How many permutations a sketch holds; each gives four bits, one hexadecimal digit.
PERMUTATIONS: Final = 64

#: Two four-bit values agree by chance once in sixteen times.
CHANCE: Final = 1 / 16

#: The lowest bit of each digit of a sketch.
ONES: Final = int("1" * PERMUTATIONS, 16)

#: A Mersenne prime: multiplying and adding modulo it permutes the hashes of the words.
PRIME: Final = (1 << 61) - 1

QUOTES: Final = dict.fromkeys(map(ord, "‘’‚‛′`´ʼ＇"), "'") | dict.fromkeys(map(ord, "“”„‟″«»＂"), '"')
DASHES: Final = dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－"), "-")

#: Punctuation that says something even at the end of a sentence.
MEANT: Final = frozenset("%‰§@&#")

WORD: Final = re.compile(r"\w+(?:'\w+)*")


def normalise(text: str) -> str:
    """Return a sentence without what typesetting alone changes: case, quotes, dashes, spaces, its full stop.

    Compatibility forms are folded (NFKC), invisible format characters dropped, white space is one blank and
    none stands before a comma; punctuation at either end goes.

    >>> normalise("We’ll  keep it – safe .")
    "we'll keep it - safe"
    """
    folded = unicodedata.normalize("NFKC", text.translate(QUOTES | DASHES))
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", folded.casefold()).casefold())
    plain = "".join(letter for letter in folded if unicodedata.category(letter) != "Cf")
    spaced = " ".join(plain.translate(QUOTES | DASHES).split())
    return _without_outer_punctuation(re.sub(r" +(?=[,;:.!?)])", "", spaced))


def _without_outer_punctuation(text: str) -> str:
    start, end = 0, len(text)
    while start < end and _is_outer(text[start]):
        start += 1
    while start < end and _is_outer(text[end - 1]):
        end -= 1
    return text[start:end]


def _is_outer(letter: str) -> bool:
    return letter.isspace() or (letter not in MEANT and unicodedata.category(letter).startswith("P"))


def fingerprint(text: str) -> str:
    """Return 16 hexadecimal digits that stand for a sentence: the start of SHA-256 of its normalised form.

    >>> fingerprint("We keep your data safe.") == fingerprint("we keep your data  safe")
    True
    >>> fingerprint("We keep your data safe.") == fingerprint("We keep your data.")
    False
    """
    return hashlib.sha256(normalise(text).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def sketch(text: str) -> str:
    """Return 64 hexadecimal digits whose agreement estimates how alike the words of two sentences are.

    Each digit is the low four bits of the least value that one permutation gives to the words and pairs of
    neighbouring words (b-bit minwise hashing, Li and König 2010, b = 4).

    >>> len(sketch("We keep your data safe."))
    64
    """
    hashes = word_hashes(text)
    return "".join(
        f"{min((factor * value + shift) % PRIME for value in hashes) & 15:x}"
        for factor, shift in permutations()
    )


def word_hashes(text: str) -> list[int]:
    """Return a number below 2**61 - 1 for each word and each pair of neighbouring words of a sentence.

    >>> len(word_hashes("We keep it. We keep it."))
    6
    """
    words = WORD.findall(normalise(text)) or [""]
    features = {*words, *(f"{left} {right}" for left, right in pairwise(words))}
    return [_hash(feature) % PRIME for feature in features]


def likeness(a: str, b: str) -> float:
    """Return how alike two sketched sentences are: the estimated Jaccard likeness of their words, 0 to 1.

    Corrected for the digits that agree by chance. With 64 digits the standard error is at most 0.07.

    Parameters
    ----------
    a, b
        Two sketches, 64 hexadecimal digits each.

    >>> likeness(sketch("We keep your data safe."), sketch("We keep your data safe!"))
    1.0
    >>> likeness(sketch("We keep your data safe."), sketch("Cookies are small files.")) < 0.2
    True
    """
    differ = int(a, 16) ^ int(b, 16)
    differ |= differ >> 2
    differ |= differ >> 1
    agree = 1 - (differ & ONES).bit_count() / PERMUTATIONS
    return max(0.0, (agree - CHANCE) / (1 - CHANCE))


def _hash(text: str) -> int:
    data = text.encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), "big")


@cache
def permutations() -> tuple[tuple[int, int], ...]:
    """Return the factor and the shift of each permutation; made from their number, hence the same for ever.

    >>> len(permutations())
    64
    """
    return tuple(
        (1 + _hash(f"factor {number}") % (PRIME - 1), _hash(f"shift {number}") % PRIME)
        for number in range(PERMUTATIONS)
    )
