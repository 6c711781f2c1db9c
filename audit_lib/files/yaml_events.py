"""The event parser of PyYAML: libyaml's, or the slower one in Python where libyaml is missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from yaml.events import StreamEndEvent

Parser: Any
try:
    from yaml._yaml import CParser as Parser
except ImportError:
    from yaml import SafeLoader as Parser


def events(text: str) -> Iterator[Any]:
    """Yield the events of a YAML text up to its end, or to the first fault, which is raised.

    >>> [type(event).__name__ for event in events("a")][2:3]
    ['ScalarEvent']
    """
    next_event = Parser(text).get_event
    while True:
        event = next_event()
        yield event
        if type(event) is StreamEndEvent:
            return
