"""Texts of a map as words of a sentence: fit to print, counted, listed, begun small or large; periods."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

#: Joiners that letters of some scripts, and emoji, need; other invisible characters can turn a line about.
_JOINERS: Final = frozenset("\u200c\u200d")

#: Kinds of characters that show nothing: of format and control, private ones, halves of pairs.
_UNSEEN: Final = ("Cf", "Cc", "Co", "Cs")

_UNITS: Final = {"Y": "year", "M": "month", "W": "week", "D": "day"}


def visible(text: str) -> str:
    r"""Return a text in one line, without the characters that nobody sees.

    >>> visible("Rent\nand \u202eaccounts")
    'Rent and accounts'
    """
    if text.isprintable():
        return " ".join(text.split())
    seen = (
        letter
        for letter in text
        if letter.isspace() or letter in _JOINERS or unicodedata.category(letter) not in _UNSEEN
    )
    return " ".join("".join(seen).split())


def discreet(word: str) -> str:
    """Return a word of a log without what may stand for a person: a mail address, a long number.

    >>> discreet("jo.bloggs@example.org"), discreet("0131 496 0001"), discreet("Yardy Ltd")
    ('…@example.org', '…', 'Yardy Ltd')
    """
    unnamed = re.sub(r"[^\s@<>,;]+@(?=[^\s@])", "…@", shortened(visible(word[:2_000]), 120))
    return re.sub(r"\+?\d(?:[ ()./-]?\d){5,}", "…", unnamed)


def shortened(text: str, most: int) -> str:
    """Return a text of so many letters at most, with an ellipsis where it was cut.

    >>> shortened("Rent and accounts", 9)
    'Rent and…'
    """
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


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


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """Return a number with its noun.

    >>> counted(1, "flow"), counted(1_200, "activity", "activities")
    ('1 flow', '1,200 activities')
    """
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def listed(names: Iterable[str], last: str = "and", most: int = 40) -> str:
    """Return names as words of a sentence, each once; beyond `most`, the rest is counted.

    Between names that hold an "and" or a comma themselves stand semicolons.

    >>> listed(["name", "address", "name"]), listed(["rent and accounts", "repairs"])
    ('name and address', 'rent and accounts; repairs')
    """
    once = list(dict.fromkeys(names))
    if len(once) > most:
        once = [*once[:most], f"{len(once) - most} more"]
    if any("," in name or f" {last} " in name for name in once):
        return "; ".join(once)
    return f"{', '.join(once[:-1])} {last} {once[-1]}" if len(once) > 1 else "".join(once)


def lasting(period: str) -> str:
    """Return an ISO 8601 duration of years, months, weeks and days in words.

    >>> lasting("P6Y"), lasting("P1Y6M")
    ('6 years', '1 year and 6 months')
    """
    found = re.findall(r"(\d+)([YMWD])", period)
    return listed(f"{int(n)} {_UNITS[unit]}{'' if int(n) == 1 else 's'}" for n, unit in found)
