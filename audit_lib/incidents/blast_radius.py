"""What a breach of a party or a system exposes, about whom, who gets it on, and who answers for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..errors import Fault, ParameterError, Place, did_you_mean
from ..model.blast_radius import Answerable, BlastRadius, ExposedPeople
from ..model.data_map import DataMap
from ..model.flow import Role
from ..model.party import PartyKind
from .answerable import answerable
from .exposed import CHANNELS, exposed_everywhere, parts_of
from .reached import downstream, upstream


def blast_radius(
    data_map: DataMap,
    *,
    party: str | None = None,
    system: str | None = None,
    data: Sequence[str] = (),
    subjects: Sequence[str] = (),
) -> BlastRadius:
    """Return what a breach of one party or one system reaches, as the map knows it.

    Parameters
    ----------
    data_map
        The map.
    party, system
        What was hit: exactly one of them. A party is hit with the teams that are part of it and what it
        operates.
    data, subjects
        Only these categories (each with what lies beneath it) and these kinds of people; empty: all. What
        is named and not shown there by the map is a question, and no error: the map may be wrong.

    Raises
    ------
    ParameterError
        Both or neither are named, the map has no such party, system, category or kind of people, or the
        party is people, who hold nothing that could be breached.

    >>> from audit_lib.graph.example import example_map
    >>> found = blast_radius(example_map(), party="agent", data=["passport-copy"])
    >>> [(row.subject, row.data) for row in found.exposed], [one.party for one in found.downstream]
    ([('tenants', ('passport-copy',))], ['referencer', 'insurer'])
    """
    _refuse(data_map, party, system, data, subjects)
    reference = f"party:{party}" if party else f"system:{system}"
    operator = party or data_map.system[str(system)].operator
    hit = frozenset(parts_of(data_map, operator))
    every = exposed_everywhere(data_map)[reference]
    rows = _narrowed(data_map, every, data, subjects)
    seen = frozenset(name for row in rows for name in row.data)
    unseen = tuple(name for name in dict.fromkeys(data) if not data_map.below[name] & seen)
    there = {row.subject for row in rows}
    unseen_subjects = tuple(name for name in dict.fromkeys(subjects) if name not in there)
    found = BlastRadius(
        hit=reference,
        name=data_map.name(reference),
        operator=operator,
        exposed=rows,
        downstream=downstream(data_map, hit, rows, system=system),
        upstream=upstream(data_map, hit, rows),
        answerable=answerable(data_map, hit, rows, system=system),
        unseen=unseen,
        unseen_subjects=unseen_subjects,
    )
    return found.model_copy(update={"questions": tuple(_questions(data_map, found))})


def _refuse(
    data_map: DataMap,
    party: str | None,
    system: str | None,
    data: Sequence[str],
    subjects: Sequence[str],
) -> None:
    faults: list[Fault] = []
    if (party is None) == (system is None):
        faults.append(Fault(Place("party"), "Name the party or the system that was hit, and not both."))
    asked = (
        ("party", "party", [party] if party else [], data_map.party),
        ("system", "system", [system] if system else [], data_map.system),
        ("data", "data category", data, data_map.category),
        ("subject", "kind of people", subjects, data_map.individuals),
    )
    for parameter, kind, names, known in asked:
        faults += [
            Fault(Place(parameter), f'The map has no {kind} "{name}".{did_you_mean(name, known)}')
            for name in names
            if name not in known
        ]
    if (
        party
        and party in data_map.party
        and data_map.party[party].kind in (PartyKind.INDIVIDUALS, PartyKind.PUBLIC)
    ):
        message = f'"{party}" is people, who hold no data of others to be breached: name who held it.'
        faults.append(Fault(Place("party"), message))
    if faults:
        raise ParameterError(faults)


def _narrowed(
    data_map: DataMap, rows: tuple[ExposedPeople, ...], data: Sequence[str], subjects: Sequence[str]
) -> tuple[ExposedPeople, ...]:
    wanted = data_map.atoms(tuple(data)) if data else frozenset(data_map.category)
    found = []
    for row in rows:
        kept = tuple(name for name in row.data if name in wanted)
        if not kept or (subjects and row.subject not in subjects):
            continue
        unsure = tuple(name for name in row.unconfirmed if name in wanted)
        flows = tuple(n for n in row.flows if data_map.atoms(data_map.flow[n].data) & wanted)
        carrying = {data_map.flow[name].activity for name in flows}
        activities = tuple(
            name for name in row.activities if name in carrying or _uses(data_map, name, frozenset(kept))
        )
        systems = tuple(name for name in row.systems if _may_hold(data_map, name, frozenset(kept)))
        changed = {"data": kept, "unconfirmed": unsure, "flows": flows}
        found.append(row.model_copy(update={**changed, "activities": activities, "systems": systems}))
    return tuple(found)


def _uses(data_map: DataMap, activity: str, data: frozenset[str]) -> bool:
    found = data_map.activity[activity]
    return bool(data_map.atoms((*found.data, *found.creates)) & data)


def _may_hold(data_map: DataMap, system: str, data: frozenset[str]) -> bool:
    holds = data_map.system[system].holds
    return not holds or bool(data_map.atoms(holds) & data)


def _questions(data_map: DataMap, found: BlastRadius) -> Iterator[str]:
    for name in (*found.unseen, *found.unseen_subjects):
        what = data_map.name(f"data:{name}" if name in data_map.category else f"party:{name}")
        told = "If so, correct the map; it counts here" if name in found.unseen else "If so, correct the map"
        whose = "has" if name in found.unseen else "has this of"
        yield f"The map does not show that {found.name} {whose} {what}. Is it so? {told}."
    if not found.exposed:
        yield f"The map shows nothing of this about anybody at {found.name}. What was there, and about whom?"
    kind, _, hit = found.hit.partition(":")
    if kind == "system" and not data_map.system[hit].holds:
        channel = data_map.system[hit].kind in CHANNELS
        taken = "what goes through it" if channel else "what goes through it and what it is used for"
        yield f"The map does not say what {found.name} keeps: {taken} is taken. What was in it?"
    unsure = dict.fromkeys(name for row in found.exposed for name in row.unconfirmed)
    if unsure:
        listed = ", ".join(data_map.name(f"data:{name}") for name in unsure)
        yield f"Nobody has confirmed that {found.name} has this: {listed}. Does it?"
    yield from _roles(data_map, found.operator, found.answerable)


def _roles(data_map: DataMap, operator: str, answering: tuple[Answerable, ...]) -> Iterator[str]:
    unclear = [one for one in answering if one.role is Role.UNCLEAR]
    others = [one for one in unclear if one.party != operator] or unclear
    for one in others:
        what = data_map.name(f"data:{one.data[0]}") if len(one.data) == 1 else f"{len(one.data)} categories"
        whom = "another" if one.party == operator else data_map.name(f"party:{one.party}")
        name = data_map.name(f"party:{operator}")
        yield f"Does {name} act as processor for {whom}, or for itself ({what})? The map does not know."
