"""The message of an organisation's own rule: words with named gaps, filled without evaluating anything."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from ..errors import did_you_mean
from .own_fields import NOUNS, Holds, LooksAt, fields_of, resolve

#: How many gaps one message may have.
MAX_GAPS: Final = 12

#: What every message can name: what matches, by name and by number.
OF_THE_MATCHES: Final = ("names", "count")

_PIECES: Final = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")


def fill(message: str, filling: Callable[[str], str]) -> str:
    """Return a message with its gaps filled; `{{` and `}}` stand for a brace.

    What fills a gap is text and is not looked at again.

    >>> fill("{count} leave {{here}}: {names}", {"count": "2 flows", "names": "{count}"}.__getitem__)
    '2 flows leave {here}: {count}'
    """

    def piece(found: re.Match[str]) -> str:
        return found[0][0] if found[1] is None else filling(found[1])

    return _PIECES.sub(piece, message)


def message_problems(message: str, looks_at: LooksAt) -> Iterator[str]:
    """Yield what is wrong with a message: a brace that opens no gap, a gap that nothing can fill.

    >>> list(message_problems("{nmes} and {to.name}", LooksAt.FLOWS))
    ['{nmes} cannot be filled: "nmes" is no field of a flow. Did you mean "names"?']
    """
    gaps = 0
    for found in _PIECES.finditer(message):
        if found[1] is not None:
            gaps += 1
            wrong = _unfillable(found[1], looks_at)
            if wrong:
                yield f"{{{found[1][:60]}}} cannot be filled: {wrong}"
        elif found[0] in "{}":
            yield f"A single {found[0]} stands for nothing: write {found[0] * 2} for a brace."
    if gaps > MAX_GAPS:
        yield f"The message has {gaps} gaps to fill; at most {MAX_GAPS} are."


def _unfillable(name: str, looks_at: LooksAt) -> str | None:
    if name in OF_THE_MATCHES:
        return None
    noun = NOUNS[looks_at]
    way = resolve(name, noun)
    if isinstance(way, str):
        near = did_you_mean(name, [*OF_THE_MATCHES, *fields_of(noun)])
        known = f" Known are {', '.join([*OF_THE_MATCHES, *fields_of(noun)])}."
        return way if "." in name else f"{way.partition('. ')[0].rstrip('.')}.{near or known}"
    if way.last.holds is Holds.BLOCK:
        return f'"{name}" holds fields of its own: name one of them, such as {name}.{_first(way.last.nouns)}.'
    return None


def _first(nouns: tuple[type, ...]) -> str:
    return next(iter(fields_of(*nouns)))
