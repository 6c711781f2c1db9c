"""Each vertical has a track, and no two touch on one."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from audit_lib.views.lane_tracks import CLEARANCE, Vertical, tracks

HEIGHTS = st.integers(0, 300).map(float)
VERTICALS = st.builds(lambda a, b: Vertical((a,), (b,)), HEIGHTS, HEIGHTS)


@given(st.lists(VERTICALS, max_size=30))
def test_verticals_on_one_track_keep_their_distance(verticals):
    taken = tracks(verticals)
    for one, other in combinations(range(len(verticals)), 2):
        if taken[one] == taken[other]:
            (top, bottom), (top_, bottom_) = verticals[one].span, verticals[other].span
            assert bottom + CLEARANCE <= top_ or bottom_ + CLEARANCE <= top


def test_verticals_far_apart_share_a_track():
    assert tracks([Vertical((0,), (20,)), Vertical((100,), (120,))]) == (0, 0)


def test_of_two_orders_the_one_without_a_crossing_is_taken():
    down, down_below = Vertical((0,), (50,)), Vertical((10,), (90,))
    assert tracks([down, down_below]) == (1, 0)
    up, up_below = Vertical((50,), (0,)), Vertical((90,), (40,))
    assert tracks([up, up_below]) == (0, 1)


def test_lines_at_nearly_one_height_do_not_run_beside_each_other():
    leaves_at_ten, arrives_at_twelve = Vertical((10.0,), (-40.0,)), Vertical((60.0,), (12.0,))
    first, second = tracks([leaves_at_ten, arrives_at_twelve])
    assert first <= second


def test_nothing_needs_no_track():
    assert tracks([]) == ()


def test_a_channel_with_very_many_verticals_is_still_answered(monkeypatch):
    monkeypatch.setattr("audit_lib.views.lane_tracks.MOST_COMPARED", 2)
    verticals = [Vertical((float(n),), (float(n + 50),)) for n in range(5)]
    assert sorted(tracks(verticals)) == [0, 1, 2, 3, 4]
