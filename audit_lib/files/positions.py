"""Where something stands in a YAML text: a second, slower pass that runs only when something is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from .yaml_events import events

#: The way to a value from the root: keys, and numbers of items from 0.
Path = tuple[str | int, ...]


class Spot:
    """A wanted value: where its key and itself stand (line and column from 1), and what is wanted in it."""

    def __init__(self) -> None:
        self.key: tuple[int, int] | None = None
        self.value: tuple[int, int] | None = None
        self.below: dict[str | int, Spot] = {}


class _Open:
    """A list or mapping that is being passed through; `spot` is None where nothing in it is wanted."""

    def __init__(self, spot: Spot | None, is_list: bool) -> None:
        self.spot = spot
        self.is_list = is_list
        self.number = 0
        self.key: Any = None

    def next_spot(self) -> Spot | None:
        """Return what is wanted of the value that comes next, and pass on."""
        step = self.number if self.is_list else self.key
        self.number += 1
        self.key = None
        return self.spot.below.get(step) if self.spot else None


def locate(text: str, paths: Iterable[Path]) -> Spot:
    r"""Return the tree of the wanted values of a YAML text, with the places of those that exist.

    A text that turns out to be faulty is followed as far as it can be read.

    >>> spot = locate("flows:\n- id: rent\n  to: kite", [("flows", 0, "to")])
    >>> spot.below["flows"].below[0].below["to"].key
    (3, 3)
    """
    root = Spot()
    for path in paths:
        spot = root
        for step in path:
            spot = spot.below.setdefault(step, Spot())
    outermost = _Open(Spot(), is_list=True)
    if outermost.spot:
        outermost.spot.below[0] = root
    try:
        _walk(text, [outermost])
    except yaml.YAMLError:
        return root
    return root


def _walk(text: str, trail: list[_Open]) -> None:
    for event in events(text):
        kind = type(event)
        if kind is MappingEndEvent or kind is SequenceEndEvent:
            trail.pop()
        elif (
            kind is ScalarEvent
            or kind is AliasEvent
            or kind is MappingStartEvent
            or kind is SequenceStartEvent
        ):
            _meet(event, kind, trail)


def _meet(event: Any, kind: type[Any], trail: list[_Open]) -> None:
    """Note where a key or a value stands; the first of repeated keys counts."""
    above = trail[-1]
    is_key = not above.is_list and above.key is None
    place = event.start_mark.line + 1, event.start_mark.column + 1
    if is_key and kind is ScalarEvent:
        above.key = event.value
        wanted = above.spot.below.get(event.value) if above.spot else None
        if wanted and wanted.key is None:
            wanted.key = place
        return
    spot = above.next_spot()
    if spot and spot.value is None:
        spot.value = place
    if kind is MappingStartEvent or kind is SequenceStartEvent:
        trail.append(_Open(spot, is_list=kind is SequenceStartEvent))


def find(root: Spot, path: Path, *, key: bool = False) -> tuple[int, int]:
    r"""Return the line and column of a value, or of its key, as near as it is known.

    >>> find(locate("a:\n  b: c", [("a", "b")]), ("a", "b"))
    (2, 6)
    """
    place = root.value or (0, 0)
    spot: Spot | None = root
    for at, step in enumerate(path, start=1):
        spot = spot.below.get(step) if spot else None
        if spot is None:
            break
        is_last = at == len(path)
        place = (spot.key if key and is_last else spot.value) or spot.key or place
    return place


def first_keys(text: str, wanted: set[tuple[int, str]]) -> Mapping[tuple[int, str], int]:
    r"""Return the line in which a key first stands in a mapping, both given by (index of the mapping, key).

    >>> first_keys("a: 1\nb: 2\na: 3", {(0, "a")})
    {(0, 'a'): 1}
    """
    found: dict[tuple[int, str], int] = {}
    trail: list[tuple[int, bool]] = []
    key_next = False
    try:
        for event in events(text):
            kind = type(event)
            if kind is MappingEndEvent or kind is SequenceEndEvent:
                trail.pop()
                key_next = bool(trail) and trail[-1][1]
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                trail.append((event.start_mark.index, kind is MappingStartEvent))
                key_next = kind is MappingStartEvent
            elif (kind is ScalarEvent or kind is AliasEvent) and trail and trail[-1][1]:
                if key_next and kind is ScalarEvent and (trail[-1][0], event.value) in wanted:
                    found.setdefault((trail[-1][0], event.value), event.start_mark.line + 1)
                key_next = not key_next
    except yaml.YAMLError:
        return found
    return found
