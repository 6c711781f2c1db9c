"""What a piece of a notice speaks of: data, purposes, people and organisations, measures, bases, rights."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from ...model.activity import Basis
from ...model.data import Sensitivity
from ...model.noun import Noun
from ...model.party import PartyKind
from ...model.rights import ChannelKind, RightKind
from ...model.safeguard import Measure
from .concept import NOTHING, Concept, Family
from .data_table import DATA_OF_A_PERSON
from .handling_table import HANDLING
from .parties_table import PARTIES
from .people_table import SUBJECTS
from .periods import periods_in
from .purposes_table import PURPOSES
from .records_table import DATA_OF_DEALINGS
from .tree import Found, PhraseTree
from .words import Words, stem, words_of

#: What the marks of data categories mean.
SENSITIVITIES: Final = {
    "": Sensitivity.ORDINARY,
    "R": Sensitivity.HIGH_RISK,
    "S": Sensitivity.SPECIAL_CATEGORY,
    "C": Sensitivity.CRIMINAL_OFFENCE,
}

#: What the marks of parties mean.
PARTY_KINDS: Final = {
    "O": PartyKind.ORGANISATION,
    "A": PartyKind.AUTHORITY,
    "P": PartyKind.PUBLIC,
    "I": PartyKind.INDIVIDUALS,
}

#: Before a weak phrase these say that somebody's data is meant, and after it these say so.
OWNERS: Final = frozenset(
    map(stem, ["your", "their", "his", "her", "personal", "person", "applicant", "child"])
)
DATA_WORDS: Final = frozenset(map(stem, ["information", "data", "details", "record", "records", "history"]))

#: In a list, no more words than this stand between one item and the next.
NEAR: Final = 3

#: A text of so few words is an item of a list or the cell of a table.
SHORT: Final = 3

#: What stands between the items of a list.
LISTING: Final = frozenset({",", ";", "and", "or"})

#: Before a list of "telephone, email or post" these say that it is no list of data.
WAYS: Final = frozenset(map(stem, ["by", "via", "through", "using", "us", "contact", "over", "on"]))

WEAK: Final = "~"


class Mention(NamedTuple):
    """A concept in a text: its family, its id, and where its words stand (character and word numbers)."""

    family: Family
    concept: str
    start: int
    end: int
    first: int
    after: int


class Concepts(Noun):
    """The ids of the concepts that a piece of text speaks of, each once, in the order of the text.

    `periods` are ISO 8601 durations.
    """

    data: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    measures: tuple[Measure, ...] = ()
    channels: tuple[ChannelKind, ...] = ()
    periods: tuple[str, ...] = ()
    bases: tuple[Basis, ...] = ()
    rights: tuple[RightKind, ...] = ()


def concepts_in(text: str) -> Concepts:
    """Return what a piece of text speaks of, by the tables of this package; nothing is guessed beyond them.

    The longest phrase wins: an email address is no address. A word that is about data only in some company
    ("name", "image") counts in a list of data, after "your" and the like, or before "details".

    Parameters
    ----------
    text
        A sentence, an item of a list, the name of an entry of a map.

    >>> found = concepts_in("We share your name, email address and card details with payment processors.")
    >>> found.data, found.parties
    (('names', 'email-address', 'payment-card'), ('payment-processors',))
    >>> concepts_in("Deleted six years after the tenancy ends.").periods
    ('P6Y',)
    """
    return gathered(mentions_in(text), (period.duration for period in periods_in(text)))


def gathered(mentions: Iterable[Mention], periods: Iterable[str] = ()) -> Concepts:
    """Return the concepts that some mentions are of.

    >>> gathered(mentions_in("by email or by post")).channels
    (<ChannelKind.EMAIL: 'email'>, <ChannelKind.POST: 'post'>)
    """
    by_family: dict[Family, dict[str, None]] = defaultdict(dict)
    for mention in mentions:
        by_family[mention.family][mention.concept] = None
    return Concepts(
        data=tuple(by_family[Family.DATA]),
        purposes=tuple(by_family[Family.PURPOSE]),
        parties=tuple(by_family[Family.PARTY]),
        subjects=tuple(by_family[Family.SUBJECT]),
        measures=tuple(map(Measure, by_family[Family.MEASURE])),
        channels=tuple(map(ChannelKind, by_family[Family.CHANNEL])),
        periods=tuple(dict.fromkeys(periods)),
        bases=tuple(map(Basis, by_family[Family.BASIS])),
        rights=tuple(map(RightKind, by_family[Family.RIGHT])),
    )


def mentions_in(text: str) -> tuple[Mention, ...]:
    """Return every mention of a concept in a text, in the order of the text.

    >>> [(mention.concept, mention.start) for mention in mentions_in("Police get names and addresses")]
    [('law-enforcement', 0), ('names', 11), ('postal-address', 11)]
    """
    words = words_of(text)
    found = [mention for family in Family for mention in _mentions(family, words)]
    return tuple(sorted(found, key=lambda mention: (mention.first, mention.family)))


def concept(family: Family, name: str) -> Concept:
    """Return a concept by its family and id.

    >>> concept(Family.DATA, "passport").parent
    'identity-documents'
    """
    return _rows()[family][name]


def all_concepts() -> tuple[Concept, ...]:
    """Return every concept of the tables.

    >>> len({(row.family, row.id) for row in all_concepts()}) == len(all_concepts())
    True
    """
    return tuple(row for rows in _rows().values() for row in rows.values())


def lineage(name: str, family: Family = Family.DATA) -> tuple[str, ...]:
    """Return the id of a concept and of all concepts above it, the nearest first.

    >>> lineage("passport")
    ('passport', 'identity-documents', 'identity')
    """
    found = [name]
    while (above := concept(family, found[-1]).parent) is not None:
        found.append(above)
    return tuple(found)


def sensitivity(name: str) -> Sensitivity:
    """Return how sensitive a data category of the tables is.

    >>> sensitivity("disability").value
    'special-category'
    """
    return SENSITIVITIES[concept(Family.DATA, name).mark]


def party_kind(name: str) -> PartyKind:
    """Return what a class of recipients or sources of the tables is.

    >>> party_kind("courts").value
    'authority'
    """
    return PARTY_KINDS[concept(Family.PARTY, name).mark]


def _mentions(family: Family, words: Words) -> Iterator[Mention]:
    hits = [hit for hit in _trees()[family].find(words.stems) if hit.key != NOTHING]
    for group in _lists(hits, words.stems):
        is_list = _is_list_of_data(group, words.stems)
        for hit in group:
            if is_list or not hit.key.startswith(WEAK) or _confirmed(hit, words.stems):
                name = hit.key.removeprefix(WEAK)
                yield Mention(
                    family, name, words.starts[hit.start], words.ends[hit.end - 1], hit.start, hit.end
                )


def _lists(hits: Iterable[Found], stems: Sequence[str]) -> Iterator[Sequence[Found]]:
    """Cut the hits into runs of which each follows the one before it as an item of the same list."""
    run: list[Found] = []
    for hit in hits:
        between = stems[run[-1].end : hit.start] if run else ()
        if run and (len(between) > NEAR or not LISTING.intersection(between)):
            yield run
            run = []
        run.append(hit)
    if run:
        yield run


def _is_list_of_data(group: Sequence[Found], stems: Sequence[str]) -> bool:
    """Whether a run is of data beyond doubt, and not of the ways in which people can be reached."""
    if len(group) > 1 and any(not hit.key.startswith(WEAK) for hit in group):
        return True
    first = group[0].start
    return len(group) > 2 and not (first and stems[first - 1] in WAYS)


def _confirmed(hit: Found, stems: Sequence[str]) -> bool:
    """Whether the company of a weak phrase says that it is about data."""
    if len(stems) <= SHORT or (hit.start and stems[hit.start - 1] in OWNERS):
        return True
    return hit.end < len(stems) and stems[hit.end] in DATA_WORDS


@cache
def _rows() -> Mapping[Family, Mapping[str, Concept]]:
    rows: dict[Family, dict[str, Concept]] = {family: {} for family in Family}
    for row in (*DATA_OF_A_PERSON, *DATA_OF_DEALINGS, *PURPOSES, *PARTIES, *SUBJECTS, *HANDLING):
        if row.id != NOTHING:
            rows[row.family][row.id] = row
    return rows


@cache
def _trees() -> Mapping[Family, PhraseTree]:
    phrases: dict[Family, list[tuple[str, str]]] = {family: [] for family in Family}
    for row in (*DATA_OF_A_PERSON, *DATA_OF_DEALINGS, *PURPOSES, *PARTIES, *SUBJECTS, *HANDLING):
        phrases[row.family].extend((row.id, phrase) for phrase in row.phrases)
        phrases[row.family].extend((WEAK + row.id, phrase) for phrase in row.weak)
    return {family: PhraseTree(said) for family, said in phrases.items()}
