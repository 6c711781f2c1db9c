"""The lane map of two versions draws what differs between them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from laid_out import no_boxes_overlap, nothing_runs_beneath_a_box

from audit_lib.graph.example import example_map
from audit_lib.model.data_map import DataMap
from audit_lib.views import lane_change
from audit_lib.views.colours import AS_BEFORE, CHANGED, COME, GONE
from audit_lib.views.flow_changes import Kind, compare_flows
from audit_lib.views.lane_change import lane_map_change
from audit_lib.views.lane_layout import lay_out


def version(flows: list[tuple[int, int]], parties: int) -> DataMap:
    """A map of some parties, flow f0, f1, ... between two of them each."""
    content = example_map().content()
    kinds = ["individuals", "organisation", "organisation", "authority"]
    named = [{**content["parties"][1], "id": f"p{at}", "name": f"Party {at}"} for at in range(parties)]
    content["parties"] += [{**one, "kind": kinds[at % 4]} for at, one in enumerate(named)]
    flow = content["flows"][0]
    content["flows"] += [
        {**flow, "id": f"f{at}", "from": f"p{a}", "to": f"p{b}", "role": ("processor", "controller")[at % 2]}
        for at, (a, b) in enumerate(flows)
        if a != b and max(a, b) < parties
    ]
    return DataMap.model_validate(content)


@st.composite
def pairs(draw):
    """Two versions of a map: of the parties the last may be missing in either, flows end elsewhere."""
    ends = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=14)
    return version(draw(ends), draw(st.integers(2, 8))), version(draw(ends), draw(st.integers(2, 8)))


@settings(max_examples=40)
@given(pairs())
def test_no_line_of_either_version_runs_beneath_a_box_of_the_other(maps):
    boxes, bundles = lane_change._to_place(compare_flows(*maps))
    layout = lay_out(boxes, bundles)
    assert len({box.id for box in boxes}) == len(boxes)
    assert nothing_runs_beneath_a_box(layout)
    assert no_boxes_overlap(layout)


@settings(max_examples=25)
@given(pairs())
def test_every_flow_of_both_versions_is_in_the_picture(maps):
    before, after = maps
    scene = compare_flows(before, after)
    then = {flow.id for move in scene.moves for flow in move.old}
    now = {flow.id for move in scene.moves for flow in move.flows if move.kind is not Kind.STOPS}
    assert then == {flow.id for flow in before.flows}
    assert now == {flow.id for flow in after.flows}


@pytest.fixture
def after(letting, changed):
    """Make the agency's map a year later: the police get nothing, the owner a figure, the ledger less."""
    content = letting.content()
    parties = [p for p in content["parties"] if p["id"] != "police"]
    parties.append({"id": "vault", "name": "Vault", "kind": "organisation", "stance": "recorded"})
    flows = [f for f in content["flows"] if f["id"] != "request"]
    report = next(f for f in flows if f["id"] == "report")
    copy = next(f for f in flows if f["id"] == "copy")
    copy["data"] = ["contact"]
    return changed(parties=parties, flows=[*flows, {**report, "id": "keep", "to": "vault"}])


def dashes(patch) -> bool:
    return patch.get_linestyle() not in ("solid", "-")


def test_the_title_counts_what_differs_and_names_who_comes_and_goes(letting, after):
    said = lane_map_change(letting, after).title
    assert said == "1 flow stops, 1 starts, 1 changes; Police leaves; Vault is new"


def test_each_kind_of_change_has_its_line(letting, after, lines):
    picture = lane_map_change(letting, after)
    stops, starts, differs = (lines(picture, colour)[1:] for colour in (GONE, COME, CHANGED))
    assert [[dashes(line) for line in some] for some in (stops, starts, differs)] == [[True], [False], [True]]
    assert stops[0].get_linestyle() != differs[0].get_linestyle()
    assert starts[0].get_linewidth() > lines(picture, AS_BEFORE)[0].get_linewidth()


def test_each_change_has_a_sign_and_a_number_that_is_explained_beneath(letting, after, words):
    said = words(lane_map_change(letting, after))
    for sign in ("×1", "+2", "≠3", "×4", "+5"):
        assert said.count(sign) >= 2
    assert ": leaves the map" in said
    assert ": − Passport copy, + Contact details" in said
    assert "Harbour Lettings → Police" in said


def test_a_party_of_either_version_has_one_box(letting, after, words):
    said = words(lane_map_change(letting, after))
    assert {"leaves · ×1", "new · +1"} <= set(said)
    assert said.count("Ledgerline") == 1


def test_what_has_not_changed_carries_no_sign(letting, words):
    picture = lane_map_change(letting, letting)
    assert picture.title == "Nothing changes in who gives what to whom"
    assert not [word for word in words(picture) if word[:1] in ("×", "+", "≠")]


def test_the_text_for_who_cannot_see_lists_the_changes(letting, after):
    alt = lane_map_change(letting, after).alt
    assert "Stops: Harbour Lettings to Police (Identity)." in alt
    assert "Starts: Harbour Lettings to Vault (Contact details)." in alt


@pytest.mark.parametrize("text", ["x" * 10_000, "word " * 2000, "<script>alert(1)</script>", "a\nb\tc"])
def test_no_name_runs_off_the_sheet(letting, renamed, clipped, text):
    assert clipped(lane_map_change(letting, renamed(text))) == []
    assert clipped(lane_map_change(renamed(text), letting)) == []


def test_two_maps_without_flows_are_a_picture_too(changed, clipped):
    picture = lane_map_change(changed(flows=[]), changed(flows=[]))
    assert picture.title == "Nothing changes in who gives what to whom"
    assert clipped(picture) == []


def test_changes_that_are_too_many_to_list_are_counted(letting, changed, words, monkeypatch):
    monkeypatch.setattr("audit_lib.views.change_marks.MOST", 4)
    said = " ".join(words(lane_map_change(letting, changed(flows=[]))))
    assert "more changes are numbered in the picture and not listed here." in said


def test_the_same_maps_give_the_same_picture(letting, after):
    assert lane_map_change(letting, after).data() == lane_map_change(letting, after).data()
