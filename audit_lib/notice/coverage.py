"""The proof that every sentence of a notice is accounted for, and what has changed since it was mapped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ..model.coverage import ClauseCoverage, Coverage, Standing
from ..model.data_map import DataMap
from ..model.notice import Clause
from ..model.noun import Entry
from .clauses import Sentence, split_sentences
from .matching import Match, match_clauses


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
    resting = what_rests(data_map)
    if text is None:
        return Coverage(clauses=tuple(_covered(clause, resting) for clause in data_map.clauses))
    sentences = split_sentences(text, data_map.notice.headings if data_map.notice else ())
    matches = match_clauses(data_map.clauses, sentences)
    taken = {match.sentence for match in matches.values()}
    return Coverage(
        clauses=tuple(
            _standing(_covered(clause, resting), matches.get(clause.id), sentences)
            for clause in data_map.clauses
        ),
        added=tuple((s.place, s.text) for number, s in enumerate(sentences) if number not in taken),
        sentences=len(sentences),
    )


def what_rests(data_map: DataMap) -> Mapping[str, Sequence[str]]:
    """Return for each clause the references of the entries that cite it, each once, in the map's order.

    >>> from audit_lib.model.data_map import DataMap
    >>> found = what_rests(DataMap.model_validate({
    ...     "map": {"id": "m", "title": "M", "jurisdiction": "UK", "controller": "kite"},
    ...     "parties": [{"id": "kite", "name": "K", "kind": "organisation", "stance": "stated",
    ...                  "clauses": ["c"]}],
    ...     "clauses": [{"id": "c", "heading": "H", "place": "1.1", "gist": "Kite is named.",
    ...                  "fingerprint": "0" * 16, "sketch": "0" * 64}]}))
    >>> dict(found)
    {'c': ('party:kite',)}
    """
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
