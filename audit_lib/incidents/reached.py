"""Who gets exposed data from a party or system that was hit, directly or through others; who gave it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ..model.blast_radius import ExposedPeople, Reached
from ..model.data_map import DataMap
from ..model.flow import Flow
from ..model.noun import Stance
from ..model.party import PartyKind

#: The categories that somebody has of each kind of people.
_Has = Mapping[str, frozenset[str]]


@dataclass
class _Arrival:
    """How exposed data comes to a party: after how many flows, by which, and which data of whom."""

    steps: int
    flows: dict[str, None] = field(default_factory=dict)
    has: dict[str, frozenset[str]] = field(default_factory=dict)

    def takes(self, flow: str, brought: _Has) -> bool:
        """Take what a flow brings, and say whether any of it is new."""
        self.flows[flow] = None
        new = any(not data <= self.has.get(subject, frozenset()) for subject, data in brought.items())
        for subject, data in brought.items():
            self.has[subject] = self.has.get(subject, frozenset()) | data
        return new

    @property
    def data(self) -> frozenset[str]:
        """What came, whosoever it is about."""
        return frozenset().union(*self.has.values())


def downstream(
    data_map: DataMap, hit: frozenset[str], exposed: tuple[ExposedPeople, ...], *, system: str | None = None
) -> tuple[Reached, ...]:
    """Return the parties that get exposed data on, nearest first: they may act on wrong data or be hit next.

    Data leaves `hit`, the parties that were hit, by their flows, and a `system` by the flows that go
    through it; from there it goes on with every flow that carries it and is about the same people. People
    are left out (they are told as people concerned), and so is what comes back to the parties that were
    hit.

    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.incidents.exposed import exposed_everywhere
    >>> rows = exposed_everywhere(example_map())["party:agent"]
    >>> [(one.party, one.steps) for one in downstream(example_map(), frozenset({"agent"}), rows)]
    [('referencer', 1), ('court', 1), ('insurer', 2)]
    """
    way = _Way(data_map, hit, system)
    every = way.follow(data_map.flows, {one.subject: frozenset(one.data) for one in exposed})
    confirmed = [flow for flow in data_map.flows if flow.stance is not Stance.EXPECTED]
    sure = way.follow(confirmed, {one.subject: frozenset(one.data) - set(one.unconfirmed) for one in exposed})
    found = [
        _reached(data_map, party, arrival, expected=party not in sure) for party, arrival in every.items()
    ]
    place = {party.id: at for at, party in enumerate(data_map.parties)}
    return tuple(sorted(found, key=lambda one: (one.steps, place[one.party])))


def upstream(
    data_map: DataMap, hit: frozenset[str], exposed: tuple[ExposedPeople, ...]
) -> tuple[Reached, ...]:
    """Return from whom the hit party or system gets exposed data directly, people among them, in map order.

    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.incidents.exposed import exposed_everywhere
    >>> rows = exposed_everywhere(example_map())["party:referencer"]
    >>> [one.party for one in upstream(example_map(), frozenset({"referencer"}), rows)]
    ['agent']
    """
    found: dict[str, _Arrival] = {}
    for row in exposed:
        for name in row.flows:
            flow = data_map.flow[name]
            shared = data_map.atoms(flow.data) & set(row.data)
            if flow.sender in hit or not shared:
                continue
            found.setdefault(flow.sender, _Arrival(steps=1)).takes(name, {row.subject: shared})
    place = {party.id: at for at, party in enumerate(data_map.parties)}
    return tuple(
        _reached(data_map, party, found[party], expected=_only_expected(data_map, found[party].flows))
        for party in sorted(found, key=place.__getitem__)
    )


@dataclass
class _Way:
    """From where exposed data spreads: the parties that were hit, or the system."""

    data_map: DataMap
    hit: frozenset[str]
    system: str | None

    def follow(self, flows: Iterable[Flow], exposed: _Has) -> dict[str, _Arrival]:
        """Follow exposed data step by step until no party gets anything new."""
        by_sender: dict[str, list[Flow]] = {}
        for flow in flows:
            by_sender.setdefault(flow.sender, []).append(flow)
        first = [flow for listed in by_sender.values() for flow in listed if self._starts(flow)]
        found: dict[str, _Arrival] = {}
        waiting: list[tuple[Flow, _Has]] = [(flow, exposed) for flow in first]
        steps = 1
        while waiting:
            grown: dict[str, None] = {}
            for flow, has in waiting:
                brought = self._brought(flow, has)
                if brought:
                    arrival = found.setdefault(flow.recipient, _Arrival(steps))
                    if arrival.takes(flow.id, brought):
                        grown[flow.recipient] = None
            # What a party has now, and not what it may still get in this round, goes on in the next.
            now = {party: dict(found[party].has) for party in grown if self._hands_on(party)}
            waiting = [(flow, has) for party, has in now.items() for flow in by_sender.get(party, ())]
            steps += 1
        return found

    def _starts(self, flow: Flow) -> bool:
        return flow.sender in self.hit or (self.system is not None and flow.via == self.system)

    def _hands_on(self, party: str) -> bool:
        return self.data_map.party[party].kind is not PartyKind.PUBLIC

    def _brought(self, flow: Flow, has: _Has) -> _Has:
        """Return what a flow brings of what its sender has; nothing to people and to those who were hit."""
        if flow.recipient in self.hit or flow.recipient in self.data_map.individuals:
            return {}
        carried = self.data_map.atoms(flow.data)
        found = {subject: carried & has[subject] for subject in flow.subjects if subject in has}
        return {subject: data for subject, data in found.items() if data}


def _reached(data_map: DataMap, party: str, arrival: _Arrival, *, expected: bool) -> Reached:
    flows = [name for name in data_map.flow if name in arrival.flows]
    first = next(iter(arrival.flows))
    return Reached(
        party=party,
        steps=arrival.steps,
        data=tuple(name for name in data_map.category if name in arrival.data),
        subjects=tuple(name for name in data_map.party if name in arrival.has),
        flows=tuple(flows),
        role=data_map.flow[first].role,
        expected=expected,
    )


def _only_expected(data_map: DataMap, flows: Iterable[str]) -> bool:
    return all(data_map.flow[name].stance is Stance.EXPECTED for name in flows)
