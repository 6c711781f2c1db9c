"""What a data map answers itself: equality, hash, hierarchy, who is inside, where a flow goes."""

import json
import random

import pytest

from audit_lib.errors import Place
from audit_lib.model.data_map import DataMap
from audit_lib.model.flow import Direction


def with_flow(content, sender, recipient):
    content["flows"][0] |= {"from": sender, "to": recipient}
    data_map = DataMap.model_validate(content)
    return data_map.direction(data_map.flow["order"])


def with_teams(content):
    content["parties"] += [
        {"id": "ovens", "name": "Ovens", "kind": "team", "part_of": "night-shift", "stance": "recorded"},
        {
            "id": "night-shift",
            "name": "Night shift",
            "kind": "team",
            "part_of": "bakery-ltd",
            "stance": "recorded",
        },
        {"id": "drivers", "name": "Drivers", "kind": "team", "part_of": "carrier", "stance": "recorded"},
    ]
    return content


def test_two_maps_that_say_the_same_are_equal_and_hash_alike(content):
    one, other = DataMap.model_validate(content), DataMap.model_validate(json.loads(json.dumps(content)))
    assert one == other
    assert hash(one) == hash(other)


def test_where_it_stands_changes_neither_equality_nor_hash(content):
    here = DataMap.model_validate(content)
    there = DataMap.model_validate(content | {"places": {"flow:order": Place("flows.yaml", 3, 5)}})
    assert here == there
    assert here.sha256 == there.sha256


def test_the_order_of_keys_does_not_change_the_hash(content):
    shuffled = dict(random.Random(7).sample(list(content.items()), len(content)))
    assert list(shuffled) != list(content)
    assert DataMap.model_validate(shuffled).sha256 == DataMap.model_validate(content).sha256


def test_a_changed_word_changes_the_hash(content):
    before = DataMap.model_validate(content)
    content["purposes"][0]["name"] = "Deliver cake"
    after = DataMap.model_validate(content)
    assert before.sha256 != after.sha256
    assert before != after


def test_the_content_is_a_map_again(content):
    data_map = DataMap.model_validate(content)
    assert DataMap.model_validate(data_map.content()) == data_map


def test_the_content_uses_the_names_of_the_files(content):
    said = DataMap.model_validate(content).content()
    assert said["map"]["id"] == "bakery"
    assert said["flows"][0]["from"] == "customers"


def test_a_map_is_not_equal_to_anything_else(content):
    assert DataMap.model_validate(content) != content


def test_a_category_stands_for_itself_and_all_beneath_it(content):
    below = DataMap.model_validate(content).below
    assert below["identity"] == {"identity", "name", "first-name"}
    assert below["name"] == {"name", "first-name"}
    assert below["address"] == {"address"}


def test_atoms_join_what_several_categories_stand_for(content):
    data_map = DataMap.model_validate(content)
    assert data_map.atoms(("name", "address")) == {"name", "first-name", "address"}
    assert data_map.atoms(()) == frozenset()


def test_teams_of_teams_are_inside(content):
    assert DataMap.model_validate(with_teams(content)).inside == {"bakery-ltd", "night-shift", "ovens"}


@pytest.mark.parametrize(
    ("sender", "recipient", "direction"),
    [
        ("customers", "bakery-ltd", Direction.COLLECTED),
        ("bakery-ltd", "customers", Direction.SENT),
        ("carrier", "customers", Direction.SENT),
        ("ovens", "bakery-ltd", Direction.INSIDE),
        ("ovens", "carrier", Direction.DISCLOSED),
        ("drivers", "night-shift", Direction.RECEIVED),
        ("carrier", "drivers", Direction.ONWARD),
    ],
)
def test_where_a_flow_goes_is_seen_from_the_controller(content, sender, recipient, direction):
    assert with_flow(with_teams(content), sender, recipient) is direction


def test_the_people_are_the_data_subjects(content):
    assert DataMap.model_validate(content).individuals == {"customers"}


def test_every_entry_has_its_reference_in_the_order_of_the_sections(content):
    references = [reference for reference, _ in DataMap.model_validate(content).entries()]
    assert references[:4] == ["party:customers", "party:bakery-ltd", "party:carrier", "system:till"]
    assert references[-1] == "clause:c-1"


def test_an_entry_is_called_by_its_name_or_else_its_id(content):
    data_map = DataMap.model_validate(content)
    assert data_map.name("party:carrier") == "Carrier"
    assert data_map.name("flow:order") == "order"
    assert data_map.name("flow:unheard-of") == "unheard-of"


def test_an_entry_that_was_not_read_from_a_file_has_its_reference_for_a_place(content):
    data_map = DataMap.model_validate(content | {"places": {"flow:order": Place("flows.yaml", 3, 5)}})
    assert str(data_map.place("flow:order")) == "flows.yaml:3:5"
    assert str(data_map.place("party:carrier")) == "party:carrier"


def test_a_copy_with_other_entries_answers_for_those(content):
    one = DataMap.model_validate(content)
    assert "order" in one.flow
    assert one.model_copy(update={"flows": ()}).flow == {}
