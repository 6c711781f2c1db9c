"""The words of a paper about a breach: what the map says, made fit to print, and the gaps to fill."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final

from ...model.document import Block, Bullets, Grid, Paragraph, Section, Sentence
from ...model.noun import Gap

#: How many letters of a name, and of a free text, a paper shows.
LONGEST_NAME: Final = 160
LONGEST_TEXT: Final = 2_000

#: How many names a sentence lists before it counts the rest.
_MOST_NAMES: Final = 30

#: Joiners that letters of some scripts need; other invisible characters can turn a line about.
_JOINERS: Final = frozenset("\u200c\u200d")

Cells = Sequence[Sentence]


def plain(text: str, most: int = LONGEST_NAME) -> str:
    r"""Return a text of a map or an option in one line, without invisible characters, cut where very long.

    >>> plain("Rent\nand \u202eaccounts")
    'Rent and accounts'
    """
    seen = "".join(
        letter
        for letter in text
        if letter in _JOINERS or letter.isspace() or unicodedata.category(letter) not in ("Cf", "Cc", "Co")
    )
    line = " ".join(seen.split()) or "(a name without letters)"
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def small(name: str) -> str:
    """Return a name as it stands within a sentence; names that begin with an abbreviation stay.

    >>> small("Copy of passport"), small("CCTV images")
    ('copy of passport', 'CCTV images')
    """
    first = name.split(" ", 1)[0]
    return name if first[1:] != first[1:].lower() else name[:1].lower() + name[1:]


def capital(text: str) -> str:
    """Return a text with a capital at its beginning, as a sentence has it.

    >>> capital("copy of passport")
    'Copy of passport'
    """
    return text[:1].upper() + text[1:]


def listed(names: Iterable[str], last: str = "and") -> str:
    """Return names as words of a sentence, each once; between names that hold a comma stand semicolons.

    >>> listed(["name", "address", "name"]), listed(["rent, arrears", "repairs"])
    ('name and address', 'rent, arrears; repairs')
    """
    once = list(dict.fromkeys(names))
    if len(once) > _MOST_NAMES:
        once = [*once[:_MOST_NAMES], f"{len(once) - _MOST_NAMES} more"]
    if any("," in name or f" {last} " in name for name in once):
        return "; ".join(once)
    return f"{', '.join(once[:-1])} {last} {once[-1]}" if len(once) > 1 else "".join(once)


def say(text: str, *rests: str) -> Sentence:
    """Return a sentence, or a part of one, with the references of the map that it speaks of.

    >>> say("We keep it.", "data:rent").rests
    ('data:rent',)
    """
    return Sentence(text=text, rests=tuple(dict.fromkeys(rests)))


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


def paragraph(*sentences: Sentence | None) -> Paragraph | None:
    """Return a paragraph of the sentences that there are, or None without any.

    >>> paragraph(None) is None
    True
    """
    found = tuple(sentence for sentence in sentences if sentence is not None)
    return Paragraph(sentences=found) if found else None


def bullets(items: Iterable[Sentence]) -> Bullets | None:
    """Return a list of sentences, or None without any.

    >>> bullets([]) is None
    True
    """
    found = tuple(items)
    return Bullets(items=found) if found else None


def answers(rows: Iterable[tuple[str, Cells]]) -> Grid | None:
    """Return questions, each with its answer beside it; None without any.

    >>> answers([("When?", [say("On Friday.")])]).rows[0][1][0].text
    'On Friday.'
    """
    found = tuple(((say(question),), tuple(cell)) for question, cell in rows if cell)
    return Grid(columns=(), rows=found, shares=(1.5, 3.1)) if found else None


def section(heading: str, *blocks: Block | None, apart: bool = False) -> Section:
    """Return a section of the blocks that there are.

    >>> section("Measures", paragraph(say("None yet.")), None).heading
    'Measures'
    """
    return Section(heading=heading, blocks=tuple(b for b in blocks if b is not None), set_apart=apart)
