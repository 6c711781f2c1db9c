"""Who can come to hold what, for all categories and parties at once."""

import numpy as np
import pytest

from audit_lib.errors import ParameterError
from audit_lib.graph.build import build_graph
from audit_lib.graph.exposure import exposure


@pytest.fixture
def shown(make_map, flow):
    flows = [
        flow("f1", "guests", "hotel", "identity"),
        flow("f2", "hotel", "laundry", "name", stance="expected"),
        flow("f3", "hotel", "police", "footage"),
        flow("f4", "hotel", "guests", "footage"),
    ]
    return exposure(build_graph(make_map(flows, creates={"hotel": "footage"})))


def column(shown, matrix, party):
    return [
        name
        for name, held in zip(shown.categories, matrix[:, shown.parties.index(party)], strict=True)
        if held
    ]


def test_rows_are_categories_and_columns_parties_in_map_order(shown):
    assert shown.categories == ("identity", "name", "passport", "footage")
    assert shown.parties == ("guests", "hotel", "laundry", "police")
    assert shown.matrix.shape == (4, 4)


def test_a_cell_says_whether_the_party_can_come_to_hold_the_category(shown):
    assert column(shown, shown.matrix, "laundry") == ["name"]
    assert column(shown, shown.matrix, "police") == ["footage"]


def test_the_outset_is_told_from_what_flows_bring(shown):
    assert column(shown, shown.outset, "hotel") == ["footage"]
    assert column(shown, shown.received, "hotel") == ["identity", "name", "passport"]


def test_what_a_party_had_already_is_received_all_the_same(shown):
    assert column(shown, shown.received, "guests") == ["footage"]


def test_what_rests_on_expected_flows_is_told_apart(shown):
    assert column(shown, shown.expected, "laundry") == ["name"]
    assert shown.expected.sum() == 1


def test_parties_with_a_category_are_also_those_with_something_beneath_it(shown):
    assert shown.parties_with("identity") == ("guests", "hotel", "laundry")


def test_categories_of_a_party(shown):
    assert shown.categories_of("hotel") == ("identity", "name", "passport", "footage")


def test_the_matrices_cannot_be_written(shown):
    for matrix in (shown.matrix, shown.outset, shown.received, shown.expected):
        with pytest.raises(ValueError, match="read-only"):
            matrix[0, 0] = True


def test_the_table_has_the_same_cells(shown):
    frame = shown.frame()
    assert frame.loc["name", "laundry"]
    assert not frame.loc["passport", "laundry"]
    assert (frame.to_numpy() == shown.matrix).all()


@pytest.mark.parametrize(("ask", "name"), [("parties_with", "nam"), ("categories_of", "hotl")])
def test_an_unknown_id_is_an_error_that_says_which_was_meant(shown, ask, name):
    with pytest.raises(ParameterError, match="Did you mean"):
        getattr(shown, ask)(name)


def test_more_than_64_categories_are_told_apart(make_map, flow):
    data = {f"d{at}": None for at in range(130)}
    flows = [flow("f1", "guests", "hotel", "d0 d63 d64 d128"), flow("f2", "hotel", "police", "d63 d64 d129")]
    shown = exposure(build_graph(make_map(flows, data=data)))
    assert shown.categories_of("police") == ("d63", "d64")
    assert shown.matrix.sum() == 130 + 4 + 2


def test_a_map_without_flows_or_data_is_no_error(make_map):
    assert exposure(build_graph(make_map(data={}))).matrix.shape == (0, 4)
    assert np.array_equal(exposure(build_graph(make_map())).matrix.any(axis=0), [True, False, False, False])
