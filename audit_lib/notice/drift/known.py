"""What the notice that was mapped is known to have said, so that what is new can be told from it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from ...model.activity import Activity, Basis
from ...model.data_map import DataMap
from ...model.flow import Role, Transfer
from ...model.notice import Clause
from ...model.noun import Entry, Gap
from ..concepts.concept import Family
from ..concepts.concepts import concept, mentions_in
from ..naming.countries import countries_in
from ..naming.organisations import key

#: Fields of entries and claims that hold words.
WORDS: Final = frozenset(
    re.findall(
        r"\S+",
        "name description examples aliases contact condition starts ground at_end source function interest "
        "how limit freedom promise when address consequence limits mechanism",
    )
)

PROCESSORS: Final = frozenset({Role.PROCESSOR, Role.SUB_PROCESSOR})

DENIAL: Final = re.compile(
    r"\b(?:not|never|nor|no|none|neither|nobody|without|cannot)\b|n['’]t\b", re.IGNORECASE
)

#: How many characters before a mention a denial may stand.
DENIED_WITHIN: Final = 70


class Known(NamedTuple):
    """The concepts (family and id), countries and names of organisations that were spoken of."""

    concepts: frozenset[tuple[Family, str]]
    countries: frozenset[str]
    names: frozenset[str]

    def has_name(self, name: str) -> bool:
        """Whether an organisation is known by a name, or by a longer or shorter form of it."""
        words = key(name).split()
        if not words:
            return True
        return any(
            words[: len(other)] == other or other[: len(words)] == words
            for other in map(str.split, self.names)
            if other
        )


def known_from_notice(data_map: DataMap, texts: Iterable[str]) -> Known:
    """Return what the old notice said: by the map's entries that rest on it, its gists and claims, and texts.

    Parameters
    ----------
    data_map
        The map.
    texts
        Sentences of the old notice whose words are at hand.

    >>> empty = DataMap.model_validate({
    ...     "map": {"id": "m", "title": "M", "jurisdiction": "UK", "controller": "kite"},
    ...     "parties": [{"id": "kite", "name": "Kite Ltd", "kind": "organisation", "stance": "recorded"}]})
    >>> known = known_from_notice(empty, ["We send it to the police in India."])
    >>> sorted(known.countries), known.has_name("Kite Foods")
    (['GB', 'IN'], True)
    >>> (Family.PARTY, "law-enforcement") in known.concepts
    True
    """
    entries = [entry for _, entry in data_map.entries() if isinstance(entry, Entry)]
    said = [entry for entry in entries if entry.stance.rests_on_notice]
    words = [
        *texts,
        *_said(data_map, said),
        *(text for c in data_map.clauses for text in _of_clause(data_map, c)),
    ]
    found = {(mention.family, mention.concept) for text in words for mention in mentions_in(text)}
    found |= {(Family.BASIS, basis.value) for basis in _bases(data_map)}
    if any(flow.role in PROCESSORS and flow.stance.rests_on_notice for flow in data_map.flows):
        found.add((Family.PARTY, "service-providers"))
    countries = {country for text in words for country in countries_in(text)} | set(_countries(data_map))
    names = {
        key(name) for party in data_map.parties for name in (party.name, *party.aliases) if not party.generic
    }
    named = (claim.name for c in data_map.clauses for claim in c.claims if claim.kind == "controller-named")
    return Known(frozenset(found), frozenset(countries), frozenset(names | {key(name) for name in named}))


def is_denied(text: str, start: int) -> bool:
    """Return whether the words before a place in a sentence deny what stands there.

    >>> said = "We do not share it with banks, but we use it for billing."
    >>> is_denied(said, said.index("banks")), is_denied(said, said.index("billing"))
    (True, False)
    """
    before = text[max(0, start - DENIED_WITHIN) : start]
    turn = max(
        (match.end() for match in re.finditer(r"\bbut\b|;|\. |\bexcept\b|\bunless\b|\bonly\b", before)),
        default=0,
    )
    return DENIAL.search(before, turn) is not None


def _said(data_map: DataMap, entries: Sequence[Entry]) -> Iterator[str]:
    for entry in entries:
        yield from _words(entry.model_dump())
        if isinstance(entry, Activity):
            yield from (basis.interest for basis in entry.bases if not isinstance(basis.interest, Gap))
    for flow in data_map.flows:
        if not isinstance(flow.condition, Gap):
            yield flow.condition


def _of_clause(data_map: DataMap, clause: Clause) -> Iterator[str]:
    """Yield the heading and the gist of a clause, and what its claims say or name."""
    yield from (clause.heading, clause.gist)
    for claim in clause.claims:
        fields = claim.model_dump()
        yield from _words(fields)
        ids = (one for value in fields.values() if isinstance(value, tuple) for one in value)
        yield from (name for one in ids for name in _names_of(data_map, str(one)))


def _names_of(data_map: DataMap, of: str) -> Iterator[str]:
    for reference in ("party", "data", "purpose", "activity"):
        if f"{reference}:{of}" in data_map.by_reference:
            yield data_map.name(f"{reference}:{of}")


def _words(fields: dict[str, object]) -> Iterator[str]:
    for field, value in fields.items():
        if field in WORDS and isinstance(value, str) and not isinstance(value, Gap):
            yield value
        elif field in WORDS and isinstance(value, tuple):
            yield from map(str, value)


def _bases(data_map: DataMap) -> Iterator[Basis]:
    for activity in data_map.activities:
        yield from (basis.basis for basis in activity.bases if basis.stance.rests_on_notice)
    for clause in data_map.clauses:
        yield from (claim.basis for claim in clause.claims if claim.kind == "basis-claimed")


def _countries(data_map: DataMap) -> Iterator[str]:
    yield "GB"
    for flow in data_map.flows:
        told = flow.stance.rests_on_notice and isinstance(flow.transfer, Transfer)
        if told and isinstance(flow.transfer, Transfer) and not isinstance(flow.transfer.country, Gap):
            yield flow.transfer.country
    for clause in data_map.clauses:
        for claim in clause.claims:
            if claim.kind == "transfer-claimed":
                yield from claim.countries


def concept_name(family: Family, of: str) -> str:
    """Return what a reader calls a concept.

    >>> concept_name(Family.PARTY, "law-enforcement")
    'Law enforcement'
    """
    return concept(family, of).name
