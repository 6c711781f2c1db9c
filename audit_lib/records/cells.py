"""How a cell of a record is made: words with what they rest on, or a stated gap.

A cell can hold both: words, and a gap that they leave ("payments firm: [not stated]"). Such a cell is
readable and still counts as one that somebody must complete.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from ..model.data_map import DataMap
from ..model.noun import Answer, Gap, Stance
from ..model.record import Cell

#: How a value says that it is not sure. What is stated or recorded needs no mark.
MARKS: Final = {
    Stance.INFERRED: "inferred",
    Stance.UNCLEAR: "unclear",
    Stance.EXPECTED: "expected, not confirmed",
}

#: From the firmest to the least firm; of several statements of the same thing the firmest counts.
FIRMNESS: Final = (Stance.STATED, Stance.RECORDED, Stance.INFERRED, Stance.UNCLEAR, Stance.EXPECTED)

#: The gaps that somebody must fill.
OPEN_GAPS: Final = (Gap.NOT_STATED, Gap.UNCLEAR)


class Part(NamedTuple):
    """One line of a cell: words, the references that they rest on, and the gap that they leave, if any."""

    text: str
    references: tuple[str, ...] = ()
    gap: Gap | None = None


def bracketed(gap: Gap) -> str:
    """Return a gap in the words that a reader sees.

    >>> bracketed(Gap.NOT_STATED)
    '[not stated]'
    """
    return Cell(gap=gap).text()


def firmest(stances: Iterable[Stance]) -> Stance:
    """Return the firmest of several stances: one clear statement is enough.

    >>> firmest([Stance.EXPECTED, Stance.INFERRED]).value
    'inferred'
    """
    return min(stances, key=FIRMNESS.index)


def marked(text: str, stance: Stance) -> str:
    """Return words with their stance, unless it is known that they are so.

    >>> marked("Payments firm", Stance.EXPECTED)
    'Payments firm (expected, not confirmed)'
    >>> marked("Payments firm", Stance.STATED)
    'Payments firm'
    """
    return f"{text} ({MARKS[stance]})" if stance in MARKS else text


def cell(data_map: DataMap, parts: Sequence[Part], otherwise: Gap, about: Iterable[str] = ()) -> Cell:
    """Return the cell of some parts, one a line; without parts, the gap.

    Parameters
    ----------
    data_map
        The map that the references belong to; the clauses that its entries cite become sources too.
    parts
        What there is to say. The first open gap among them is the gap of the cell.
    otherwise
        The gap of a cell without parts.
    about
        References that a cell without parts rests on.

    Examples
    --------
    >>> m = DataMap.model_validate({
    ...     "map": {"id": "m", "title": "M", "jurisdiction": "GB", "controller": "shop"},
    ...     "parties": [{"id": "shop", "name": "Shop", "kind": "organisation", "stance": "recorded"}]})
    >>> cell(m, [Part("Shop", ("party:shop",))], Gap.NONE).sources
    ('party:shop',)
    >>> cell(m, [], Gap.NONE).text()
    '[none]'
    """
    references = [reference for part in parts for reference in part.references] if parts else list(about)
    sources, stances = _ground(data_map, references)
    if not parts:
        return Cell(gap=otherwise, sources=sources, stances=stances)
    gap = next((part.gap for part in parts if part.gap in OPEN_GAPS), None)
    text = ";\n".join(dict.fromkeys(part.text for part in parts))
    return Cell(value=text, gap=gap, sources=sources, stances=stances)


def said(data_map: DataMap, value: str | Gap, *references: str) -> Cell:
    """Return the cell of a value that an entry of the map gives as words or as a gap.

    >>> m = DataMap.model_validate({"map": {"id": "m", "title": "M", "jurisdiction": "GB", "controller": "s"},
    ...     "parties": [{"id": "s", "name": "S", "kind": "organisation", "stance": "recorded"}]})
    >>> said(m, "yes, since 2020", "party:s").text(), said(m, Gap.UNCLEAR, "party:s").text()
    ('yes, since 2020', '[unclear]')
    """
    parts = [] if isinstance(value, Gap) else [Part(value, references)]
    return cell(data_map, parts, value if isinstance(value, Gap) else Gap.NOT_STATED, references)


def answered(data_map: DataMap, answer: Answer, *references: str) -> Cell:
    """Return the cell of a question: Yes, No, or why there is no answer.

    >>> m = DataMap.model_validate({"map": {"id": "m", "title": "M", "jurisdiction": "GB", "controller": "s"},
    ...     "parties": [{"id": "s", "name": "S", "kind": "organisation", "stance": "recorded"}]})
    >>> answered(m, Answer.YES).text(), answered(m, Answer.NOT_STATED).text()
    ('Yes', '[not stated]')
    """
    if answer in (Answer.YES, Answer.NO):
        return said(data_map, answer.value.capitalize(), *references)
    return said(data_map, Gap(answer.value), *references)


def _ground(data_map: DataMap, references: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the references with the clauses that their entries cite, and the stances of these entries."""
    sources: dict[str, None] = {}
    stances: dict[str, None] = {}
    for reference in references:
        entry = data_map.by_reference.get(reference)
        sources[reference] = None
        sources.update((f"clause:{clause}", None) for clause in getattr(entry, "clauses", ()))
        stance = getattr(entry, "stance", None)
        if stance is not None:
            stances[str(stance)] = None
    return tuple(sources), tuple(stances)
