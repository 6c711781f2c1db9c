"""How an assessment speaks: what the map says, and what somebody has to fill in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from ...model.document import Block, Grid, Section, Sentence
from ...model.noun import Gap
from ...model.record import Cell
from ...notice.drafting.words import LONGEST_REMARK, plain, say

#: Who has to fill in a gap. An organisation without an officer has somebody who leads on data protection.
OWNER: Final = "the owner of the activity"
OFFICER: Final = "the data protection officer"
LEAD: Final = "whoever leads on data protection"
APPROVER: Final = "whoever answers for the activity"

#: More rows of one table than this, and nobody signs it; the rest is counted.
MOST_ROWS: Final = 40

Cells = Sequence[Sentence]


def fill(who: str, what: str, rests: Iterable[str] = ()) -> Sentence:
    """Return a gap: what is to be filled in, and by whom.

    >>> fill(OWNER, "why nothing less would do").text
    '[To be filled in by the owner of the activity: why nothing less would do.]'
    """
    return Sentence(text=f"[To be filled in by {who}: {what.rstrip('.')}.]", rests=tuple(rests), gap=True)


def line(text: str, *rests: str) -> Sentence:
    """Return a sentence or a remark of the map, made fit to print.

    >>> line("Kept by the office").text
    'Kept by the office'
    """
    return say(plain(text, LONGEST_REMARK * 4), rests)


def given(value: object, who: str, what: str, *rests: str) -> list[Sentence]:
    """Return what the map says, or the gap; what it says there is none of, or does not apply, is no gap.

    >>> [each.text for each in given(Gap.NONE, OWNER, "the views of people")]
    ['None, as the map records.']
    """
    if value is Gap.NONE:
        return [say("None, as the map records.", rests)]
    if value is Gap.NOT_APPLICABLE:
        return [say("Not applicable, as the map records.", rests)]
    if isinstance(value, Gap):
        note = " (the map calls it unclear)" if value is Gap.UNCLEAR else ""
        return [fill(who, f"{what}{note}", rests)]
    return [line(str(value), *rests)]


def told(cell: Cell, who: str, what: str) -> list[Sentence]:
    """Return a cell of the record as sentences, one a line, and the gap that it leaves, if any.

    >>> [each.gap for each in told(Cell(value="Rent", gap=Gap.NOT_STATED), OWNER, "the period")]
    [False, True]
    """
    if cell.value is None and cell.gap is Gap.NOT_APPLICABLE:
        return [say("Not applicable, by what the map shows.", cell.sources)]
    if cell.value is None:
        return given(cell.gap or Gap.NOT_STATED, who, what, *cell.sources)
    lines = [line(part.rstrip(";"), *cell.sources) for part in cell.value.split("\n") if part.strip()]
    return [*lines, *([fill(who, what, cell.sources)] if cell.gap in (Gap.NOT_STATED, Gap.UNCLEAR) else [])]


def table(
    columns: Sequence[str],
    rows: Iterable[Sequence[Cells]],
    shares: Sequence[float] = (),
    caption: str = "",
) -> Grid | None:
    """Return a table; an empty cell shows a dash; beyond forty rows the rest is counted. None without rows.

    The caption says what the table tells; a table beneath a sentence that leads to it needs none.

    >>> table(("Who",), [[[]]]).rows[0][0][0].text
    '–'
    """
    listed = [tuple(tuple(cell) or (say("–"),) for cell in row) for row in rows]
    if not listed:
        return None
    shown = listed[:MOST_ROWS]
    if len(listed) > MOST_ROWS:
        rest = (say(f"and {len(listed) - MOST_ROWS} more, which the map holds"),)
        shown.append((rest, *((say("–"),) for _ in listed[0][1:])))
    return Grid(columns=tuple(columns), rows=tuple(shown), shares=tuple(shares), caption=caption)


def part(heading: str, *blocks: Block | None) -> Section:
    """Return a part of the section before it, made of the blocks that there are.

    >>> part("Scope", None).depth
    2
    """
    return Section(heading=heading, blocks=tuple(block for block in blocks if block is not None), depth=2)
