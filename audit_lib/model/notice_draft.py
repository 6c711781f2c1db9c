"""A notice that a map implies, before it becomes Markdown, HTML or a document."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from .claim import Claim
from .noun import Id, Noun, Text


class Sentence(Noun):
    """One sentence of a drafted notice.

    `rests` are the references of the map that it speaks of, `claims` what it claims, both for the clause that
    the sentence becomes. With `gap`, it is what a person has to fill in: the text says what is not known.
    """

    text: Text
    rests: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    gap: bool = False


class Paragraph(Noun):
    """Sentences that stand together."""

    kind: Literal["paragraph"] = "paragraph"
    sentences: tuple[Sentence, ...]


class Bullets(Noun):
    """A list, one sentence an item."""

    kind: Literal["bullets"] = "bullets"
    items: tuple[Sentence, ...]


class Grid(Noun):
    """A table; a cell holds sentences or parts of them, and every row has as many as there are columns."""

    kind: Literal["grid"] = "grid"
    columns: tuple[Text, ...]
    rows: tuple[tuple[tuple[Sentence, ...], ...], ...]


Block = Paragraph | Bullets | Grid


class Section(Noun):
    """A heading and what stands beneath it; `set_apart` where it must catch the eye (Art. 21(4))."""

    heading: Text
    blocks: tuple[Block, ...]
    set_apart: bool = False

    def sentences(self) -> tuple[Sentence, ...]:
        """Return the sentences beneath the heading in the order in which they are read."""
        found: list[Sentence] = []
        for block in self.blocks:
            if isinstance(block, Paragraph):
                found.extend(block.sentences)
            elif isinstance(block, Bullets):
                found.extend(block.items)
            else:
                found.extend(sentence for row in block.rows for cell in row for sentence in cell)
        return tuple(found)


class NoticeDraft(Noun):
    """A whole drafted notice. `gaps` counts what a person has to fill in."""

    map_id: Id
    title: Text
    version: Text
    as_of: dt.date
    sections: tuple[Section, ...]

    @property
    def gaps(self) -> int:
        """How many gaps stand in the draft for a person to fill."""
        return sum(sentence.gap for sentence in self.sentences())

    def sentences(self) -> tuple[Sentence, ...]:
        """Return all sentences in the order in which they are read."""
        return tuple(sentence for section in self.sections for sentence in section.sentences())
