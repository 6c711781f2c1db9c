"""The geometry of the lane map: what may be promised of it as numbers."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from laid_out import no_boxes_overlap

from audit_lib.views.lane_layout import lay_out
from audit_lib.views.lane_shapes import Box, Bundle, Layout


@st.composite
def networks(draw) -> tuple[list[Box], list[Bundle]]:
    """Boxes in up to five lanes with lines between any two of them, several lines between a pair too."""
    lanes = draw(st.lists(st.integers(0, 4), min_size=2, max_size=12))
    sizes = st.sampled_from([30.0, 43.0, 55.0])
    boxes = [Box(f"p{n}", lane, 90.0 + n, draw(sizes)) for n, lane in enumerate(lanes)]
    ends = st.lists(st.sampled_from(range(len(boxes))), min_size=2, max_size=2, unique=True)
    listed = draw(st.lists(st.tuples(ends, st.booleans()), max_size=35))
    return boxes, [Bundle(f"p{a}", f"p{b}", flagged=flag) for (a, b), flag in listed]


def _stretches(layout: Layout) -> list[tuple[int, bool, float, float, float]]:
    """Return each straight stretch: its line, whether it is upright, where it stands, from, to."""
    found = []
    for line, route in enumerate(layout.routes):
        for a, b in pairwise(route):
            upright = a.x == b.x
            along = sorted((a.y, b.y) if upright else (a.x, b.x))
            found.append((line, upright, a.x if upright else a.y, *along))
    return found


@settings(max_examples=40)
@given(networks())
def test_lines_turn_at_right_angles_only(network):
    for route in lay_out(*network).routes:
        assert all((a.x == b.x) != (a.y == b.y) for a, b in pairwise(route))


@settings(max_examples=40)
@given(networks())
def test_a_line_runs_from_the_edge_of_its_sender_to_the_edge_of_its_recipient(network):
    boxes, bundles = network
    layout = lay_out(boxes, bundles)
    for bundle, route in zip(bundles, layout.routes, strict=True):
        for party, point in ((bundle.sender, route[0]), (bundle.recipient, route[-1])):
            rect = layout.boxes[party]
            assert point.x in (rect.left, rect.right)
            assert rect.top < point.y < rect.bottom


@settings(max_examples=40)
@given(networks())
def test_no_line_runs_beneath_a_box(network):
    layout = lay_out(*network)
    for _, upright, place, start, end in _stretches(layout):
        for rect in layout.boxes.values():
            if upright:
                assert not (rect.left <= place <= rect.right and start < rect.bottom and end > rect.top)
            else:
                assert not (rect.top <= place <= rect.bottom and start < rect.right and end > rect.left)


@settings(max_examples=40)
@given(networks())
def test_no_two_lines_share_a_stretch(network):
    for one, other in combinations(_stretches(lay_out(*network)), 2):
        if one[0] != other[0] and one[1:3] == other[1:3]:
            assert one[4] <= other[3] or other[4] <= one[3]


@settings(max_examples=40)
@given(networks())
def test_ports_are_distinct(network):
    layout = lay_out(*network)
    ports = [point for route in layout.routes for point in (route[0], route[-1])]
    assert len(set(ports)) == len(ports)


@settings(max_examples=40)
@given(networks())
def test_boxes_do_not_overlap_and_keep_to_their_lanes(network):
    boxes, bundles = network
    layout = lay_out(boxes, bundles)
    columns = sorted({box.lane for box in boxes})
    for box in boxes:
        rect, lane = layout.boxes[box.id], layout.lanes[columns.index(box.lane)]
        assert lane.left < rect.left < rect.right < lane.right
        assert rect.bottom - rect.top >= box.height - 1e-9
    assert no_boxes_overlap(layout)


@settings(max_examples=40)
@given(networks())
def test_lanes_stand_side_by_side(network):
    assert all(one.right < other.left for one, other in pairwise(lay_out(*network).lanes))


@settings(max_examples=40)
@given(networks())
def test_everything_lies_on_the_sheet(network):
    layout = lay_out(*network)
    for point in (point for route in layout.routes for point in route):
        assert 0 <= point.x <= layout.width
        assert -1e-6 <= point.y <= layout.height + 1e-6
    assert all(-1e-6 <= rect.top < rect.bottom <= layout.height + 1e-6 for rect in layout.boxes.values())


@settings(max_examples=40)
@given(networks())
def test_the_same_input_gives_the_same_layout(network):
    assert lay_out(*network) == lay_out(*network)


def test_a_lone_line_runs_straight():
    layout = lay_out([Box("a", 0), Box("b", 1)], [Bundle("a", "b")])
    assert len(layout.routes[0]) == 2


def test_a_line_that_skips_a_lane_goes_round_the_boxes_in_it():
    boxes = [Box("a", 0), Box("between", 1), Box("c", 2)]
    layout = lay_out(boxes, [Bundle("a", "c"), Bundle("a", "between"), Bundle("between", "c")])
    between = layout.boxes["between"]
    passing = [p.y for p in layout.routes[0] if between.left - 60 < p.x < between.right + 60]
    assert all(y < between.top or y > between.bottom for y in passing)


def test_a_line_within_a_lane_goes_out_and_comes_back_on_one_side():
    layout = lay_out([Box("a", 0), Box("b", 0), Box("c", 1)], [Bundle("a", "b")])
    start, *_, end = layout.routes[0]
    assert start.x == layout.boxes["a"].right
    assert end.x == layout.boxes["b"].right


def test_a_backward_line_enters_its_recipient_from_the_right():
    layout = lay_out([Box("a", 0), Box("b", 1)], [Bundle("b", "a")])
    assert layout.routes[0][0].x == layout.boxes["b"].left
    assert layout.routes[0][-1].x == layout.boxes["a"].right


def test_lanes_without_a_box_close_up():
    assert len(lay_out([Box("a", 0), Box("b", 4)], [Bundle("a", "b")]).lanes) == 2


def test_nothing_to_place_is_an_empty_layout():
    assert lay_out([], []) == Layout({}, (), (), 0, 0)


@pytest.mark.parametrize(("parties", "lines"), [(30, 120), (60, 1000)])
def test_large_maps_are_laid_out_without_a_line_under_a_box(parties, lines):
    boxes = [Box(f"p{n}", n * 5 // parties) for n in range(parties)]
    pairs = [(n * 7 % parties, (n * 13 + n // parties + 1) % parties) for n in range(lines)]
    bundles = [Bundle(f"p{a}", f"p{b}") for a, b in pairs if a != b]
    layout = lay_out(boxes, bundles)
    assert len(layout.routes) == len(bundles)
    for _, upright, place, _start, _end in _stretches(layout):
        if upright:
            assert all(not lane.left + 12 <= place <= lane.right - 12 for lane in layout.lanes)
