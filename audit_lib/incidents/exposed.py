"""What every party and every system of a map has about whom: what a breach there would expose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from ..graph.holdings import carried_about, holdings
from ..model.blast_radius import ExposedPeople
from ..model.data_map import DataMap
from ..model.noun import Entry, Stance
from ..model.party import Party, PartyKind
from ..model.system import SystemKind

#: What only carries: what goes through it counts, and not all that an activity has which uses it.
CHANNELS: Final = frozenset(
    (SystemKind.EMAIL, SystemKind.TELEPHONE, SystemKind.SMS, SystemKind.POST, SystemKind.IN_PERSON)
)


@dataclass
class _Found:
    """What is gathered of one hit and one kind of people, before it is put in the order of the map."""

    data: set[str] = field(default_factory=set)
    sure: set[str] = field(default_factory=set)
    systems: set[str] = field(default_factory=set)
    flows: set[str] = field(default_factory=set)
    activities: set[str] = field(default_factory=set)

    def add(self, data: Iterable[str], *, sure: bool) -> None:
        """Put categories in, of which a confirmed entry says so or not."""
        names = set(data)
        self.data |= names
        if sure:
            self.sure |= names


def exposed_everywhere(data_map: DataMap) -> Mapping[str, tuple[ExposedPeople, ...]]:
    """Return what a breach of each party and each system would expose, by reference (``"party:agent"``).

    A party has what it can come to hold, and what the teams have that are part of it. A system has what
    rests in it and what goes through it; if it is no mere channel and the map does not say what it holds,
    also what the activities use that it serves. People and the public are left out: what they know is no
    breach. Within a hit, in the order of the kinds of people in the map; categories in map order.

    Time grows with flows times kinds of people.

    >>> from audit_lib.graph.example import example_map
    >>> [(name, rows[0].data) for name, rows in exposed_everywhere(example_map()).items()][2:]
    [('party:insurer', ('passport-copy',)), ('party:court', ('arrears',))]
    """
    found: dict[tuple[str, str], _Found] = {}
    _parties(data_map, found)
    _through(data_map, found)
    _served(data_map, found)
    _activities(data_map, found)
    return _in_order(data_map, found)


def parts_of(data_map: DataMap, party: str) -> tuple[str, ...]:
    """Return a party and the teams that are part of it, directly or through another, in map order.

    >>> from audit_lib.graph.example import example_map
    >>> parts_of(example_map(), "agent")
    ('agent',)
    """
    found = {party}
    while more := {one.id for one in data_map.parties if one.part_of in found} - found:
        found |= more
    return tuple(one.id for one in data_map.parties if one.id in found)


def holders(data_map: DataMap) -> tuple[str, ...]:
    """Return the parties that can suffer a breach: all but people and the public, in map order.

    >>> from audit_lib.graph.example import example_map
    >>> holders(example_map())
    ('agent', 'referencer', 'insurer', 'court')
    """
    people = (PartyKind.INDIVIDUALS, PartyKind.PUBLIC)
    return tuple(one.id for one in data_map.parties if one.kind not in people)


def _wholes(data_map: DataMap) -> Mapping[str, tuple[str, ...]]:
    """Return for each party that can suffer a breach itself and the parties that it is a part of."""
    able = frozenset(holders(data_map))
    found: dict[str, tuple[str, ...]] = {}
    for name in able:
        chain: list[str] = []
        at: str | None = name
        while at is not None and at not in chain:
            chain.append(at)
            at = data_map.party[at].part_of
        found[name] = tuple(one for one in chain if one in able)
    return found


def _parties(data_map: DataMap, found: dict[tuple[str, str], _Found]) -> None:
    """Gather what parties and their parts hold, and what rests in systems."""
    wholes = _wholes(data_map)
    for held in holdings(data_map):
        unsure = frozenset(held.unconfirmed)
        sure = frozenset(held.data) - unsure
        for whole in wholes.get(held.party, ()):
            one = found.setdefault((f"party:{whole}", held.subject), _Found())
            one.add(held.data, sure=False)
            one.add(sure, sure=True)
            one.flows.update(held.flows)
            one.systems.update(held.systems)
            one.activities.update(held.activities)
        for rest in held.resting:
            one = found.setdefault((f"system:{rest.system}", held.subject), _Found())
            one.add(rest.data, sure=False)
            one.add(sure & set(rest.data), sure=True)
            one.systems.add(rest.system)


def _through(data_map: DataMap, found: dict[tuple[str, str], _Found]) -> None:
    """Gather what goes through systems."""
    used = {subject for flow in data_map.flows if flow.via for subject in flow.subjects}
    for subject in sorted(used & data_map.individuals):
        for name, data in carried_about(data_map, subject).items():
            flow = data_map.flow[name]
            if flow.via is None or flow.via not in data_map.system:
                continue
            one = found.setdefault((f"system:{flow.via}", subject), _Found())
            sure = Stance.EXPECTED not in (flow.stance, data_map.system[flow.via].stance)
            one.add(data, sure=sure)
            one.flows.add(name)


def _served(data_map: DataMap, found: dict[tuple[str, str], _Found]) -> None:
    """Gather, for systems of which the map does not say what they hold, what they are used for."""
    for activity in data_map.activities:
        for name in activity.systems:
            system = data_map.system[name]
            if system.holds or system.kind in CHANNELS:
                continue
            sure = Stance.EXPECTED not in (activity.stance, system.stance)
            for subject in activity.subjects:
                if subject in data_map.individuals:
                    one = found.setdefault((f"system:{name}", subject), _Found())
                    one.add(data_map.atoms((*activity.data, *activity.creates)), sure=sure)


def _activities(data_map: DataMap, found: dict[tuple[str, str], _Found]) -> None:
    """Say which activities use what was found: those of the party, of the system, and those of its flows."""
    serve: dict[str, list[tuple[str, frozenset[str]]]] = {}
    wholes = _wholes(data_map)
    for activity in data_map.activities:
        data = data_map.atoms((*activity.data, *activity.creates))
        at = {f"system:{name}" for name in activity.systems}
        for party in (*activity.controllers, *activity.processors):
            at.update(f"party:{whole}" for whole in wholes.get(party, ()))
        for subject in activity.subjects:
            for hit in at:
                serve.setdefault(f"{hit} {subject}", []).append((activity.id, data))
    for (hit, subject), one in found.items():
        one.activities.update(data_map.flow[name].activity for name in one.flows)
        one.activities.update(name for name, data in serve.get(f"{hit} {subject}", ()) if data & one.data)


def _in_order(
    data_map: DataMap, found: Mapping[tuple[str, str], _Found]
) -> Mapping[str, tuple[ExposedPeople, ...]]:
    hits = [f"party:{name}" for name in holders(data_map)]
    hits += [f"system:{system.id}" for system in data_map.systems]
    order = _Order(*(_places(entries) for entries in _listed(data_map)))
    rows: dict[str, list[ExposedPeople]] = {hit: [] for hit in hits}
    for hit, subject in sorted(found, key=lambda key: order.party[key[1]]):
        rows[hit].append(_row(data_map.party[subject], found[hit, subject], order))
    return {hit: tuple(listed) for hit, listed in rows.items()}


class _Order(NamedTuple):
    """The place of each entry in the map, by id."""

    party: Mapping[str, int]
    system: Mapping[str, int]
    category: Mapping[str, int]
    activity: Mapping[str, int]
    flow: Mapping[str, int]


def _listed(data_map: DataMap) -> tuple[Sequence[Entry], ...]:
    return (data_map.parties, data_map.systems, data_map.data, data_map.activities, data_map.flows)


def _places(entries: Sequence[Entry]) -> Mapping[str, int]:
    return {entry.id: at for at, entry in enumerate(entries)}


def _row(people: Party, found: _Found, order: _Order) -> ExposedPeople:
    return ExposedPeople(
        subject=people.id,
        data=_sorted(found.data, order.category),
        number=people.number,
        vulnerability=people.vulnerability,
        systems=_sorted(found.systems, order.system),
        activities=_sorted(found.activities, order.activity),
        flows=_sorted(found.flows, order.flow),
        unconfirmed=_sorted(found.data - found.sure, order.category),
    )


def _sorted(names: set[str], place: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(sorted(names, key=place.__getitem__))
