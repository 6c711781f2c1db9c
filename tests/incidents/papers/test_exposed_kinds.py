"""What exposed data is in the eyes of the regulator and of the person."""

import pytest

from audit_lib.incidents.papers.exposed_kinds import kinds_of
from audit_lib.model.data import DataCategory


def names(name, **fields):
    category = DataCategory(id="x", name=name, stance="recorded", **fields)
    return [kind.name for kind in kinds_of(category)]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Home address", "address"),
        ("IP address", "online"),
        ("Email address", "contact"),
        ("Bank details", "bank"),
        ("Card data", "bank"),
        ("Driving licence", "document"),
        ("Right to rent evidence", "document"),
        ("Rent account", "money"),
        ("CCTV images", "images"),
        ("Favourite colour", "other"),
    ],
)
def test_the_words_of_a_name_say_what_data_is(name, kind):
    assert names(name) == [kind]


def test_a_request_for_a_new_password_is_no_password():
    assert "password" not in names("Password reset requests")


def test_special_category_data_of_any_name_is_treated_as_such():
    assert names("Notes", sensitivity="special-category") == ["special"]


def test_allegations_are_offence_data_by_what_the_map_says():
    assert names("Notes", sensitivity="criminal-offence") == ["offence"]
