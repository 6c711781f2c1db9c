"""What goes with the person."""

from plan_map import changed, plan


def portable(found):
    return {one.activity: (one.provided, one.made) for one in found.portable}


def test_it_is_what_the_person_gave_under_consent_or_contract():
    assert portable(plan("portability")) == {
        "let": (("identity",), ("arrears",)),
        "show-reviews": (("review",), ()),
    }


def test_what_others_gave_does_not_go():
    assert "ask-referees" not in portable(plan("portability"))


def test_what_an_activity_makes_is_asked_about():
    [asked] = [one for one in plan("portability").questions if "observed" in one.says]
    assert asked.about == ("data:arrears",)


def test_under_other_bases_nothing_goes():
    def owed(activities):
        return [{**one, "bases": []} for one in activities]

    assert plan("portability", data_map=changed(activities=owed)).portable == ()


def test_only_what_is_asked_about_goes():
    assert portable(plan("portability", data=["passport"])) == {"let": (("passport",), ())}
