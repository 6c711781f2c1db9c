"""How plans and letters speak of the map: names made fit to print, data in a row, gaps to fill."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ..model.data_map import DataMap
from ..model.document import Sentence
from ..model.words import listed, lowered, shortened, visible

#: How many letters of a name or a remark of the map are shown.
_LONGEST: Final = 400
#: And of a sentence that a plan makes out of many names, of which none may be lost.
_LONGEST_SENTENCE: Final = 8000


def gap(what: str, *rests: str) -> Sentence:
    """Return what a person has to fill in, between square brackets.

    >>> gap("the day on which it was done").text
    '[the day on which it was done]'
    """
    return Sentence(text=f"[{what}]", rests=tuple(dict.fromkeys(rests)), gap=True)


def plain(text: str) -> str:
    r"""Return a text of the map in one line, without invisible characters, cut where it is very long.

    >>> plain("Rent\nand \u202eaccounts.")
    'Rent and accounts'
    """
    return shortened(visible(text).rstrip(".;, "), _LONGEST) or "(a name without letters)"


def whole(text: str) -> str:
    r"""Return a sentence that a plan makes of names of the map, in one line and with all of them.

    >>> len(whole("Which ones? " + "Rent and accounts; " * 40)) > 700
    True
    """
    return shortened(visible(text).rstrip(".;, "), _LONGEST_SENTENCE) or "(a name without letters)"


def name(data_map: DataMap, kind: str, entry: str) -> str:
    """Return what a reader calls an entry of the map.

    >>> from audit_lib.graph.example import example_map
    >>> name(example_map(), "data", "passport-copy")
    'Passport copy'
    """
    return plain(data_map.name(f"{kind}:{entry}"))


def without_the(words: str) -> str:
    """Return a name without the article that it begins with, to be put after one.

    >>> without_the("The Information Commission"), without_the("Theale Council")
    ('Information Commission', 'Theale Council')
    """
    return words[4:] if words.lower().startswith("the ") else words


def data_words(data_map: DataMap, categories: Iterable[str]) -> str:
    """Return data categories as words of a sentence.

    >>> from audit_lib.graph.example import example_map
    >>> data_words(example_map(), ["name", "arrears"])
    'name and arrears'
    """
    return listed(lowered(name(data_map, "data", category)) for category in categories)
