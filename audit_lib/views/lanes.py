"""In which lane a party stands: what it is to this map, in reading order from people to the public."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import Final, NamedTuple

from ..model.data_map import DataMap
from ..model.flow import Role
from ..model.party import Party, PartyKind


class Tint(NamedTuple):
    """The colours of a lane: its ink for names and edges, its pale ground."""

    ink: str
    ground: str


class Lane(Enum):
    """What a party is to a map. The public has its own colour and shares the column of the authorities."""

    SUBJECTS = "Data subjects"
    CONTROLLER = "Controller"
    PROCESSORS = "Processors"
    OTHERS = "Other recipients"
    AUTHORITIES = "Authorities"
    PUBLIC = "Public"

    @property
    def column(self) -> int:
        """The place of the lane from left to right, counting from 0."""
        return min(list(Lane).index(self), 4)

    @property
    def tint(self) -> Tint:
        """The colours of the lane."""
        return TINTS[self]


TINTS: Final[Mapping[Lane, Tint]] = {
    Lane.SUBJECTS: Tint("#1e4f8f", "#eef3fa"),
    Lane.CONTROLLER: Tint("#0c6b45", "#edf5f1"),
    Lane.PROCESSORS: Tint("#805300", "#f9f5ec"),
    Lane.OTHERS: Tint("#6a2c78", "#f6f0f7"),
    Lane.AUTHORITIES: Tint("#414d5a", "#f0f2f4"),
    Lane.PUBLIC: Tint("#5c5c5c", "#f3f3f3"),
}

PROCESSING: Final = (Role.PROCESSOR, Role.SUB_PROCESSOR)


def lanes(data_map: DataMap) -> Mapping[str, Lane]:
    """Return the lane of every party of a map, in the order in which pictures list parties.

    A party is a processor here if it is one in at least half of the flows that it gets; its role in each
    flow stays what the flow says.

    >>> from audit_lib.model.data_map import DataMap
    >>> lanes(DataMap.model_validate({
    ...     "map": {"id": "m", "title": "M", "jurisdiction": "GB", "controller": "agency"},
    ...     "parties": [
    ...         {"id": "agency", "name": "Agency", "kind": "organisation", "stance": "recorded"},
    ...         {"id": "tenants", "name": "Tenants", "kind": "individuals", "stance": "recorded"},
    ...     ],
    ... }))
    {'tenants': <Lane.SUBJECTS: 'Data subjects'>, 'agency': <Lane.CONTROLLER: 'Controller'>}
    """
    roles: dict[str, Counter[bool]] = {party.id: Counter() for party in data_map.parties}
    for flow in data_map.flows:
        roles[flow.recipient][flow.role in PROCESSING] += 1
    named = {party for activity in data_map.activities for party in activity.processors}
    found = {party.id: _lane(data_map, party, roles, named) for party in data_map.parties}
    return dict(sorted(found.items(), key=lambda item: list(Lane).index(item[1])))


def _lane(
    data_map: DataMap, party: Party, roles: Mapping[str, Mapping[bool, int]], named: Iterable[str]
) -> Lane:
    plain = {
        PartyKind.INDIVIDUALS: Lane.SUBJECTS,
        PartyKind.AUTHORITY: Lane.AUTHORITIES,
        PartyKind.PUBLIC: Lane.PUBLIC,
    }
    if party.id in data_map.inside:
        return Lane.CONTROLLER
    if party.kind in plain:
        return plain[party.kind]
    if party.part_of:  # a team stands where its organisation stands
        return _lane(data_map, data_map.party[party.part_of], roles, named)
    got = roles[party.id]
    if got:
        return Lane.PROCESSORS if got[True] >= got[False] else Lane.OTHERS
    return Lane.PROCESSORS if party.id in named else Lane.OTHERS


def column_name(present: Sequence[Lane]) -> str:
    """Return the heading of a column that holds parties of these lanes.

    >>> column_name([Lane.AUTHORITIES, Lane.PUBLIC])
    'Authorities and the public'
    """
    names = ["The public" if lane is Lane.PUBLIC else lane.value for lane in present]
    return " and ".join([*names[:1], *(name[0].lower() + name[1:] for name in names[1:])])
