"""Small steps go, and nothing else changes."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from audit_lib.views.lane_order import cut, order
from audit_lib.views.lane_ports import Heights, heights
from audit_lib.views.lane_shapes import DISTANCES, Box, Bundle
from audit_lib.views.lane_straight import straighten

PAIRS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda p: p[0] != p[1]), max_size=30)
BOXES = [Box(f"p{n}", n % 4) for n in range(10)]


def _steps(found: Heights, segments: int) -> int:
    return sum(found.ends[n, 0] != found.ends[n, 1] for n in range(segments))


@settings(max_examples=40)
@given(PAIRS)
def test_there_are_never_more_steps_than_before(pairs):
    bundles = [Bundle(f"p{a}", f"p{b}") for a, b in pairs]
    net = cut(BOXES, bundles)
    placed = order(net)
    before = heights(net, placed, BOXES, bundles, DISTANCES)
    after = straighten(net, placed, bundles, before, DISTANCES)
    assert _steps(after, len(net.segments)) <= _steps(before, len(net.segments))


def test_boxes_stay_where_they_are():
    boxes, bundles = [Box("a", 0), Box("b", 1)], [Bundle("a", "b")]
    net = cut(boxes, bundles)
    stepped = Heights({0: (0, 40), 1: (5, 45)}, {(0, 0): 20.0, (0, 1): 25.0})
    assert straighten(net, order(net), bundles, stepped, DISTANCES).items == stepped.items


def test_a_high_step_stays():
    boxes, bundles = [Box("a", 0), Box("b", 1)], [Bundle("a", "b")]
    net = cut(boxes, bundles)
    stepped = Heights({0: (0, 40), 1: (20, 60)}, {(0, 0): 20.0, (0, 1): 40.0})
    assert straighten(net, order(net), bundles, stepped, DISTANCES) == stepped


def test_a_port_does_not_come_too_near_to_another():
    boxes, bundles = [Box("a", 0), Box("b", 1), Box("c", 1)], [Bundle("a", "b"), Bundle("a", "c")]
    net = cut(boxes, bundles)
    stepped = Heights({0: (0, 60), 1: (0, 30), 2: (32, 42)}, {(0, 0): 20, (0, 1): 20, (1, 0): 30, (1, 1): 35})
    tight = Heights(stepped.items, {**stepped.ends, (1, 0): 38.0, (1, 1): 38.0, (0, 0): 36.0, (0, 1): 28.0})
    assert straighten(net, order(net), bundles, tight, DISTANCES).ends[0, 0] == 28.0
