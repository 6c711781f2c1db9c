"""Who holds what before any flow is followed, and on which ground."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from ..model.data_map import DataMap
from ..model.party import PartyKind

#: People hold the data about themselves, and know things about each other.
PEOPLE: Final = (PartyKind.INDIVIDUALS, PartyKind.PUBLIC)


class Ground(NamedTuple):
    """Why a party holds data at the outset.

    `reference` is the entry that says so: the party itself (it is people), a system that it operates, or an
    activity of which it is a controller. `data` are the categories as named there; None means every category.
    """

    party: str
    reference: str
    data: tuple[str, ...] | None

    @property
    def own(self) -> bool:
        """Whether the data has its origin at the party; a system only says where data rests.

        >>> Ground("agent", "system:archive", ("identity",)).own
        False
        """
        return not self.reference.startswith("system:")


def grounds(data_map: DataMap, subject: str | None = None) -> Iterator[Ground]:
    """Yield every ground on which a party holds data at the outset, in the order of the map.

    With a `subject`, only activities about these people create anything; of systems, the map does not say
    whose data they hold, so all of them count.

    >>> from audit_lib.graph.example import example_map
    >>> [ground.reference for ground in grounds(example_map())]
    ['party:tenants', 'activity:letting-work']
    """
    for party in data_map.parties:
        if party.kind in PEOPLE:
            yield Ground(party.id, f"party:{party.id}", None)
    for system in data_map.systems:
        if system.holds:
            yield Ground(system.operator, f"system:{system.id}", system.holds)
    for activity in data_map.activities:
        if activity.creates and (subject is None or subject in activity.subjects):
            for controller in activity.controllers:
                yield Ground(controller, f"activity:{activity.id}", activity.creates)
