"""Who is spoken of in a notice: the controller, those who get data or give it, and the people it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ...model.noun import Confidence
from ...model.party import PartyKind
from ...model.reading import Organisation
from ..concepts.concept import Family
from ..concepts.concepts import Mention, concept, party_kind
from ..concepts.words import ENDS
from .cues import Act
from .named import Named, enter_named
from .naming import Ids
from .people import CONTROLLER, REGULATOR, YOU, People, enter
from .reading import Read

#: People under one name, whether they get data or it is about them.
SAME: Final = {
    "guarantors-people": "guarantors",
    "referees-people": "referees",
    "next-of-kin-people": "next-of-kin",
    "parents-and-carers": "parents",
}

#: Those whom "you" hardly ever means as a whole.
PASSING: Final = frozenset({
    "website-visitors", "app-users", "requesters", "suspected-people", "enquirers", "children", "visitors",
    "survey-participants", "event-attendees", "guarantors", "referees", "next-of-kin", "suppliers",
    "landlords",
})  # fmt: skip

#: Words before a party that say that data comes from it, and that it goes to it.
FROM: Final = frozenset({"from"})
TO: Final = frozenset({"with", "to", "betwen", "among", "via", "by"})

#: After a party these say that it gives data, and that it gets data.
GIVES: Final = frozenset({"send", "provid", "giv", "give", "supply", "tel", "tell", "inform"})
GETS: Final = frozenset({"receiv", "get", "hav", "store", "hold", "handl", "proces"})

#: Where visitors are those of a website.
ONLINE: Final = frozenset({"websit", "sit", "app", "browser"})

#: How many words before a party are looked at, and behind it.
BEFORE: Final = 14
BEHIND: Final = 10

#: What a sentence that speaks of somebody's data does.
MOVING: Final = frozenset({Act.COLLECT, Act.SCOPE, Act.USE, Act.SHARE, Act.SOURCE, Act.KEEP, Act.CONSENT})

#: Where data comes from, and to which nobody sends any.
ONLY_SOURCES: Final = frozenset({"public-sources", "data-brokers"})


def gather_people(
    reads: Sequence[Read], organisations: Iterable[Organisation], ids: Ids, publisher: str
) -> People:
    """Return everybody of whom a notice speaks.

    Parameters
    ----------
    reads
        The sentences.
    organisations
        The organisations that the notice names.
    ids
        The ids of the map so far; those of the parties are added.
    publisher
        What to call the controller where the notice does not name it.

    >>> from .reading import read_sentences
    >>> reads, _ = read_sentences("Tenants: we share your name with the police.")
    >>> people = gather_people(reads, (), Ids(), "The publisher")
    >>> sorted(people.found), people.gets
    (['class:law-enforcement', 'controller', 'subject:tenants'], {'c-001': ['class:law-enforcement']})
    """
    people = People()
    by_place = {read.sentence.place: read for read in reads}
    named = enter_named(people, organisations, by_place, ids, publisher)
    for read in reads:
        _subjects(people, read, ids)
    for read in reads:
        _ends(people, read, named.get(read.clause, []), ids)
    _addressed(people, reads, ids)
    return people


def _subjects(people: People, read: Read, ids: Ids) -> None:
    if read.acts & {Act.PROTECT} and not read.own & MOVING:
        return
    if read.acts & {Act.COMPLAIN, Act.LINKS, Act.CHANGE, Act.CONTACT} and not read.own & {
        Act.COLLECT,
        Act.SCOPE,
    }:
        return
    for name in _people_in(read):
        same = SAME.get(name, name)
        if same in {"requesters", "suspected-people"} or (
            same == "website-visitors" and Act.RIGHTS in read.acts
        ):
            continue
        key = f"subject:{same}"
        title = concept(Family.SUBJECT, name).name
        sure = (
            Confidence.LIKELY if read.own & {Act.SCOPE, Act.COLLECT, Act.USE, Act.SHARE} else Confidence.ASK
        )
        enter(people, key, title, PartyKind.INDIVIDUALS, ids).rest_on([read.clause], sure)
        people.subjects.setdefault(read.clause, []).append(key)


def _people_in(read: Read) -> Iterator[str]:
    """Yield the people whom a sentence names, but for those who are only part of a name for data."""
    data = [m for m in read.mentions if m.family is Family.DATA]
    for mention in read.mentions:
        if mention.family is Family.SUBJECT and (
            mention.concept == "website-visitors"
            or not any(one.first <= mention.first and mention.after <= one.after for one in data)
        ):
            on_site = mention.concept == "visitors" and (Act.COOKIES in read.acts or ONLINE & set(read.stems))
            yield "website-visitors" if on_site else mention.concept


def _addressed(people: People, reads: Sequence[Read], ids: Ids) -> None:
    """Find out whom "you" means: the people who are named most often, where that is plain."""
    counts = Counter(key for keys in people.subjects.values() for key in keys)
    main = [key for key, _ in counts.most_common() if key.partition(":")[2] not in PASSING]
    if main and counts[main[0]] >= min(2, len(reads)):
        people.addressed = main[0]
        return
    if main and len(reads) < 3:
        people.addressed = main[0]
        return
    you = enter(people, YOU, "People whom the notice addresses", PartyKind.INDIVIDUALS, ids)
    you.note = "Say who is meant by you: which groups of people."
    you.rest_on(
        [read.clause for read in reads if "you" in read.stems or "your" in read.stems][:1], Confidence.ASK
    )
    if not you.clauses:
        you.rest_on([read.clause for read in reads[:1]], Confidence.ASK)


def _ends(people: People, read: Read, named: Sequence[Named], ids: Ids) -> None:
    """Enter who gets data and who gives it in one sentence."""
    moves = read.acts & {Act.SHARE, Act.SOURCE, Act.DEMAND, Act.TRANSFER} or read.own & {Act.LINKS}
    spans = [
        (start, start + len(name), key) for key, name, _ in named if (start := read.text.find(name)) >= 0
    ]
    others = [key for key, _, role in named if key != CONTROLLER and role != "regulator"]
    if moves - {Act.TRANSFER, Act.LINKS} and not read.aside:
        for key in [
            key for key in others if key not in {one for one, _, role in named if role == "mentioned"}
        ]:
            _turn(people, read, key, gives=_is_source(people, read, named, key))
    for mention in _parties(read):
        inside = next((key for start, end, key in spans if start <= mention.start < end), None)
        if inside is None and len(others) == 1 and _describes(read, mention):
            continue
        key = inside or _class_key(people, mention)
        gives = _gives(read, mention)
        if gives is None or not moves or read.aside or (mention.concept in ONLY_SOURCES and not gives):
            continue
        if inside:
            if inside not in {CONTROLLER, REGULATOR}:
                _turn(people, read, inside, gives=bool(gives))
            continue
        sure = Confidence.LIKELY if read.own & {Act.SHARE, Act.SOURCE, Act.LINKS} else Confidence.ASK
        kind = party_kind(mention.concept)
        title = concept(Family.PARTY, mention.concept).name
        candidate = enter(people, key, title, kind, ids)
        candidate.rest_on([read.clause], sure)
        if kind is not PartyKind.INDIVIDUALS and kind is not PartyKind.PUBLIC:
            candidate.fields["generic"] = mention.concept != "information-commissioner"
        if mention.concept != "information-commissioner" and not read.own & {Act.LINKS}:
            _turn(people, read, key, gives=bool(gives))


def _parties(read: Read) -> Iterator[Mention]:
    seen = set[str]()
    for mention in read.mentions:
        if mention.family is Family.PARTY and mention.concept not in seen:
            seen.add(mention.concept)
            yield mention


def _class_key(people: People, mention: Mention) -> str:
    as_subject = f"subject:{mention.concept}"
    return as_subject if as_subject in people.found else f"class:{mention.concept}"


def _turn(people: People, read: Read, key: str, *, gives: bool) -> None:
    side = people.gives if gives else people.gets
    if key not in side.setdefault(read.clause, []):
        side[read.clause].append(key)


def _is_source(people: People, read: Read, named: Sequence[Named], key: str) -> bool:
    role = next(role for one, _, role in named if one == key)
    if role == "source" and Act.SHARE in read.own and "give" in read.stems:
        _turn(people, read, key, gives=False)
    return role == "source" and Act.DENY not in read.acts


def _describes(read: Read, mention: Mention) -> bool:
    """Whether a class only says what the one organisation is that the sentence names."""
    before = read.stems[max(0, mention.first - 8) : mention.first]
    return Act.SHARE in read.acts and any(word in {"as", "provider", "is", "our"} for word in before)


def _gives(read: Read, mention: Mention) -> bool | None:
    """Whether a party gives data rather than gets it; None where its company does not say."""
    behind = read.stems[mention.after : mention.after + BEHIND]
    led = TO & set(read.stems[max(0, mention.first - 3) : mention.first])
    for at, word in enumerate(behind if not led else ()):
        if word in ENDS:
            break
        if word in GIVES and "us" in behind[at + 1 : at + 3]:
            return True
        if word in GETS and Act.SHARE in read.acts:
            return False
    for word in reversed(read.stems[max(0, mention.first - BEFORE) : mention.first]):
        if word in FROM:
            return True if read.acts & {Act.SOURCE, Act.COLLECT} else None
        if word in TO and Act.SHARE in read.acts:
            return False
        if word in {".", ";", ":"}:
            break
    if Act.SOURCE in read.acts and Act.SHARE not in read.acts:
        return True
    return False if Act.SHARE in read.acts else None
