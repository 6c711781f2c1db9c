"""Names and ids for what is read out of a text that nobody vouches for."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

#: How much of a foreign name a map takes over, in characters.
LONGEST_NAME: Final = 120

#: How long an id becomes; the model allows 80, and a number may have to follow.
LONGEST_ID: Final = 60

#: Controls, invisible formatting (with the marks that turn the direction of writing), surrogates, unassigned.
HIDDEN: Final = frozenset(["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"])


def clean(text: str, longest: int = LONGEST_NAME) -> str:
    r"""Return a foreign text as one short line that shows all that it holds.

    >>> clean("Kite\u202e  Foods\tLtd\x07")
    'Kite Foods Ltd'
    """
    visible = "".join(
        " " if letter in "\t\n\r\x0b\x0c\x85\u2028\u2029" else letter
        for letter in text[: longest * 4]
        if letter in "\t\n\r\x0b\x0c\x85\u2028\u2029" or unicodedata.category(letter) not in HIDDEN
    )
    return " ".join(visible.split())[:longest].strip()


class Ids:
    """The ids of a map that is being made: kebab-case, unique over all kinds of entries.

    >>> ids = Ids()
    >>> ids.make("Kite Foods Ltd"), ids.make("kite foods, Ltd."), ids.make("風", "party")
    ('kite-foods-ltd', 'kite-foods-ltd-2', 'party')
    """

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def make(self, name: str, otherwise: str = "entry") -> str:
        """Return a new id that is like a name; `otherwise` where a name has no letter that an id can hold."""
        folded = (
            unicodedata.normalize("NFKD", name[: LONGEST_ID * 4]).encode("ascii", "ignore").decode().lower()
        )
        plain = re.sub(r"[^a-z0-9]+", "-", folded).strip("-")[:LONGEST_ID].strip("-") or otherwise
        found = plain
        while found in self._taken:
            self._taken[plain] += 1
            found = f"{plain}-{self._taken[plain]}"
        self._taken[found] = 1
        return found
