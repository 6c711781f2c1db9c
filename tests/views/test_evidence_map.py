"""Declared and observed on one lane map: how each line looks, and what its number says."""

from __future__ import annotations

import pytest
from evidence_answer import answer, group, volume
from hypothesis import given, settings
from hypothesis import strategies as st
from laid_out import no_boxes_overlap, nothing_runs_beneath_a_box

from audit_lib.graph.example import example_map
from audit_lib.model.data_map import DataMap
from audit_lib.model.reconciliation import Read, Unseen
from audit_lib.model.verdict import Verdict
from audit_lib.views import evidence_map as module
from audit_lib.views.colours import AS_BEFORE, FINDING, LINE, SEEN
from audit_lib.views.evidence_map import evidence_map
from audit_lib.views.evidence_marks import scale
from audit_lib.views.evidence_scene import evidence_scene
from audit_lib.views.lane_layout import lay_out

SOLD = group(Verdict.UNDECLARED_RECIPIENT, "agent", "insurer", "arrears", seen=1204, people=311)
INVENTED = Read(source="log", kind="disclosures", invented=True)


@st.composite
def answers(draw):
    """Maps of some parties and flows, of which some were seen, and contradictions between any two."""
    parties, ends = draw(st.integers(2, 8)), st.tuples(st.integers(0, 7), st.integers(0, 7))
    content = example_map().content()
    kinds = ["individuals", "organisation", "team", "authority", "public"]
    for at in range(parties):
        named = {**content["parties"][1], "id": f"p{at}", "name": f"Party {at}", "kind": kinds[at % 5]}
        content["parties"].append(named)
    pairs = [(a, b) for a, b in draw(st.lists(ends, max_size=14)) if a != b and max(a, b) < parties]
    flow = content["flows"][0]
    content["flows"] += [
        {**flow, "id": f"f{at}", "from": f"p{a}", "to": f"p{b}"} for at, (a, b) in enumerate(pairs)
    ]
    fates = [draw(st.sampled_from(["seen", "unseen", "unwatched"])) for _ in pairs]
    told = {
        "volumes": tuple(volume(f"f{at}", 10**at) for at, fate in enumerate(fates) if fate == "seen"),
        "unseen": tuple(
            Unseen(flow=f"f{at}", watched=fate == "unseen") for at, fate in enumerate(fates) if fate != "seen"
        ),
    }
    bad = [(a, b) for a, b in draw(st.lists(ends, max_size=6)) if max(a, b) < parties]
    groups = [group(Verdict.UNDECLARED_RECIPIENT, f"p{a}" if a else None, f"p{b}", "name") for a, b in bad]
    return answer(*groups, data_map=DataMap.model_validate(content), **told)


@settings(max_examples=40)
@given(answers(), st.sampled_from(["all", "watched", "red"]))
def test_no_line_runs_beneath_a_box_and_no_boxes_overlap(reconciliation, show):
    layout = lay_out(*module._to_place(reconciliation, evidence_scene(reconciliation, show)), module.SPACING)
    assert nothing_runs_beneath_a_box(layout)
    assert no_boxes_overlap(layout)


@settings(max_examples=10)
@given(answers())
def test_any_answer_is_a_picture(reconciliation):
    assert evidence_map(reconciliation).data("png", 20)


def dashes(patch):
    return patch.get_linestyle() not in ("solid", "-")


def test_each_kind_of_line_differs_in_more_than_colour(lines, words):
    picture = evidence_map(answer(SOLD))
    seen, unseen, unwatched, red = (lines(picture, c)[1:] for c in (SEEN, LINE, AS_BEFORE, FINDING))
    assert [dashes(some[0]) for some in (seen, unseen, unwatched, red)] == [False, True, True, False]
    assert unseen[0].get_linestyle() != unwatched[0].get_linestyle()
    assert words(picture).count("1") == 3  # in the key, on the line and in the list


def test_a_line_of_more_observations_is_wider(lines):
    told = {"volumes": (volume("check", 12), volume("sell", 40_000)), "unseen": ()}
    widths = [line.get_linewidth() for line in lines(evidence_map(answer(**told)), SEEN)[1:]]
    assert widths[0] < widths[1]


@pytest.mark.parametrize("most", [1, 9, 10, 99, 5_000, 100_000_000])
def test_the_widths_grow_with_the_decades_and_the_most_has_the_widest_that_is_used(most):
    steps = scale([most])
    widths = [steps.width(10**power) for power in range(len(str(most)))]
    assert widths == sorted(widths)
    assert steps.width(most) == max(widths)
    assert len(steps.words()) == len(steps.starts)


def test_the_number_is_explained_beneath(words):
    said = words(evidence_map(answer(SOLD)))
    assert "Not on the map at all" in said
    assert "Agent → Insurer" in said
    assert "Recipient not declared:" in said
    assert "Arrears" in said
    assert "1,204 observed, 311 people · 2 Mar – 29 May 2026" in said


def test_a_contradiction_on_a_declared_way_is_headed_as_such(words):
    late = group(Verdict.AFTER_RETENTION, "agent", "referencer", "passport-copy", flow="check")
    assert "On the map, but not like this" in words(evidence_map(answer(late)))


def test_a_figure_about_few_people_is_hidden_with_its_days(words):
    few = group(Verdict.UNDECLARED_RECIPIENT, "agent", "insurer", "arrears", seen=500, people=3)
    said = words(evidence_map(answer(few)))
    assert "withheld · Mar 2026 – May 2026" in said
    assert any("fewer than 10 people" in one for one in said)
    assert not [one for one in said if "500 observed" in one]


def test_verdicts_of_a_line_whose_figures_are_hidden_share_a_row(words):
    kinds = (Verdict.PURPOSE_DIFFERS, Verdict.ROLE_DIFFERS, Verdict.NO_CONSENT, Verdict.AFTER_RETENTION)
    few = [group(one, "agent", "referencer", "name", flow="check", seen=3, people=3) for one in kinds]
    said = words(evidence_map(answer(*few)))
    assert "Purpose differs, role differs, without a valid consent and 1 more:" in said
    assert len([one for one in said if one.startswith("withheld")]) == 1


def test_a_box_says_how_many_of_its_watched_flows_were_seen(words):
    said = words(evidence_map(answer(SOLD)))
    assert "1 of 2 seen" in said  # the agent: checks were seen, suits were not, applications not watched
    assert "nothing watched" in said  # the tenants


def test_the_title_counts(words):
    picture = evidence_map(answer(SOLD))
    assert (
        picture.title
        == "45.4 % of 2,204 observations are declared; 1 line is red; 1 declared flow was never seen"
    )
    assert picture.title in words(picture)


def test_the_title_says_how_many_red_lines_are_not_drawn():
    rare = group(Verdict.UNDECLARED_RECIPIENT, "court", "insurer", "arrears", seen=20)
    assert "1 of 2 red lines are drawn" in evidence_map(answer(rare, SOLD), most_red=1).title


def test_invented_logs_are_told_first(words):
    picture = evidence_map(answer(SOLD, reads=(INVENTED,)))
    said = words(picture)
    assert "INVENTED DATA" in said
    assert picture.alt.startswith("These logs are invented for a demonstration.")
    assert [one for one in said if one.startswith("These logs are invented for a demonstration. A line")]
    assert "INVENTED DATA" not in words(evidence_map(answer(SOLD)))


def test_the_text_for_who_cannot_see_tells_what_is_red_and_what_was_not_seen():
    alt = evidence_map(answer(SOLD)).alt
    assert "Not as declared: Agent to Insurer (recipient not declared)." in alt
    assert "Declared and never seen: Agent to Court." in alt
    assert "Not watched by any source: Tenants to Agent." in alt


def test_a_sender_that_nobody_recorded_has_a_box(words):
    far = group(Verdict.UNDECLARED_RECIPIENT, None, "insurer", "arrears")
    said = words(evidence_map(answer(far)))
    assert {"Sender not", "recorded", "Sender not recorded → Insurer"} <= set(said)


def test_more_rows_than_can_be_listed_are_counted(words, monkeypatch):
    monkeypatch.setattr("audit_lib.views.evidence_list.MOST", 2)
    assert any("more rows are not listed here" in one for one in words(evidence_map(answer(SOLD))))


@pytest.mark.parametrize(
    "text", ["x" * 10_000, "word " * 2000, "<script>alert(1)</script>", "a\nb\tc", "$x$"]
)
def test_no_name_runs_off_the_sheet(renamed, clipped, text):
    bad = group(Verdict.UNDECLARED_RECIPIENT, "agency", "police", "passport")
    told = {"volumes": (volume("books", 10),), "unseen": (Unseen(flow="report", watched=True),)}
    assert clipped(evidence_map(answer(bad, data_map=renamed(text), **told))) == []


def test_no_text_runs_over_another(letting, overlapping):
    bad = [
        group(verdict, "agency", recipient, "passport", flow="books")
        for verdict in (Verdict.PURPOSE_DIFFERS, Verdict.NO_CONSENT, Verdict.AFTER_RETENTION)
        for recipient in ("police", "ledger", "owner", "readers")
    ]
    told = {"volumes": (volume("books", 10), volume("apply", 90_000)), "unseen": ()}
    assert overlapping(evidence_map(answer(*bad, data_map=letting, **told))) == []


def test_an_answer_without_observations_is_a_picture_too(clipped):
    picture = evidence_map(answer(verdicts={}, observations=0, months=(), volumes=(), unseen=()))
    assert picture.title == "No observation to compare"
    assert clipped(picture) == []


def test_the_same_answer_gives_the_same_picture():
    assert evidence_map(answer(SOLD)).data() == evidence_map(answer(SOLD)).data()


def test_a_hidden_figure_is_not_told_by_the_width_of_its_line_either(lines):
    many, few = (
        group(Verdict.UNDECLARED_RECIPIENT, "agent", "insurer", "arrears", seen=seen, people=3)
        for seen in (5_000, 5)
    )
    widths = [lines(evidence_map(answer(one)), FINDING)[-1].get_linewidth() for one in (many, few)]
    assert widths[0] == widths[1]
