"""Heights: straight where that is possible, apart where it is not."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_lib.views.lane_order import cut, order
from audit_lib.views.lane_ports import _pool, heights
from audit_lib.views.lane_shapes import DISTANCES, Box, Bundle

PLACES = st.lists(st.tuples(st.floats(-500, 500), st.floats(0.1, 10)), min_size=1, max_size=20)


def _heights(boxes, bundles):
    net = cut(boxes, bundles)
    return heights(net, order(net), boxes, bundles, DISTANCES)


def test_a_box_grows_with_its_ports():
    boxes = [Box("a", 0, height=30), *(Box(f"b{n}", 1) for n in range(9))]
    top, bottom = _heights(boxes, [Bundle("a", f"b{n}") for n in range(9)]).items[0]
    assert bottom - top >= 9 * DISTANCES.port


def test_a_flagged_line_has_more_room_for_its_number():
    boxes = [Box("a", 0, height=10), Box("b", 1, height=10)]
    plain = _heights(boxes, [Bundle("a", "b")] * 6).items[0]
    flagged = _heights(boxes, [Bundle("a", "b", flagged=True)] * 6).items[0]
    assert flagged[1] - flagged[0] > plain[1] - plain[0]


def test_the_uppermost_item_starts_at_the_top():
    found = _heights([Box("a", 0), Box("b", 1), Box("c", 1)], [Bundle("a", "b"), Bundle("a", "c")])
    assert min(top for top, _ in found.items.values()) == pytest.approx(0)


def test_parallel_lines_between_two_boxes_all_run_straight():
    found = _heights([Box("a", 0), Box("b", 1)], [Bundle("a", "b")] * 3)
    assert all(found.ends[n, 0] == found.ends[n, 1] for n in range(3))


@given(PLACES, st.floats(1, 50))
def test_pooling_keeps_the_order_and_the_gaps(wanted, gap):
    found = _pool(wanted, [0.0] + [gap] * (len(wanted) - 1))
    assert all(upper + gap <= lower + 1e-6 for upper, lower in pairwise(found))


@given(PLACES)
def test_pooling_moves_nothing_that_already_fits(wanted):
    apart = [(place + 2000.0 * at, weight) for at, (place, weight) in enumerate(wanted)]
    found = _pool(apart, [0.0] + [1.0] * (len(apart) - 1))
    assert max(abs(a - b) for a, (b, _) in zip(found, apart, strict=True)) < 1e-6
