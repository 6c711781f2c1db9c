"""Countries and safeguards of transfers that a sentence names (UK GDPR Chapter V)."""

from __future__ import annotations

from functools import cache
from typing import Final

from ..concepts.tree import PhraseTree
from ..naming.countries import countries_in
from .reading import Read

#: The country from which data goes, and the Union, which is no country.
NOT_ABROAD: Final = frozenset({"GB", "EU"})

MECHANISMS: Final = {
    "Adequacy regulations (UK GDPR Art. 45A)": """
        adequacy decision|regulation|regulations|finding|status; adequate level|protection; deemed adequate
        data bridge; privacy shield
    """,
    "International Data Transfer Agreement or Addendum (UK GDPR Art. 46)": """
        international data transfer agreement|addendum; idta; standard contractual clause; model clause
        standard data protection clause; model contract
    """,
    "Binding corporate rules (UK GDPR Art. 47)": "binding corporate rule",
    "A derogation (UK GDPR Art. 49)": "explicit consent to transfer; consented to transfer",
}


def countries_abroad(read: Read) -> tuple[str, ...]:
    """Return the countries abroad that a sentence names, by their codes.

    >>> from .reading import read_sentences
    >>> countries_abroad(read_sentences("Its help desk is in India, outside the UK and the EU.")[0][0])
    ('IN',)
    """
    return tuple(code for code in countries_in(read.text) if code not in NOT_ABROAD)


def mechanism_in(read: Read) -> str | None:
    """Return what a sentence says that protects data abroad, as the law calls it.

    >>> from .reading import read_sentences
    >>> mechanism_in(read_sentences("We rely on binding corporate rules.")[0][0])
    'Binding corporate rules (UK GDPR Art. 47)'
    """
    return next((found.key for found in _mechanisms().find(read.stems)), None)


@cache
def _mechanisms() -> PhraseTree:
    return PhraseTree(
        (name, phrase.strip())
        for name, phrases in MECHANISMS.items()
        for phrase in phrases.replace("\n", ";").split(";")
        if phrase.strip()
    )
