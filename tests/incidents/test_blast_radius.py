"""Whom a breach reaches, who gets the data on, who gave it, and who answers for it."""

import copy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from incident_maps import HOSTEL, flow, hostel, without

from audit_lib.errors import ParameterError
from audit_lib.incidents.blast_radius import blast_radius
from audit_lib.model.data_map import DataMap

PARTIES = ("hostel", "front-desk", "cloud", "sister", "insurer", "broker", "archive", "ico")
DATA = ("identity", "name", "passport", "diet", "mood", "card")


def answers(radius):
    return [(one.party, one.role.value, one.ours) for one in radius.answerable]


def test_data_narrows_what_is_exposed_with_what_lies_beneath_it():
    found = blast_radius(hostel(), party="hostel", data=["identity"])
    assert [(row.subject, row.data) for row in found.exposed] == [
        ("guests", ("identity", "name", "passport"))
    ]
    assert found.exposed[0].flows == ("book", "desk")


def test_people_narrow_what_is_exposed():
    assert blast_radius(hostel(), party="hostel", subjects=["staff"]).subjects == ("staff",)


def test_data_that_the_map_does_not_show_there_is_a_question():
    found = blast_radius(hostel(), party="insurer", data=["name", "card"])
    assert found.data == ("name", "card")
    assert found.unseen == ("card",)
    assert "does not show that Insurer has Card" in found.questions[0]


def test_people_whom_the_map_does_not_show_there_are_a_question():
    found = blast_radius(hostel(), party="insurer", subjects=["staff"])
    assert found.exposed == ()
    assert found.unseen_subjects == ("staff",)
    assert "Insurer has this of Staff" in found.questions[0]


def test_whoever_gets_the_data_on_is_reached_step_by_step():
    found = blast_radius(hostel(), party="hostel", data=["name"])
    assert [(one.party, one.steps, one.flows) for one in found.downstream] == [
        ("cloud", 1, ("store",)),
        ("insurer", 1, ("insure",)),
        ("broker", 2, ("sell",)),
        ("archive", 2, ("keep",)),
    ]


def test_only_flows_that_carry_the_exposed_data_reach_further():
    assert [one.party for one in blast_radius(hostel(), party="hostel", data=["diet"]).downstream] == [
        "sister"
    ]


def test_who_is_reached_only_if_something_expected_is_real_is_marked():
    reached = {one.party: one.expected for one in blast_radius(hostel(), party="cloud").downstream}
    assert reached == {"archive": True}


def test_circles_end_and_do_not_come_back_to_the_hit_party():
    back = hostel(flows=[flow("return", "broker", "hostel", "claims", "controller", ["name"])])
    found = blast_radius(back, party="hostel", data=["name"])
    assert "hostel" not in [one.party for one in found.downstream]


def test_steps_are_the_fewest_whatever_the_order_of_the_flows():
    content = copy.deepcopy(HOSTEL)
    content["flows"].append(flow("short", "hostel", "broker", "claims", "controller", ["name"]))
    for turned in (content["flows"], content["flows"][::-1]):
        found = blast_radius(
            DataMap.model_validate({**content, "flows": turned}), party="hostel", data=["name"]
        )
        assert {one.party: one.steps for one in found.downstream}["broker"] == 1


def test_who_gave_the_data_is_named_people_among_them():
    assert [one.party for one in blast_radius(hostel(), party="insurer").upstream] == ["hostel"]
    assert [one.party for one in blast_radius(hostel(), party="hostel").upstream] == ["guests"]


def test_a_processor_is_answered_for_by_its_controller():
    assert answers(blast_radius(hostel(), party="cloud")) == [("hostel", "processor", True)]


def test_a_system_that_another_runs_is_answered_for_by_whoever_uses_it():
    found = blast_radius(hostel(), system="platform")
    assert found.operator == "cloud"
    assert answers(found) == [("hostel", "processor", True)]


def test_a_recipient_that_is_a_controller_answers_for_its_own_copy():
    assert answers(blast_radius(hostel(), party="insurer")) == [("insurer", "controller", False)]


def test_joint_controllers_answer_together():
    assert set(answers(blast_radius(hostel(), party="sister"))) == {
        ("hostel", "joint-controller", True),
        ("sister", "joint-controller", False),
    }


def test_the_organisation_answers_for_what_it_holds():
    found = answers(blast_radius(hostel(), party="hostel", data=["name"]))
    assert found == [("hostel", "controller", True)]


def test_an_unclear_role_is_a_question():
    unclear = without("flows", "insure", role="unclear")
    found = blast_radius(unclear, party="insurer")
    assert {role for _, role, _ in answers(found)} == {"unclear"}
    assert "Does Insurer act as processor for Hostel, or for itself (Name)?" in found.questions[0]


def test_a_system_of_which_the_map_says_nothing_is_a_question():
    assert "does not say what App keeps" in blast_radius(hostel(), system="app").questions[0]


def test_all_that_is_wrong_is_told_at_once():
    with pytest.raises(ParameterError) as raised:
        blast_radius(hostel(), party="clowd", data=["nme"], subjects=["guest"])
    assert [str(fault) for fault in raised.value.faults] == [
        'party The map has no party "clowd". Did you mean "cloud"?',
        'data The map has no data category "nme". Did you mean "name"?',
        'subject The map has no kind of people "guest". Did you mean "guests"?',
    ]


@pytest.mark.parametrize("hit", [{}, {"party": "cloud", "system": "platform"}, {"party": "guests"}])
def test_what_cannot_be_hit_is_refused(hit):
    with pytest.raises(ParameterError):
        blast_radius(hostel(), **hit)


NEW_FLOWS = st.builds(
    lambda ends, data, role, stance: flow("new", *ends, "booking", role, data, stance=stance),
    st.permutations(("guests", *PARTIES))
    .map(lambda names: names[:2])
    .filter(lambda ends: ends[1] != "guests"),
    st.lists(st.sampled_from(DATA), min_size=1, max_size=3, unique=True),
    st.sampled_from(("controller", "processor", "unclear")),
    st.sampled_from(("recorded", "expected")),
)


@settings(max_examples=60)
@given(added=NEW_FLOWS, party=st.sampled_from(PARTIES))
def test_a_further_flow_never_shrinks_the_radius(added, party):
    before, after = blast_radius(hostel(), party=party), blast_radius(hostel(flows=[added]), party=party)
    grown = {row.subject: set(row.data) for row in after.exposed}
    assert all(set(row.data) <= grown[row.subject] for row in before.exposed)
    reached = {one.party: one for one in after.downstream}
    assert all(
        set(one.data) <= set(reached[one.party].data) and reached[one.party].steps <= one.steps
        for one in before.downstream
    )


@settings(max_examples=60)
@given(data=st.lists(st.sampled_from(DATA), min_size=1, unique=True), party=st.sampled_from(PARTIES))
def test_naming_data_never_widens_what_is_exposed(data, party):
    whole, part = blast_radius(hostel(), party=party), blast_radius(hostel(), party=party, data=data)
    everything = {row.subject: set(row.data) for row in whole.exposed}
    assert all(set(row.data) <= everything[row.subject] for row in part.exposed)
    assert {one.party for one in part.downstream} <= {one.party for one in whole.downstream}
