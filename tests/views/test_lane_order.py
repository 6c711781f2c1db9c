"""Few lines cross."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from audit_lib.views.lane_order import Order, crossings, cut, order
from audit_lib.views.lane_shapes import Box, Bundle

BOXES = [Box(f"{lane}{n}", lane) for lane in range(2) for n in range(3)]
PAIRS = st.lists(
    st.tuples(st.sampled_from(range(3)), st.sampled_from(range(3))), min_size=1, max_size=9, unique=True
)


def test_a_line_is_cut_into_one_segment_a_channel():
    net = cut([Box("a", 0), Box("b", 3), Box("x", 1), Box("y", 2)], [Bundle("b", "a")])
    assert [segment.channel for segment in net.segments] == [1, 2, 3]
    assert [item.lane for item in net.items if item.box is None] == [1, 2]


def test_a_line_within_the_last_lane_uses_the_channel_before_it():
    net = cut([Box("a", 0), Box("b", 1), Box("c", 1)], [Bundle("b", "c")])
    assert (net.segments[0].channel, net.segments[0].side) == (1, 1)


@given(PAIRS)
def test_crossings_are_counted_as_by_hand(pairs):
    net = cut(BOXES, [Bundle(f"0{a}", f"1{b}") for a, b in pairs])
    plain = Order(((0, 1, 2), (3, 4, 5)))
    expected = sum(a < c and b > d for (a, b), (c, d) in permutations(pairs, 2))
    assert crossings(net, plain) == expected


@settings(max_examples=15)
@given(PAIRS)
def test_the_order_of_a_small_net_has_at_most_one_crossing_more_than_the_best(pairs):
    net = cut(BOXES, [Bundle(f"0{a}", f"1{b}") for a, b in pairs])
    rights = list(permutations(range(3, 6)))
    best = min(crossings(net, Order((left, right))) for left in permutations(range(3)) for right in rights)
    assert crossings(net, order(net)) <= best + 1


def test_every_item_keeps_its_lane():
    net = cut([Box("a", 0), Box("b", 1), Box("c", 2)], [Bundle("a", "c"), Bundle("c", "b")])
    found = order(net)
    assert sorted(item for lane in found.lanes for item in lane) == list(range(len(net.items)))
    assert all(net.items[item].lane == at for at, lane in enumerate(found.lanes) for item in lane)
