"""Texts of the register of breaches, in which nobody's name or contact details belong."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Final

from ...errors import Fault, Place
from ...model.circumstances import Circumstances

#: What is printed once where texts are taken.
WARNING: Final = (
    "The register keeps these texts for good: write no names and no contact details of people into them."
)

#: Characters that turn the direction of all that follows.
_TURNING: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

#: How many letters one text may have.
LONGEST: Final = 2_000

_MAIL: Final = re.compile(r"[^\s@<>]{1,64}@[^\s@<>]{1,255}\.[^\s@<>]{2,}")
_NUMBER: Final = re.compile(r"(?<![\w.])\+?\(?\d(?:[ ().\-/]{0,3}\d){8,}(?![\w])")
_INSURANCE: Final = re.compile(r"\b[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b", re.IGNORECASE)

#: Days, moments and addresses of machines are digits too, and belong here; so do references of cases.
_ALLOWED: Final = re.compile(
    r"\b\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?|\b\d\d?[./]\d\d?[./]\d{4}\b|\b[A-Z]{1,4}-[\w-]+"
    r"|\b\d{1,3}(?:\.\d{1,3}){3}\b"
)


def telling(text: str) -> str | None:
    """Return what in a text looks like it leads to a person, in words that do not repeat it; None if nothing.

    >>> telling("Lost on 2026-11-20 14:35; 1,200 copies"), telling("Ring 020 7946 0000")
    (None, 'a telephone, account or card number')
    """
    if _MAIL.search(text):
        return "an e-mail address"
    if _INSURANCE.search(text):
        return "a National Insurance number"
    return "a telephone, account or card number" if _NUMBER.search(_ALLOWED.sub(" ", text)) else None


def text_faults(texts: Mapping[str, str | None]) -> Iterator[Fault]:
    """Yield what is wrong with some texts, by the option that gave them; the texts are not repeated.

    >>> [str(fault) for fault in text_faults({"effects": "Write to jo@example.org"})]
    ['effects looks like it holds an e-mail address: the register keeps texts for good. Leave it out.']
    """
    for name, text in texts.items():
        if text is None:
            continue
        found = telling(text)
        if found:
            message = f"looks like it holds {found}: the register keeps texts for good. Leave it out."
            yield Fault(Place(name), message)
        if len(text) > LONGEST:
            yield Fault(
                Place(name), f"has {len(text):,} letters; at most {LONGEST:,} are kept. Make it shorter."
            )
        elif not text.strip():
            yield Fault(Place(name), "is empty: leave it out, or say something.")
        elif any(_is_no_writing(each) for each in text):
            yield Fault(Place(name), "holds characters that do not belong there, such as control characters.")


def _is_no_writing(character: str) -> bool:
    """Say whether a character steers a terminal or turns a line around, or is none at all."""
    if character in "\n\t":
        return False
    return unicodedata.category(character) in ("Cc", "Cs") or character in _TURNING


def texts_of(facts: Circumstances) -> dict[str, str | None]:
    """Return the free texts of what is known of a breach, by option.

    >>> import datetime as dt
    >>> texts_of(Circumstances(party="agent", aware=dt.datetime(2026, 11, 20), what="A laptop is gone."))
    {'what': 'A laptop is gone.', 'cause': None, 'measure': None, 'context-adjust': None, 'decide': None}
    """
    return {
        "what": facts.what,
        "cause": facts.cause,
        "measure": "\n".join(facts.measures) or None,
        "context-adjust": "\n".join(each.reason for each in facts.adjustments) or None,
        "decide": "\n".join(each.reason for each in facts.overrides) or None,
    }
