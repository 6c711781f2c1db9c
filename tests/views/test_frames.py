"""The map as data frames."""

from __future__ import annotations

from audit_lib.views.frames import data_frame, findings_frame, flows_frame, parties_frame


def test_there_is_a_row_for_every_entry(letting, finding):
    assert list(flows_frame(letting).index) == [flow.id for flow in letting.flows]
    assert list(parties_frame(letting).index) == [party.id for party in letting.parties]
    assert list(data_frame(letting).index) == [category.id for category in letting.data]
    assert len(findings_frame([finding("flow:copy")])) == 1


def test_flows_can_be_counted_by_recipient(letting):
    assert flows_frame(letting).groupby("to").size()["ledger"] == 2


def test_parties_count_what_they_get_and_give(letting):
    row = parties_frame(letting).loc["agency"]
    assert (row["gets"], row["gives"]) == (2, 5)


def test_a_category_counts_flows_that_name_it_or_what_lies_above(letting):
    assert data_frame(letting).loc["passport", "flows"] == 3
    assert data_frame(letting).loc["passport", "depth"] == 1


def test_an_empty_map_gives_empty_frames_with_their_columns(changed):
    assert list(flows_frame(changed(flows=[])).columns)[:2] == ["from", "to"]
