"""What the picture of declared and observed shows: flows as they were seen, and contradictions in red."""

from __future__ import annotations

import pytest
from evidence_answer import answer, group, volume

from audit_lib.errors import ParameterError
from audit_lib.model.reconciliation import Unseen
from audit_lib.model.verdict import Verdict
from audit_lib.views.evidence_scene import NOBODY, Kind, evidence_scene

SOLD = group(Verdict.UNDECLARED_RECIPIENT, "agent", "insurer", "arrears")
LATE = group(Verdict.AFTER_RETENTION, "agent", "referencer", "passport-copy", flow="check")


def ways(scene, kind):
    return [(line.sender, line.recipient) for line in scene.of(kind)]


def test_each_flow_stands_as_it_was_seen():
    scene = evidence_scene(answer())
    assert ways(scene, Kind.SEEN) == [("agent", "referencer")]
    assert ways(scene, Kind.UNSEEN) == [("agent", "court")]
    assert ways(scene, Kind.UNWATCHED) == [("tenants", "agent")]


def test_a_flow_that_the_answer_does_not_tell_of_is_not_drawn():
    assert ("referencer", "insurer") not in [line[:2] for line in evidence_scene(answer()).lines]


def test_a_way_that_the_map_does_not_have_is_a_red_line_of_its_own():
    red = evidence_scene(answer(SOLD)).of(Kind.RED)
    assert [(line.sender, line.recipient, line.undeclared) for line in red] == [("agent", "insurer", True)]


def test_a_contradiction_on_a_declared_way_leaves_the_declared_line_as_it_is():
    scene = evidence_scene(answer(LATE))
    assert ways(scene, Kind.SEEN) == ways(scene, Kind.RED) == [("agent", "referencer")]
    assert not scene.of(Kind.RED)[0].undeclared


def test_all_contradictions_of_two_parties_are_one_line_gravest_verdict_first():
    early = group(Verdict.PURPOSE_DIFFERS, "agent", "referencer", "passport-copy", flow="check")
    line = evidence_scene(answer(LATE, early)).of(Kind.RED)[0]
    assert [one.verdict for one in line.groups] == [Verdict.PURPOSE_DIFFERS, Verdict.AFTER_RETENTION]


def test_an_observation_with_two_verdicts_makes_its_line_no_wider():
    twice = group(Verdict.ROLE_DIFFERS, "agent", "referencer", "passport-copy", flow="check", seen=25)
    other = group(Verdict.ROLE_DIFFERS, "agent", "referencer", "arrears", flow="check", seen=7)
    assert evidence_scene(answer(LATE, twice, other)).of(Kind.RED)[0].observations == 47


def test_an_unrecorded_sender_is_the_one_of_the_nearest_flow_else_nobody():
    near = group(Verdict.BASIS_DIFFERS, None, "referencer", "passport-copy", flow="check")
    far = group(Verdict.UNDECLARED_RECIPIENT, None, "insurer", "arrears")
    scene = evidence_scene(answer(near, far))
    assert set(ways(scene, Kind.RED)) == {("agent", "referencer"), (NOBODY, "insurer")}
    assert NOBODY in scene.parties


def test_what_the_map_does_not_have_is_numbered_first():
    scene = evidence_scene(answer(LATE, SOLD))
    assert [(line.recipient, scene.numbers[line.key]) for line in scene.of(Kind.RED)] == [
        ("insurer", 1),
        ("referencer", 2),
    ]


def test_a_line_from_a_party_to_itself_is_numbered_and_not_routed():
    within = group(Verdict.UNDECLARED_RECIPIENT, "agent", "agent", "arrears")
    scene = evidence_scene(answer(within))
    assert scene.numbers[scene.within[0].key] == 1
    assert all(line.sender != line.recipient for line in scene.lines)


def test_flows_of_one_pair_that_stand_alike_are_one_line(letting):
    told = {"volumes": (volume("books", 300), volume("copy", 200)), "unseen": ()}
    scene = evidence_scene(answer(data_map=letting, **told))
    assert [(line.flows, line.observations) for line in scene.lines] == [(("books", "copy"), 500)]


def test_a_flow_never_seen_is_told_apart_from_one_that_was_between_the_same_parties(letting):
    told = {"volumes": (volume("books", 300),), "unseen": (Unseen(flow="copy", watched=True),)}
    scene = evidence_scene(answer(data_map=letting, **told))
    assert ways(scene, Kind.SEEN) == ways(scene, Kind.UNSEEN) == [("agency", "ledger")]


def test_an_unwatched_flow_goes_along_with_a_watched_one_of_the_same_parties(letting):
    told = {"volumes": (volume("books", 300),), "unseen": (Unseen(flow="copy", watched=False),)}
    scene = evidence_scene(answer(data_map=letting, **told))
    assert [line.flows for line in scene.lines] == [("books", "copy")]


def test_watched_leaves_out_what_no_source_would_show_and_counts_it():
    scene = evidence_scene(answer(SOLD), "watched")
    assert not scene.of(Kind.UNWATCHED)
    assert scene.left_out == 1
    assert "tenants" not in scene.parties


def test_red_keeps_what_is_declared_between_the_parties_of_red_lines():
    scene = evidence_scene(answer(LATE), "red")
    assert {line.kind for line in scene.lines} == {Kind.RED, Kind.SEEN}
    assert set(scene.parties) == {"agent", "referencer"}


def test_too_many_lines_leave_the_red_ones_and_the_widest():
    scene = evidence_scene(answer(SOLD), most=2)
    assert [line.kind for line in scene.lines] == [Kind.SEEN, Kind.RED]
    assert scene.left_out == 2


def test_of_too_many_red_lines_the_most_frequent_are_shown_and_the_rest_counted():
    rare = group(Verdict.UNDECLARED_RECIPIENT, "court", "insurer", "arrears", seen=20)
    scene = evidence_scene(answer(rare, SOLD), most_red=1)
    assert ways(scene, Kind.RED) == [("agent", "insurer")]
    assert scene.red_left == 1


def test_what_to_show_is_one_of_three():
    with pytest.raises(ParameterError, match='Did you mean "watched"'):
        evidence_scene(answer(), "watchd")
