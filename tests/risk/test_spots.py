"""Where in a map each kind of harm can happen."""

from __future__ import annotations

import pytest

from audit_lib.risk import spots
from audit_lib.risk.facts import RiskFacts


def _places(find, data_map):
    return list(dict.fromkeys(spot.place for spot in find(RiskFacts(data_map))))


def test_holders_are_those_who_keep_sensitive_data_and_not_the_people_themselves(content, build):
    assert _places(spots.holders, build(content)) == ["party:agency", "party:cloud", "party:owner"]


def test_holders_of_ordinary_data_count_where_there_is_nothing_else(content, build):
    content["data"][0]["sensitivity"] = "ordinary"
    assert "party:cloud" in _places(spots.holders, build(content))


def test_a_holder_has_a_spot_for_each_system_and_one_for_the_rest(content, entry, flow, build):
    content["data"].append(entry("card", sensitivity="high-risk"))
    content["flows"].append(flow("pay", "tenants", "cloud", "processor", data=["card"]))
    found = [s for s in spots.holders(RiskFacts(build(content))) if s.place == "party:cloud"]
    assert [(sorted(s.systems), sorted(s.data)) for s in found] == [(["crm"], ["passport"]), ([], ["card"])]


@pytest.mark.parametrize(
    "find", [spots.holders, spots.crossings, spots.other_users, spots.untold, spots.unbound, spots.demands]
)
def test_what_is_only_expected_is_no_place_of_harm(content, build, find):
    for flow in content["flows"]:
        flow["stance"] = "expected"
    content["systems"] = []
    assert _places(find, build(content)) == []


def test_crossings_leave_out_flows_inside(content, flow, build):
    content["flows"].append(flow("within", "agency", "desk", "internal"))
    assert _places(spots.crossings, build(content)) == ["flow:apply", "flow:host", "flow:share"]


def test_other_users_are_those_that_decide_for_themselves(content, build):
    assert _places(spots.other_users, build(content)) == ["flow:share"]


def test_a_flow_carries_only_what_its_sender_holds(content, flow, build):
    content["flows"] = [flow("share", "agency", "owner", "controller", data=["passport", "address"])]
    content["activities"][0]["creates"] = ["address"]
    (spot,) = spots.other_users(RiskFacts(build(content)))
    assert spot.data == {"address"}


def test_untold_are_classes_of_recipients_and_what_the_notice_is_silent_of(content, build):
    assert _places(spots.untold, build(content)) == []
    content["parties"][4]["generic"] = True
    assert _places(spots.untold, build(content)) == ["flow:share"]


def test_data_without_a_period_is_at_risk_of_being_kept(content, build):
    assert _places(spots.without_period, build(content)) == []
    content["retention"][0]["period"] = "not-stated"
    assert _places(spots.without_period, build(content)) == ["activity:let"]


def test_automated_decisions_make_a_profile(content, build):
    assert _places(spots.profiles, build(content)) == []
    content["activities"][0]["automated_decisions"] = "Scores applicants"
    assert _places(spots.profiles, build(content)) == ["activity:let"]


def test_a_transfer_is_at_risk_until_its_safeguard_is_known(content, build):
    assert _places(spots.transfers, build(content)) == []
    content["flows"][1]["transfer"] = {"country": "US"}
    assert _places(spots.transfers, build(content)) == ["flow:host"]
    content["flows"][1]["transfer"]["mechanism"] = "UK-US data bridge"
    assert _places(spots.transfers, build(content)) == []


def test_a_recipient_of_unknown_country_is_a_question_and_no_transfer(content, build):
    del content["parties"][3]["country"]
    assert _places(spots.transfers, build(content)) == []


def test_an_unclear_basis_is_weak(content, build):
    assert _places(spots.weak_grounds, build(content)) == []
    content["activities"][0]["bases"] = []
    assert _places(spots.weak_grounds, build(content)) == ["activity:let"]


def test_cameras_watch(content, entry, build):
    content["systems"].append(entry("camera", kind="cctv", operator="agency"))
    content["activities"][0]["systems"] = ["camera"]
    assert _places(spots.watching, build(content)) == ["activity:let"]


def test_a_processor_without_a_contract_is_unbound(content, build):
    assert _places(spots.unbound, build(content)) == []
    del content["flows"][1]["contract"]
    assert _places(spots.unbound, build(content)) == ["flow:host"]


def test_doors_are_channels_for_rights(content, entry, build):
    content["channels"] = [
        entry("form", kind="online-form", uses=["rights"], party="desk"),
        entry("banner", kind="banner", uses=["cookies"], party="agency"),
    ]
    (spot,) = spots.doors(RiskFacts(build(content)))
    assert (spot.place, sorted(spot.data)) == ("channel:form", ["passport"])


def test_rights_must_reach_outside_holders_and_need_a_door(content, build):
    content["rights"] = [{"id": "erase", "right": "erasure", "stance": "recorded"}]
    assert _places(spots.spread_holders, build(content)) == ["party:cloud", "party:owner", "right:erase"]


def test_publications_are_what_anybody_can_read(content, entry, flow, build):
    content["parties"].append(entry("readers", kind="public"))
    content["flows"].append(flow("publish", "agency", "readers", "public"))
    assert _places(spots.publications, build(content)) == ["flow:publish"]


def test_demands_are_disclosures_to_authorities(content, entry, flow, build):
    content["parties"].append(entry("council", kind="authority"))
    content["flows"].append(flow("tell", "agency", "council", "controller"))
    assert _places(spots.demands, build(content)) == ["flow:tell"]


def test_consents_are_activities_on_consent(content, build):
    content["activities"][0]["bases"] = [{"basis": "consent", "stance": "recorded"}]
    assert _places(spots.consents, build(content)) == ["activity:let"]
