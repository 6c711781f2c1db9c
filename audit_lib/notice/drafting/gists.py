"""What a sentence of a drafted notice says, in a few words, for the clause that it becomes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ...model.data_map import DataMap
from ...model.document import Sentence
from .words import listed, plain

#: What a claim of a kind tells of.
_TELLS: Final = {
    "controller-named": "who the controller is",
    "dpo-named": "who the data protection officer is",
    "representative-named": "who represents the controller",
    "scope-stated": "whom the notice is for",
    "law-cited": "which law is followed",
    "collected": "which data is collected",
    "informing-timed": "when people learn of data from others",
    "requirement-stated": "which data must be given",
    "purpose-stated": "what data is used for",
    "basis-claimed": "the lawful basis",
    "sharing-permitted": "who receives data",
    "recipient-limited": "what binds those who act for the controller",
    "retention-claimed": "how long data is kept",
    "transfer-claimed": "where data goes abroad",
    "automated-decisions-claimed": "whether machines decide",
    "profiling-claimed": "that data is combined",
    "right-offered": "which right people have",
    "route-given": "where to turn",
    "consent-claimed": "how consent is given",
    "security-promised": "how data is protected",
    "identity-checked": "when identity is checked",
    "change-promised": "how people learn of changes",
    "version-stated": "which version it is",
    "cookies-claimed": "what cookies are for",
}

#: Of what kinds of entries a gist gives the names, and how many.
_NAMED: Final = ("purpose", "activity", "party", "retention", "right", "channel", "safeguard")
_MOST: Final = 4

_GAP: Final = "A gap that a person fills in before the notice is published"


def gist(data_map: DataMap, heading: str, drafted: Sequence[Sentence]) -> str:
    """Return what a sentence tells, by its claims and the entries that it rests on.

    >>> from audit_lib.graph.example import example_map
    >>> gist(example_map(), "Cookies", [])
    'Opens or explains what stands under "Cookies".'
    """
    if drafted and all(each.gap for each in drafted):
        return f'{_GAP}, under "{plain(heading)}".'
    told = dict.fromkeys(_TELLS.get(claim.kind, claim.kind) for each in drafted for claim in each.claims)
    rests = dict.fromkeys(
        reference
        for each in drafted
        if not each.gap
        for reference in each.rests
        if reference.partition(":")[0] in _NAMED
    )
    names = [plain(data_map.name(reference), 60) for reference in list(rests)[:_MOST]]
    about = f" ({'; '.join(names)}{' and others' if len(rests) > _MOST else ''})" if names else ""
    if told:
        return f"Says {listed(told)}{about}."
    if names:
        return f'Tells of something under "{plain(heading)}"{about}.'
    return f'Opens or explains what stands under "{plain(heading)}".'


def nothing(drafted: Sequence[Sentence]) -> str:
    """Return why no entry rests on a sentence.

    >>> nothing([])
    'The head of a table, or a title'
    """
    if not drafted:
        return "The head of a table, or a title"
    if any(each.gap for each in drafted):
        return _GAP
    if any(each.claims for each in drafted):
        return "It says what the law gives, or how the notice is to be read"
    return "It leads to what follows, or holds whatever the map says"
