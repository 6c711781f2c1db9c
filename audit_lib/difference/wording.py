"""How the sentences of a difference name the entries of a map."""

from __future__ import annotations

from collections.abc import Iterable

from ..model.data_map import DataMap
from ..model.words import lowered
from ..rules.wording import listed

#: How many names a sentence lists before it counts the rest.
MOST: int = 8


def names(data_map: DataMap, kind: str, ids: Iterable[str], most: int = MOST) -> str:
    """Return the names of entries as words of a sentence: categories in the order of the map, others by id.

    >>> from audit_lib.graph.example import example_map
    >>> names(example_map(), "data", ["arrears", "name"])
    'name and arrears'
    """
    wanted = set(ids)
    order = (
        [category for category in data_map.category if category in wanted]
        if kind == "data"
        else sorted(wanted)
    )
    return listed([lowered(data_map.name(f"{kind}:{one}")) for one in order], most)


def tops(data_map: DataMap, categories: Iterable[str]) -> list[str]:
    """Return the highest of some categories: those of which none above is among them too.

    >>> from audit_lib.graph.example import example_map
    >>> tops(example_map(), ["identity", "name", "arrears"])
    ['identity', 'arrears']
    """
    wanted = set(categories)
    covered = {
        below for category in wanted for below in data_map.below.get(category, ()) if below != category
    }
    return [category.id for category in data_map.data if category.id in wanted and category.id not in covered]
