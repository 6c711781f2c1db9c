"""A map with its notice replaced by a draft: what the draft says is stated from then on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from ...files.notice_lines import write_lines
from ...files.notice_markdown import markdown_lines
from ...model.activity import Activity
from ...model.claim import BasisClaimed
from ...model.data_map import KINDS, DataMap
from ...model.document import Sentence as Drafted
from ...model.flow import Flow
from ...model.notice import Clause
from ...model.notice_draft import NoticeDraft
from ...model.noun import Entry, Stance
from ...model.rights import Right
from ..clauses import Sentence, split_sentences
from ..fingerprints import fingerprint, sketch
from .facts import OPEN
from .gists import gist, nothing
from .markdown import markdown

#: What the clauses of a drafted notice are called.
_ID: Final = "n-{:03}"


class _Piece(NamedTuple):
    """A sentence as a reader of the file cuts it, and the sentences of the draft that it is made of."""

    sentence: Sentence
    drafted: tuple[Drafted, ...]


def remap(data_map: DataMap, draft: NoticeDraft) -> DataMap:
    """Return a map as it is once a drafted notice has taken the place of the old one.

    The clauses are those that `read_notice` and `split_sentences` find in the draft as Markdown, so that the
    file can be checked against the map. An entry that a sentence rests on is stated by it; a fact of which
    only the old notice spoke is recorded; what only the old notice left unclear is expected, since nobody has
    confirmed it. A gap states nothing. Decisions stay, and those about sentences that are gone come up as
    decisions without a finding.

    Parameters
    ----------
    data_map
        The map that the draft was made from.
    draft
        The draft, as `draft_notice` gave it.

    Examples
    --------
    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.notice.drafting.draft import draft_notice
    >>> m = example_map()
    >>> new = remap(m, draft_notice(m, dt.date(2026, 11, 22)))
    >>> new.notice.version, new.clauses[0].heading
    ('22 November 2026', 'Who we are')
    """
    text = as_read(draft)
    sentences = split_sentences(text, headings_of(text))
    pieces = list(_pieces(sentences, draft))
    ids = _ids(data_map, len(pieces))
    cited = _cited(pieces, ids)
    asked = {activity.id for activity in data_map.activities if activity.stance in OPEN}
    bases = _bases(pieces, ids)
    content: dict[str, Any] = data_map.content()
    for section, kind in KINDS.items():
        if section != "clauses":
            entries = getattr(data_map, section)
            content[section] = [
                _entry(entry, cited.get(f"{kind}:{entry.id}", ()), bases, asked) for entry in entries
            ]
    content["clauses"] = [
        _clause(data_map, piece, ids[at], settled=_settled(content, ids[at]))
        for at, piece in enumerate(pieces)
    ]
    content["notice"] = {
        "title": draft.title,
        "publisher": data_map.info.controller,
        "version": draft.version,
        "read_on": draft.as_of.isoformat(),
        "headings": list(headings_of(text)),
    }
    return DataMap.model_validate(content)


def as_read(draft: NoticeDraft) -> str:
    """Return a draft as `read_notice` reads the Markdown file that it is written to.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.notice.drafting.draft import draft_notice
    >>> as_read(draft_notice(example_map(), dt.date(2026, 11, 22))).splitlines()[1]
    '## Who we are'
    """
    return write_lines(*markdown_lines(markdown(draft)))


def headings_of(text: str) -> tuple[str, ...]:
    r"""Return the headings of a notice in Markdown, each once.

    >>> headings_of("# Notice\n## Cookies\nWe set none.")
    ('Notice', 'Cookies')
    """
    lines = (line for line in text.split("\n") if line.startswith("#"))
    return tuple(dict.fromkeys(words for line in lines if (words := line.lstrip("#").strip())))


def _letters(text: str) -> str:
    """Return what no way of writing a text down changes: its letters and digits."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _pieces(sentences: Sequence[Sentence], draft: NoticeDraft) -> Iterator[_Piece]:
    """Yield each sentence with the sentences of the draft that it holds, wholly or in part.

    Both run over the same letters in the same order; what is only in the file (the head of a table) is of no
    sentence of the draft.
    """
    drafted = draft.sentences()
    spans: list[tuple[int, int]] = []
    stream = ""
    for each in drafted:
        letters = _letters(each.text)
        spans.append((len(stream), len(stream) + len(letters)))
        stream += letters
    at = first = 0
    for sentence in sentences:
        letters = _letters(sentence.text)
        start = stream.find(letters, at, at + len(letters)) if letters else -1
        if start < 0:
            yield _Piece(sentence, ())
            continue
        at = start + len(letters)
        while first < len(spans) and spans[first][1] <= start:
            first += 1
        found = []
        for number in range(first, len(spans)):
            if spans[number][0] >= at:
                break
            found.append(drafted[number])
        yield _Piece(sentence, tuple(found))


def _ids(data_map: DataMap, number: int) -> list[str]:
    """Return ids for the clauses that no entry bears."""
    taken = {
        reference.partition(":")[2]
        for reference, _ in data_map.entries()
        if not reference.startswith("clause:")
    }
    found: list[str] = []
    at = 0
    while len(found) < number:
        at += 1
        if _ID.format(at) not in taken:
            found.append(_ID.format(at))
    return found


def _cited(pieces: Iterable[_Piece], ids: Sequence[str]) -> Mapping[str, list[str]]:
    """Return the clauses that state each entry; a gap states none."""
    found: dict[str, list[str]] = {}
    for at, piece in enumerate(pieces):
        rests = dict.fromkeys(r for drafted in piece.drafted if not drafted.gap for r in drafted.rests)
        for reference in rests:
            found.setdefault(reference, []).append(ids[at])
    return found


def _bases(pieces: Iterable[_Piece], ids: Sequence[str]) -> Mapping[tuple[str, str], list[str]]:
    """Return the clauses that claim each basis of each activity."""
    found: dict[tuple[str, str], list[str]] = {}
    for at, piece in enumerate(pieces):
        for claim in _claims(piece):
            if isinstance(claim, BasisClaimed):
                for activity in claim.activities:
                    clauses = found.setdefault((activity, claim.basis.value), [])
                    clauses += [ids[at]] * (ids[at] not in clauses)
    return found


def _claims(piece: _Piece) -> list[Any]:
    return list(dict.fromkeys(claim for drafted in piece.drafted for claim in drafted.claims))


def _standing(stance: Stance, clauses: Sequence[str], *, law_gives_it: bool = False) -> dict[str, Any]:
    """Return the stance of an entry and the clauses that it cites, under the new notice."""
    if stance in OPEN and not law_gives_it:
        return {"stance": Stance.EXPECTED.value, "clauses": []}
    if clauses:
        return {"stance": Stance.STATED.value, "clauses": list(clauses)}
    return {"stance": (Stance.RECORDED if stance not in OPEN else Stance.EXPECTED).value, "clauses": []}


def _entry(
    entry: Entry,
    clauses: Sequence[str],
    bases: Mapping[tuple[str, str], list[str]],
    asked: Collection[str],
) -> dict[str, Any]:
    values = entry.model_dump(mode="json", by_alias=True)
    # A right comes from the law, so the notice can state it whatever the map expected.
    values |= _standing(entry.stance, clauses, law_gives_it=isinstance(entry, Right))
    if isinstance(entry, Flow) and entry.activity in asked:
        # What moves data for something that is not confirmed is not confirmed either.
        values |= _standing(Stance.EXPECTED, ())
    if isinstance(entry, Activity):
        values["bases"] = [
            basis.model_dump(mode="json")
            | _standing(basis.stance, bases.get((entry.id, basis.basis.value), ()))
            for basis in entry.bases
        ]
    return values


def _settled(content: Mapping[str, Any], clause: str) -> bool:
    """Say whether an entry of the new map cites a clause."""
    nouns = (entry for section in KINDS if section != "clauses" for entry in content[section])
    return any(clause in noun["clauses"] for entry in nouns for noun in (entry, *entry.get("bases", ())))


def _clause(data_map: DataMap, piece: _Piece, name: str, *, settled: bool) -> dict[str, Any]:
    claims = _claims(piece)
    values = {
        "id": name,
        "heading": piece.sentence.heading,
        "place": piece.sentence.place,
        "fingerprint": fingerprint(piece.sentence.text),
        "sketch": sketch(piece.sentence.text),
        "gist": gist(data_map, piece.sentence.heading, piece.drafted),
        "claims": [claim.model_dump(mode="json") for claim in claims],
    }
    why = None if settled else nothing(piece.drafted)
    return Clause.model_validate(values | ({"carries_nothing": why} if why else {})).model_dump(mode="json")
