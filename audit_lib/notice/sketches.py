"""The sketches of many sentences at once, the same as of each alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

from .fingerprints import PERMUTATIONS, PRIME, permutations, word_hashes

#: So many hashes are permuted at a time (64 times 8 bytes each).
AT_ONCE: Final = 16_384

Numbers = npt.NDArray[np.uint64]

LOW_31: Final = np.uint64((1 << 31) - 1)
LOW_30: Final = np.uint64((1 << 30) - 1)
LOW_61: Final = np.uint64(PRIME)


def sketches(texts: Sequence[str]) -> list[str]:
    """Return the sketch of each text, as `fingerprints.sketch` gives it, about ten times as fast.

    >>> from audit_lib.notice.fingerprints import sketch
    >>> texts = ["We keep your data safe.", "Ask us.", ""]
    >>> sketches(texts) == [sketch(text) for text in texts]
    True
    """
    hashes = [word_hashes(text) for text in texts]
    return [line for batch in _batches(hashes) for line in _sketched(batch)]


def _batches(hashes: Sequence[list[int]]) -> Iterator[Sequence[list[int]]]:
    """Cut rows of hashes into runs of about so many; a row that is longer is a run of its own."""
    batch: list[list[int]] = []
    size = 0
    for row in hashes:
        if batch and size + len(row) > AT_ONCE:
            yield batch
            batch, size = [], 0
        batch.append(row)
        size += len(row)
    if batch:
        yield batch


def _sketched(rows: Sequence[list[int]]) -> Iterator[str]:
    values = np.array([value for row in rows for value in row], dtype=np.uint64)
    starts = np.cumsum([0, *(len(row) for row in rows[:-1])])
    digits = np.empty((PERMUTATIONS, len(rows)), dtype=np.uint8)
    for at, (factor, shift) in enumerate(_factors()):
        least = np.minimum.reduceat(_permuted(values, factor, shift), starts)
        digits[at] = least & np.uint64(15)
    yield from (bytes(packed).hex() for packed in ((digits[0::2] << 4) | digits[1::2]).T)


def _permuted(values: Numbers, factor: tuple[np.uint64, np.uint64], shift: np.uint64) -> Numbers:
    """Return factor * value + shift modulo 2**61 - 1, without a number of more than 64 bits.

    Both factors are cut at bit 31; 2**61 counts as one, hence 2**62 as two.
    """
    high, low = factor
    value_high, value_low = values >> np.uint64(31), values & LOW_31
    middle = high * value_low + low * value_high
    total = (
        ((high * value_high) << np.uint64(1))
        + (middle >> np.uint64(30))
        + ((middle & LOW_30) << np.uint64(31))
        + low * value_low
        + shift
    )
    folded = (total & LOW_61) + (total >> np.uint64(61))
    least: Numbers = np.minimum(folded, folded - LOW_61)  # below zero a number of 64 bits is very large
    return least


@cache
def _factors() -> tuple[tuple[tuple[np.uint64, np.uint64], np.uint64], ...]:
    return tuple(
        ((np.uint64(factor >> 31), np.uint64(factor & ((1 << 31) - 1))), np.uint64(shift))
        for factor, shift in permutations()
    )
