"""How far a right reaches into each activity."""

from plan_map import activity, basis, changed, plan


def reaches(found):
    return {one.activity: one.reach.value for one in found.verdicts}


def test_each_activity_is_judged_by_its_basis():
    assert reaches(plan("erasure")) == {
        "let": "limited",
        "check": "does not apply",
        "post-news": "applies",
        "watch": "ask",
        "help-police": "ask",
        "ask-referees": "applies",
        "show-reviews": "applies",
    }


def test_the_law_that_the_map_names_is_said():
    [check] = [one for one in plan("erasure").verdicts if one.activity == "check"]
    assert check.law == "A Rent Act"


def test_a_basis_that_is_not_stated_matters_only_where_it_decides():
    assert set(reaches(plan("access")).values()) == {"applies"}
    assert reaches(plan("portability"))["watch"] == "ask"


def test_one_verdict_for_each_basis():
    two = activity("let", "letting", ["identity"], bases=[basis("contract"), basis("legal-obligation")])
    found = plan("erasure", data_map=changed(activities=lambda a: [two, *a[1:]]))
    assert [one.reach.value for one in found.verdicts if one.activity == "let"] == [
        "limited",
        "does not apply",
    ]


def test_an_objection_is_weighed_but_for_marketing():
    found = {one.activity: one for one in plan("objection").verdicts}
    assert "weigh it" not in found["post-news"].reason
    assert found["post-news"].marketing
    assert found["let"].reach.value == "does not apply"


def test_an_objection_to_marketing_leaves_other_purposes_alone():
    assert reaches(plan("objection", marketing=True)) == {"post-news": "applies"}


def test_legitimate_interests_are_weighed():
    other = activity(
        "watch", "watching", ["footage"], creates=["footage"], bases=[basis("legitimate-interests")]
    )
    found = plan(
        "objection",
        data_map=changed(activities=lambda a: [other if one["id"] == "watch" else one for one in a]),
    )
    [watch] = [one for one in found.verdicts if one.activity == "watch"]
    assert "weigh it" in watch.reason


def test_only_consent_can_be_withdrawn():
    found = reaches(plan("withdraw-consent"))
    assert [name for name, reach in found.items() if reach == "applies"] == ["ask-referees", "show-reviews"]


def test_automated_decisions_are_those_that_the_map_states():
    def decide(activities):
        return [
            {**activities[0], "automated_decisions": "A score decides"},
            {**activities[1], "automated_decisions": "none"},
            *activities[2:],
        ]

    found = reaches(plan("automated-decisions", data_map=changed(activities=decide)))
    assert (found["let"], found["check"], found["watch"]) == ("applies", "does not apply", "ask")


def test_what_is_expected_or_unclear_is_said():
    unsure = activity("check", "checking", ["passport"], bases=[basis("legal-obligation", stance="expected")])
    found = plan("erasure", data_map=changed(activities=lambda a: [a[0], unsure, *a[2:]]))
    assert [one.expected for one in found.verdicts if one.activity == "check"] == [True]


def test_activities_of_others_are_theirs_to_judge():
    foreign = activity("their-own", "letting", ["name"], controllers=["scheme"])
    assert "their-own" not in reaches(plan("erasure", data_map=changed(activities=lambda a: [*a, foreign])))
