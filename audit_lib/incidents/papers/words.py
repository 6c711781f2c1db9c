"""The words of a paper about a breach: what the map says, made fit to print, and the gaps to fill."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from ...model.document import Grid, Sentence
from ...model.document_words import say
from ...model.noun import Gap
from ...model.words import shortened, visible

#: How many letters of a name, and of a free text, a paper shows.
LONGEST_NAME: Final = 160
LONGEST_TEXT: Final = 2_000

Cells = Sequence[Sentence]


def plain(text: str, most: int = LONGEST_NAME) -> str:
    r"""Return a text of a map or an option in one line, without invisible characters, cut where very long.

    >>> plain("Rent\nand \u202eaccounts")
    'Rent and accounts'
    """
    return shortened(visible(text) or "(a name without letters)", most)


def given(text: str, *rests: str) -> Sentence:
    r"""Return a free text that a person has given, made fit to print.

    >>> given("A laptop\nwas stolen.").text
    'A laptop was stolen.'
    """
    return say(plain(text, LONGEST_TEXT), *rests)


def fill(what: str, who: str = "", *rests: str) -> Sentence:
    """Return a gap: what is to be filled in, and by whom where that is clear.

    >>> fill("how it was found", "whoever found it").text
    '[To be filled in by whoever found it: how it was found.]'
    """
    by = f" by {who}" if who else ""
    return Sentence(text=f"[To be filled in{by}: {what.rstrip('.')}.]", rests=rests, gap=True)


def confirm(what: str, *rests: str) -> Sentence:
    """Return a gap: what the map or the assessment has, and somebody has to confirm before it is sent.

    >>> confirm("that this is all").text
    '[To be confirmed: that this is all.]'
    """
    return Sentence(text=f"[To be confirmed: {what.rstrip('.')}.]", rests=rests, gap=True)


def known(value: object, what: str, who: str, *rests: str) -> Sentence:
    """Return what the map says, or the gap; what it says there is none of is no gap.

    >>> known(Gap.NOT_STATED, "the registration number", "the officer").gap
    True
    """
    if value is Gap.NONE:
        return say("None, as the data map records.", *rests)
    if value is Gap.NOT_APPLICABLE:
        return say("Not applicable, as the data map records.", *rests)
    if value is None or isinstance(value, Gap):
        return fill(what, who, *rests)
    return given(str(value), *rests)


def answers(rows: Iterable[tuple[str, Cells]]) -> Grid | None:
    """Return questions, each with its answer beside it; None without any.

    >>> answers([("When?", [say("On Friday.")])]).rows[0][1][0].text
    'On Friday.'
    """
    found = tuple(((say(question),), tuple(cell)) for question, cell in rows if cell)
    return Grid(columns=(), rows=found, shares=(1.5, 3.1)) if found else None
