"""Who gets what: categories down, recipients across."""

from __future__ import annotations

import pytest

from audit_lib.views.who_gets_what import Cell, by_category, by_sender, who_gets_what


def _row(matrix, label):
    return next(row for row in matrix.rows if row.label == label)


def test_a_cell_counts_the_flows_that_carry_the_category(letting):
    assert _row(by_category(letting, letting.flows, {}), "Contact details").cells["ledger"] == Cell(1, False)


def test_a_flow_counts_for_the_categories_above_what_it_names(letting):
    assert _row(by_category(letting, letting.flows, {}), "Identity").cells["ledger"].flows == 1


def test_a_flow_counts_for_what_lies_beneath_as_far_as_its_sender_holds_it(letting):
    assert _row(by_category(letting, letting.flows, {}), "Passport copy").cells["police"].flows == 1


def test_what_the_sender_does_not_hold_is_not_counted(letting, changed):
    flows = letting.content()["flows"]
    for flow in flows:
        if flow["id"] == "apply":
            flow["data"] = ["contact"]
    silent = changed(flows=flows)
    row = _row(by_category(silent, silent.flows, {}), "Passport copy")
    assert "police" not in row.cells


def test_a_beneath_category_is_indented_and_its_sensitivity_a_word(letting):
    row = _row(by_category(letting, letting.flows, {}), "Passport copy")
    assert (row.depth, row.word) == (1, "high risk")


def test_a_cell_is_flagged_if_one_of_its_flows_is(letting):
    matrix = by_category(letting, letting.flows, {"copy": ()})
    assert _row(matrix, "Passport copy").cells["ledger"].flagged
    assert not _row(matrix, "Contact details").cells["ledger"].flagged


def test_categories_that_no_flow_carries_are_left_out_and_counted(letting, words):
    matrix = by_category(letting, letting.flows, {})
    assert "Shoe size" not in [row.label for row in matrix.rows]
    assert matrix.left_out == 1
    assert "Left out: 1 category that no flow shown carries." in " ".join(words(who_gets_what(letting)))


def test_a_party_that_holds_a_category_without_a_flow_has_a_ring(letting, changed):
    store = {"id": "files", "name": "Files", "kind": "file-store", "operator": "owner", "holds": ["passport"]}
    kept = changed(systems=[{**store, "stance": "recorded"}])
    row = _row(by_category(kept, kept.flows, {}), "Passport copy")
    assert row.cells["owner"] == Cell(0, flagged=False, holds=True)


def test_the_title_counts_the_recipients_of_sensitive_data(letting):
    assert who_gets_what(letting).title == "3 of 7 recipients get sensitive data"


def test_by_party_senders_stand_down(letting):
    matrix = by_sender(letting, letting.flows, {})
    assert _row(matrix, "Harbour Lettings").cells["ledger"].flows == 2


def test_an_activity_can_be_chosen(letting):
    assert "agency" not in by_category(letting, [f for f in letting.flows if f.activity == "tell"], {}).across
    assert who_gets_what(letting, activity="tell").title == "1 of 3 recipients gets sensitive data"


@pytest.mark.parametrize("by", ["data", "party"])
@pytest.mark.parametrize("text", ["x" * 10_000, "word " * 2000])
def test_no_word_runs_off_the_sheet(renamed, finding, clipped, text, by):
    assert clipped(who_gets_what(renamed(text), [finding("flow:copy")], by=by)) == []


def test_a_map_without_flows_says_so(changed):
    assert who_gets_what(changed(flows=[])).title == "No flow to show"
