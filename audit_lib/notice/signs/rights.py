"""Signs of the rights that people have over their data, and of how they use them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ...model.noun import Confidence
from ...model.transparency import Effect, Sign
from .bases import Basis
from .consent import consent
from .passages import Passage
from .patterns import shows
from .right_words import RIGHTS, offers
from .routes import routes

CONTRACTUAL: Final = frozenset({"consent", "contract"})
NO_PORTABILITY: Final = (
    "Neither consent nor a contract is among the lawful bases, so that there is no right to portability."
)
NO_OBJECTION: Final = (
    "Only legal obligations are relied on, so that there is no right to object or to have data erased."
)


def rights(found: Sequence[Passage], bases: Sequence[Basis]) -> Iterator[Sign]:
    """Yield the signs of rights, of withdrawing consent, and of how rights are used.

    >>> from audit_lib.notice.clauses import split_sentences
    >>> from audit_lib.notice.signs.passages import passages
    >>> found = passages(split_sentences("You may ask for a copy of your data. To use a right, write to us."))
    >>> [(sign.item, sign.aspect) for sign in rights(found, bases=())]
    [('A13-2b', 'access'), ('A12-2', 'contact'), ('A12-2', 'route'), ('A12-2', 'route')]
    """
    yield from _rights(found)
    yield from _due(bases)
    yield from consent(found, bases)
    yield from routes(found)


def _rights(found: Sequence[Passage]) -> Iterator[Sign]:
    for passage in found:
        for right in RIGHTS:
            if offers(passage, right, found):
                yield shows("A13-2b", right, passage)


def _due(bases: Sequence[Basis]) -> Iterator[Sign]:
    """Yield which rights are not due, as the lawful bases have it."""
    names = {basis.name for basis in bases}
    if names and not names & CONTRACTUAL:
        yield _waives("portability", NO_PORTABILITY)
    if names == {"legal"}:
        yield _waives("objection", NO_OBJECTION)
        yield _waives("erasure", NO_OBJECTION)


def _waives(aspect: str, reason: str) -> Sign:
    return Sign(item="A13-2b", aspect=aspect, effect=Effect.WAIVES, why=reason, confidence=Confidence.LIKELY)
