"""Who is asked, in which order, in which role, and for what."""

import pytest
from plan_map import changed, flow, plan

from audit_lib.model.request_plan import Standing


def source(found, party):
    [one] = [each for each in found.sources if each.party == party]
    return one


def test_our_own_come_first_then_who_acts_for_us_then_who_answers_for_itself():
    order = [(one.party, one.standing.value) for one in plan("access").sources]
    assert order == [
        ("agent", "own"),
        ("desk", "own"),
        ("host", "processor"),
        ("store", "sub-processor"),
        ("partner", "joint-controller"),
        ("trades", "unclear"),
        ("scheme", "independent-controller"),
        ("buyer", "independent-controller"),
        ("police", "independent-controller"),
        ("surveyor", "independent-controller"),
        ("readers", "public"),
    ]


def test_who_answers_for_itself_is_known_and_not_searched():
    found = plan("access")
    assert [one.party for one in found.known] == ["scheme", "buyer", "police", "surveyor", "readers"]
    assert [one.party for one in found.searched] == ["agent", "desk", "host", "store", "partner", "trades"]


def test_a_source_says_what_to_ask_for_where_it_rests_and_why_it_has_it():
    host = source(plan("access"), "host")
    assert host.data == ("identity", "arrears")
    assert [(one.system, one.data) for one in host.resting] == [
        ("cloud", ("identity", "name", "passport", "arrears"))
    ]
    assert host.flows == ("host-it",)
    assert host.activities == ("let",)
    assert host.contracts == ("Hosting 2025",)
    assert host.teams == ("agent",)


def test_a_category_that_is_held_only_in_part_gives_way_to_its_parts():
    assert source(plan("access"), "scheme").data == ("name", "arrears")


def test_a_sub_processor_is_asked_through_its_processor():
    store = source(plan("erasure"), "store")
    assert store.through == ("host",)
    assert store.ask.startswith("Have Host instruct it: ")


def test_a_team_of_an_outsider_acts_as_the_outsider_does():
    def with_branch(flows):
        return [*flows, flow("pass", "host>idle", "internal", "let", ["name"])]

    assert source(plan("access", data_map=changed(flows=with_branch)), "idle").standing is Standing.PROCESSOR


def test_a_processor_that_only_runs_a_system_is_known_by_the_activity():
    bare = changed(flows=lambda flows: [one for one in flows if one["id"] != "host-it"])
    assert source(plan("access", data_map=bare), "host").standing is Standing.PROCESSOR


def test_an_operator_that_nothing_else_speaks_of_is_asked_in_which_role_it_acts():
    def unnamed(activities):
        return [{**activities[0], "processors": []}, *activities[1:]]

    bare = changed(activities=unnamed, flows=lambda flows: [one for one in flows if one["id"] != "host-it"])
    assert source(plan("access", data_map=bare), "host").standing is Standing.UNCLEAR


def test_a_controller_beside_us_in_one_activity_is_a_joint_one():
    def beside(activities):
        return [{**activities[0], "controllers": ["agent", "idle"]}, *activities[1:]]

    assert (
        source(plan("access", data_map=changed(activities=beside)), "idle").standing
        is Standing.JOINT_CONTROLLER
    )


def test_of_several_roles_the_one_nearest_to_our_search_decides():
    def twice(flows):
        return [*flows, flow("own-use", "agent>host", "controller", "let", ["name"])]

    host = source(plan("access", data_map=changed(flows=twice)), "host")
    assert host.standing is Standing.PROCESSOR
    assert [role.value for role in host.roles] == ["processor", "controller"]


def test_periods_are_those_of_what_it_has_the_data_for():
    [kept] = source(plan("access"), "host").kept
    assert (kept.retention, kept.period, kept.data) == ("keep-let", "P6Y", ("identity", "arrears"))
    assert source(plan("access"), "police").kept == ()


def test_what_is_only_expected_stands_last_among_its_like_and_says_so():
    surveyor = source(plan("access"), "surveyor")
    assert surveyor.expected
    assert not source(plan("access"), "scheme").expected


@pytest.mark.parametrize(
    ("right", "options", "concerned"),
    [
        ("objection", {"marketing": True}, ["agent", "readers"]),
        ("withdraw-consent", {}, ["agent", "readers"]),
        ("automated-decisions", {}, []),
    ],
)
def test_a_right_of_narrow_reach_concerns_only_who_has_data_for_what_it_reaches(right, options, concerned):
    found = plan(right, **options)
    asked = [one.party for one in found.sources if one.concerned]
    assert asked == [one for one in concerned if one in asked]
    assert len(found.sources) == len(plan("access").sources)


def test_a_right_of_narrow_reach_asks_only_for_the_data_that_it_reaches():
    assert source(plan("objection", marketing=True), "agent").data == ("name",)
    assert source(plan("portability"), "agent").data == ("identity", "arrears")
