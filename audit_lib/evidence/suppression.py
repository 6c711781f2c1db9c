"""Tables of counts in which no figure about few people can be read, or worked out from the others.

Cells about fewer people than a threshold are hidden (*primary suppression*), and with them as many others as
it takes so that totals and differences do not give them away (*secondary*, also called *complementary*,
*suppression*). See Hundepool et al., Statistical Disclosure Control (Wiley, 2012), chapter 4, for the terms
and the measure of safety, and the Government Statistical Service's guidance on disclosure control for tables.

A reader is taken to know every figure that is shown, every sum, that no count is below zero, and that what
is hidden is not zero (zeros are shown). What such a reader can still work out of a hidden figure is an
interval, which `feasible` gives exactly: a table with its totals is a network, in which a hidden figure can
be raised or lowered by as much as can flow back to it through the others that are hidden.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from .suppression_network import Entry, Network

#: From how many people on a figure is shown, if nothing else is asked for.
THRESHOLD: Final = 10


class Published(NamedTuple):
    """A table as it may be shown: None stands for a figure that is hidden.

    `rows` and `columns` are in the order of the table. Cells that the table does not have are 0.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: Mapping[tuple[str, str], int | None]
    row_totals: Mapping[str, int | None]
    column_totals: Mapping[str, int | None]
    total: int | None
    threshold: int

    @property
    def hidden(self) -> frozenset[Entry]:
        """What is hidden: cells as (row, column), totals with None in the place of what they sum over."""
        inner: dict[Entry, int | None] = {(None, None): self.total}
        inner |= {(row, column): value for (row, column), value in self.cells.items()}
        inner |= {(row, None): value for row, value in self.row_totals.items()}
        inner |= {(None, column): value for column, value in self.column_totals.items()}
        return frozenset(entry for entry, value in inner.items() if value is None)


def suppress(
    table: Mapping[tuple[str, str], int],
    people: Mapping[Entry, int] = MappingProxyType({}),
    threshold: int = THRESHOLD,
    hidden: Iterable[Entry] = (),
) -> Published:
    """Return a table of counts with its totals, without what would tell of fewer people than a threshold.

    Every figure about 1 to `threshold` - 1 people is hidden. Of the other figures, those with the smallest
    counts are hidden with it until a reader must think possible, for each of the small counts, that it is 1
    as well as that it is the threshold or more; totals only where that cannot be had otherwise. A count of
    the threshold or more that is about few people is left an interval as long as the threshold at least.

    Parameters
    ----------
    table
        Counts, zero or more, by row and column. Where two tables share totals, hide in each what the other
        hides.
    people
        How many different people each count is about, by (row, column); totals have None in the place of
        what they sum over. Where it is missing or 0, the people are unknown and the count itself decides; for
        a total, if they are known for some of its cells, the most that one of these is about.
    threshold
        From how many people on a figure may be shown; 1 hides nothing.
    hidden
        Figures to hide in any case.

    >>> shown = suppress({("objection", "May"): 3, ("objection", "June"): 40, ("country", "May"): 60,
    ...                   ("country", "June"): 25, ("role", "May"): 90, ("role", "June"): 80})
    >>> shown.cells["objection", "May"], shown.cells["country", "June"], shown.cells["role", "May"]
    (None, None, 90)
    >>> shown.row_totals["objection"], shown.total
    (43, 298)
    """
    rows = tuple(dict.fromkeys(row for row, _ in table))
    columns = tuple(dict.fromkeys(column for _, column in table))
    network = Network(_entries(table, rows, columns))
    primary = _primary(network, people, threshold)
    network.hide(primary)
    network.hide(entry for entry in hidden if network.value.get(entry))
    in_order = sorted(primary, key=lambda one: (network.value[one], _order(one)))
    # What had room once has it still: to hide more never takes room away.
    unsure = [entry for entry in in_order if not _protect(network, entry, threshold)]
    if any(not _is_safe(network, entry, threshold) for entry in unsure):
        network.hide(entry for entry, value in network.value.items() if value)
    return _published(network, rows, columns, threshold)


def feasible(
    table: Mapping[tuple[str, str], int], hidden: Iterable[Entry], entry: Entry
) -> tuple[int, int | None]:
    """Return the least and the greatest value (None: no bound) that a hidden figure can have for a reader.

    >>> table = {("a", "x"): 3, ("a", "y"): 20, ("b", "x"): 30, ("b", "y"): 5}
    >>> feasible(table, table, ("a", "x"))
    (1, 22)
    >>> feasible(table, [("a", "x"), ("a", "y")], ("a", "x"))
    (3, 3)
    """
    rows = tuple(dict.fromkeys(row for row, _ in table))
    columns = tuple(dict.fromkeys(column for _, column in table))
    network = Network(_entries(table, rows, columns))
    network.hide(one for one in hidden if network.value[one])
    value = network.value[entry]
    if entry not in network.hidden:
        return value, value
    more = network.room(entry, up=True, need=None)
    return value - (network.room(entry, up=False, need=value) or 0), None if more is None else value + more


def shown(count: int, people: int | None = None, threshold: int = THRESHOLD) -> str:
    """Return a single figure as it may be told, by the people it is about, if known.

    >>> shown(1_204, 311), shown(7), shown(500, 3), shown(0)
    ('1,204', 'fewer than 10', 'about fewer than 10 people', '0')
    """
    if not is_small(count, people, threshold):
        return f"{count:,}"
    return f"fewer than {threshold}" if count < threshold else f"about fewer than {threshold} people"


def is_small(count: int, people: int | None, threshold: int = THRESHOLD) -> bool:
    """Say whether a figure is about so few people that it is hidden: 1 or more, and below the threshold.

    >>> is_small(9, None), is_small(10, None), is_small(500, 3), is_small(0, None)
    (True, False, True, False)
    """
    return count > 0 and min(count, people or count) < threshold


def _entries(
    table: Mapping[tuple[str, str], int], rows: tuple[str, ...], columns: tuple[str, ...]
) -> dict[Entry, int]:
    """Return all cells of a table and its totals, by name, so that the order of the table decides nothing."""
    rows, columns = tuple(sorted(rows)), tuple(sorted(columns))
    if any(count < 0 for count in table.values()):
        raise ValueError("a count is below zero")
    entries: dict[Entry, int] = {
        (row, column): table.get((row, column), 0) for row in rows for column in columns
    }
    entries |= {(row, None): sum(entries[row, column] for column in columns) for row in rows}
    entries |= {(None, column): sum(entries[row, column] for row in rows) for column in columns}
    return {**entries, (None, None): sum(table.values())}


def _primary(network: Network, people: Mapping[Entry, int], threshold: int) -> list[Entry]:
    """Return what is about few people; a total of which that is unknown counts as its largest cell."""
    least: dict[Entry, int] = {}
    for entry, number in people.items():
        value = network.value.get(entry, 0)
        if number and value and None not in entry:
            for total in ((entry[0], None), (None, entry[1]), (None, None)):
                least[total] = max(least.get(total, 0), min(number, value))
    about = {**least, **{entry: number for entry, number in people.items() if number}}
    return [entry for entry, value in network.value.items() if is_small(value, about.get(entry), threshold)]


def _needs(network: Network, entry: Entry, threshold: int) -> tuple[int, int]:
    """Return by how much a reader must be able to think a hidden figure greater, and less."""
    value = network.value[entry]
    if value >= threshold:
        return threshold, 0
    return threshold - value, value - network.least(entry)


def _is_safe(network: Network, entry: Entry, threshold: int) -> bool:
    up, down = _needs(network, entry, threshold)
    return network.has_room(entry, up=True, need=up) and network.has_room(entry, up=False, need=down)


def _protect(network: Network, entry: Entry, threshold: int) -> bool:
    """Hide what it takes to keep a figure from being worked out: cells if they will do, else totals too.

    Says whether nothing had to be hidden for it.
    """
    up, down = _needs(network, entry, threshold)
    had_room = True
    for raised, need in ((True, up), (False, down)):
        if not network.has_room(entry, up=raised, need=need):
            had_room = False
            found = network.cover(entry, up=raised, need=need, totals=False)
            if found is None:
                found = network.cover(entry, up=raised, need=need, totals=True)
            network.hide(found or ())
    return had_room


def _order(entry: Entry) -> tuple[str, str]:
    return entry[0] or "", entry[1] or ""


def _published(
    network: Network, rows: tuple[str, ...], columns: tuple[str, ...], threshold: int
) -> Published:
    def told(entry: Entry) -> int | None:
        return None if entry in network.hidden else network.value[entry]

    return Published(
        rows,
        columns,
        {(row, column): told((row, column)) for row in rows for column in columns},
        {row: told((row, None)) for row in rows},
        {column: told((None, column)) for column in columns},
        told((None, None)),
        threshold,
    )
