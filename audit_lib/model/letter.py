"""Letters about a rights request or a complaint, drafted for a person to complete, sign and send."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum

from .document import Block, Bullets, Grid, Paragraph, Sentence
from .noun import Id, Noun, Said
from .rights import RightKind


class LetterKind(StrEnum):
    """What a letter is for, in the order in which a request may need them."""

    ACKNOWLEDGEMENT = "acknowledgement"
    IDENTITY = "identity"
    CLARIFICATION = "clarification"
    FEE = "fee"
    EXTENSION = "extension"
    PROCESSOR_INSTRUCTION = "processor-instruction"
    ANSWER = "answer"
    REFUSAL = "refusal"
    MARKETING_STOPPED = "marketing-stopped"
    RECIPIENT_NOTICE = "recipient-notice"
    RESTRICTION_LIFTED = "restriction-lifted"
    COMPLAINT_ACKNOWLEDGEMENT = "complaint-acknowledgement"
    COMPLAINT_OUTCOME = "complaint-outcome"

    @property
    def to_organisation(self) -> bool:
        """Whether it goes to a recipient or a processor, and not to the person who asked."""
        return self in (LetterKind.PROCESSOR_INSTRUCTION, LetterKind.RECIPIENT_NOTICE)


class LetterPart(Noun):
    """What stands together in a letter, under a short heading or under none."""

    heading: Said | None = None
    blocks: tuple[Block, ...]

    def sentences(self) -> Iterator[Sentence]:
        """Yield the sentences in the order in which they are read, without the heading."""
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield from block.sentences
            elif isinstance(block, Bullets):
                yield from block.items
            elif isinstance(block, Grid):
                yield from (sentence for row in block.rows for cell in row for sentence in cell)


class Letter(Noun):
    """One letter: its head, what it says, its close, and beside it what whoever signs it should check first.

    `sender` and `recipient` are lines, one a sentence, and `references` too, several in one line; `title`
    is the subject line beneath the greeting. `checks` are no part of the letter: they go on a page of their
    own, which is not sent. A sentence with `gap` is for a person to fill in, since neither the map nor the
    dates say it. `about` is the party that a letter to an organisation goes to.
    """

    kind: LetterKind
    right: RightKind
    as_of: dt.date
    title: Said
    sender: tuple[Sentence, ...]
    recipient: tuple[Sentence, ...]
    references: tuple[Paragraph, ...] = ()
    greeting: tuple[Sentence, ...]
    parts: tuple[LetterPart, ...]
    close: tuple[Sentence, ...]
    checks: tuple[Sentence, ...] = ()
    about: Id | None = None

    def body(self) -> tuple[Sentence, ...]:
        """Return what stands between the greeting and the close."""
        return tuple(sentence for part in self.parts for sentence in part.sentences())

    def sentences(self) -> tuple[Sentence, ...]:
        """Return all that is sent, in the order in which it is read; the checks are not."""
        matter = (sentence for line in self.references for sentence in line.sentences)
        return (*self.sender, *self.recipient, *matter, *self.greeting, *self.body(), *self.close)

    @property
    def gaps(self) -> int:
        """How many gaps stand in the letter for a person to fill."""
        return sum(sentence.gap for sentence in self.sentences())
