"""What the map says about one kind of people, narrowed to what a request is about: the ground of a plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ...errors import Fault, ParameterError, Place, did_you_mean
from ...graph.holdings import carried_about, holdings
from ...model.activity import Activity
from ...model.data_map import DataMap
from ...model.flow import Flow
from ...model.holding import Holding, Resting
from ...model.rights import RightKind

#: What to use instead of a plan for the rights that need no search.
_INSTEAD = {
    RightKind.INFORMED: 'use "privacy-audit notice check" and "notice draft"',
    RightKind.COMPLAIN_TO_CONTROLLER: 'use "privacy-audit request complaint" for its time',
    RightKind.COMPLAIN_TO_REGULATOR: "the regulator will ask; answer it from the register of requests",
}


@dataclass(frozen=True, eq=False)
class Facts:
    """One request before it is planned; `wanted` are the categories it is about, None for all of them."""

    data_map: DataMap
    right: RightKind
    subject: str
    as_of: dt.date
    wanted: frozenset[str] | None
    marketing: bool

    @cached_property
    def held(self) -> tuple[Holding, ...]:
        """What each party holds of what is wanted, in map order."""
        whole = holdings(self.data_map, subject=self.subject)
        if self.wanted is None:
            return whole
        parts = (narrowed(one, self.wanted, self.carried, self.data_map) for one in whole)
        return tuple(part for part in parts if part.data)

    @cached_property
    def carried(self) -> Mapping[str, frozenset[str]]:
        """What each flow about them really carries of what is wanted, by flow, in map order."""
        moved = carried_about(self.data_map, self.subject)
        found = {flow: self.among(data) for flow, data in moved.items()}
        return {flow: frozenset(data) for flow, data in found.items() if data}

    @cached_property
    def flows(self) -> tuple[Flow, ...]:
        """The flows about them that carry anything of what is wanted."""
        return tuple(self.data_map.flow[name] for name in self.carried)

    @cached_property
    def to(self) -> Mapping[str, tuple[Flow, ...]]:
        """These flows by recipient."""
        return _grouped((flow.recipient, flow) for flow in self.flows)

    @cached_property
    def by_sender(self) -> Mapping[str, tuple[Flow, ...]]:
        """These flows by sender."""
        return _grouped((flow.sender, flow) for flow in self.flows)

    @cached_property
    def by_way(self) -> Mapping[str, tuple[Flow, ...]]:
        """These flows by the system or channel through which they go."""
        return _grouped((flow.via, flow) for flow in self.flows if flow.via)

    @cached_property
    def activities(self) -> tuple[Activity, ...]:
        """Our own activities about them that handle any of what is wanted."""
        moving = {flow.activity for flow in self.flows}
        return tuple(
            activity
            for activity in self.data_map.activities
            if self.subject in activity.subjects
            and (not activity.controllers or not self.data_map.inside.isdisjoint(activity.controllers))
            and (activity.id in moving or self.among(self.data_map.atoms(handled(activity))))
        )

    @cached_property
    def outside(self) -> tuple[Flow, ...]:
        """The flows that disclose the data to somebody who is neither us nor the people themselves."""
        return tuple(
            flow
            for flow in self.flows
            if flow.recipient not in self.data_map.inside and flow.recipient != self.subject
        )

    def among(self, data: Iterable[str]) -> tuple[str, ...]:
        """Return those of some categories that are wanted."""
        return tuple(name for name in data if self.wanted is None or name in self.wanted)

    def highest(self, data: Iterable[str]) -> tuple[str, ...]:
        """Return the fewest categories that say the same, in map order."""
        return highest(self.data_map, data)


def highest(data_map: DataMap, data: Iterable[str]) -> tuple[str, ...]:
    """Return the fewest categories that say the same as some, in map order.

    One stands for all beneath it where all of it is there; one that is there only in part gives way to its
    parts.

    >>> from audit_lib.graph.example import example_map
    >>> highest(example_map(), ["name", "identity", "passport-copy"])
    ('identity',)
    >>> highest(example_map(), ["name", "identity"])
    ('name',)
    """
    given, below = frozenset(data), data_map.below
    whole = {name for name in given if below[name] <= given}
    parts = {name for name in given if below[name].isdisjoint(given - {name}) or name in whole}
    covered = {low for name in whole for low in below[name] if low != name}
    return tuple(one.id for one in data_map.data if one.id in parts - covered)


def narrowed(
    holding: Holding, wanted: frozenset[str], carrying: Collection[str], data_map: DataMap
) -> Holding:
    """Return what a party holds of some categories only; of its flows, those that are `carrying` any.

    >>> from audit_lib.graph.example import example_map
    >>> agent = holdings(example_map(), subject="tenants")[0]
    >>> narrowed(agent, frozenset(["arrears"]), (), example_map()).data
    ('arrears',)
    """

    def among(data: Iterable[str]) -> tuple[str, ...]:
        return tuple(name for name in data if name in wanted)

    resting = [Resting(system=one.system, data=among(one.data)) for one in holding.resting]
    made = {name: data_map.atoms(data_map.activity[name].creates) for name in holding.activities}
    return holding.model_copy(
        update={
            "data": among(holding.data),
            "unconfirmed": among(holding.unconfirmed),
            "presumed": among(holding.presumed),
            "resting": tuple(one for one in resting if one.data),
            "activities": tuple(name for name, data in made.items() if among(data)),
            "flows": tuple(name for name in holding.flows if name in carrying),
        }
    )


def _grouped(pairs: Iterable[tuple[str, Flow]]) -> Mapping[str, tuple[Flow, ...]]:
    found: dict[str, list[Flow]] = {}
    for key, flow in pairs:
        found.setdefault(key, []).append(flow)
    return {key: tuple(flows) for key, flows in found.items()}


def handled(activity: Activity) -> tuple[str, ...]:
    """Return the categories that an activity names, those that it creates included."""
    return tuple(dict.fromkeys((*activity.data, *activity.creates)))


def gather(  # noqa: PLR0913  what a person may ask
    data_map: DataMap,
    right: RightKind,
    subject: str,
    as_of: dt.date,
    data: Sequence[str] = (),
    *,
    marketing: bool = False,
) -> Facts:
    """Return the facts of a request, or one error that lists all that cannot be so.

    Raises
    ------
    ParameterError
        The right needs no search, the subject is no kind of people of the map, or a category is unknown.

    >>> from audit_lib.graph.example import example_map
    >>> gather(example_map(), RightKind.ERASURE, "tenant", dt.date(2026, 11, 22))
    Traceback (most recent call last):
    audit_lib.errors.ParameterError: subject No kind of people of the map has the id "tenant". Did you ...
    """
    faults = [*_of_right(right, marketing=marketing), *_of_subject(data_map, subject)]
    faults += [
        Fault(Place("data"), f'No data category has the id "{name}".{did_you_mean(name, data_map.category)}')
        for name in dict.fromkeys(data)
        if name not in data_map.category
    ]
    if faults:
        raise ParameterError(faults)
    wanted = data_map.atoms(tuple(data)) if data else None
    return Facts(data_map, right, subject, as_of, wanted, marketing)


def _of_right(right: RightKind, *, marketing: bool) -> list[Fault]:
    faults = []
    if right in _INSTEAD:
        faults.append(Fault(Place("right"), f'"{right.value}" needs no search: {_INSTEAD[right]}.'))
    if marketing and right is not RightKind.OBJECTION:
        message = f'Only an objection can be to direct marketing, and the right is "{right.value}".'
        faults.append(Fault(Place("marketing"), message))
    return faults


def _of_subject(data_map: DataMap, subject: str) -> list[Fault]:
    people = [party.id for party in data_map.parties if party.id in data_map.individuals]
    if subject in people:
        return []
    hint = did_you_mean(subject, people)
    known = f"The kinds of people are: {', '.join(people)}." if people else "The map has no kinds of people."
    if subject in data_map.party:
        name = f'"{subject}" is a party of the map and no kind of people.'
    else:
        name = f'No kind of people of the map has the id "{subject}".'
    return [Fault(Place("subject"), f"{name}{hint} {known}")]
