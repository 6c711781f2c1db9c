"""Which figures of findings are withheld, so that none about few people is told or can be worked out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ..model.data_map import DataMap
from ..model.reconciliation import Group, Unresolved
from ..model.words import discreet
from .suppression import THRESHOLD, is_small, suppress
from .suppression_network import Entry


def withheld(data_map: DataMap, totals: Sequence[Group], threshold: int = THRESHOLD) -> frozenset[int]:
    """Return the places, among groups, of those whose number of observations is not told.

    The groups are the inside of a table of verdicts by recipients, which is protected first: where a cell of
    it is hidden, all of its groups are; where it is shown, so many of them that none about few people can be
    worked out from the others and the sum. The order of the groups decides nothing, and those of verdicts
    that are no contradiction are passed over.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.model.reconciliation import Meaning
    >>> from audit_lib.model.verdict import Verdict
    >>> day = dt.datetime(2026, 3, 3, tzinfo=dt.UTC)
    >>> def group(recipient, data, observations):
    ...     meaning = Meaning(source="", recipient=recipient, data=data)
    ...     return Group(verdict=Verdict.AFTER_RETENTION, meaning=meaning, observations=observations,
    ...                  people=observations, first=day, last=day)
    >>> groups = [group("court", "name", 4), group("court", "arrears", 80), group("insurer", "name", 300)]
    >>> sorted(withheld(example_map(), groups))
    [0, 1]
    """
    cells: dict[tuple[str, str], list[int]] = {}
    for place, group in enumerate(totals):
        if group.verdict.is_violation:
            cells.setdefault((group.verdict.value, _recipient(data_map, group)), []).append(place)
    table = {cell: sum(totals[place].observations for place in inside) for cell, inside in cells.items()}
    people: dict[Entry, int] = {
        cell: max(totals[place].people for place in inside) for cell, inside in cells.items()
    }
    hidden: set[Entry] = set()
    while True:
        shown = suppress(table, people, threshold, hidden)
        found: set[int] = set()
        more: set[Entry] = set()
        for cell, inside in cells.items():
            inner = None if shown.cells[cell] is None else _within(totals, inside, threshold)
            if inner is None:
                found.update(inside)
                more |= set() if shown.cells[cell] is None else {cell}
            else:
                found |= inner
        if not more:
            return frozenset(found)
        hidden |= more


#: Stands for a word of a log that stands on few rows: it may be a name, in whatever form.
WORD_WITHHELD: Final = "(withheld: on few rows)"


def word_told(one: Unresolved, threshold: int) -> str:
    """Return a word that stands for nothing as it may be shown: not at all, if it stands on few rows.

    >>> one = Unresolved(source="log", column="recipient", word="Jo Bloggs", observations=1)
    >>> word_told(one, 10), word_told(one.model_copy(update={"observations": 40}), 10)
    ('(withheld: on few rows)', 'Jo Bloggs')
    >>> word_told(one.model_copy(update={"word": "", "more": 37}), 10)
    '(37 more words)'
    """
    if one.more:
        return f"({one.more:,} more {'word' if one.more == 1 else 'words'})"
    return discreet(one.word) if one.observations >= threshold or not one.word else WORD_WITHHELD


def rows_told(words: Sequence[Unresolved], threshold: int = THRESHOLD) -> tuple[int | None, ...]:
    """Return how many rows have each unresolved word; None where that is withheld.

    Nobody knows how many people such rows are about, so that the rows themselves are counted against the
    threshold. Whoever knows the number of unresolved observations knows the sum of what is withheld: where
    that gives a small number away, the smallest of the others is withheld too.

    >>> def word(text, rows):
    ...     return Unresolved(source="log", column="recipient", word=text, observations=rows)
    >>> rows_told([word("Acme", 40), word("Acme Ldt", 3), word("Acme UK", 90)])
    (None, None, 90)
    """
    few = {at for at, word in enumerate(words) if is_small(word.observations, None, threshold)}
    spare = sum(words[at].observations - 1 for at in few)
    others = [at for at in range(len(words)) if at not in few and words[at].observations]
    if few and others and (len(few) == 1 or spare + 1 < threshold):
        # One of the others is enough: it can then be so small that a small one reaches the threshold.
        few.add(min(others, key=lambda at: words[at].observations))
    return tuple(None if at in few else word.observations for at, word in enumerate(words))


def _within(totals: Sequence[Group], inside: Sequence[int], threshold: int) -> set[int] | None:
    """Return the groups of a cell to hide while their sum is shown; None if that cannot be had."""
    if not any(is_small(totals[place].observations, totals[place].people, threshold) for place in inside):
        return set()
    column = {place: f"{totals[place].meaning.model_dump_json()} {totals[place].flow}" for place in inside}
    row = {("", column[place]): totals[place].observations for place in inside}
    people: dict[Entry, int] = {("", column[place]): totals[place].people for place in inside}
    shown = suppress(row, people, threshold)
    if shown.row_totals[""] is None or shown.total is None:
        return None
    return {place for place in inside if shown.cells["", column[place]] is None}


def _recipient(data_map: DataMap, group: Group) -> str:
    """Return who got the data: as recorded, or as the flow says that comes nearest."""
    flow = data_map.flow.get(group.flow or "")
    return group.meaning.recipient or (flow.recipient if flow else "")
