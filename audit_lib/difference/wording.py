"""How the sentences of a difference name, count and list."""

from __future__ import annotations

from collections.abc import Iterable

from ..model.data_map import DataMap
from ..rules.wording import listed

#: How many names a sentence lists before it counts the rest.
MOST: int = 8


def count(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun in the right form.

    >>> count(1, "flow"), count(1_200, "entry", "entries")
    ('1 flow', '1,200 entries')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def small(name: str) -> str:
    """Return a name as it stands within a sentence.

    >>> small("Contact details"), small("CCTV images")
    ('contact details', 'CCTV images')
    """
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def capital(text: str) -> str:
    """Return a text as it begins a sentence.

    >>> capital("names and contact details")
    'Names and contact details'
    """
    return text[:1].upper() + text[1:]


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
    return listed([small(data_map.name(f"{kind}:{one}")) for one in order], most)


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
