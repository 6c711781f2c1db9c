"""What is checked before anything is handed over."""

import pytest
from plan_map import activity, changed, flow, plan


def concerns(found):
    return [one.concern.value for one in found.held_back]


def test_what_others_gave_may_show_them_as_the_source():
    first = plan("access").held_back[0]
    assert (first.data, first.others, first.flows) == (("reference",), ("guests",), ("refer",))
    assert first.provision == "UK GDPR Art. 15(4); DPA 2018 Sch. 2 para. 16"


def test_pictures_show_whoever_was_there_and_that_is_an_assumption():
    [pictures] = [one for one in plan("access").held_back if one.says.startswith("Pictures")]
    assert pictures.data == ("footage",)
    assert pictures.authority.value == "assumption"


def test_rows_about_several_kinds_of_people_name_the_others():
    def together(flows):
        return [
            *flows,
            flow("ledger", "agent>desk", "internal", "let", ["arrears"], subjects=["tenants", "guests"]),
        ]

    [shared] = [
        one for one in plan("access", data_map=changed(flows=together)).held_back if one.flows == ("ledger",)
    ]
    assert (shared.data, shared.others) == (("arrears",), ("guests",))


def test_a_reference_for_a_tenancy_is_not_among_those_exempt():
    [reference] = [one for one in plan("access").held_back if one.concern.value == "references"]
    assert reference.data == ("reference",)
    assert "for a tenancy is not" in reference.says


@pytest.mark.parametrize(
    ("right", "expected"),
    [
        ("access", {"other people", "references", "crime and taxation"}),
        ("portability", {"crime and taxation"}),
        ("erasure", {"crime and taxation"}),
        ("withdraw-consent", set()),
        ("automated-decisions", set()),
    ],
)
def test_an_exemption_stands_only_where_its_provision_reaches(right, expected):
    def inquire(activities):
        return [*activities, activity("look-into", "policing", ["name"])]

    assert set(concerns(plan(right, data_map=changed(activities=inquire)))) == expected


def test_privilege_and_negotiations_belong_to_claims():
    def claim(activities):
        return [*activities, activity("sue", "claims", ["arrears"])]

    extra = {"id": "claims", "name": "Claims", "kind": "legal-claims", "stance": "recorded"}
    found = plan("access", data_map=changed(activities=claim, purposes=lambda p: [*p, extra]))
    assert {"legal privilege", "negotiations"} <= set(concerns(found))


def test_marketing_is_stopped_whatever_is_under_inquiry():
    assert plan("objection", marketing=True).held_back == ()


def test_health_data_waits_for_a_health_professional_unless_the_person_knows_it():
    def health(data):
        special = {"sensitivity": "special-category", "parent": "identity", "stance": "recorded"}
        return [*data, {"id": "health", "name": "Health", **special}]

    found = changed(data=health)
    [one] = [one for one in plan("access", data_map=found).held_back if one.concern.value == "health"]
    assert one.data == ("health",)
    assert (one.provision, one.authority.value) == ("DPA 2018 Sch. 3 para. 5, 6", "assumption")
    assert "health" not in concerns(plan("portability", data_map=found))
