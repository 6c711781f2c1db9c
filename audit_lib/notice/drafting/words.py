"""The words of a drafted notice: names made fit to print, lists, periods, and the gaps to fill."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final

from ...model.claim import Claim
from ...model.document import Bullets, Grid, Paragraph, Section, Sentence
from ...model.noun import Gap

#: How many letters of a name or a remark of the map a notice shows, and of one sentence at most.
LONGEST_NAME: Final = 160
LONGEST_REMARK: Final = 400
_LONGEST_SENTENCE: Final = 19_000

#: How many names a list shows; more than that no reader takes in, and the rest is counted.
_LONGEST_LIST: Final = 100

#: What stands in a cell where there is nothing on record.
NOTHING: Final = "–"

#: Joiners that letters of some scripts, and emoji, need; other invisible characters can turn a line about.
_JOINERS: Final = frozenset("\u200c\u200d")

#: A remark that whoever made the map wrote about the old notice, and not about what is done.
_REMARK: Final = re.compile(
    r"\b(not|never|nowhere|nor) (been )?(said|stated|named|told|known|clear|listed|given)\b"
    r"|\bunclear\b|\bunknown\b"
    r"|\bnotices?\b|\bclauses?\b|\bsentences?\b|\b(is|are) said to\b|\bword for word\b",
    re.IGNORECASE,
)

_UNITS: Final = {"Y": "year", "M": "month", "W": "week", "D": "day"}


def plain(text: str, most: int = LONGEST_NAME) -> str:
    r"""Return a text of the map in one line, without invisible characters, cut where it is very long.

    >>> plain("Rent\nand \u202eaccounts")
    'Rent and accounts'
    """
    visible = "".join(
        letter
        for letter in text
        if letter in _JOINERS or unicodedata.category(letter) not in ("Cf", "Cc", "Co") or letter.isspace()
    )
    line = " ".join(visible.split())
    line = line if len(line) <= most else line[: most - 1].rstrip() + "…"
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


def lowered(text: str, proper: frozenset[str] = frozenset()) -> str:
    """Return a text with a small first letter, unless it opens with an abbreviation or a proper name.

    >>> lowered("Date of birth"), lowered("CCTV images"), lowered("Keyhaven account", frozenset({"Keyhaven"}))
    ('date of birth', 'CCTV images', 'Keyhaven account')
    """
    first = re.match(r"(\w+)(?:\W+[A-Z])?", text)
    if first is None or first[1] in proper or first[1][1:] != first[1][1:].lower() or first[0] != first[1]:
        return text
    return text[0].lower() + text[1:]


def raised(text: str) -> str:
    """Return a text with a capital first letter.

    >>> raised("your consent")
    'Your consent'
    """
    return text[:1].upper() + text[1:]


def listed(names: Iterable[str], last: str = "and") -> str:
    """Return names as words of a sentence, each once; beyond a hundred, the rest is counted.

    Between names that hold an "and" or a comma themselves stand semicolons.

    >>> listed(["name", "address", "name"]), listed(["rent and accounts", "repairs"])
    ('name and address', 'rent and accounts; repairs')
    """
    once = list(dict.fromkeys(names))
    if len(once) > _LONGEST_LIST:
        once = [*once[:_LONGEST_LIST], f"{len(once) - _LONGEST_LIST} more"]
    if any(re.search(rf",| {last} ", name) for name in once):
        return "; ".join(once)
    return f"{', '.join(once[:-1])} {last} {once[-1]}" if len(once) > 1 else "".join(once)


def lasting(period: str) -> str:
    """Return an ISO 8601 duration of years, months, weeks and days in words.

    >>> lasting("P6Y"), lasting("P1Y6M")
    ('6 years', '1 year and 6 months')
    """
    found = re.findall(r"(\d+)([YMWD])", period)
    return listed(f"{int(n)} {_UNITS[unit]}{'' if int(n) == 1 else 's'}" for n, unit in found)


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


def section(heading: str, *blocks: Paragraph | Bullets | Grid | None, set_apart: bool = False) -> Section:
    """Return a section of the blocks that there are.

    >>> section("Cookies", paragraph(say("We set none.")), None).heading
    'Cookies'
    """
    return Section(heading=heading, blocks=tuple(b for b in blocks if b is not None), set_apart=set_apart)


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


def grid(columns: Sequence[str], rows: Iterable[Sequence[Sequence[Sentence]]]) -> Grid | None:
    """Return a table; a cell without anything shows a dash. None without rows.

    >>> grid(["Who"], [[[]]]).rows[0][0][0].text
    '–'
    """
    found = tuple(tuple(tuple(cell) or (say(NOTHING),) for cell in row) for row in rows)
    return Grid(columns=tuple(columns), rows=found) if found else None
