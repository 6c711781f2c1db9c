"""What housing law asks of a map: by sector, part of the kingdom and day."""

import datetime as dt

import pytest

from audit_lib.model.purpose import PurposeKind
from audit_lib.rules.facts import Facts
from audit_lib.rules.lettings import duties, expected_of_kind, kept_for, lets_homes


@pytest.fixture
def facts_of(make_map):
    def made(**fragment):
        return Facts(make_map({"map": {"sector": "private-letting"}}, fragment), dt.date(2026, 11, 22))

    return made


def test_who_lets_no_homes_has_no_duties(facts_of):
    facts = facts_of(map={"sector": "other"})
    assert not lets_homes(facts)
    assert duties(facts) == ()


def test_a_social_landlord_has_fewer(facts_of):
    private, social = facts_of(), facts_of(map={"sector": "social-letting"})
    assert set(duties(social)) < set(duties(private))
    assert not [row for row in duties(social) if row.private and row.social_since is None]


@pytest.mark.parametrize(("day", "bound"), [("2025-11-30", False), ("2025-12-01", True)])
def test_a_social_landlord_inspects_the_wiring_since_the_regulations_were_extended(make_map, day, bound):
    landlord = make_map({"map": {"sector": "social-letting"}}, {})
    kinds = {row.kind for row in duties(Facts(landlord, dt.date.fromisoformat(day)))}
    assert (PurposeKind.ELECTRICAL_SAFETY in kinds) is bound


def test_what_nobody_has_confirmed_is_told_apart(facts_of):
    facts = facts_of(
        purposes=[{"id": "gas", "kind": "gas-safety"}],
        activities=[{"id": "a", "purpose": "gas", "stance": "expected"}, {"id": "b", "purpose": "gas"}],
    )
    assert [activity.id for activity in expected_of_kind(facts, PurposeKind.GAS_SAFETY)] == ["a"]


def test_records_are_what_an_activity_makes_and_what_is_sensitive_in_it(facts_of):
    facts = facts_of(
        data=[{"id": "report"}, {"id": "passport", "sensitivity": "high-risk"}],
        activities=[{"id": "lets", "data": ["name", "passport"], "creates": ["report"]}],
        retention=[
            {"id": "names", "data": ["name"], "period": "P6Y"},
            {"id": "copies", "data": ["passport"], "period": "P1Y"},
            {"id": "reports", "data": ["report"], "period": "P2Y"},
            {"id": "all", "activities": ["lets"], "period": "P3Y"},
            {"id": "open", "activities": ["lets"]},
        ],
    )
    assert [each.id for each in kept_for(facts, facts.activities[0])] == ["copies", "reports", "all"]
