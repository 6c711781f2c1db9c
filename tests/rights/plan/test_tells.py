"""Who learns of a rectification, an erasure or a restriction, and from whom."""

import pytest
from plan_map import changed, flow, plan


def kinds(found):
    return {one.party: one.kind.value for one in found.tells}


def telling(found, party):
    [one] = [each for each in found.tells if each.party == party]
    return one


@pytest.mark.parametrize("right", ["rectification", "erasure", "restriction"])
def test_every_recipient_is_told_in_its_own_way(right):
    assert kinds(plan(right)) == {
        "host": "instruct",
        "store": "instruct",
        "partner": "tell",
        "scheme": "tell",
        "trades": "tell",
        "surveyor": "tell",
        "buyer": "onward",
        "readers": "public",
        "police": "doubt",
    }


@pytest.mark.parametrize(
    "right", ["access", "portability", "objection", "withdraw-consent", "automated-decisions"]
)
def test_other_rights_oblige_nobody_to_tell(right):
    assert plan(right).tells == ()


def test_the_people_themselves_and_our_own_teams_are_no_recipients():
    def send_back(flows):
        return [*flows, flow("statement", "agent>tenants", "individual", "let", ["arrears"])]

    assert not {"tenants", "desk", "agent"} & kinds(plan("erasure", data_map=changed(flows=send_back))).keys()


def test_people_of_another_kind_are_recipients():
    def gossip(flows):
        return [*flows, flow("gossip", "agent>guests", "individual", "let", ["arrears"])]

    assert kinds(plan("erasure", data_map=changed(flows=gossip)))["guests"] == "tell"


def test_an_authority_that_gets_data_outside_an_inquiry_is_told():
    def register(flows):
        return [*flows, flow("register", "agent>police", "controller", "let", ["name"])]

    assert kinds(plan("erasure", data_map=changed(flows=register)))["police"] == "tell"


def test_that_an_authority_is_in_an_inquiry_is_an_assumption():
    assert telling(plan("erasure"), "police").authority.value == "assumption"
    assert telling(plan("erasure"), "scheme").authority.value == "law"


def test_an_onward_recipient_is_told_by_who_disclosed_it():
    buyer = telling(plan("erasure"), "buyer")
    assert buyer.senders == ("scheme",)
    assert "ask Scheme to pass the news on" in buyer.says


def test_what_a_processor_discloses_is_our_disclosure():
    def through_host(flows):
        return [*flows, flow("feed", "host>idle", "controller", "let", ["name"])]

    assert kinds(plan("erasure", data_map=changed(flows=through_host)))["idle"] == "tell"


def test_a_processor_that_is_a_controller_too_is_told_as_one():
    def twice(flows):
        return [*flows, flow("own-use", "agent>host", "controller", "let", ["name"])]

    assert kinds(plan("erasure", data_map=changed(flows=twice)))["host"] == "tell"


def test_what_is_made_public_rests_on_another_provision_for_an_erasure_alone():
    assert telling(plan("erasure"), "readers").provision == "UK GDPR Art. 17(2)"
    assert telling(plan("rectification"), "readers").provision == "UK GDPR Art. 19"


def test_who_gets_it_only_by_an_expected_flow_is_not_confirmed():
    assert telling(plan("erasure"), "surveyor").expected


def test_only_recipients_of_what_is_asked_about_are_told():
    assert kinds(plan("erasure", data=["arrears"])).keys() == {"host", "scheme"}


def test_the_regulator_that_looks_into_a_complaint_is_told_only_after_a_thought():
    def complain(flows):
        return [*flows, flow("register", "agent>police", "controller", "let", ["name"])]

    found = changed(flows=complain, map=lambda values: {**values, "regulator": "police"})
    assert kinds(plan("erasure", data_map=found))["police"] == "doubt"
