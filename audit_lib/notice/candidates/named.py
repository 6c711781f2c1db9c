"""The organisations that a notice names, and which of them is the controller."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from ...model.noun import Confidence
from ...model.party import PartyKind
from ...model.reading import Organisation
from ..concepts.concept import Family
from ..concepts.concepts import concepts_in, mentions_in, party_kind
from .naming import Ids, clean
from .people import CONTROLLER, REGULATOR, People, enter
from .reading import Read

#: A notice that calls nobody controller names its publisher in one of so many first sentences, and again.
FIRST: Final = 5

#: A name before "is the controller".
IS_NAMED: Final = re.compile(
    r"^\W{0,3}((?:[A-Z][\w'’&.-]{0,30} (?:(?:of|and|for|the|in) ){0,2}){1,8})(?:is|are|acts? as) "
    r"(?:the |a |an |your )?(?:data )?controllers?\b"
)
NO_NAMES: Final = frozenset(
    {"We", "It", "This", "They", "Who", "You", "The", "Each", "These", "Where", "If", "Both"}
)

UNNAMED: Final = "The notice names no controller that could be recognised: say who it is."
GUESSED: Final = "Nobody is called controller; taken for it because the notice begins with this name."
SECOND: Final = "Named as controller too: say how it stands to the controller of this map."


class Named(NamedTuple):
    """An organisation in a sentence: its key among the parties, its name as written, and its role."""

    key: str
    name: str
    role: str


def enter_named(
    people: People,
    organisations: Iterable[Organisation],
    by_place: Mapping[str, Read],
    ids: Ids,
    publisher: str,
) -> dict[str, list[Named]]:
    """Enter the organisations that are named, and return who is named in each sentence, by clause.

    >>> from .reading import by_place, read_sentences
    >>> reads, _ = read_sentences("Kite Ltd is the controller.")
    >>> kite = Organisation(name="Kite Ltd", role="controller", places=("1.1",), confidence="certain")
    >>> people = People()
    >>> enter_named(people, [kite], by_place(reads), Ids(), "Whoever")["c-001"][0].key
    'controller'
    """
    listed = [one for one in organisations if clean(one.name)]
    if not any(one.role == "controller" for one in listed):
        listed.extend(_called(by_place.values()))
    own = _own(listed, list(by_place))
    _enter_controller(people, own, list(by_place.values()), ids, publisher)
    named: dict[str, list[Named]] = {}
    for one in listed:
        name = clean(one.name)
        key = CONTROLLER if one is own else f"org:{name.casefold()}"
        title = name
        if one.role == "regulator" and "information" in name.casefold():
            key, title = REGULATOR, "Information Commissioner"
        candidate = enter(people, key, title, _kind(one), ids)
        reads = [by_place[place] for place in one.places if place in by_place]
        is_guess = one is own and one.role != "controller"
        sure = Confidence.LIKELY if is_guess else one.confidence
        candidate.rest_on([read.clause for read in reads], sure)
        if one.role == "controller" and key != CONTROLLER:
            candidate.note = SECOND
        for read in reads:
            named.setdefault(read.clause, []).append(Named(key, name, one.role))
    return named


def _called(reads: Iterable[Read]) -> Iterator[Organisation]:
    """Yield who is called the controller under a name that has none of the marks of an organisation."""
    for read in reads:
        match = IS_NAMED.search(read.text)
        if match and clean(match[1]).split()[0] not in NO_NAMES:
            place = (read.sentence.place,)
            yield Organisation(
                name=clean(match[1]), role="controller", places=place, confidence=Confidence.LIKELY
            )
            return


def _own(listed: Sequence[Organisation], places: Sequence[str]) -> Organisation | None:
    """Return the organisation whose notice it is, if the notice lets see that."""
    called = [one for one in listed if one.role == "controller"]
    early = frozenset(places[:FIRST])
    begins = [
        one
        for one in listed
        if one.confidence is Confidence.CERTAIN and one.role != "regulator" and len(one.places) > 1
        and early.intersection(one.places) and not _is_class(one.name)
    ]  # fmt: skip
    return max(called or begins, key=lambda one: len(one.places), default=None)


def _is_class(name: str) -> bool:
    """Whether the tables know a name as that of a class of recipients, such as the health service."""
    return any(m.family is Family.PARTY and (m.start, m.end) == (0, len(name)) for m in mentions_in(name))


def _enter_controller(
    people: People, own: Organisation | None, reads: Sequence[Read], ids: Ids, publisher: str
) -> None:
    name = clean(own.name) if own else publisher
    first = enter(people, CONTROLLER, name, PartyKind.ORGANISATION, ids)
    if own is None:
        first.note = UNNAMED
        first.rest_on([read.clause for read in reads[:1]], Confidence.ASK)
    elif own.role != "controller":
        first.note = GUESSED


def _kind(one: Organisation) -> PartyKind:
    """Return what a named organisation is: an authority, where its name or its role says so."""
    classes = concepts_in(one.name).parties
    is_authority = one.role == "regulator" or any(party_kind(each) is PartyKind.AUTHORITY for each in classes)
    return PartyKind.AUTHORITY if is_authority else PartyKind.ORGANISATION
