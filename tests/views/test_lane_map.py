"""The lane map says who gives what to whom, and what is wrong."""

from __future__ import annotations

import sys

import pytest

from audit_lib.errors import ParameterError
from audit_lib.model.finding import Severity, Status
from audit_lib.views.colours import EXPECTED, FINDING, LINE
from audit_lib.views.lane_map import lane_map


def _dashed(patch) -> bool:
    return patch.get_linestyle() not in ("solid", "-")


def test_the_title_counts_the_flows_that_carry_a_finding(letting, finding):
    assert lane_map(letting).title == "None of the 9 flows carries a finding"
    assert lane_map(letting, [finding("flow:copy")]).title == "1 of 9 flows carries a finding"
    assert lane_map(letting, [finding("flow:copy", "flow:report")]).title == "2 of 9 flows carry a finding"


def test_every_party_with_a_flow_has_a_box_with_its_counts(letting, words):
    said = words(lane_map(letting))
    assert {"Tenants", "Harbour Lettings", "Front desk", "Ledgerline", "Police"} <= set(said)
    assert "1 in · 3 out" in said


def test_flows_between_two_parties_are_one_line(letting, lines):
    pairs = {(flow.sender, flow.recipient) for flow in letting.flows if flow.stance != "expected"}
    assert len(lines(lane_map(letting), LINE)) == len(pairs)


def test_more_flows_make_a_thicker_line(letting, lines):
    widths = {patch.get_linewidth() for patch in lines(lane_map(letting), LINE)}
    assert len(widths) == 2


def test_a_flow_with_a_finding_is_drawn_beside_the_rest_of_its_bundle(letting, finding, lines):
    picture = lane_map(letting, [finding("flow:copy")])
    assert len(lines(picture, FINDING)) == 1
    assert len(lines(picture, LINE)) == len(lines(lane_map(letting), LINE))


def test_a_red_line_has_a_number_that_is_explained_beneath(letting, finding, words):
    said = words(lane_map(letting, [finding("flow:copy")]))
    assert said.count("1") == 2
    assert "No retention period" in said
    assert "Ledgerline" in " ".join(said)
    assert ": Passport copy" in said


def test_findings_of_low_severity_and_accepted_ones_colour_nothing(letting, finding, lines):
    slight = finding("flow:copy", severity=Severity.LOW)
    accepted = finding("flow:report", status=Status.ACCEPTED)
    assert lines(lane_map(letting, [slight, accepted]), FINDING) == []


def test_what_no_clause_says_is_dashed(letting, lines):
    dashed = [patch for patch in lines(lane_map(letting), LINE) if _dashed(patch)]
    assert len(dashed) == 1


def test_expected_flows_are_left_out_and_counted(letting, words):
    said = " ".join(words(lane_map(letting)))
    assert "Left out: 1 flow that is merely expected." in said


def test_expected_flows_are_pale_and_dashed_when_asked_for(letting, lines):
    drawn = lines(lane_map(letting, expected=True), EXPECTED)
    assert [_dashed(patch) for patch in drawn] == [True]


def test_an_activity_a_party_or_a_subject_can_be_chosen(letting):
    assert lane_map(letting, activity="tell").title == "None of the 3 flows carries a finding · Tell others"
    assert "Police" in lane_map(letting, party="police").title
    assert lane_map(letting, subject="tenants").title.endswith("about Tenants")


def test_an_unknown_choice_is_an_error_with_a_hint(letting):
    with pytest.raises(ParameterError, match='Did you mean "ledger"'):
        lane_map(letting, party="leger")


def test_the_alternative_text_names_who_gets_most(letting):
    assert "Most flows reach Harbour Lettings (2)" in lane_map(letting).alt


@pytest.mark.parametrize("text", ["x" * 10_000, "word " * 2000, "<script>alert(1)</script>", "a\nb\tc"])
def test_no_name_runs_off_the_sheet(renamed, finding, clipped, text):
    assert clipped(lane_map(renamed(text), [finding("flow:copy", title=text)])) == []


def test_all_words_are_at_least_six_points_high(letting, finding):
    from matplotlib.text import Text  # noqa: PLC0415

    picture = lane_map(letting, [finding("flow:copy")])
    assert min(t.get_fontsize() for t in picture.figure.findobj(Text) if t.get_text()) >= 6


def test_a_map_without_flows_says_so(changed, clipped):
    picture = lane_map(changed(flows=[]))
    assert picture.title == "No flow to show"
    assert clipped(picture) == []


def test_lines_that_are_too_many_are_left_out_and_counted(letting, finding, words, monkeypatch):
    monkeypatch.setattr(sys.modules["audit_lib.views.lane_map"], "MOST_LINES", 3)
    picture = lane_map(letting, [finding("flow:request")])
    assert "Left out: the 5 thinnest lines" in " ".join(words(picture))
    assert "1 of 9 flows carries a finding" in picture.title
