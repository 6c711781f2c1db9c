"""Where a breach would expose most."""

import random

from incident_maps import HOSTEL, hostel, without

from audit_lib.incidents.ranking import rank_exposure
from audit_lib.model.data_map import DataMap


def ranked(data_map=None):
    return {row.hit: row for row in rank_exposure(data_map or hostel())}


def test_everybody_who_has_anything_is_ranked_once():
    rows = rank_exposure(hostel())
    assert [row.rank for row in rows] == list(range(1, len(rows) + 1))
    assert {row.hit for row in rows} == {
        *(
            f"party:{name}"
            for name in ("hostel", "front-desk", "cloud", "sister", "insurer", "broker", "archive")
        ),
        *(f"system:{name}" for name in ("platform", "mailbox", "app")),
    }


def test_the_weight_is_people_times_severity():
    cloud = ranked()["party:cloud"]
    assert (cloud.people, cloud.context, cloud.identification, cloud.severity) == (300, 3, 1, 4)
    assert cloud.exposure == cloud.weight == 300 * 4


def test_people_count_by_their_own_data():
    counted = without("parties", "staff", number=10)
    hostel_row = ranked(counted)["party:hostel"]
    assert hostel_row.people == 310
    # Guests: diet and identity; staff: mood, of which nothing is stated.
    assert hostel_row.weight == 300 * 5 + 10 * (3 * 1 + 1)
    assert hostel_row.severity == 5


def test_people_whom_nobody_counted_weigh_as_many_as_the_largest_known_kind():
    row = ranked()["party:hostel"]
    assert row.people == 300
    assert row.uncounted == ("staff",)
    assert row.exposure == 300 * 5
    assert row.weight == 300 * 5 + 300 * 4


def test_without_any_number_there_is_no_exposure_and_still_an_order():
    rows = rank_exposure(without("parties", "guests", number="not-stated"))
    assert {row.exposure for row in rows} == {None}
    assert [row.weight for row in rows] == sorted((row.weight for row in rows), reverse=True)


def test_what_calls_for_particular_care_is_marked():
    rows = ranked()
    assert rows["party:sister"].special_category
    assert not rows["party:cloud"].special_category
    assert rows["party:cloud"].children
    assert rows["party:archive"].expected
    assert rows["party:sister"].assumed
    assert not rows["party:cloud"].assumed


def test_the_role_says_what_each_is_to_the_organisation():
    rows = ranked()
    assert rows["party:hostel"].role == "the organisation"
    assert rows["party:front-desk"].role == "part of the organisation"
    assert rows["party:cloud"].role == "processor"
    assert rows["party:insurer"].role == "controller"
    assert rows["system:platform"].role == "run by Cloud"


def test_the_order_of_the_map_makes_no_difference():
    for seed in range(5):
        turned = {
            section: random.Random(seed).sample(entries, len(entries))
            if isinstance(entries, list)
            else entries
            for section, entries in HOSTEL.items()
        }
        again = rank_exposure(DataMap.model_validate(turned))
        assert [(row.hit, row.weight, row.role) for row in again] == [
            (row.hit, row.weight, row.role) for row in rank_exposure(hostel())
        ]


def test_a_system_that_holds_no_category_about_anybody_is_left_out():
    data_map = DataMap.model_validate(
        {
            "map": {"id": "m", "title": "M", "jurisdiction": "UK", "controller": "us"},
            "parties": [
                {"id": "us", "name": "Us", "kind": "organisation", "stance": "recorded"},
                {"id": "guests", "name": "Guests", "kind": "individuals", "stance": "recorded"},
            ],
            "systems": [
                {"id": "desk", "name": "Desk", "kind": "platform", "operator": "us", "stance": "recorded"}
            ],
            "purposes": [{"id": "stay", "name": "Stay", "stance": "recorded"}],
            "activities": [
                {
                    "id": "host",
                    "name": "Host",
                    "function": "Front desk",
                    "purpose": "stay",
                    "controllers": ["us"],
                    "subjects": ["guests"],
                    "data": [],
                    "systems": ["desk"],
                    "stance": "recorded",
                }
            ],
        }
    )
    assert rank_exposure(data_map) == ()
