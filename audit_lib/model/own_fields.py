"""What an organisation's own rule can look at: the entries of a map and their fields, by their names."""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Iterator, Mapping
from enum import Enum, StrEnum
from functools import cache
from typing import Any, Final, NamedTuple, Union, get_args, get_origin

from ..errors import did_you_mean
from .activity import Activity, Dpia
from .claim import TypeOfClaim
from .consistency import FIELDS
from .data import DataCategory
from .flow import Direction, Flow
from .map_info import MapInfo
from .notice import Clause
from .noun import Answer, Gap, Noun
from .party import Country, Party
from .purpose import Purpose
from .retention import Duration, Retention
from .rights import Channel, Right
from .safeguard import Safeguard
from .system import System

#: How many steps a field may lead from the entry that is looked at.
MAX_STEPS: Final = 6


class LooksAt(StrEnum):
    """What a rule goes through, one by one: the entries of a section of the map, or its head (`map`)."""

    FLOWS = "flows"
    ACTIVITIES = "activities"
    PARTIES = "parties"
    SYSTEMS = "systems"
    DATA = "data"
    PURPOSES = "purposes"
    RETENTION = "retention"
    SAFEGUARDS = "safeguards"
    RIGHTS = "rights"
    CHANNELS = "channels"
    CLAUSES = "clauses"
    MAP = "map"


class Holds(StrEnum):
    """What stands in a field, in the words of a message."""

    WORDS = "one of a few words"
    TEXT = "free text"
    DATE = "a date"
    PERIOD = "a period"
    NUMBER = "a number"
    FLAG = "true or false"
    COUNTRY = "a country"
    ENTRIES = "entries of the map"
    BLOCK = "fields of its own"


class FieldInfo(NamedTuple):
    """A field: its name in files, what stands in it, if it holds several, its words, what it leads to.

    `attribute` is its name in the noun, and empty for what the workbench works out from the whole map;
    `about` then says what that is.
    """

    name: str
    holds: Holds
    many: bool = False
    words: tuple[str, ...] = ()
    nouns: tuple[type[Noun], ...] = ()
    attribute: str = ""
    about: str = ""


class Way(NamedTuple):
    """A field that a path leads to, and whether several values can stand at its end."""

    steps: tuple[str, ...]
    last: FieldInfo
    many: bool


NOUNS: Final[Mapping[LooksAt, type[Noun]]] = {
    LooksAt.FLOWS: Flow,
    LooksAt.ACTIVITIES: Activity,
    LooksAt.PARTIES: Party,
    LooksAt.SYSTEMS: System,
    LooksAt.DATA: DataCategory,
    LooksAt.PURPOSES: Purpose,
    LooksAt.RETENTION: Retention,
    LooksAt.SAFEGUARDS: Safeguard,
    LooksAt.RIGHTS: Right,
    LooksAt.CHANNELS: Channel,
    LooksAt.CLAUSES: Clause,
    LooksAt.MAP: MapInfo,
}

#: The section in which entries of a noun stand.
SECTION_OF: Final[Mapping[type[Noun], LooksAt]] = {noun: section for section, noun in NOUNS.items()}

#: Fields about which no rule of this kind asks; `claims` are worked out, by their kinds.
_LEFT_OUT: Final = ("claims", "fingerprint", "sketch", "own_rules")

#: What the kinds of `consistency.FIELDS` are as nouns.
_LEADS_TO: Final[Mapping[str, type[Noun]]] = {
    "party": Party,
    "subject": Party,
    "data": DataCategory,
    "purpose": Purpose,
    "activity": Activity,
    "system": System,
    "channel": Channel,
    "clause": Clause,
    "retention": Retention,
}


def _entries(name: str, noun: type[Noun], about: str) -> FieldInfo:
    return FieldInfo(name, Holds.ENTRIES, many=True, nouns=(noun,), about=about)


_SAFEGUARDS: Final = _entries("safeguards", Safeguard, "the safeguards in place that touch it")
_CLAIMS: Final = tuple(get_args(kind.model_fields["kind"].annotation)[0] for kind in get_args(TypeOfClaim))

#: What the workbench works out from the whole map, for each noun.
WORKED_OUT: Final[Mapping[type[Noun], tuple[FieldInfo, ...]]] = {
    Flow: (
        FieldInfo(
            "direction",
            Holds.WORDS,
            words=tuple(member.value for member in Direction),
            about="where it goes, seen from the controller of the map",
        ),
        _entries("parties", Party, "its sender and its recipient"),
        _SAFEGUARDS,
    ),
    Activity: (
        _entries("flows", Flow, "its flows"),
        _entries("parties", Party, "its controllers and processors"),
        _entries("retention", Retention, "the statements of how long its data is kept"),
        _SAFEGUARDS,
    ),
    Party: (
        FieldInfo("inside", Holds.FLAG, about="whether it is the controller of the map, or a team of it"),
        _entries("received", Flow, "the flows that go to it"),
        _entries("sent", Flow, "the flows that come from it"),
        _entries("runs", System, "the systems that it operates"),
        _entries("reached_by", DataCategory, "the data that can come to it, through however many hands"),
        _SAFEGUARDS,
    ),
    System: (
        _entries("flows", Flow, "the flows that go by it"),
        _entries("activities", Activity, "the activities that use it"),
        _SAFEGUARDS,
    ),
    DataCategory: (
        _entries("reaches", Party, "the parties to which it can come, through however many hands"),
        _entries("flows", Flow, "the flows that carry it, by its own name or that of a category above it"),
        _entries("activities", Activity, "the activities that use or create it, or a category above it"),
        _entries("systems", System, "the systems that hold it, or a category above it"),
        _entries("retention", Retention, "the statements of how long it is kept"),
        _SAFEGUARDS,
    ),
    Purpose: (_entries("activities", Activity, "the activities that serve it"),),
    Channel: (_entries("flows", Flow, "the flows that go by it"),),
    Clause: (
        FieldInfo("claims", Holds.WORDS, many=True, words=_CLAIMS, about="the kinds of claims that it makes"),
    ),
}  # fmt: skip


@cache
def fields_of(*nouns: type[Noun]) -> Mapping[str, FieldInfo]:
    """Return the fields of a noun by name; of several nouns, those that at least one of them has.

    >>> fields_of(Flow)["to"].holds.value, fields_of(Flow)["direction"].about
    ('entries of the map', 'where it goes, seen from the controller of the map')
    """
    found: dict[str, FieldInfo] = {}
    for noun in nouns:
        for info in (*_written(noun), *WORKED_OUT.get(noun, ())):
            other = found.get(info.name)
            found[info.name] = _joined(other, info) if other else info
    return found


def resolve(path: str, *nouns: type[Noun]) -> Way | str:
    """Return the field to which a path leads from a noun, or what is wrong with the path.

    >>> resolve("activity.purpose.kind", Flow).last.words[0]
    'tenancy'
    >>> resolve("activity.purpos.kind", Flow)
    '"purpos" is no field of an activity. Did you mean "purpose"?'
    """
    steps = tuple(path.split("."))
    if len(steps) > MAX_STEPS:
        return f"The path has {len(steps)} steps; at most {MAX_STEPS} are followed."
    here, taken = nouns, list[FieldInfo]()
    for step in steps:
        if not here:
            last = taken[-1]
            return f'"{last.name}" holds {last.holds.value}: nothing leads on from it.'
        known = fields_of(*here)
        if step not in known:
            hint = did_you_mean(step, known) or f" Known are {', '.join(known)}."
            return f'"{step[:60]}" is no field of {called(here)}.{hint}'
        taken.append(known[step])
        here = known[step].nouns
    return Way(steps, taken[-1], any(info.many for info in taken))


def called(nouns: tuple[type[Noun], ...]) -> str:
    """Return what a reader calls one of some nouns.

    >>> called((Activity,)), called((System, Channel)), called((MapInfo,))
    ('an activity', 'a system or a channel', 'the map')
    """
    names = {
        DataCategory: "data category",
        Dpia: "impact assessment",
        MapInfo: "map",
        Retention: "statement of retention",
    }
    words = [names.get(noun, _spaced(noun.__name__)) for noun in nouns]
    with_article = ["the map" if w == "map" else f"{'an' if w[0] in 'aeiou' else 'a'} {w}" for w in words]
    return " or ".join(with_article)


def _spaced(name: str) -> str:
    return "".join(f" {sign.lower()}" if sign.isupper() else sign for sign in name).strip()


def _joined(one: FieldInfo, other: FieldInfo) -> FieldInfo:
    """Return a field that several nouns have: every word and every way on that one of them has."""
    words = tuple(dict.fromkeys([*one.words, *other.words]))
    nouns = tuple(dict.fromkeys([*one.nouns, *other.nouns]))
    return one._replace(words=words, nouns=nouns, many=one.many or other.many)


def _written(noun: type[Noun]) -> Iterator[FieldInfo]:
    """Yield what a noun itself holds."""
    for attribute, about in noun.model_fields.items():
        name = about.alias or attribute
        many = get_origin(about.annotation) is tuple
        if name == "id" and noun in SECTION_OF and noun is not MapInfo:
            yield FieldInfo(name, Holds.ENTRIES, nouns=(noun,), attribute=attribute)
        elif attribute in FIELDS:
            nouns = tuple(dict.fromkeys(_LEADS_TO[kind] for kind in FIELDS[attribute]))
            yield FieldInfo(name, Holds.ENTRIES, many, nouns=nouns, attribute=attribute)
        elif name not in _LEFT_OUT:
            yield _plain_field(name, attribute, many, tuple(_parts(about.annotation)))


def _plain_field(name: str, attribute: str, many: bool, parts: tuple[Any, ...]) -> FieldInfo:
    kinds = [part for part in parts if isinstance(part, type)]
    blocks = tuple(kind for kind in kinds if issubclass(kind, Noun))
    enums = [kind for kind in kinds if issubclass(kind, Enum)]
    if blocks:
        return FieldInfo(name, Holds.BLOCK, many, _words(enums), blocks, attribute)
    for holds, fits in (
        (Holds.COUNTRY, Country in parts),
        (Holds.PERIOD, Duration in parts),
        (Holds.DATE, dt.date in kinds),
        (Holds.FLAG, bool in kinds),
        (Holds.NUMBER, int in kinds or float in kinds),
        (Holds.TEXT, str in kinds),
    ):
        if fits:
            return FieldInfo(name, holds, many, _words(enums), attribute=attribute)
    return FieldInfo(name, Holds.WORDS, many, _words(enums), attribute=attribute)


def _words(enums: list[type[Enum]]) -> tuple[str, ...]:
    """Return the words of closed lists, the gaps last."""
    ordered = sorted(enums, key=lambda kind: kind in (Gap, Answer))
    return tuple(dict.fromkeys(str(member.value) for kind in ordered for member in kind))


def _parts(annotation: Any) -> Iterator[Any]:
    """Yield the types of which an annotation is made; those with a form of their own as they are, too."""
    if hasattr(annotation, "__metadata__"):
        yield annotation
        yield from _parts(annotation.__origin__)
    elif get_origin(annotation) in (tuple, Union, types.UnionType):
        for part in get_args(annotation):
            yield from _parts(part)
    elif annotation is not type(None) and annotation is not ...:
        yield annotation
