"""What each table of a document tells, in a line: for the eye on a page, and for whoever hears it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from ..model.document import Block, Grid, Paragraph

#: A longer sentence before a table is no caption of it.
LONGEST: Final = 130


class Captioned(NamedTuple):
    """A block, and for a table its caption; `shown` where nothing else on the page says the same."""

    block: Block
    caption: str = ""
    shown: bool = False


def captioned(heading: str, blocks: Sequence[Block]) -> Iterator[Captioned]:
    """Yield the blocks beneath a heading, each table with its caption.

    The caption is the table's own, else the one short sentence right before it, which then is that caption
    and no block of its own, else made of the heading and the columns.

    >>> from audit_lib.model.document import Sentence
    >>> grid = Grid(columns=("Who", "What"), rows=(((Sentence(text="Kite"),), (Sentence(text="Name"),)),))
    >>> lead = Paragraph(sentences=(Sentence(text="The 1 flow of it"),))
    >>> [(one.caption, one.shown) for one in captioned("Flows", [lead, grid])]
    [('The 1 flow of it', True)]
    >>> next(captioned("Flows", [grid])).caption
    'Flows: who, what'
    """
    before = ""
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        if isinstance(block, Grid):
            own = block.caption or before
            yield Captioned(block, own or made_of(heading, block), shown=bool(own))
            before = ""
            continue
        before = leads(block) if isinstance(following, Grid) and not following.caption else ""
        if not before:
            yield Captioned(block)


def leads(block: Block) -> str:
    """Return the words that lead to a table, if a block is one short sentence without a gap; else nothing.

    >>> leads(Paragraph(sentences=()))
    ''
    """
    if not isinstance(block, Paragraph) or len(block.sentences) != 1:
        return ""
    (said,) = block.sentences
    return "" if said.gap or said.level or len(said.text) > LONGEST else " ".join(said.text.split())


def made_of(heading: str, table: Grid) -> str:
    """Return a caption from a heading and the names of the columns, or how many points a form has.

    >>> made_of("Signed off", Grid(columns=(), rows=()))
    'Signed off: 0 points'
    """
    if table.columns:
        return f"{heading}: {', '.join(column[:1].lower() + column[1:] for column in table.columns)}"
    return f"{heading}: {len(table.rows)} point{'' if len(table.rows) == 1 else 's'}"
