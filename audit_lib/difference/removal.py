"""What goes with an entry that is taken out of a map, and what stays."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from ..model.activity import Activity
from ..model.change import Hanging
from ..model.data import DataCategory
from ..model.flow import Flow
from ..model.retention import Retention
from ..model.rights import Channel
from ..model.safeguard import Safeguard
from ..model.system import System
from .working_copy import NAMED, WorkingCopy, naming_fields

#: Fields without which an entry cannot stand; a list among them must not run empty.
NEEDED: Final[dict[type[Any], tuple[str, ...]]] = {
    Flow: ("sender", "recipient", "activity", "data", "subjects"),
    Activity: ("purpose", "controllers", "subjects"),
    System: ("operator",),
    Channel: ("party",),
}

#: Entries that speak of everything when all these lists are empty, so that they must not become so.
REACH: Final[dict[type[Any], tuple[str, ...]]] = {
    Retention: ("data", "activities"),
    Safeguard: ("parties", "systems", "data", "activities"),
}

#: How many entries an error names before it counts the rest.
MOST_NAMED: Final = 12


def remove(copy: WorkingCopy, references: tuple[str, ...], hanging: Hanging) -> str | None:
    """Take entries out of a working copy with what hangs on them; return why not, if it cannot be done.

    What the notice names stays as a name: its claims must lead somewhere while it is published.

    >>> from audit_lib.graph.example import example_map
    >>> copy = WorkingCopy(example_map())
    >>> remove(copy, ("party:court",), Hanging.REFUSE)
    'These cannot stand without it: flow:sue. Say "hanging: drop", or deal with them in an earlier step.'
    >>> remove(copy, ("party:court",), Hanging.DROP), "flow:sue" in copy.entries
    (None, False)
    """
    falling = list(_falling(copy, references))
    heads = [why for reference in falling for why in _holds_the_map(copy, reference)]
    if heads:
        return " ".join(heads)
    others = [reference for reference in falling if reference not in references]
    if others and hanging is Hanging.REFUSE:
        it = "it" if len(references) == 1 else "them"
        return (
            f'These cannot stand without {it}: {_few(others)}. Say "hanging: drop", or deal with them in an '
            "earlier step."
        )
    for reference in falling:
        take_out(copy, reference)
    return None


def _few(references: list[str]) -> str:
    rest = len(references) - MOST_NAMED
    return ", ".join(references[:MOST_NAMED]) + (f" and {rest} more" if rest > 0 else "")


def _falling(copy: WorkingCopy, references: tuple[str, ...]) -> Iterator[str]:
    """Yield the entries that go: those that are removed, and all that cannot stand without one of them."""
    gone: dict[str, None] = dict.fromkeys(references)
    ids = {reference.partition(":")[2] for reference in gone}
    waiting = list(references)
    while waiting:
        reference = waiting.pop(0)
        yield reference
        for other, noun, _ in copy.names(reference):
            if other not in gone and _falls(noun, ids):
                gone[other] = None
                ids.add(other.partition(":")[2])
                waiting.append(other)


def _falls(noun: Any, gone: set[str]) -> bool:
    """Whether an entry cannot stand once these ids are taken out of it."""
    for field in NEEDED.get(type(noun), ()):
        value = getattr(noun, field)
        if (value and gone.issuperset(value)) if isinstance(value, tuple) else value in gone:
            return True
    lists = [getattr(noun, field) for field in REACH.get(type(noun), ())]
    return any(lists) and all(gone.issuperset(each) for each in lists)


def _holds_the_map(copy: WorkingCopy, reference: str) -> Iterator[str]:
    if reference == f"party:{copy.info.controller}":
        yield "It is the controller of the map: replace it by another party instead."


def take_out(copy: WorkingCopy, reference: str) -> None:
    """Take an entry out, and its id out of every list and optional field; as a name it stays if claimed.

    >>> from audit_lib.graph.example import example_map
    >>> copy = WorkingCopy(example_map())
    >>> take_out(copy, "flow:sue")
    >>> "flow:sue" in copy.entries
    False
    """
    kind, _, name = reference.partition(":")
    stays = kind in NAMED and _still_named(copy, reference)
    above = getattr(copy.entries[reference], "parent", None)
    for other, noun, field in list(copy.names(reference)):
        if other == "notice":
            continue
        value = getattr(copy.info if other == "map" else copy.entries[other], field)
        if isinstance(noun, DataCategory) and field == "parent":
            if not stays:
                copy.update(other, parent=above)
        elif isinstance(value, tuple):
            copy.update(other, **{field: tuple(each for each in value if each != name)})
        elif field not in NEEDED.get(type(noun), ()):
            copy.update(other, **{field: None})
    copy.replan(name, None)
    if stays:
        return
    for clause in copy.claimed(reference):
        _unclaim(copy, clause, kind, name)
    copy.drop(reference)


def _still_named(copy: WorkingCopy, reference: str) -> bool:
    publishes = copy.origin.notice is not None and reference == f"party:{copy.origin.notice.publisher}"
    return publishes or bool(copy.claimed(reference))


def _unclaim(copy: WorkingCopy, clause: str, kind: str, name: str) -> None:
    """Take an id out of the claims of a clause; a claim that would name nothing then goes as a whole."""
    kept = []
    for claim in copy.entries[clause].claims:
        changed = claim
        for field in naming_fields(type(claim), kind):
            value = getattr(claim, field)
            if isinstance(value, tuple) and name in value:
                left = tuple(each for each in value if each != name)
                changed = changed.model_copy(update={field: left}) if changed and left else None
            elif value == name:
                changed = None
            if changed is None:
                break
        if changed is not None:
            kept.append(changed)
    copy.update(clause, claims=tuple(kept))
