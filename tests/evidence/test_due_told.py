"""What is told of deletions that were due gives no figure about few people away."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from audit_lib.evidence.due_told import DueTold, due_told
from audit_lib.model.reconciliation import DueDeletion, LateDeletion

DAY = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
#: A threshold so low that a reader can try out everything that may be.
LEAST = 3
MOST = 12


def row(in_time: int, late: int, unlogged: int, rule: str = "keep", data: str = "name") -> DueDeletion:
    due = in_time + late + unlogged
    longest = 40 if late else None
    return DueDeletion(
        rule=rule, sender="host", data=data, due=due, in_time=in_time, late=late, longest=longest
    )


def finding(one: DueDeletion) -> LateDeletion:
    people = {"deletions": one.late, "people": one.late}
    return LateDeletion(sender=str(one.sender), data=str(one.data), first=DAY, last=DAY, **people)


def told(*rows: DueDeletion, threshold: int = 10) -> list[tuple[int | None, ...]]:
    known = due_told(rows, [finding(one) for one in rows if one.late], threshold)
    return [(one.due, one.in_time, one.late, one.unlogged) for one in known]


def test_rows_about_enough_people_are_told_whole() -> None:
    assert told(row(200, 30, 40)) == [(270, 200, 30, 40)]


def test_a_small_figure_is_hidden_with_another_that_it_could_be_worked_out_with() -> None:
    assert told(row(200, 3, 40)) == [(243, 200, None, None)]


def test_what_a_finding_tells_is_told_and_protects_nothing() -> None:
    assert told(row(3, 40, 5000)) == [(5043, None, 40, None)]


def test_where_nothing_else_protects_a_small_figure_what_was_due_is_hidden_for_the_whole_rule() -> None:
    rows = (row(3, 40, 0), row(20, 0, 23, data="email"))
    assert told(*rows) == [(None, None, 40, None), (None, None, 0, None)]


def test_rules_whose_people_differ_by_few_do_not_both_tell_how_many() -> None:
    rows = (row(0, 0, 243), row(0, 0, 240, rule="longer"), row(0, 0, 200, rule="longest"))
    assert [one[0] for one in told(*rows)] == [243, None, 200]


def test_the_longest_delay_is_told_with_what_was_late_alone() -> None:
    rows = [row(200, 30, 40), row(200, 3, 40, data="email"), row(230, 0, 40, data="work")]
    known = due_told(rows, [finding(one) for one in rows if one.late])
    assert [one.longest for one in known] == [40, None, None]


COUNTS = st.tuples(*(st.integers(0, 5) for _ in range(3)))


@settings(max_examples=80, deadline=None)
@given(st.lists(COUNTS, min_size=1, max_size=2))
def test_nobody_can_work_a_small_figure_out(given_rows: Sequence[tuple[int, int, int]]) -> None:
    """All rows of a rule are about the same people: the second is filled up to as many as the first."""
    due = max(map(sum, given_rows))
    full = [(in_time, late, due - in_time - late) for in_time, late, _ in given_rows]
    rows = [row(*counts, data=f"data-{at}") for at, counts in enumerate(full)]
    known = due_told(rows, [finding(one) for one in rows if one.late], LEAST)
    possible = [worlds(one) for one in known]
    of_all = set.intersection(*({sum(world) for world in found} for found in possible))
    for counts, found in zip(full, possible, strict=True):
        for place, value in enumerate(counts):
            if 0 < value < LEAST:
                assert max(world[place] for world in found if sum(world) in of_all) >= LEAST
    if 0 < due < LEAST:
        assert max(of_all) >= LEAST


def worlds(one: DueTold) -> list[tuple[int, ...]]:
    """Return all that a row may be for a reader who has the finding: what is late is none, few or told."""
    shown = (one.in_time, one.late, one.unlogged)
    return [
        world
        for world in product(range(MOST), repeat=3)
        if all(said is None or said == value for said, value in zip(shown, world, strict=True))
        and (one.due is None or sum(world) == one.due)
        and (one.late is not None or world[1] > 0)
    ]
