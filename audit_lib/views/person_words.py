"""The words of the picture of one person's data: its title, how to read it, and what it shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from ..model.data import Sensitivity
from ..model.data_map import DataMap
from ..model.holding import Holding
from ..model.request_plan import RequestPlan
from .lettering import one_line
from .order_list import places
from .sentences import count, listing

#: The graver first.
_GRAVE: Final = (
    Sensitivity.SPECIAL_CATEGORY,
    Sensitivity.CRIMINAL_OFFENCE,
    Sensitivity.HIGH_RISK,
    Sensitivity.ORDINARY,
)


def gravest(data_map: DataMap, data: Iterable[str], most: int = 2) -> str:
    """Return the gravest of some categories by name: sensitive ones if there are any, else the first.

    >>> from audit_lib.graph.example import example_map
    >>> gravest(example_map(), ["name", "passport-copy", "arrears"])
    'Name, Passport copy…'
    """
    ranked = sorted(data, key=lambda name: _GRAVE.index(data_map.category[name].sensitivity))
    named = [one_line(data_map.category[name].name, 60) for name in ranked[:most]]
    return ", ".join(named) + ("…" if len(ranked) > most else "")


def person_title(
    data_map: DataMap, subject: str, held: Mapping[str, Holding], plan: RequestPlan | None
) -> str:
    """Return how many parties hold anything, and how many of them are to be asked."""
    name = one_line(data_map.party[subject].name, 60)
    if not held:
        return f"Nobody holds data about {name}"
    verb = "holds" if len(held) == 1 else "hold"
    said = f"{count(len(held), 'party', 'parties')} {verb} data about {name}"
    if plan is None:
        guess = sum(one.expected for one in held.values())
        return f"{said}, {guess} of them merely expected" if guess else said
    asked = len(places(plan))
    return (
        f"{said}; ask {asked if asked < len(held) else 'all'} of them, in the numbered order"
        if asked
        else said
    )


def person_reading(held: Mapping[str, Holding], plan: RequestPlan | None, left: int) -> str:
    """Return what the marks of the picture mean, and what it leaves out."""
    said = ["A box says how many categories are held, the gravest by name, and the systems they rest in."]
    if plan and places(plan):
        idle = len(places(plan)) < len(plan.searched)
        none = "or has nothing to be asked for" if idle else "and is not asked"
        said.append(f"A number is the place in the order to ask; who has none answers for itself {none}.")
    if any(one.expected for one in held.values()):
        said.append("Pale and dashed: merely expected.")
    said.append("A line is all that goes between two parties about these people.")
    if left:
        said.append(f"Left out: the {count(left, 'thinnest line')}.")
    return " ".join(said)


def person_alt(data_map: DataMap, title: str, held: Mapping[str, Holding], plan: RequestPlan | None) -> str:
    """Return the picture in words: the order to ask, or who holds most."""
    said = [f"{title}."]
    if plan and places(plan):
        names = [data_map.party[source.party].name for source in places(plan).values()]
        said.append(f"In the order to ask: {listing(names, 12)}.")
    most = sorted(held.values(), key=lambda one: -len(one.data))[:5]
    if most:
        each = [
            f"{data_map.party[one.party].name} ({count(len(one.data), 'category', 'categories')})"
            for one in most
        ]
        said.append(f"Most is held by {listing(each)}.")
    systems = {system for one in held.values() for system in one.systems}
    if systems:
        said.append(f"It rests in {count(len(systems), 'system')}.")
    return " ".join(said)
