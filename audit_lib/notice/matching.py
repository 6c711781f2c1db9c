"""The clauses of a map found again among the sentences of a notice: the one way in which it is done."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from ..model.coverage import Standing
from ..model.notice import Clause
from .clauses import Sentence
from .fingerprints import CHANCE, PERMUTATIONS, fingerprint, likeness
from .sketches import sketches

#: From this likeness on a sentence counts as another wording of a clause and not as a new sentence.
REWORDED_FROM: Final = 0.5


#: So many sketches are compared with so many at a time (one matrix of 32 MB).
BLOCK: Final = (2048, 4096)

Bytes = npt.NDArray[np.uint8]
Numbers = npt.NDArray[np.int32]


def _digits_of(alike: float) -> int:
    """Return the least number of digits that agree in two sketches of a likeness."""
    return math.ceil((alike * (1 - CHANCE) + CHANCE) * PERMUTATIONS)


AGREE_FROM: Final = _digits_of(REWORDED_FROM)


class Match(NamedTuple):
    """A clause found again: the number of its sentence in the notice, how alike, how it stands there."""

    sentence: int
    likeness: float
    standing: Standing


def match_clauses(clauses: Sequence[Clause], sentences: Sequence[Sentence]) -> dict[str, Match]:
    """Return for each clause that is found again its sentence; each sentence is matched once at most.

    `unchanged` and `moved` sentences have the same words (moved: in another order of sentences), `reworded`
    ones an estimated likeness of at least 0.5; of several the most alike is taken, then the earliest.

    Parameters
    ----------
    clauses
        In any order; that of the notice is taken from their places.
    sentences
        The notice as it stands now.

    >>> from audit_lib.notice.clauses import draft_clauses, split_sentences
    >>> old, new = "We keep your name safe. Ask us.", "Ask us. We keep your old name safe."
    >>> clauses = [Clause(**draft, gist="-") for draft in draft_clauses(old)]
    >>> found = match_clauses(clauses, split_sentences(new))
    >>> [(clause, match.sentence, match.standing.value) for clause, match in sorted(found.items())]
    [('c-001', 1, 'reworded'), ('c-002', 0, 'unchanged')]
    """
    clauses = sorted(clauses, key=_order)
    same = _match_same(clauses, sentences)
    order = [(clause.id, same[clause.id]) for clause in clauses if clause.id in same]
    in_order = _longest_rise([number for _, number in order])
    matches = {
        clause: Match(number, 1.0, Standing.UNCHANGED if at in in_order else Standing.MOVED)
        for at, (clause, number) in enumerate(order)
    }
    taken = set(same.values())
    left = [clause for clause in clauses if clause.id not in same]
    free = [number for number in range(len(sentences)) if number not in taken]
    return matches | _match_alike(left, free, sentences)


def close_pairs(left: Sequence[str], right: Sequence[str], least: float) -> Iterator[tuple[int, int]]:
    """Yield the numbers of each two sketches, one of either row, that are at least so alike.

    Parameters
    ----------
    left, right
        Sketches.
    least
        A likeness, 0 to 1.

    >>> from audit_lib.notice.fingerprints import sketch
    >>> list(close_pairs([sketch("We keep it.")], [sketch("Ask us."), sketch("We keep it!")], 0.8))
    [(0, 1)]
    """
    if left and right:
        _, rows, columns = _alike(_digits(left), _digits(right), _digits_of(least))
        yield from zip(rows.tolist(), columns.tolist(), strict=True)


def _order(clause: Clause) -> tuple[int, ...]:
    return tuple(map(int, clause.place.split(".")))


def _match_same(clauses: Sequence[Clause], sentences: Sequence[Sentence]) -> dict[str, int]:
    """Match sentences by fingerprint; of those that stand twice, under the same heading first."""
    headed, bare = defaultdict[str, deque[int]](deque), defaultdict[str, deque[int]](deque)
    for number, sentence in enumerate(sentences):
        mark = fingerprint(sentence.text)
        headed[f"{mark} {sentence.heading}"].append(number)
        bare[mark].append(number)
    found: dict[str, int] = {}
    taken = set[int]()
    for waiting, mark_of in ((headed, _headed_mark), (bare, _bare_mark)):
        for clause in clauses:
            queue = waiting.get(mark_of(clause))
            while queue and queue[0] in taken:
                queue.popleft()
            if queue and clause.id not in found:
                found[clause.id] = queue.popleft()
                taken.add(found[clause.id])
    return found


def _headed_mark(clause: Clause) -> str:
    return f"{clause.fingerprint} {clause.heading}"


def _bare_mark(clause: Clause) -> str:
    return clause.fingerprint


def _match_alike(
    clauses: Sequence[Clause], free: Sequence[int], sentences: Sequence[Sentence]
) -> dict[str, Match]:
    """Match what is left by likeness, the most alike first; each clause and each sentence once."""
    if not clauses or not free:
        return {}
    sketched = sketches([sentences[number].text for number in free])
    return {
        clauses[at].id: Match(free[of], likeness(clauses[at].sketch, sketched[of]), Standing.REWORDED)
        for at, of in _best_pairs(_digits([clause.sketch for clause in clauses]), _digits(sketched))
    }


def _digits(lines: Sequence[str]) -> Bytes:
    """Return the digits of sketches: one row of 64 numbers from 0 to 15 a sketch."""
    packed = np.frombuffer(bytes.fromhex("".join(lines)), dtype=np.uint8).reshape(len(lines), -1)
    return np.stack([packed >> 4, packed & 15], axis=2).reshape(len(lines), -1)


def _best_pairs(left: Bytes, right: Bytes) -> Iterator[tuple[int, int]]:
    """Yield the pairs of rows that agree most, each row once, ties in the order of the rows."""
    agree, rows, columns = _alike(left, right, AGREE_FROM)
    free = np.ones(len(left), dtype=bool), np.ones(len(right), dtype=bool)
    for level in range(PERMUTATIONS, AGREE_FROM - 1, -1):
        at = np.flatnonzero(agree == level)
        at = at[free[0][rows[at]] & free[1][columns[at]]]
        starts = np.flatnonzero(np.diff(rows[at], prepend=-1))
        for start, end in pairwise([*starts.tolist(), len(at)]):
            open_columns = columns[at[start:end]][free[1][columns[at[start:end]]]]
            if len(open_columns):
                row, column = int(rows[at[start]]), int(open_columns[0])
                free[0][row] = free[1][column] = False
                yield row, column


def _alike(left: Bytes, right: Bytes, least: int) -> tuple[Bytes, Numbers, Numbers]:
    """Return how many digits agree in each pair that agrees enough, and its two rows, in their order."""
    found: list[tuple[Bytes, Numbers, Numbers]] = []
    for top in range(0, len(left), BLOCK[0]):
        of_left = _one_hot(left[top : top + BLOCK[0]])
        part: list[tuple[Bytes, Numbers, Numbers]] = []
        for side in range(0, len(right), BLOCK[1]):
            same = (of_left @ _one_hot(right[side : side + BLOCK[1]]).T).astype(np.uint8)
            at, of = np.nonzero(same >= least)
            part.append((same[at, of], (at + top).astype(np.int32), (of + side).astype(np.int32)))
        agree, rows, columns = _concatenated(part)
        order = np.lexsort((columns, rows))
        found.append((agree[order], rows[order], columns[order]))
    return _concatenated(found)


def _concatenated(parts: Sequence[tuple[Bytes, Numbers, Numbers]]) -> tuple[Bytes, Numbers, Numbers]:
    return (
        np.concatenate([agree for agree, _, _ in parts]),
        np.concatenate([rows for _, rows, _ in parts]),
        np.concatenate([columns for _, _, columns in parts]),
    )


def _one_hot(digits: Bytes) -> npt.NDArray[np.float32]:
    """Return digits as rows of zeros and ones, so that a product of two rows counts the digits that agree."""
    hot = np.zeros((len(digits), digits.shape[1] * 16), dtype=np.float32)
    hot[np.arange(len(digits))[:, None], np.arange(digits.shape[1]) * 16 + digits] = 1
    return hot


def _longest_rise(numbers: Sequence[int]) -> frozenset[int]:
    """Return the positions of a longest rising run of numbers, not necessarily neighbours."""
    ends: list[int] = []
    last_at: list[int] = []
    before: list[int] = []
    for at, number in enumerate(numbers):
        length = bisect_left(ends, number)
        before.append(last_at[length - 1] if length else -1)
        ends[length : length + 1] = [number]
        last_at[length : length + 1] = [at]
    kept = set[int]()
    at = last_at[-1] if last_at else -1
    while at >= 0:
        kept.add(at)
        at = before[at]
    return frozenset(kept)
