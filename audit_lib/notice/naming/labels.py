"""Labels that a notice defines for a name: "Kite Ltd ("we")", "(referred to as Kite)", "trading as Kite"."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

#: Behind a name: what stands in the brackets that follow it, or what it trades as.
BRACKETS: Final = re.compile(r"^[\s,]{0,3}\((?P<inside>[^()]{1,160})\)")
TRADING: Final = re.compile(
    r"^,? (?:trading as|t/a|also known as|known as|formerly"
    r"|operating as) (?P<label>[A-Z][\w&'’\-]*(?: [A-Z][\w&'’\-]*){0,5})"
)
QUOTED: Final = re.compile(r"[\"“‘']\s*(?P<label>[^\"“”‘’']{1,60}?)\s*[\"”’']")
CALLED: Final = re.compile(
    r"\b(?:as|called|or|the) (?:the )?(?P<label>[A-Z][\w&'’\-]*(?: [A-Z&][\w&'’\-]*){0,6})\s*$"
)
ACRONYM: Final = re.compile(r"(?:the )?(?P<label>[A-Z][A-Za-z&]{0,3}[A-Z][A-Za-z]{0,6})")

#: By these a notice speaks of whoever publishes it.
PUBLISHER: Final = re.compile(
    r"(?:we|us|our|ours|ourselves|i|me|my|(?:the |this )?(?:company|trust|group|charity|firm|practice"
    r"|school|college"
    r"|university|council|association|society|organi[sz]ation|club|agency|business|controller"
    r"|data controller))",
    re.IGNORECASE,
)


class Labels(NamedTuple):
    """The other names that are defined for a name, and whether it is who publishes the notice."""

    aliases: tuple[str, ...]
    publisher: bool


def labels_after(text: str, end: int, name: str = "") -> Labels:
    """Return the labels that a sentence defines right behind a name that ends at a character.

    >>> labels_after('Kite Foods Ltd ("KFL", "we" or "us") sells bread.', 14)
    Labels(aliases=('KFL',), publisher=True)
    >>> labels_after("Kite Foods (referred to below as Kite) sells bread.", 10)
    Labels(aliases=('Kite',), publisher=False)
    >>> labels_after("KF (Kite Foods) sells bread.", 2, "KF")
    Labels(aliases=('Kite Foods',), publisher=False)
    """
    behind = text[end : end + 200]
    trading, brackets = TRADING.match(behind), BRACKETS.match(behind)
    if trading:
        return Labels((trading["label"],), publisher=False)
    if not brackets:
        return Labels((), publisher=False)
    inside = brackets["inside"]
    if name and _initials(inside) == name:
        return Labels((inside.strip(),), publisher=False)
    labels = [match["label"] for match in QUOTED.finditer(inside)]
    if not labels:
        found = CALLED.search(inside) or ACRONYM.fullmatch(inside.strip())
        plain = re.split(r",|/| or | and ", inside)
        labels = (
            [found["label"]]
            if found
            else [part for part in map(str.strip, plain) if PUBLISHER.fullmatch(part)]
        )
    publisher = any(PUBLISHER.fullmatch(label) for label in labels)
    aliases = (label for label in labels if not PUBLISHER.fullmatch(label) and label[:1].isupper())
    return Labels(tuple(dict.fromkeys(aliases)), publisher)


def _initials(words: str) -> str:
    return "".join(word[0] for word in words.split() if word[:1].isupper())
