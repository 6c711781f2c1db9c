"""Sentences as a notebook shows them: they wrap between words, as wide as the page is."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Final

from .colours import GRID, INK
from .lettering import one_line
from .table import visible

#: Longer sentences are cut: these stand above what they sum up.
LONGEST: Final = 1000

_SENTENCE: Final = (
    f"font-size:14px;line-height:1.5;color:{INK};background:#ffffff;margin:8px 0;"
    f"border-left:4px solid {GRID};padding-left:14px;"
)


@dataclass(frozen=True)
class Said:
    """Sentences for a notebook as HTML and for a terminal as text, one a line."""

    sentences: tuple[str, ...]

    def _repr_html_(self) -> str:
        lines = "<br>".join(escape(visible(sentence)) for sentence in self.sentences)
        return f'<div style="{_SENTENCE}" dir="auto">{lines}</div>'

    def __str__(self) -> str:
        return "\n".join(self.sentences)

    def __repr__(self) -> str:
        return str(self)


def said(*sentences: str) -> Said:
    """Return sentences as a notebook shows them; what is printed would be broken inside a word.

    Parameters
    ----------
    sentences
        One or more, such as the result of an audit; each begins a line.

    Examples
    --------
    >>> said("91 findings are open.", "47 of them ask.")
    91 findings are open.
    47 of them ask.
    """
    return Said(tuple(one_line(sentence, LONGEST) for sentence in sentences))
