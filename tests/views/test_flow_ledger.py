"""The flow ledger: one row a flow."""

from __future__ import annotations

import pytest

from audit_lib.views.colours import FINDING, LINE
from audit_lib.views.flow_ledger import flow_ledger, flow_ledger_pages


def test_every_flow_has_a_row_with_its_data_and_basis(letting, words):
    said = words(flow_ledger(letting))
    assert said.count("contract") == sum(flow.activity == "let" for flow in letting.flows)
    assert said.count("Passport copy") == 1


def test_rows_are_grouped_by_activity(letting, words):
    said = words(flow_ledger(letting))
    assert said.index("Manage tenancies") < said.index("Passport copy") < said.index("Tell others")


def test_an_activity_without_a_basis_says_that_none_is_stated(letting, words):
    assert words(flow_ledger(letting)).count("not stated") == 3


def test_each_row_has_one_arrow(letting, lines):
    assert len(lines(flow_ledger(letting), LINE)) == 9


def test_a_finding_is_red_and_named_at_its_row(letting, finding, words, lines):
    picture = flow_ledger(letting, [finding("flow:copy")])
    assert len(lines(picture, FINDING)) == 1
    assert "No retention period" in words(picture)


def test_further_findings_of_a_flow_are_counted(letting, finding, words):
    several = [finding("flow:copy"), finding("flow:copy", rule="other-rule", title="Other")]
    assert any(text.endswith("(+1)") for text in words(flow_ledger(letting, several)))


def test_every_party_has_one_column_named_in_the_colour_of_its_lane(letting, words):
    said = words(flow_ledger(letting))
    assert [said.count(party.name) for party in letting.parties] == [1] * len(letting.parties)


def test_it_grows_with_the_flows(letting):
    assert flow_ledger(letting).size[1] > flow_ledger(letting, activity="tell").size[1]


@pytest.mark.parametrize("text", ["x" * 10_000, "word " * 2000])
def test_no_word_runs_off_the_sheet(renamed, finding, clipped, text):
    assert clipped(flow_ledger(renamed(text), [finding("flow:copy", title=text)])) == []


def test_pages_hold_every_flow_once(letting, words):
    pages = flow_ledger_pages(letting, rows_per_page=4)
    shown = [text for page in pages for text in words(page)]
    assert len(pages) == 3
    assert sorted(int(text) for text in shown if text.isdigit()) == [1, 2, 3, 4, 5, 6, 8, 9, 10]


def test_pages_repeat_the_heads_and_the_activity(letting, words):
    for page in flow_ledger_pages(letting, rows_per_page=4):
        said = words(page)
        assert "Tenants" in said
        assert {"Manage tenancies", "Tell others"} & set(said)


def test_no_page_ends_with_a_heading(letting, words):
    for rows in range(3, 9):
        for page in flow_ledger_pages(letting, rows_per_page=rows):
            assert any(text.isdigit() for text in words(page))


def test_a_map_without_flows_is_one_page(changed):
    assert [page.title for page in flow_ledger_pages(changed(flows=[]))] == ["No flow to show"]
