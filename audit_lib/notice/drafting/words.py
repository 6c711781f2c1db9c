"""The words of a drafted notice: names made fit to print, whole lists, and the gaps to fill."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from ...model import words
from ...model.claim import Claim
from ...model.document import Grid, Sentence
from ...model.noun import Gap
from ...model.words import shortened, visible

#: How many letters of a name or a remark of the map a notice shows, and of one sentence at most.
LONGEST_NAME: Final = 160
LONGEST_REMARK: Final = 400
_LONGEST_SENTENCE: Final = 19_000

#: How many names a list shows; more than that no reader takes in, and the rest is counted.
_LONGEST_LIST: Final = 100

#: What stands in a cell where there is nothing on record.
NOTHING: Final = "–"

#: A remark that whoever made the map wrote about the old notice, and not about what is done.
_REMARK: Final = re.compile(
    r"\b(not|never|nowhere|nor) (been )?(said|stated|named|told|known|clear|listed|given)\b"
    r"|\bunclear\b|\bunknown\b"
    r"|\bnotices?\b|\bclauses?\b|\bsentences?\b|\b(is|are) said to\b|\bword for word\b",
    re.IGNORECASE,
)


def plain(text: str, most: int = LONGEST_NAME) -> str:
    r"""Return a text of the map in one line, without invisible characters, cut where it is very long.

    >>> plain("Rent\nand \u202eaccounts")
    'Rent and accounts'
    """
    line = shortened(visible(text), most)
    # A line without a letter is no sentence to whoever cuts a text into sentences.
    return line if any(letter.isalnum() for letter in line) else f"{line} (a name without letters)".strip()


def remark(text: str) -> str:
    """Return a free text of the map without its full stop, fit to stand inside a sentence.

    >>> remark("Kept until the person leaves.")
    'Kept until the person leaves'
    """
    return plain(text, LONGEST_REMARK).rstrip(".;:, ")


def publishable(value: str | Gap) -> bool:
    """Say whether a free text of the map speaks of what is done, so that a notice can say it.

    >>> publishable("Most claims lapse after five years"), publishable("Needed; what follows is not said")
    (True, False)
    """
    return not isinstance(value, Gap) and not _REMARK.search(value)


def listed(names: Iterable[str], last: str = "and") -> str:
    """Return names as words of a sentence, each once; beyond a hundred, the rest is counted.

    Between names that hold an "and" or a comma themselves stand semicolons.

    >>> listed(["name", "address", "name"]), listed(["rent and accounts", "repairs"])
    ('name and address', 'rent and accounts; repairs')
    """
    return words.listed(names, last, _LONGEST_LIST)


def say(text: str, rests: Iterable[str] = (), claims: Iterable[Claim] = ()) -> Sentence:
    """Return a sentence, or a part of one, that the map stands behind.

    >>> say("We keep it.", ["retention:all"]).rests
    ('retention:all',)
    """
    return Sentence(text=_fitting(text), rests=tuple(dict.fromkeys(rests)), claims=tuple(claims))


def fill(what: str, rests: Iterable[str] = ()) -> Sentence:
    """Return a gap: something that must be told and that the map does not know.

    >>> fill("how long we keep it").text
    '[To be filled in: how long we keep it.]'
    """
    return _gap("To be filled in", what, rests)


def ask(what: str, rests: Iterable[str] = ()) -> Sentence:
    """Return a gap: something that the map has and that nobody has confirmed.

    >>> ask("whether we do this").text
    '[To be confirmed: whether we do this.]'
    """
    return _gap("To be confirmed", what, rests)


def _gap(label: str, what: str, rests: Iterable[str]) -> Sentence:
    # The full stop stands inside the bracket, where whoever cuts the text into sentences sees an end.
    text = f"[{label}: {_fitting(what).rstrip('.')}.]"
    return Sentence(text=text, rests=tuple(dict.fromkeys(rests)), gap=True)


def _fitting(text: str) -> str:
    return text if len(text) <= _LONGEST_SENTENCE else text[: _LONGEST_SENTENCE - 1] + "…"


def grid(columns: Sequence[str], rows: Iterable[Sequence[Sequence[Sentence]]]) -> Grid | None:
    """Return a table; a cell without anything shows a dash. None without rows.

    >>> grid(["Who"], [[[]]]).rows[0][0][0].text
    '–'
    """
    found = tuple(tuple(tuple(cell) or (say(NOTHING),) for cell in row) for row in rows)
    return Grid(columns=tuple(columns), rows=found) if found else None
