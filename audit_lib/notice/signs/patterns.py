"""What a sentence shows by its words, its heading and the list it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ...model.noun import Confidence
from ...model.transparency import Effect, Sign
from .passages import Passage, beside
from .phrases import Phrase


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words that make a sentence a sign.

    Parameters
    ----------
    item, aspect, effect, why, confidence
        Those of the sign.
    says
        What the sentence must say; an item of a list is read with what introduces it. Without it the heading
        decides, for the first sentence beneath it.
    under
        What the heading, or what introduces the list, must say besides.
    also
        What the sentence must say besides, anywhere.
    near
        What the sentence, or one beside it under the same heading, must say.
    unless
        What neither the sentence nor what introduces it may say.
    not_under
        What the heading must not say.
    """

    item: str
    aspect: str
    says: Phrase | None = None
    under: Phrase | None = None
    also: Phrase | None = None
    near: Phrase | None = None
    unless: Phrase | None = None
    not_under: Phrase | None = None
    effect: Effect = Effect.SHOWS
    confidence: Confidence = Confidence.LIKELY
    why: str = ""

    def fits(self, passage: Passage, found: Sequence[Passage]) -> bool:
        """Whether a passage of a notice is a sign by this pattern."""
        if not self._says(passage):
            return False
        if self.also is not None and not self.also.within(passage.joined):
            return False
        if self.unless is not None and self.unless.within(passage.joined):
            return False
        if self.not_under is not None and self.not_under.within(passage.context):
            return False
        return self.near is None or any(self.near.within(other.text) for other in beside(passage, found))

    def _says(self, passage: Passage) -> bool:
        """Whether the words are there, and under the heading that they need."""
        if self.says is None:
            return passage.opens and self.under is not None and self.under.within(passage.heading)
        joined = passage.joined
        said = self.says.within(joined, len(joined) - len(passage.text))
        return said and (self.under is None or self.under.within(passage.context))

    def sign(self, passage: Passage) -> Sign:
        """Return the sign that a passage is."""
        return Sign(
            item=self.item,
            aspect=self.aspect,
            effect=self.effect,
            at=passage.place,
            why=self.why,
            confidence=self.confidence,
        )


def signs_of(patterns: Iterable[Pattern], found: Sequence[Passage]) -> Iterator[Sign]:
    """Yield the signs that passages are, pattern by pattern, each in the order of the notice.

    >>> from audit_lib.notice.clauses import split_sentences
    >>> from audit_lib.notice.signs.passages import passages
    >>> asks = Pattern("A13-2b", "access", Phrase("copy of <3> data"))
    >>> [sign.at for sign in signs_of([asks], passages(split_sentences("Ask for a copy of your data.")))]
    ['1.1']
    """
    for pattern in patterns:
        for passage in found:
            if pattern.fits(passage, found):
                yield pattern.sign(passage)


def shows(item: str, aspect: str, passage: Passage, confidence: Confidence = Confidence.LIKELY) -> Sign:
    """Return the sign that a passage shows an aspect of an item.

    >>> from audit_lib.notice.clauses import split_sentences
    >>> from audit_lib.notice.signs.passages import passages
    >>> shows("VER", "date", passages(split_sentences("May 2024"))[0]).at
    '1.1'
    """
    return Sign(item=item, aspect=aspect, effect=Effect.SHOWS, at=passage.place, confidence=confidence)


def applies(item: str, passage: Passage, why: str, confidence: Confidence = Confidence.LIKELY) -> Sign:
    """Return the sign that a passage makes an item due.

    >>> from audit_lib.notice.clauses import split_sentences
    >>> from audit_lib.notice.signs.passages import passages
    >>> applies("PECR-6", passages(split_sentences("We set cookies."))[0], "Cookies are set.").effect.value
    'applies'
    """
    return Sign(item=item, effect=Effect.APPLIES, at=passage.place, why=why, confidence=confidence)
