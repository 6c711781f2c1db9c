"""What a sentence says, in our own words: made from what was recognised, never from the sentence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ..concepts.concept import Family
from ..concepts.concepts import concept
from ..concepts.periods import periods_in
from .cues import Act
from .reading import Read

UNREAD: Final = "Not read: a person has to say what this sentence says."

#: Which acts a gist names, and which only serve to read the sentence.
TOLD: Final = tuple(act for act in Act if act not in {Act.NOT, Act.DEMAND, Act.LAW, Act.REFUSE, Act.DENY})

#: How many names of each kind a gist gives.
NAMES: Final = 5

FAMILIES: Final = (
    (Family.DATA, "data"),
    (Family.PURPOSE, "for"),
    (Family.PARTY, "others"),
    (Family.MEASURE, "measures"),
    (Family.BASIS, "basis"),
    (Family.RIGHT, "rights"),
)


def gist_of(read: Read) -> str:
    """Return what a sentence speaks of, as far as it was recognised.

    >>> from .reading import read_sentences
    >>> gist_of(read_sentences("We share your card details with a courier.")[0][0])
    'Speaks of sharing; data: payment card; others: delivery companies.'
    """
    acts = [act.value for act in TOLD if act in read.own] or [act.value for act in TOLD if act in read.acts]
    parts = []
    if acts:
        parts.append(f"Speaks of {_listed(acts)}" + _denied(read))
    for family, label in FAMILIES:
        names = [_lower(concept(family, name).name) for name in read.ids(family)]
        if names:
            parts.append(f"{label}: {_listed(names)}")
    periods = [period.duration for period in periods_in(read.text)]
    if periods:
        parts.append(f"periods: {_listed(dict.fromkeys(periods))}")
    if not parts:
        return UNREAD
    found = "; ".join(parts) + "."
    return found[0].upper() + found[1:]


def _denied(read: Read) -> str:
    return ", and denies it" if read.own & {Act.DENY, Act.REFUSE} else ""


def _listed(names: Iterable[str]) -> str:
    listed = list(names)
    more = f" and {len(listed) - NAMES} more" if len(listed) > NAMES else ""
    return ", ".join(listed[:NAMES]) + more


def _lower(name: str) -> str:
    return name if name[:2].isupper() else name[:1].lower() + name[1:]
