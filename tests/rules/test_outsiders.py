"""Who comes to hold what outside, counted without counting anything twice."""

import datetime as dt

import pytest

from audit_lib.law.identifiers import Identifies
from audit_lib.rules.facts import Facts
from audit_lib.rules.outsiders import given_directly, holders, how_much, identifying, leaves


@pytest.fixture
def facts(make_map):
    fragment = {
        "parties": [{"id": "first"}, {"id": "second"}, {"id": "third"}],
        "data": [
            {"id": "contacts", "name": "Contact details"},
            {"id": "phone", "name": "Phone number", "parent": "contacts"},
            {"id": "cookie", "name": "Cookie identifier"},
        ],
        "flows": [
            {"id": "give", "data": ["contacts"]},
            {"id": "send", "from": "agent", "to": "first", "data": ["contacts"]},
            {"id": "on", "from": "first", "to": "second", "data": ["contacts"]},
            {"id": "perhaps", "from": "second", "to": "third", "data": ["contacts"], "stance": "expected"},
        ],
    }
    return Facts(make_map(fragment), dt.date(2026, 11, 22))


def test_what_has_something_beneath_it_is_not_counted(facts):
    assert leaves(facts) == {"name", "phone", "cookie"}


def test_identifiers_are_told_apart_by_who_can_read_them(facts):
    assert identifying(facts, Identifies.DIRECTLY) == {"name", "phone"}
    assert identifying(facts, Identifies.BY_A_KEY) == {"cookie"}


def test_data_is_followed_through_every_hand_but_not_through_an_expected_flow(facts):
    assert holders(facts, ["phone", "cookie"]) == {"first": ["phone"], "second": ["phone"]}


def test_what_comes_from_another_outsider_is_not_given_directly(facts):
    assert "first" in given_directly(facts)
    assert not {"second", "third"} & given_directly(facts)


def test_how_much_somebody_holds_counts_the_last_level_alone(facts):
    assert how_much(facts, ["second", "third"]) == {"second": 1, "third": 0}
