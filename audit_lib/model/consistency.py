"""What must hold between the entries of a map: known ids of the right kind, no cycles, honest stances."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

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
    "operator": ("party",),
    "holds": ("data",),
    "parent": ("data",),
    "purpose": ("purpose",),
    "purposes": ("purpose",),
    "controllers": ("party",),
    "processors": ("party",),
    "subjects": ("subject",),
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


def problems(
    entries: Iterable[tuple[str, Entry | Clause]],
    heads: Iterable[tuple[str, Noun]] = (),
    also_known: Mapping[str, str] | None = None,
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
    """
    listed = list(entries)
    kinds = dict(also_known or {})
    for reference, entry in listed:
        kind, _, name = reference.partition(":")
        if name in kinds:
            yield Problem(
                reference, ("id",), f'The id "{name}" is used twice. Ids are unique in a map: rename one.'
            )
        kinds[name] = "subject" if _is_individuals(entry) else kind
    for reference, noun in [*heads, *listed]:
        yield from _unknown_ids(reference, noun, (), kinds)
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
    yield from _cycles("party", "part_of", {e.id: e.part_of for _, e in listed if isinstance(e, Party)})


def _is_individuals(entry: Entry | Clause) -> bool:
    return isinstance(entry, Party) and entry.kind is PartyKind.INDIVIDUALS


def _unknown_ids(
    reference: str, noun: Noun, path: tuple[str | int, ...], kinds: Mapping[str, str]
) -> Iterator[Problem]:
    for field in type(noun).model_fields:
        value = getattr(noun, field)
        here = (*path, SPELT.get(field, field))
        for at, item in enumerate(value) if isinstance(value, tuple) else [(None, value)]:
            where = here if at is None else (*here, at)
            if isinstance(item, Noun):
                yield from _unknown_ids(reference, item, where, kinds)
            elif field in FIELDS and item is not None:
                message = _misfit(str(item), FIELDS[field], kinds)
                if message:
                    yield Problem(reference, where, message)


def _misfit(name: str, wanted: tuple[str, ...], kinds: Mapping[str, str]) -> str | None:
    found = kinds.get(name)
    if found in wanted or (found == "subject" and "party" in wanted):
        return None
    asked = " or ".join(CALLED.get(kind, kind) for kind in wanted)
    if found is not None:
        return f'"{name}" is a {CALLED.get(found, found)}; a {asked} is wanted here.'
    fitting = [
        known for known, kind in kinds.items() if kind in wanted or (kind == "subject" and "party" in wanted)
    ]
    near = difflib.get_close_matches(name, fitting, n=1)
    hint = f' Did you mean "{near[0]}"?' if near else ""
    return f'No {asked} has the id "{name}".{hint}'


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
