"""YAML 1.2 read strictly and fast: every value a text, every fault with its line and column.

The events of PyYAML's parser (libyaml, where it is there) are turned into plain dicts, lists and texts.
Nothing is guessed from how a word looks: ``NO`` is the text "NO" and ``1.10`` the text "1.10"; only ``null``,
``~`` and nothing at all are None.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from ..errors import Fault, MapError, Place
from ..model.collector import collector_paused
from .positions import first_keys
from .quoting import plain, quoted
from .yaml_events import Parser
from .yaml_faults import character_fault, syntax_fault

#: How deep lists and mappings may nest.
MAX_DEPTH: Final = 64

#: How many values aliases may stand for in one file, all together.
MAX_ALIASED: Final = 10_000

#: How many faults of one file are kept; reading stops there.
MAX_FAULTS: Final = 1_000

NULLS: Final = frozenset(["", "~", "null", "Null", "NULL"])


class Document(NamedTuple):
    """What a YAML file says, and where its mappings start (by the identity of the mapping)."""

    value: Any
    starts: dict[int, Any]

    def start(self, mapping: dict[str, Any]) -> tuple[int, int]:
        r"""Return the line and the column, from 1, at which a mapping of `value` starts.

        >>> document = read_yaml("flows:\n  - id: rent")
        >>> document.start(document.value["flows"][0])
        (2, 5)
        """
        mark = self.starts[id(mapping)]
        return mark.line + 1, mark.column + 1


def read_yaml(text: str, file: str = "text") -> Document:
    r"""Return what a YAML text says, as dicts, lists, texts and None.

    Repeated keys, tags, keys that are no text, a second document, more than 64 levels and aliases that stand
    for more than 10,000 values are refused. What stands under an alias is the very object of its anchor.

    Parameters
    ----------
    text
        The whole text, without a byte order mark.
    file
        What to call it in faults.

    Raises
    ------
    MapError
        With every fault up to the first fault of syntax.

    >>> read_yaml("country: NO\nversion: 1.10\nnote: ~").value
    {'country': 'NO', 'version': '1.10', 'note': None}
    """
    unfit = character_fault(text, file)
    if unfit:
        raise MapError([unfit])
    reader = _Reader(text, file)
    with collector_paused():
        try:
            value = reader.document()
        except yaml.YAMLError as error:
            reader.faults.append(syntax_fault(error, text, file))
        except _StopReadingError:
            value = None
    if reader.faults:
        raise MapError(reader.all_faults())
    return Document(value, reader.starts)


class _StopReadingError(Exception):
    """What follows cannot be understood; the fault is noted."""


class _Reader:
    """One pass over the events of a text; its methods read one value each."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.faults: list[Fault] = []
        self.repeats: list[tuple[int, tuple[int, str]]] = []
        self.starts: dict[int, Any] = {}
        self.keys: dict[str, str] = {}
        self.anchored: dict[str, Any] = {}
        self.open: list[str] = []
        self.depth = 0
        self.left_for_aliases = MAX_ALIASED
        self.may_be_marked = "&" in text or "!" in text

    def document(self) -> Any:
        self.next_event = Parser(self.text).get_event
        value, documents = None, 0
        while True:
            event = self.next_event()
            if isinstance(event, StreamEndEvent):
                return value
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.stop(event, "A second document starts here: a file holds one. Take the --- out.")
                value = self.value(self.next_event())

    def value(self, event: Any) -> Any:
        """Read the value that starts with an event."""
        if isinstance(event, AliasEvent):
            return self.alias(event)
        if event.tag:
            self.fault(event, f"The tag {quoted(event.tag)} is refused: write plain values without tags.")
        value: Any
        if isinstance(event, ScalarEvent):
            value = None if event.value in NULLS and event.implicit[0] else event.value
        else:
            if self.depth >= MAX_DEPTH:
                self.stop(event, f"Lists and mappings are nested more than {MAX_DEPTH} deep here.")
            self.depth += 1
            self.open.append(event.anchor)
            value = self.mapping(event) if type(event) is MappingStartEvent else self.sequence()
            self.open.pop()
            self.depth -= 1
        if event.anchor:
            self.anchored[event.anchor] = value
        return value

    def mapping(self, start: Any) -> dict[str, Any]:
        next_event, may_be_marked = self.next_event, self.may_be_marked
        one_key = self.keys.setdefault  # a key that comes in every entry is kept once
        found: dict[str, Any] = {}
        self.starts[id(found)] = start.start_mark
        while True:
            event = next_event()
            if type(event) is MappingEndEvent:
                return found
            if type(event) is not ScalarEvent or may_be_marked:
                self.check_key(event)
            key = one_key(event.value, event.value)
            if key in found:
                self.repeated(start, event)
            event = next_event()
            if type(event) is not ScalarEvent or may_be_marked:
                found[key] = self.value(event)
            else:
                value = event.value
                found[key] = None if value in NULLS and event.implicit[0] else value

    def sequence(self) -> list[Any]:
        next_event, may_be_marked = self.next_event, self.may_be_marked
        found: list[Any] = []
        while True:
            event = next_event()
            if type(event) is SequenceEndEvent:
                return found
            if type(event) is not ScalarEvent or may_be_marked:
                found.append(self.value(event))
            else:
                value = event.value
                found.append(None if value in NULLS and event.implicit[0] else value)

    def check_key(self, event: Any) -> None:
        if not isinstance(event, ScalarEvent):
            self.stop(event, "A key must be a plain word, followed by a colon.")
        if event.tag:
            self.fault(event, f"The tag {quoted(event.tag)} is refused: write plain values without tags.")
        if event.anchor:
            self.anchored[event.anchor] = event.value

    def alias(self, event: Any) -> Any:
        """Give the value of an anchor, as long as aliases stand for few values all together."""
        name = event.anchor
        if name in self.open:
            self.stop(event, f"The alias *{plain(name)} stands inside its own anchor.")
        if name not in self.anchored:
            self.fault(event, f"No anchor &{plain(name)} stands before this alias.")
            return None
        value = self.anchored[name]
        self.left_for_aliases -= _size(value, self.left_for_aliases)
        if self.left_for_aliases < 0:
            self.stop(event, f"Aliases stand for more than {MAX_ALIASED:,} values here: write them out.")
        return value

    def repeated(self, start: Any, event: Any) -> None:
        self.repeats.append((len(self.faults), (start.start_mark.index, event.value)))
        self.fault(event, f"The key {quoted(event.value)} stands here twice")

    def all_faults(self) -> list[Fault]:
        """Return the faults; a second pass has found where repeated keys first stand."""
        first = first_keys(self.text, {wanted for _, wanted in self.repeats}) if self.repeats else {}
        for number, wanted in self.repeats:
            place, message = self.faults[number]
            self.faults[number] = Fault(place, f"{message}; the first is in line {first[wanted]}.")
        return self.faults

    def fault(self, event: Any, message: str) -> None:
        mark = event.start_mark
        self.faults.append(Fault(Place(self.file, mark.line + 1, mark.column + 1), message))
        if len(self.faults) >= MAX_FAULTS:
            raise _StopReadingError

    def stop(self, event: Any, message: str) -> None:
        self.fault(event, message)
        raise _StopReadingError


def _size(value: Any, limit: int) -> int:
    """Count the values in a value, each as often as it is reached; it stops counting above a limit."""
    count, waiting = 0, [value]
    while waiting and count <= limit:
        item = waiting.pop()
        count += 1
        if isinstance(item, list | dict):
            waiting.extend(item.values() if isinstance(item, dict) else item)
    return count
