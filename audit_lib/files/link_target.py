"""The target of a link, as far as a reader of the bare words needs it."""

from __future__ import annotations

import re
import urllib.parse
from typing import Final

#: Targets that lead out of the site, or to a person.
SHOWN: Final = re.compile(r"\s*(mailto:|tel:|https?://)", re.IGNORECASE)

#: What two writings of the same target may differ in.
UNLIKE: Final = re.compile(r"^(?:mailto:|tel:|https?://)?(?:www\.)?|[\s()/.-]", re.IGNORECASE)

#: How many signs a target may have that is shown; longer ones are for machines.
LONGEST: Final = 120


def shown_target(target: str, words: str) -> str:
    """Return what to show behind the words of a link: nothing if they say it or nobody needs it.

    >>> shown_target("mailto:privacy@kite.example?subject=Access", "Write to us")
    'privacy@kite.example'
    >>> shown_target("https://ico.org.uk/", "ico.org.uk"), shown_target("/cookies", "Cookies")
    ('', '')
    """
    scheme = SHOWN.match(target)
    if scheme is None or not words.strip():
        return ""
    shown = target.strip()
    if scheme[1].lower() in {"mailto:", "tel:"}:
        shown = urllib.parse.unquote(shown[len(scheme[1]) :].split("?")[0]).strip()
    if len(shown) > LONGEST or not shown or _alike(shown) in _alike(words):
        return ""
    return " ".join(shown.split())


def _alike(text: str) -> str:
    return UNLIKE.sub("", text.strip()).casefold()
