"""What the words of a source can stand for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from .activity import Basis
from .data_map import DataMap
from .evidence_source import Column
from .flow import Role
from .restriction import Ground

#: The section of the map whose entries the words of a column stand for.
SECTION_OF_COLUMN: Final[Mapping[Column, str]] = {
    Column.SENDER: "parties",
    Column.RECIPIENT: "parties",
    Column.DATA: "data",
    Column.PURPOSE: "purposes",
    Column.ACTIVITY: "activities",
    Column.SYSTEM: "systems",
}

#: The columns whose words are those of a closed list, whatever the map.
LIST_OF_COLUMN: Final[Mapping[Column, tuple[str, ...]]] = {
    Column.BASIS: tuple(basis.value for basis in Basis),
    Column.ROLE: tuple(role.value for role in Role),
    Column.GROUND: tuple(ground.value for ground in Ground),
}


def ids_of(data_map: DataMap, column: Column) -> tuple[str, ...]:
    """Return what the words of a column can stand for; none for a country, which is any two letters.

    >>> from audit_lib.graph.example import example_map
    >>> ids_of(example_map(), Column.PURPOSE), ids_of(example_map(), Column.ROLE)[:2]
    (('letting', 'checking', 'insuring'), ('controller', 'joint-controller'))
    """
    if column in SECTION_OF_COLUMN:
        return tuple(entry.id for entry in getattr(data_map, SECTION_OF_COLUMN[column]))
    return LIST_OF_COLUMN.get(column, ())
