"""What a restriction forbids: on which days, of which data, in which activities, and what stays allowed."""

import datetime as dt
import itertools

import pytest

from audit_lib.law.restriction_rules import PROVISIONS, blocks, marketing_activities
from audit_lib.model.data_map import DataMap
from audit_lib.model.restriction import DataUse, Exemption, Ground, Restriction

BELOW = {
    "identity": frozenset({"identity", "passport", "photo"}),
    "passport": frozenset({"passport", "photo"}),
    "photo": frozenset({"photo"}),
    "rent": frozenset({"rent"}),
}
DAY = dt.date(2026, 11, 10)
USE = DataUse("passport", "letting", DAY)


def made(**fields):
    known = {"id": "RES-2026-0001", "person": "aaaa-bbbb-cccc-dddd", "request": "R-2026-0001"}
    return Restriction(**{**known, "ground": Ground.ACCURACY, "since": DAY, **fields})


def test_without_data_and_activities_everything_but_what_the_law_allows_is_blocked():
    for data, activity in itertools.product(BELOW, ("letting", None)):
        assert blocks(made(), DataUse(data, activity, DAY), BELOW)


@pytest.mark.parametrize("exemption", list(Exemption))
def test_what_the_law_allows_goes_on(exemption):
    assert not blocks(made(), USE._replace(exemption=exemption), BELOW)


@pytest.mark.parametrize(("days", "blocked"), [(-1, False), (0, True), (5, True), (6, False)])
def test_the_first_and_the_last_day_count(days, blocked):
    restricted = made(until=DAY + dt.timedelta(days=5))
    assert blocks(restricted, USE._replace(day=DAY + dt.timedelta(days=days)), BELOW) is blocked


@pytest.mark.parametrize(
    ("restricted", "used", "blocked"),
    [
        ("identity", "photo", True),
        ("photo", "identity", True),
        ("passport", "passport", True),
        ("rent", "identity", False),
        ("unknown", "unknown", True),
        ("unknown", "rent", False),
    ],
)
def test_a_category_stands_for_what_lies_beneath_it_on_both_sides(restricted, used, blocked):
    assert blocks(made(data=(restricted,)), USE._replace(data=used), BELOW) is blocked


def test_data_and_activities_together_block_this_data_there():
    restricted = made(data=("identity",), activities=("letting",))
    assert blocks(restricted, USE, BELOW)
    assert not blocks(restricted, USE._replace(activity="billing"), BELOW)
    assert not blocks(restricted, USE._replace(data="rent"), BELOW)
    assert blocks(restricted, USE._replace(activity=None), BELOW)


def test_an_objection_to_marketing_blocks_marketing_alone():
    restricted = made(ground=Ground.MARKETING, activities=("newsletter",))
    assert not blocks(restricted, USE, BELOW)
    assert not blocks(restricted, USE._replace(activity=None), BELOW)
    assert blocks(restricted, USE._replace(marketing=True), BELOW)
    assert blocks(restricted, USE._replace(activity="newsletter"), BELOW)


def test_after_an_objection_only_a_new_consent_allows_marketing():
    restricted, use = made(ground=Ground.MARKETING), USE._replace(marketing=True)
    allowed = [each for each in Exemption if not blocks(restricted, use._replace(exemption=each), BELOW)]
    assert allowed == [Exemption.STORAGE, Exemption.CONSENT]


def test_every_ground_says_what_it_rests_on():
    assert set(PROVISIONS) == set(Ground)


def test_marketing_is_known_by_the_kind_of_the_purpose():
    stance = {"stance": "recorded"}
    shop = {"id": "shop", "name": "Shop", "kind": "organisation", **stance}
    activity = {
        "name": "A",
        "function": "F",
        "controllers": ["shop"],
        "subjects": ["people"],
        "data": [],
        **stance,
    }
    data_map = DataMap.model_validate(
        {
            "map": {"id": "m", "title": "M", "jurisdiction": "UK", "controller": "shop"},
            "parties": [shop, {"id": "people", "name": "People", "kind": "individuals", **stance}],
            "purposes": [
                {"id": "news", "name": "News", "kind": "direct-marketing", **stance},
                {"id": "sale", "name": "Direct marketing by name alone", **stance},
            ],
            "activities": [
                {"id": "letters", "purpose": "news", **activity},
                {"id": "sales", "purpose": "sale", **activity},
            ],
        }
    )
    assert marketing_activities(data_map) == ("letters",)
