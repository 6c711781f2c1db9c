"""Sentences that were cut in two or put together: the same said in another number of sentences."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from ...model.coverage import Standing
from ...model.notice import Clause
from ..clauses import Sentence
from ..fingerprints import likeness
from ..matching import Match, close_pairs
from ..sketches import sketches

#: From this likeness on two pieces together, or one piece, count as the sentence itself.
SAME_FROM: Final = 0.75

#: Where a sentence may have been put together from two.
SEAM: Final = re.compile(
    r"[,;:]?\s+(?:and|but|or|which|where|so)\s+(?:also\s+)?|[;:,]\s+|(?<=[.!?)])\s+|\s+[–—-]\s+"
)

#: At how many places a sentence is tried, and how many words a piece must have.
SEAMS: Final = 10
WORDS: Final = 4

#: Sentences of more characters are no two sentences made one.
LONGEST: Final = 2000


class Matched(NamedTuple):
    """The sentences in which a clause is found again, how alike they are, and how they stand."""

    sentences: tuple[int, ...]
    likeness: float
    standing: Standing


def with_pieces(
    clauses: Sequence[Clause], sentences: Sequence[Sentence], matches: Mapping[str, Match]
) -> dict[str, Matched]:
    """Return the matches with those added that hold once pieces are put together or cut apart.

    A clause whose sentence was cut in two is found in both; two clauses that were made one sentence are both
    found in it.

    Parameters
    ----------
    clauses, sentences, matches
        The clauses of the map, the sentences of the new notice, and which clause is which sentence.

    >>> from audit_lib.notice.clauses import draft_clauses, split_sentences
    >>> from audit_lib.notice.matching import match_clauses
    >>> old = "We keep your name and address safe in our office, and we ask you each year if both are right."
    >>> new = "We keep your name and address safe in our office. We ask you each year if both are right."
    >>> clauses = [Clause(**draft, gist="-") for draft in draft_clauses(old)]
    >>> found = with_pieces(clauses, split_sentences(new), match_clauses(clauses, split_sentences(new)))
    >>> found["c-001"].sentences, found["c-001"].standing.value
    ((0, 1), 'reworded')
    """
    found = {clause: Matched((m.sentence,), m.likeness, m.standing) for clause, m in matches.items()}
    taken = {match.sentence for match in matches.values()}
    open_clauses = [c for c in clauses if c.id not in found or found[c.id].standing is Standing.REWORDED]
    for clause, pair, alike in _cut_in_two(open_clauses, sentences, found, taken):
        if not taken.intersection(set(pair) - set(_sentences_of(found, clause))):
            found[clause] = Matched(pair, alike, Standing.REWORDED)
            taken.update(pair)
    gone = [clause for clause in clauses if clause.id not in found]
    reworded = {n for m in found.values() if m.standing is Standing.REWORDED for n in m.sentences}
    new = [n for n in range(len(sentences)) if n not in taken or n in reworded]
    for clause, number, alike in _put_together(gone, sentences, new):
        found.setdefault(clause, Matched((number,), alike, Standing.REWORDED))
    return found


def _sentences_of(found: Mapping[str, Matched], clause: str) -> tuple[int, ...]:
    return found[clause].sentences if clause in found else ()


def _cut_in_two(
    clauses: Sequence[Clause], sentences: Sequence[Sentence], found: Mapping[str, Matched], taken: set[int]
) -> Iterator[tuple[str, tuple[int, int], float]]:
    """Yield clauses that are far more like two neighbouring sentences together than like one alone."""
    ours = {n for clause in clauses for n in _sentences_of(found, clause.id)}
    free = [n for n in range(len(sentences)) if n not in taken or n in ours]
    pairs = [
        (n, n + 1) for n, after in itertools.pairwise(free) if after == n + 1 and not {n, after} <= taken
    ]
    joined = sketches([f"{sentences[a].text} {sentences[b].text}" for a, b in pairs])
    for at, of in close_pairs([clause.sketch for clause in clauses], joined, SAME_FROM):
        clause, pair = clauses[at], pairs[of]
        alike = likeness(clause.sketch, joined[of])
        if clause.id not in found or (
            found[clause.id].sentences[0] in pair and alike > found[clause.id].likeness
        ):
            yield clause.id, pair, alike


def _put_together(
    clauses: Sequence[Clause], sentences: Sequence[Sentence], numbers: Sequence[int]
) -> Iterator[tuple[str, int, float]]:
    """Yield clauses that are one piece of a sentence."""
    if not clauses:
        return
    pieces = [(number, piece) for number in numbers for piece in _pieces(sentences[number].text)]
    sketched = sketches([piece for _, piece in pieces])
    for at, of in close_pairs([clause.sketch for clause in clauses], sketched, SAME_FROM):
        yield clauses[at].id, pieces[of][0], likeness(clauses[at].sketch, sketched[of])


def _pieces(text: str) -> Iterator[str]:
    if len(text) > LONGEST:
        return
    for seam, _ in zip(SEAM.finditer(text), range(SEAMS), strict=False):
        for piece in (text[: seam.start()], text[seam.end() :]):
            if len(piece.split()) >= WORDS:
                yield piece
