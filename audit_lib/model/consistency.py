"""What must hold between the entries of a map: known ids of the right kind, no cycles, honest stances."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Final, NamedTuple, get_args

from ..errors import did_you_mean
from .data import DataCategory
from .flow import Flow
from .notice import Clause
from .noun import Entry, Noun
from .party import Party, PartyKind


class Problem(NamedTuple):
    """Something that does not fit: the entry ("flow:rent"), the way to the value in it, and what is wrong."""

    reference: str
    path: tuple[str | int, ...]
    message: str


#: Which fields hold ids, and of which kinds; "subject" is a party of kind individuals.
FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "part_of": ("party",),
    "group": ("party",),
    "recipient_class": ("party",),
    "operator": ("party",),
    "holds": ("data",),
    "parent": ("data",),
    "purpose": ("purpose",),
    "purposes": ("purpose",),
    "controllers": ("party",),
    "processors": ("party",),
    "subjects": ("subject",),
    "sources": ("party",),
    "data": ("data",),
    "creates": ("data",),
    "systems": ("system",),
    "contract_with": ("party",),
    "sender": ("party",),
    "recipient": ("party",),
    "via": ("system", "channel"),
    "activity": ("activity",),
    "activities": ("activity",),
    "parties": ("party",),
    "party": ("party",),
    "channels": ("channel",),
    "team": ("party",),
    "clauses": ("clause",),
    "recipients": ("party",),
    "except_purposes": ("purpose",),
    "except_recipients": ("party",),
    "retention": ("retention",),
    "publisher": ("party",),
    "controller": ("party",),
    "dpo": ("party",),
    "representative": ("party",),
    "regulator": ("party",),
}

#: Names that files use for a field.
SPELT: Final[Mapping[str, str]] = {"sender": "from", "recipient": "to"}


#: What a kind is called in a message.
CALLED: Final[Mapping[str, str]] = {"data": "data category", "subject": "category of data subjects"}


#: For how many ids a near one is looked for; each costs a pass over all ids.
MAX_HINTS: Final = 200


def problems(
    entries: Iterable[tuple[str, Entry | Clause]],
    heads: Iterable[tuple[str, Noun]] = (),
    also_known: Mapping[str, str] | None = None,
    unread: Collection[str] = (),
) -> Iterator[Problem]:
    """Yield everything that does not fit between the entries of a map, in their order.

    Parameters
    ----------
    entries
        The (reference, entry) pairs of a whole map.
    heads
        What holds ids and is no entry: the head of the map ("map") and of its notice ("notice").
    also_known
        The kinds of ids that exist although their entry could not be read.
    unread
        The kinds of which some entries could not even be seen: an id that is missing may be one of those.
    """
    listed = list(entries)
    kinds = dict(also_known or {})
    yield from _enter(listed, kinds)
    known = _Known(kinds, unread)
    for reference, noun in [*heads, *listed]:
        yield from _unknown_ids(reference, noun, (), known)
        if isinstance(noun, Entry):
            yield from _dishonest_stance(reference, noun)
        if isinstance(noun, Flow) and noun.sender == noun.recipient:
            yield Problem(
                reference,
                ("to",),
                "A flow goes from one party to another; sender and recipient are the same.",
            )
    parents = {entry.id: entry.parent for _, entry in listed if isinstance(entry, DataCategory)}
    yield from _cycles("data", "parent", parents)
    parties = {entry.id: entry for _, entry in listed if isinstance(entry, Party)}
    yield from _cycles("party", "part_of", {name: party.part_of for name, party in parties.items()})
    yield from _no_class(parties)
    yield from _cycles(
        "party", "recipient_class", {name: party.recipient_class for name, party in parties.items()}
    )


def _enter(listed: Iterable[tuple[str, Entry | Clause]], kinds: dict[str, str]) -> Iterator[Problem]:
    """Enter the ids of the entries under their kinds; where an id comes again, the first keeps it."""
    for reference, entry in listed:
        kind, _, name = reference.partition(":")
        if name in kinds:
            yield Problem(
                reference, ("id",), f'The id "{name}" is used twice. Ids are unique in a map: rename one.'
            )
        else:
            kinds[name] = "subject" if _is_individuals(entry) else kind


def _is_individuals(entry: Entry | Clause) -> bool:
    return isinstance(entry, Party) and entry.kind is PartyKind.INDIVIDUALS


class _Known:
    """The ids that there are, and what to say of one that is not among them or of another kind."""

    def __init__(self, kinds: Mapping[str, str], unread: Collection[str]) -> None:
        self.kinds = kinds
        self.unread = unread
        self.said: dict[tuple[str, tuple[str, ...]], str | None] = {}

    def misfit(self, name: str, wanted: tuple[str, ...]) -> str | None:
        """Return what is wrong with an id where some kinds are wanted; each id is looked into once."""
        if (name, wanted) not in self.said:
            self.said[name, wanted] = self._misfit(name, wanted)
        return self.said[name, wanted]

    def _misfit(self, name: str, wanted: tuple[str, ...]) -> str | None:
        found = self.kinds.get(name)
        accepted = (*wanted, "subject") if "party" in wanted else wanted
        if found in accepted:
            return None
        asked = " or ".join(CALLED.get(kind, kind) for kind in wanted)
        if found is not None:
            return f'"{name}" is {_a(CALLED.get(found, found))}; {_a(asked)} is wanted here.'
        if any(kind in self.unread or (kind == "subject" and "party" in self.unread) for kind in wanted):
            return None
        return f'No {asked} has the id "{name}".{self._hint(name, accepted)}'

    def _hint(self, name: str, accepted: tuple[str, ...]) -> str:
        if len(self.said) > MAX_HINTS:
            return ""
        fitting = [known for known, kind in self.kinds.items() if kind in accepted]
        return did_you_mean(name, fitting)


def _a(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


@cache
def _id_fields(noun: type[Noun]) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Give the fields of a noun that hold ids: name, name in files, kinds; no kinds where nouns hold them."""
    found = []
    for field, about in noun.model_fields.items():
        nested = any(_id_fields(inner) for inner in _nouns_in(about.annotation))
        wanted = FIELDS.get(field, ())
        if nested or wanted:
            kinds = (*wanted, "subject") if "party" in wanted else wanted
            found.append((field, SPELT.get(field, field), () if nested else kinds))
    return tuple(found)


def _nouns_in(annotation: Any) -> Iterator[type[Noun]]:
    if isinstance(annotation, type) and issubclass(annotation, Noun):
        yield annotation
    for part in get_args(annotation):
        yield from _nouns_in(part)


def _unknown_ids(reference: str, noun: Noun, path: tuple[str | int, ...], known: _Known) -> Iterator[Problem]:
    kinds = known.kinds
    for field, spelt, wanted in _id_fields(type(noun)):
        value = getattr(noun, field)
        if not value:
            continue
        is_list = isinstance(value, tuple)
        for at, item in enumerate(value if is_list else (value,)):
            if wanted and kinds.get(item) in wanted:
                continue
            where = (*path, spelt, at) if is_list else (*path, spelt)
            if isinstance(item, Noun):
                yield from _unknown_ids(reference, item, where, known)
            elif wanted:
                message = known.misfit(str(item), FIELDS[field])
                if message:
                    yield Problem(reference, where, message)


def _dishonest_stance(reference: str, entry: Entry) -> Iterator[Problem]:
    bases = [(("bases", at), basis) for at, basis in enumerate(getattr(entry, "bases", ()))]
    for path, noun in [((), entry), *bases]:
        stance, clauses = noun.stance, noun.clauses
        if stance.rests_on_notice and not clauses:
            what = "cites no clause: name the clauses that it rests on, or call it recorded or expected."
            yield Problem(reference, (*path, "stance"), f"The stance is {stance}, and the entry {what}")
        if not stance.rests_on_notice and clauses:
            what = "which means that no clause says it, and the entry cites clauses."
            yield Problem(reference, (*path, "stance"), f"The stance is {stance}, {what}")


def _no_class(parties: Mapping[str, Party]) -> Iterator[Problem]:
    """Yield what is said to be a class of recipients and is not marked as one."""
    for party in parties.values():
        above = parties.get(party.recipient_class or "")
        if above and not above.generic:
            what = f'"{above.id}" is a particular party; one with "generic: true" is wanted here.'
            yield Problem(f"party:{party.id}", ("recipient_class",), what)


def _cycles(kind: str, field: str, parents: Mapping[str, str | None]) -> Iterator[Problem]:
    settled = set[str]()
    for start in parents:
        trail: dict[str, None] = {}
        step: str = start
        while step in parents and step not in settled and step not in trail:
            trail[step] = None
            step = parents[step] or ""
        if step in trail:
            circle = list(trail)[list(trail).index(step) :]
            way = " > ".join([*circle, step])
            yield Problem(
                f"{kind}:{circle[-1]}", (field,), f"This closes a circle: {way}. Take one of them out."
            )
        settled.update(trail)
