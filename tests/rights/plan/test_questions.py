"""What the map cannot tell is asked, once for all of a sort."""

from plan_map import activity, changed, plan


def about(found, words):
    [one] = [each for each in found.questions if words in each.says]
    return one.about


def test_a_class_of_recipients_is_asked_which_ones():
    assert about(plan("erasure"), "Which ones") == ("party:trades",)


def test_an_unclear_role_is_asked():
    assert about(plan("erasure"), "in which role") == ("party:trades",)


def test_what_nobody_has_confirmed_is_asked():
    assert about(plan("erasure"), "Nobody has confirmed") == ("party:surveyor",)


def test_a_missing_basis_is_asked_where_it_decides():
    assert about(plan("erasure"), "On which lawful basis") == ("activity:watch", "activity:help-police")
    assert not [one for one in plan("access").questions if "lawful basis" in one.says]


def test_a_missing_period_is_asked_for_an_erasure():
    assert about(plan("erasure"), "No period is stated") == ("data:footage", "data:reference")


def test_an_activity_whose_data_nobody_holds_is_asked_about():
    lost = activity("lose", "letting", ["lost"])
    data = {"id": "lost", "name": "Lost", "stance": "recorded"}
    found = plan("access", data_map=changed(activities=lambda a: [*a, lost], data=lambda d: [*d, data]))
    assert about(found, "No flow shows it") == ("activity:lose",)


def test_a_processor_that_gets_nothing_is_asked_about():
    def name_idle(activities):
        return [{**activities[0], "processors": ["host", "idle"]}, *activities[1:]]

    assert about(plan("access", data_map=changed(activities=name_idle)), "what they get") == ("party:idle",)


def test_a_system_that_keeps_such_data_and_is_never_named_is_asked_about():
    drawer = {
        "id": "drawer",
        "name": "Drawer",
        "kind": "file-store",
        "operator": "agent",
        "holds": ["reference"],
    }
    found = plan("access", data_map=changed(systems=lambda s: [*s, {**drawer, "stance": "recorded"}]))
    assert about(found, "in these systems too") == ("system:drawer",)


def test_a_contract_with_somebody_else_is_asked_about():
    def with_owner(activities):
        return [{**activities[0], "contract_with": ["scheme"]}, *activities[1:]]

    assert about(plan("portability", data_map=changed(activities=with_owner)), "party to the contract") == (
        "activity:let",
    )


def test_who_answers_is_asked_unless_the_map_says_it():
    assert plan("access").questions[0].says.startswith("Who answers this right?")
    offered = {"id": "copies", "right": "access", "team": "desk", "stance": "recorded"}
    found = plan("access", data_map=changed(rights=[offered]))
    assert found.desk.team == "desk"
    assert not any("Who answers" in one.says for one in found.questions)


def test_a_map_without_marketing_is_no_proof_that_there_is_none():
    def quiet(activities):
        return [one for one in activities if one["purpose"] != "news"]

    found = plan("objection", marketing=True, data_map=changed(activities=quiet, flows=lambda flows: []))
    assert any("no direct marketing" in one.says for one in found.questions)
    assert not [one for one in plan("objection", marketing=True).questions if "no direct" in one.says]
