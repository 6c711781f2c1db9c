"""A document before it becomes Markdown, HTML or Word: sections of sentences, lists and tables."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field

from .claim import Claim
from .noun import Noun, Said
from .risk import Level


class Sentence(Noun):
    """One sentence of a document, or a part of one in a cell.

    `rests` are the references of the map that it speaks of; `claims` what it claims, where the document is a
    notice and the sentence becomes a clause. With `gap`, it is what a person has to fill in: the text says
    what is not known. `level` is the level of risk that it states, for writers that colour it.
    """

    text: Said
    rests: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    gap: bool = False
    level: Level | None = None


class Paragraph(Noun):
    """Sentences that stand together."""

    kind: Literal["paragraph"] = "paragraph"
    sentences: tuple[Sentence, ...]


class Bullets(Noun):
    """A list, one sentence an item."""

    kind: Literal["bullets"] = "bullets"
    items: tuple[Sentence, ...]


class Grid(Noun):
    """A table; a cell holds sentences or parts of them, and all rows are of one length.

    `columns` are the headings, as many as a row has cells; without any, the first cell of each row says what
    the rest of it is. `shares` say how wide each column is, in parts of the whole, if it matters. `caption`
    says what the table tells; without one, it is named by the words before it or by its heading.
    """

    kind: Literal["grid"] = "grid"
    columns: tuple[Said, ...]
    rows: tuple[tuple[tuple[Sentence, ...], ...], ...]
    shares: tuple[float, ...] = ()
    caption: str = ""


Block = Paragraph | Bullets | Grid


class Section(Noun):
    """A heading and what stands beneath it; `set_apart` where it must catch the eye.

    A section of depth 2 belongs to the section of depth 1 before it.
    """

    heading: Said
    blocks: tuple[Block, ...]
    set_apart: bool = False
    depth: Annotated[int, Field(ge=1, le=2)] = 1

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


class Document(Noun):
    """A whole document. `gaps` counts what a person has to fill in, `foot` stands beneath every page.

    `stamp` are names and values that a program reads in the head of its page, such as which map it is of.
    """

    title: Said
    as_of: dt.date
    sections: tuple[Section, ...]
    foot: str = ""
    stamp: tuple[tuple[str, str], ...] = ()

    @property
    def gaps(self) -> int:
        """How many gaps stand in the document for a person to fill."""
        return sum(sentence.gap for sentence in self.sentences())

    def sentences(self) -> tuple[Sentence, ...]:
        """Return all sentences in the order in which they are read."""
        return tuple(sentence for section in self.sections for sentence in section.sentences())
