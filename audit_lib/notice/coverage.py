"""The proof that every sentence of a notice is accounted for, and what has changed since it was mapped."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from ..model.coverage import ClauseCoverage, Coverage, Standing
from ..model.data_map import DataMap
from ..model.notice import Clause
from ..model.noun import Entry
from .clauses import Sentence, split_sentences
from .fingerprints import fingerprint, likeness, sketch

#: From this likeness on a sentence counts as another wording of a clause and not as a new sentence.
REWORDED_FROM: Final = 0.5


class Match(NamedTuple):
    """A clause found again: the number of its sentence in the notice, how alike, how it stands there."""

    sentence: int
    likeness: float
    standing: Standing


def cover(data_map: DataMap, text: str | None = None) -> Coverage:
    """Return what rests on each clause of a map and, given the notice, what has become of each sentence.

    What rests on a clause is every party, system, data category, purpose, activity (also by way of one of
    its lawful bases), flow, retention, safeguard, right and channel that cites it; what a clause claims does
    not count. With the notice, each of its sentences is matched with one clause at most: `unchanged`, `moved`
    (the same words in another order of sentences), `reworded` (estimated likeness of the words at least 0.5)
    or `removed`; what no clause matches is `added`.

    Parameters
    ----------
    data_map
        The map.
    text
        The published notice as it stands now, if it is at hand.

    >>> from audit_lib.model.data_map import DataMap
    >>> empty = DataMap.model_validate({
    ...     "map": {"id": "m", "title": "M", "jurisdiction": "UK", "controller": "kite"},
    ...     "parties": [{"id": "kite", "name": "Kite", "kind": "organisation", "stance": "recorded"}]})
    >>> coverage = cover(empty, "We keep data. We sell none.")
    >>> coverage.sentences, coverage.added, coverage.complete
    (2, (('1.1', 'We keep data.'), ('1.2', 'We sell none.')), False)
    """
    resting = _what_rests(data_map)
    if text is None:
        return Coverage(clauses=tuple(_covered(clause, resting) for clause in data_map.clauses))
    sentences = split_sentences(text, data_map.notice.headings if data_map.notice else ())
    matches = _match(sorted(data_map.clauses, key=_order), sentences)
    taken = {match.sentence for match in matches.values()}
    return Coverage(
        clauses=tuple(
            _standing(_covered(clause, resting), matches.get(clause.id), sentences)
            for clause in data_map.clauses
        ),
        added=tuple((s.place, s.text) for number, s in enumerate(sentences) if number not in taken),
        sentences=len(sentences),
    )


def _what_rests(data_map: DataMap) -> Mapping[str, Sequence[str]]:
    """Give for each clause the references of the entries that cite it, each once, in the map's order."""
    resting = defaultdict[str, dict[str, None]](dict)
    for reference, entry in data_map.entries():
        if isinstance(entry, Entry):
            for clause in _cited(entry):
                resting[clause][reference] = None
    return {clause: tuple(references) for clause, references in resting.items()}


def _cited(entry: Entry) -> Iterator[str]:
    yield from entry.clauses
    for basis in getattr(entry, "bases", ()):
        yield from basis.clauses


def _covered(clause: Clause, resting: Mapping[str, Sequence[str]]) -> ClauseCoverage:
    return ClauseCoverage(
        clause=clause.id, rests=tuple(resting.get(clause.id, ())), carries_nothing=clause.carries_nothing
    )


def _standing(covered: ClauseCoverage, match: Match | None, sentences: Sequence[Sentence]) -> ClauseCoverage:
    if match is None:
        return covered.model_copy(update={"standing": Standing.REMOVED})
    return covered.model_copy(
        update={
            "standing": match.standing,
            "likeness": match.likeness,
            "text": sentences[match.sentence].text,
        }
    )


def _order(clause: Clause) -> tuple[int, ...]:
    return tuple(map(int, clause.place.split(".")))


def _match(clauses: Sequence[Clause], sentences: Sequence[Sentence]) -> dict[str, Match]:
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
    if not clauses:
        return {}
    sketches = [(number, sketch(sentences[number].text)) for number in free]
    pairs = [
        (-alike, at, number)
        for at, clause in enumerate(clauses)
        for number, sketched in sketches
        if (alike := likeness(clause.sketch, sketched)) >= REWORDED_FROM
    ]
    matches: dict[str, Match] = {}
    taken = set[int]()
    for alike, at, number in sorted(pairs):
        if clauses[at].id not in matches and number not in taken:
            matches[clauses[at].id] = Match(number, -alike, Standing.REWORDED)
            taken.add(number)
    return matches


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
