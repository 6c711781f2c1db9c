"""Flags on a line of time never lie over each other, whatever the days and the words are."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from audit_lib.views.timeline_flags import APART, WIDEST, Flag, flag, heights, room, spread

FLAGS = st.lists(
    st.builds(
        flag,
        st.floats(0, 500),
        st.sampled_from(["Thu 1 Oct 2026", "today, Sun 22 Nov 2026", "Wed 30 Sep"]),
        st.lists(st.text("abcdefgh ij", max_size=120), max_size=3),
    ),
    max_size=14,
)


@given(FLAGS)
def test_no_flag_lies_over_another(flags):
    listed = spread(flags, 0, 500)
    placed = list(zip(listed, heights(listed), strict=True))
    for (one, low), (other, high) in combinations(placed, 2):
        beside = one.at + one.wide < other.at or other.at + other.wide < one.at
        assert beside or low + one.high < high or high + other.high < low


@given(FLAGS)
def test_no_leader_runs_through_the_words_of_another_flag(flags):
    listed = spread(flags, 0, 500)
    placed = list(zip(listed, heights(listed), strict=True))
    for leader, off in placed:
        for other, low in placed:
            if other is not leader and other.at < leader.at < other.at + other.wide:
                assert low > off + leader.high


@given(FLAGS)
def test_leaders_stand_apart_in_the_order_of_time_and_on_the_line(flags):
    listed = spread(flags, 0, 500)
    assert [found.at for found in listed] == sorted(found.at for found in listed)
    assert all(after.at - before.at >= APART - 1e-6 for before, after in pairwise(listed))
    assert all(-1e-6 <= found.at <= 500 for found in listed)


@given(FLAGS)
def test_no_flag_is_wider_or_higher_than_is_said(flags):
    listed = spread(flags, 0, 500)
    whole = room(listed)
    assert all(found.wide <= WIDEST + 12 for found in listed)
    assert all(off + found.high <= whole for off, found in zip(heights(listed), listed, strict=True))


def test_a_lone_flag_stands_on_the_line():
    assert heights([Flag(10, "Thu 1 Oct", ())]) == (0.0,)
