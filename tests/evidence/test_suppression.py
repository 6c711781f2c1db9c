"""No figure about few people can be read out of a table, or worked out from what the table shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from random import Random

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_lib.evidence.suppression import Published, feasible, is_small, shown, suppress

Table = dict[tuple[str, str], int]
Figure = tuple[str | None, str | None]

VERDICTS: Table = {
    ("after-objection", "2026-01"): 3,
    ("after-objection", "2026-02"): 41,
    ("after-objection", "2026-03"): 37,
    ("role-differs", "2026-01"): 120,
    ("role-differs", "2026-02"): 14,
    ("role-differs", "2026-03"): 260,
    ("outside-time", "2026-01"): 0,
    ("outside-time", "2026-02"): 75,
    ("outside-time", "2026-03"): 18,
}


def tables(rows: int, columns: int, most: int) -> st.SearchStrategy[Table]:
    """Tables in which zeros, small and large counts stand side by side."""
    count = st.one_of(st.just(0), st.integers(1, 5), st.integers(0, most))
    shape = st.tuples(st.integers(1, rows), st.integers(1, columns))
    return shape.flatmap(
        lambda size: st.fixed_dictionaries(
            {(f"r{row}", f"c{column}"): count for row in range(size[0]) for column in range(size[1])}
        )
    )


def attack(published: Published, cell: tuple[str, str], wanted: range, most: int) -> bool:
    """Look for a table that fits all that is shown and has one of the wanted values in a cell."""
    hidden = [one for one, value in published.cells.items() if value is None]
    hidden.sort(key=lambda one: (one != cell, one))
    for first in wanted:
        if _fits(published, {cell: first}, [one for one in hidden if one != cell], most):
            return True
    return False


def _fits(published: Published, guess: Table, rest: list[tuple[str, str]], most: int) -> bool:
    if not _possible(published, guess, rest):
        return False
    if not rest:
        return True
    return any(_fits(published, {**guess, rest[0]: value}, rest[1:], most) for value in range(1, most + 1))


def _possible(published: Published, guess: Table, rest: list[tuple[str, str]]) -> bool:
    """Compare each total that is shown with what is guessed, shown, and still to guess (1 each at least)."""
    sums = [
        *((total, [(row, c) for c in published.columns]) for row, total in published.row_totals.items()),
        *(
            (total, [(r, column) for r in published.rows])
            for column, total in published.column_totals.items()
        ),
        (published.total, list(published.cells)),
    ]
    for total, cells in sums:
        if total is None:
            continue
        known = sum(guess.get(cell, published.cells[cell] or 0) for cell in cells)
        still = sum(1 for cell in cells if cell in rest)
        if known + still > total or (not still and known != total):
            return False
    return True


def small_cells(table: Table, threshold: int) -> Iterator[tuple[str, str]]:
    return (cell for cell, count in table.items() if is_small(count, None, threshold))


@settings(max_examples=150, deadline=None)
@given(tables(2, 3, 9))
def test_a_reader_must_think_one_and_the_threshold_possible_for_every_small_count(table: Table) -> None:
    published = suppress(table, threshold=3)
    for cell in small_cells(table, 3):
        assert published.cells[cell] is None
        assert attack(published, cell, range(1, 2), most=13)
        assert attack(published, cell, range(3, 14), most=13)


@settings(max_examples=150, deadline=None)
@given(tables(6, 8, 400))
def test_exact_intervals_of_large_tables_keep_every_small_count_open(table: Table) -> None:
    published = suppress(table, threshold=10)
    for cell in small_cells(table, 10):
        least, most = feasible(table, published.hidden, cell)
        assert least == 1
        assert most is None or most >= 10


@settings(max_examples=100, deadline=None)
@given(tables(2, 3, 4), st.data())
def test_an_interval_is_what_trying_every_table_gives(table: Table, data: st.DataObject) -> None:
    there = [cell for cell, count in table.items() if count]
    hidden = data.draw(st.sets(st.sampled_from(there), max_size=4)) if there else set()
    for cell in hidden:
        assert feasible(table, hidden, cell) == _by_trying(table, sorted(hidden), cell)


def _by_trying(table: Table, hidden: list[tuple[str, str]], cell: tuple[str, str]) -> tuple[int, int]:
    """Try every way to fill the hidden cells, 1 at least, that leaves all totals as they are."""
    totals = _totals(table)
    ranges = [range(1, min(totals[row], totals[column]) + 1) for row, column in hidden]
    values = set()
    for guess in product(*ranges):
        tried = {**table, **dict(zip(hidden, guess, strict=True))}
        if _totals(tried) == totals:
            values.add(tried[cell])
    return min(values), max(values)


@settings(max_examples=200, deadline=None)
@given(tables(5, 6, 60), st.data())
def test_an_interval_is_what_the_greatest_flow_gives_where_totals_are_hidden_too(
    table: Table, data: st.DataObject
) -> None:
    there = {figure: count for figure, count in _figures(table).items() if count}
    hidden = data.draw(st.sets(st.sampled_from(sorted(there, key=str)))) if there else set()
    for figure in hidden:
        assert feasible(table, hidden, figure) == _by_flow(there, hidden, figure)


def _figures(table: Mapping[tuple[str, str], int]) -> dict[Figure, int]:
    found: dict[Figure, int] = {}
    for (row, column), count in table.items():
        for figure in ((row, column), (row, None), (None, column), (None, None)):
            found[figure] = found.get(figure, 0) + count
    return found


def _by_flow(there: Mapping[Figure, int], hidden: set[Figure], figure: Figure) -> tuple[int, int | None]:
    """Ask a library how much can flow round past a figure: cells from row to column, totals back."""
    network = nx.DiGraph()
    for other in hidden - {figure}:
        tail, head = _arc(other)
        network.add_edge(tail, head)
        network.add_edge(head, tail, capacity=there[other] - 1)
    tail, head = _arc(figure)
    network.add_nodes_from((tail, head))
    less = _greatest(network, tail, head)
    more = _greatest(network, head, tail)
    value = there[figure]
    return max(1, value - (value if less is None else less)), None if more is None else value + more


def _arc(figure: Figure) -> tuple[str, str]:
    row, column = f"row {figure[0]}", f"column {figure[1]}"
    return (column, row) if figure.count(None) == 1 else (row, column)


def _greatest(network: nx.DiGraph, source: str, sink: str) -> int | None:
    try:
        return int(nx.maximum_flow_value(network, source, sink))
    except nx.NetworkXUnbounded:
        return None


@settings(max_examples=150, deadline=None)
@given(tables(4, 5, 60), st.data())
def test_what_is_about_few_people_stays_open_or_nothing_is_shown(table: Table, data: st.DataObject) -> None:
    """Whatever else is hidden, and whether counts are small or only the people whom they are about."""
    about = data.draw(st.dictionaries(st.sampled_from(sorted(table)), st.integers(1, 20)))
    other = data.draw(st.sets(st.sampled_from(sorted(_figures(table), key=str)), max_size=4))
    hidden = suppress(table, about, 10, other).hidden
    for cell, count in table.items():
        if is_small(count, about.get(cell), 10) and {cell for cell in table if table[cell]} - hidden:
            least, most = feasible(table, hidden, cell)
            assert most is None or most - count >= 10 or (count < 10 <= most)
            assert count >= 10 or least == 1


def _totals(table: Mapping[tuple[str, str], int]) -> dict[str, int]:
    found: dict[str, int] = {}
    for (row, column), count in table.items():
        found[row] = found.get(row, 0) + count
        found[column] = found.get(column, 0) + count
    return found


@given(tables(4, 4, 60), st.integers(1, 30))
def test_what_is_shown_is_true(table: Table, threshold: int) -> None:
    published = suppress(table, threshold=threshold)
    assert all(value in (None, table[cell]) for cell, value in published.cells.items())
    assert published.total in (None, sum(table.values()))


@given(tables(4, 4, 60))
def test_zeros_are_shown(table: Table) -> None:
    published = suppress(table)
    assert all(published.cells[cell] == 0 for cell, count in table.items() if not count)


@given(tables(4, 4, 60))
def test_nothing_is_hidden_where_nothing_is_small(table: Table) -> None:
    large = {cell: count + 10 for cell, count in table.items()}
    assert not suppress(large).hidden


def test_a_small_cell_hides_a_rectangle_of_the_smallest_others_and_no_total() -> None:
    published = suppress(VERDICTS)
    assert {cell for cell, value in published.cells.items() if value is None} == {
        ("after-objection", "2026-01"),
        ("after-objection", "2026-02"),
        ("role-differs", "2026-01"),
        ("role-differs", "2026-02"),
    }
    assert None not in (*published.row_totals.values(), *published.column_totals.values(), published.total)


def test_a_count_about_few_people_is_hidden_however_large_it_is() -> None:
    published = suppress(VERDICTS, {("role-differs", "2026-03"): 2})
    assert published.cells["role-differs", "2026-03"] is None


def test_a_large_count_about_few_people_keeps_an_interval_as_long_as_the_threshold() -> None:
    published = suppress(VERDICTS, {("role-differs", "2026-03"): 2})
    least, most = feasible(VERDICTS, published.hidden, ("role-differs", "2026-03"))
    assert most is None or most - least >= 10


def test_a_total_about_few_people_is_hidden() -> None:
    published = suppress(VERDICTS, {("after-objection", None): 4})
    assert published.row_totals["after-objection"] is None


def test_the_total_of_cells_about_few_people_is_hidden_unless_it_is_known_to_be_about_more() -> None:
    people = {cell: 4 for cell in VERDICTS if cell[0] == "role-differs"}
    assert suppress(VERDICTS, people).row_totals["role-differs"] is None
    more = {**people, ("role-differs", None): 12, (None, None): 90}
    more |= {(None, month): 30 for month in ("2026-01", "2026-02", "2026-03")}
    assert suppress(VERDICTS, more).row_totals["role-differs"] == 394


def test_a_single_small_cell_hides_its_totals_too() -> None:
    published = suppress({("unresolved", "2026-01"): 4})
    assert published.row_totals["unresolved"] is None
    assert published.column_totals["2026-01"] is None
    assert published.total is None


def test_totals_are_hidden_where_cells_alone_do_not_do() -> None:
    table = {("a", "x"): 4, ("a", "y"): 0, ("b", "x"): 0, ("b", "y"): 50}
    published = suppress(table)
    assert published.row_totals["a"] is None
    assert published.total is None or published.cells["b", "y"] is None


def test_what_another_table_hides_is_hidden_here_and_cannot_be_worked_out() -> None:
    published = suppress(VERDICTS, hidden=[("outside-time", None)])
    assert published.row_totals["outside-time"] is None


@given(tables(4, 4, 30), st.randoms(use_true_random=False))
def test_the_order_of_a_table_does_not_change_what_is_hidden(table: Table, random: Random) -> None:
    cells = list(table.items())
    random.shuffle(cells)
    assert suppress(dict(cells)).hidden == suppress(table).hidden


def test_a_count_below_zero_is_refused() -> None:
    with pytest.raises(ValueError, match="below zero"):
        suppress({("a", "x"): -1})


def test_an_empty_table_has_nothing_to_show() -> None:
    assert suppress({}).total == 0


@pytest.mark.parametrize(
    ("count", "people", "said"),
    [
        (9, None, "fewer than 10"),
        (10, None, "10"),
        (12, 9, "about fewer than 10 people"),
        (12, 0, "12"),
        (0, 0, "0"),
    ],
)
def test_a_single_figure_is_told_by_the_people_that_it_is_about(
    count: int, people: int | None, said: str
) -> None:
    assert shown(count, people) == said
