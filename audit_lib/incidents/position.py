"""Whose breach it is: the organisation's, that of a controller it works for, or another's altogether."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from ..model.blast_radius import BlastRadius
from ..model.data_map import DataMap
from ..model.flow import Role
from ..model.noun import Answer

ASK_ROLE: Final = (
    "Does the organisation answer for this data as a controller, alone or with others? The map does not "
    "tell; it is taken so."
)


class Position(StrEnum):
    """What the organisation of the map is to the exposed data.

    `controller`: it answers for some of it; `processor`: it holds it for another, whom it tells;
    `bystander`: the party that was hit answers for its own copy; `unknown`: the map does not tell.
    """

    CONTROLLER = "controller"
    PROCESSOR = "processor"
    BYSTANDER = "bystander"
    UNKNOWN = "unknown"

    @property
    def ours(self) -> bool:
        """Whether the organisation answers for the breach, or must take it that it does."""
        return self in (Position.CONTROLLER, Position.UNKNOWN)


def position_in(data_map: DataMap, radius: BlastRadius, acting_for: Answer) -> Position:
    """Return whose breach it is: as a person says, else as the roles of the map say.

    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.incidents.blast_radius import blast_radius
    >>> for name in ("agent", "referencer"):
    ...     radius = blast_radius(example_map(), party=name)
    ...     print(position_in(example_map(), radius, Answer.NOT_STATED).value)
    controller
    bystander
    """
    if acting_for is Answer.YES:
        return Position.PROCESSOR
    known = (one for one in radius.answerable if one.ours and one.role is not Role.UNCLEAR)
    if acting_for is Answer.NO or any(known):
        return Position.CONTROLLER
    if not radius.answerable or any(one.role is Role.UNCLEAR for one in radius.answerable):
        return Position.UNKNOWN
    if radius.operator in data_map.inside:
        return Position.PROCESSOR
    return Position.BYSTANDER


def controllers_of(radius: BlastRadius, *roles: Role) -> tuple[str, ...]:
    """Return the controllers, others than the hit party, toward whom it acts in one of these roles.

    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.incidents.blast_radius import blast_radius
    >>> controllers_of(blast_radius(example_map(), party="referencer"), Role.PROCESSOR)
    ()
    """
    found = (one.party for one in radius.answerable if one.role in roles and one.party != radius.operator)
    return tuple(dict.fromkeys(found))
