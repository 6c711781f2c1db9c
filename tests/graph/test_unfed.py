"""Flows that declare what their sender never holds."""

from audit_lib.graph.build import build_graph
from audit_lib.graph.unfed import unfed


def test_a_flow_from_a_sender_that_holds_the_data_is_fed(make_map, flow):
    assert unfed(build_graph(make_map([flow("f1", "guests", "hotel", "name footage")]))) == ()


def test_only_the_categories_that_are_missing_are_named(make_map, flow):
    flows = [flow("f1", "guests", "hotel", "name"), flow("f2", "hotel", "police", "name footage")]
    assert unfed(build_graph(make_map(flows))) == (("f2", "hotel", ("footage",)),)


def test_a_category_is_fed_by_anything_beneath_it(make_map, flow):
    flows = [flow("f1", "guests", "hotel", "name"), flow("f2", "hotel", "police", "identity")]
    assert unfed(build_graph(make_map(flows))) == ()


def test_a_category_is_not_fed_by_what_stands_above_or_beside_it(make_map, flow):
    flows = [flow("f1", "guests", "hotel", "name"), flow("f2", "hotel", "police", "passport")]
    assert unfed(build_graph(make_map(flows))) == (("f2", "hotel", ("passport",)),)


def test_a_circle_does_not_feed_itself(make_map, flow):
    flows = [flow("f1", "hotel", "laundry", "name"), flow("f2", "laundry", "hotel", "name")]
    assert [found.flow for found in unfed(build_graph(make_map(flows)))] == ["f1", "f2"]
