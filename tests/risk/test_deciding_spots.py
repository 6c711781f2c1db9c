"""Where people are decided about, advertised to, or put in danger by being found."""

from __future__ import annotations

import pytest

from audit_lib.risk import deciding_spots as deciding
from audit_lib.risk.facts import RiskFacts


def _places(find, data_map):
    return [spot.place for spot in find(RiskFacts(data_map))]


@pytest.mark.parametrize(
    ("kind", "find"),
    [
        ("referencing", deciding.admissions),
        ("right-to-rent", deciding.admissions),
        ("debt-recovery", deciding.decisions),
        ("antisocial-behaviour", deciding.decisions),
        ("direct-marketing", deciding.promotions),
    ],
)
def test_the_kind_of_purpose_tells(content, build, kind, find):
    assert _places(find, build(content)) == []
    content["purposes"][0]["kind"] = kind
    assert _places(find, build(content)) == ["activity:let"]


def test_a_machine_that_decides_counts_whatever_the_purpose(content, build):
    content["activities"][0]["automated_decisions"] = "A score decides."
    assert _places(deciding.decisions, build(content)) == ["activity:let"]


def test_who_may_have_a_home_is_not_decided_by_debt_recovery(content, build):
    content["purposes"][0]["kind"] = "debt-recovery"
    assert _places(deciding.admissions, build(content)) == []


def test_unequal_treatment_needs_a_decision_and_data_that_the_law_protects(content, build):
    content["purposes"][0]["kind"] = "referencing"
    assert _places(deciding.unequal, build(content)) == []
    content["data"][0]["sensitivity"] = "special-category"
    assert _places(deciding.unequal, build(content)) == ["activity:let"]
    content["purposes"][0]["kind"] = "repairs"
    assert _places(deciding.unequal, build(content)) == []


@pytest.mark.parametrize("kind", ["child", "adult-at-risk"])
def test_what_leaves_the_house_about_people_at_risk_can_lead_to_them(content, build, kind):
    content["parties"][2]["vulnerability"] = [kind]
    assert _places(deciding.about_people_at_risk, build(content)) == ["flow:host", "flow:share"]


def test_workers_are_no_people_at_risk_of_being_found(content, build):
    content["parties"][2]["vulnerability"] = ["worker"]
    assert _places(deciding.about_people_at_risk, build(content)) == []


def test_what_is_only_expected_is_no_such_place(content, build):
    content["purposes"][0]["kind"] = "referencing"
    content["activities"][0]["stance"] = "expected"
    assert _places(deciding.admissions, build(content)) == []
