"""Which controllers answer for exposed data, and what the party that was hit is to each of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from ..model.activity import Activity
from ..model.blast_radius import Answerable, ExposedPeople
from ..model.data_map import DataMap
from ..model.flow import Flow, Role
from ..model.noun import Stance

_ORDER: Final = (
    Role.CONTROLLER,
    Role.INTERNAL,
    Role.PROCESSOR,
    Role.SUB_PROCESSOR,
    Role.JOINT_CONTROLLER,
    Role.UNCLEAR,
)


@dataclass
class _Answer:
    data: set[str] = field(default_factory=set)
    subjects: set[str] = field(default_factory=set)
    activities: set[str] = field(default_factory=set)
    sure: bool = False


_Found = dict[tuple[str, Role], _Answer]


def answerable(
    data_map: DataMap,
    hit: frozenset[str],
    exposed: tuple[ExposedPeople, ...],
    *,
    system: str | None = None,
) -> tuple[Answerable, ...]:
    """Return the controllers who answer for exposed data, those of the map's own organisation first.

    `hit` are the parties that were hit, or those that run the `system`. A flow makes its recipient what the
    flow says: a processor acts for the controllers of the activity, a controller answers for its own copy.
    What a party does in an activity without a flow, the activity says (UK GDPR Art. 4(7), 4(8), 26, 28).

    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.incidents.exposed import exposed_everywhere
    >>> rows = exposed_everywhere(example_map())["party:referencer"]
    >>> found = answerable(example_map(), frozenset({"referencer"}), rows)
    >>> [(one.party, one.role.value, one.ours) for one in found]
    [('referencer', 'controller', False)]
    """
    found: _Found = {}
    for row in exposed:
        data = frozenset(row.data)
        told = set()
        for name in row.flows:
            flow = data_map.flow[name]
            if flow.recipient in hit and flow.sender not in hit:
                told.add(flow.activity)
                shared = data & data_map.atoms(flow.data)
                use = _Use(row.subject, shared, flow.activity, flow)
                _put(found, _of_flow(data_map, flow, hit), use)
        for name in row.activities:
            activity = data_map.activity[name]
            shared = data & data_map.atoms((*activity.data, *activity.creates))
            if shared and name not in told:
                roles = _of_activity(data_map, activity, hit, through=system is not None)
                _put(found, roles, _Use(row.subject, shared, name, activity))
    return _in_order(data_map, found)


class _Use(NamedTuple):
    """Whose data is used in which activity, and whether a flow or an activity says so."""

    subject: str
    data: frozenset[str]
    activity: str
    said_by: Flow | Activity


def _put(found: _Found, roles: Iterable[tuple[str, Role]], use: _Use) -> None:
    for controller, role in roles:
        answer = found.setdefault((controller, role), _Answer())
        answer.data |= use.data
        answer.subjects.add(use.subject)
        answer.activities.add(use.activity)
        answer.sure = answer.sure or use.said_by.stance is not Stance.EXPECTED


def _of_flow(data_map: DataMap, flow: Flow, hit: frozenset[str]) -> Iterator[tuple[str, Role]]:
    controllers = dict.fromkeys(data_map.activity[flow.activity].controllers)
    others = [name for name in controllers if name not in hit]
    if flow.role in (Role.INDIVIDUAL, Role.PUBLIC):
        return
    if flow.role is Role.CONTROLLER:
        yield from (
            (name, Role.CONTROLLER) for name in [n for n in controllers if n in hit] or [flow.recipient]
        )
        return
    if flow.role in (Role.JOINT_CONTROLLER, Role.UNCLEAR):
        yield flow.recipient, flow.role
    if not others:
        yield from ((name, Role.CONTROLLER) for name in controllers)
    yield from ((name, flow.role) for name in others)


def _of_activity(
    data_map: DataMap, activity: Activity, hit: frozenset[str], *, through: bool
) -> Iterator[tuple[str, Role]]:
    controllers = tuple(dict.fromkeys(activity.controllers))
    own = [name for name in controllers if name in hit]
    others = [name for name in controllers if name not in hit]
    if own:
        yield from ((name, Role.JOINT_CONTROLLER if others else Role.CONTROLLER) for name in own)
        yield from ((name, Role.JOINT_CONTROLLER) for name in others)
        return
    if hit & set(activity.processors):
        yield from ((name, Role.PROCESSOR) for name in others)
        return
    for name in others:
        if hit <= data_map.inside and name in data_map.inside:
            yield name, Role.INTERNAL
        elif through:
            yield name, Role.UNCLEAR


def _in_order(data_map: DataMap, found: _Found) -> tuple[Answerable, ...]:
    place = {party.id: at for at, party in enumerate(data_map.parties)}
    keys = sorted(found, key=lambda key: (key[0] not in data_map.inside, place[key[0]], _ORDER.index(key[1])))
    return tuple(
        Answerable(
            party=party,
            role=role,
            ours=party in data_map.inside,
            data=tuple(name for name in data_map.category if name in found[party, role].data),
            subjects=tuple(name for name in data_map.party if name in found[party, role].subjects),
            activities=tuple(name for name in data_map.activity if name in found[party, role].activities),
            expected=not found[party, role].sure,
        )
        for party, role in keys
    )
