"""What has become of a mapped notice in a new version of it, what loses its ground, and what matters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...model.coverage import Standing
from ...model.data_map import DataMap
from ...model.notice import Clause
from ...model.notice_change import LostGround, NoticeChange, SentenceChange, Significance
from ..clauses import Sentence, split_sentences
from ..concepts.concepts import mentions_in
from ..coverage import what_rests
from ..fingerprints import fingerprint
from ..matching import match_clauses
from ..naming.leads import leads
from .known import is_denied, known_from_notice
from .new import said_anew
from .pieces import Matched, with_pieces
from .promises import dropped
from .retention import longer_retention
from .rights import weaker_rights
from .words import Changed, Comparison, is_gone, merged


def compare_notice(data_map: DataMap, new_text: str, old_text: str | None = None) -> NoticeChange:
    """Return what has become of each sentence of a mapped notice, what loses its ground, and what matters.

    It works from the fingerprints, sketches, gists and claims of the map; the old text is needed only to show
    the old words, and makes some questions answers. What is new is told by comparing what the changed
    sentences speak of with what the map's entries, gists and claims, and all sentences that still stand,
    speak of. A sentence that was cut in two counts as reworded, and so do two that were made one.

    Parameters
    ----------
    data_map
        The map of the old notice.
    new_text
        The notice as it stands now.
    old_text
        The notice as it was mapped, if it is at hand.

    >>> from audit_lib.notice.clauses import draft_clauses
    >>> data_map = DataMap.model_validate({
    ...     "map": {"id": "m", "title": "M", "jurisdiction": "UK", "controller": "kite"},
    ...     "parties": [{"id": "kite", "name": "Kite", "kind": "organisation", "stance": "recorded"}],
    ...     "clauses": [{**draft, "gist": "-"} for draft in draft_clauses("We keep your name. Ask us.")]})
    >>> new = "We keep your name. Ask us. We share it with credit reference agencies."
    >>> change = compare_notice(data_map, new)
    >>> [(one.standing.value if one.standing else "added", one.place) for one in change.changes]
    [('unchanged', '1.1'), ('unchanged', '1.2'), ('added', '1.3')]
    >>> [one.kind.value for one in change.significant]
    ['new-recipient']
    """
    sentences, old_texts = _cut(data_map, new_text), _old_texts(data_map, old_text)
    found = with_pieces(data_map.clauses, sentences, match_clauses(data_map.clauses, sentences))
    return NoticeChange(
        changes=tuple(_changes(data_map, sentences, found, old_texts)),
        lost=tuple(_lost(data_map, found)),
        significant=_significant(_comparison(data_map, sentences, found, old_texts)),
    )


def comparison_of(data_map: DataMap, new_text: str, old_text: str | None = None) -> Comparison:
    """Return the clauses that still stand, those that are gone, and the sentences that are new or reworded.

    Parameters
    ----------
    data_map, new_text, old_text
        As in `compare_notice`.

    >>> from audit_lib.notice.clauses import draft_clauses
    >>> data_map = DataMap.model_validate({
    ...     "map": {"id": "m", "title": "M", "jurisdiction": "UK", "controller": "kite"},
    ...     "parties": [{"id": "kite", "name": "Kite", "kind": "organisation", "stance": "recorded"}],
    ...     "clauses": [{**draft, "gist": "-"} for draft in draft_clauses("We keep your name. Ask us.")]})
    >>> found = comparison_of(data_map, "Ask us. Cookies are small files.")
    >>> [clause.id for clause in found.standing], [clause.id for clause in found.removed]
    (['c-002'], ['c-001'])
    >>> [one.sentence.text for one in found.changed]
    ['Cookies are small files.']
    """
    sentences = _cut(data_map, new_text)
    found = with_pieces(data_map.clauses, sentences, match_clauses(data_map.clauses, sentences))
    return _comparison(data_map, sentences, found, _old_texts(data_map, old_text))


def _cut(data_map: DataMap, text: str) -> Sequence[Sentence]:
    return split_sentences(text, data_map.notice.headings if data_map.notice else ())


def _old_texts(data_map: DataMap, old_text: str | None) -> dict[str, str]:
    """Return the old words of each clause that the old notice holds."""
    old = _cut(data_map, old_text) if old_text is not None else ()
    text = {fingerprint(sentence.text): sentence.text for sentence in old}
    return {clause.id: text[clause.fingerprint] for clause in data_map.clauses if clause.fingerprint in text}


def _standing(found: Mapping[str, Matched], clause: str) -> Standing:
    return found[clause].standing if clause in found else Standing.REMOVED


def _changes(
    data_map: DataMap,
    sentences: Sequence[Sentence],
    found: Mapping[str, Matched],
    old_texts: Mapping[str, str],
) -> Iterator[SentenceChange]:
    """Yield each clause and each new sentence in the order of the new notice; what is gone where it stood."""
    rests = what_rests(data_map)
    taken = {number for match in found.values() for number in match.sentences}
    rows: list[tuple[int, int, SentenceChange]] = [
        (number, 0, SentenceChange(place=sentence.place, text=sentence.text))
        for number, sentence in enumerate(sentences)
        if number not in taken
    ]
    last = -1
    for at, clause in enumerate(data_map.clauses, start=1):
        match = found.get(clause.id)
        if match and match.standing is Standing.UNCHANGED:
            last = match.sentences[0]
        change = SentenceChange(
            standing=_standing(found, clause.id),
            clause=clause.id,
            gist=clause.gist,
            place=sentences[match.sentences[0]].place if match else None,
            text=" ".join(sentences[number].text for number in match.sentences) if match else None,
            old_text=old_texts.get(clause.id),
            likeness=match.likeness if match else None,
            rests=tuple(rests.get(clause.id, ())),
        )
        rows.append((match.sentences[0] if match else last, at, change))
    yield from (change for *_, change in sorted(rows, key=lambda row: row[:2]))


def _lost(data_map: DataMap, found: Mapping[str, Matched]) -> Iterator[LostGround]:
    """Yield the entries that cite a clause whose words are gone or reworded, in the order of the map."""
    cited: dict[str, list[str]] = {}
    for clause, references in what_rests(data_map).items():
        for reference in references:
            cited.setdefault(reference, []).append(clause)
    for reference, _ in data_map.entries():
        clauses = cited.get(reference, [])
        gone = [clause for clause in clauses if is_gone(_standing(found, clause))]
        if gone:
            yield LostGround(
                reference=reference,
                name=data_map.name(reference),
                all_gone=len(gone) == len(clauses),
                clauses=tuple(gone),
            )


def _comparison(
    data_map: DataMap,
    sentences: Sequence[Sentence],
    found: Mapping[str, Matched],
    old_texts: Mapping[str, str],
) -> Comparison:
    introduced = list(leads(sentences))
    clause_of: dict[int, Clause] = {}
    for clause in data_map.clauses:
        for number in found[clause.id].sentences if clause.id in found else ():
            clause_of.setdefault(number, clause)
    changed = [
        Changed(
            sentence,
            introduced[number],
            was := clause_of.get(number),
            old_texts.get(was.id) if was else None,
            found[was.id].likeness if was else None,
            mentions_in(sentence.text),
        )
        for number, sentence in enumerate(sentences)
        if number not in clause_of or is_gone(_standing(found, clause_of[number].id))
    ]
    return Comparison(
        data_map=data_map,
        sentences=sentences,
        standing=[clause for clause in data_map.clauses if not is_gone(_standing(found, clause.id))],
        changed=changed,
        removed=[clause for clause in data_map.clauses if clause.id not in found],
        old_texts=dict(old_texts),
        spoken=frozenset(
            (mention.family, mention.concept)
            for one in changed
            for mention in one.mentions
            if not is_denied(one.sentence.text, mention.start)
        ),
    )


def _significant(comparison: Comparison) -> tuple[Significance, ...]:
    """Return the reasons why people must be told, the gravest first."""
    changed = {one.sentence.place for one in comparison.changed}
    standing = [sentence.text for sentence in comparison.sentences if sentence.place not in changed]
    known = known_from_notice(comparison.data_map, [*standing, *comparison.old_texts.values()])
    reasons = merged(
        [
            *dropped(comparison, known),
            *said_anew(comparison, known),
            *weaker_rights(comparison),
            *longer_retention(comparison),
        ]
    )
    return tuple(sorted(reasons, key=lambda one: (-one.severity.rank, -one.confidence.rank)))
