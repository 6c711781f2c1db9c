"""Which names of data mean something that points to a person."""

import pytest

from audit_lib.law.identifiers import Identifies, identifies


@pytest.mark.parametrize(
    "name",
    [
        "Name", "E-mail address", "Email address", "Phone number", "Postal address", "Address",
        "Copy of passport", "Contact details", "National insurance number", "Driving licence",
    ],
)  # fmt: skip
def test_everybody_can_read_it(name):
    assert identifies(name) is Identifies.DIRECTLY


@pytest.mark.parametrize(
    "name",
    ["Cookie identifiers", "IP address", "Device ID", "Customer number", "Pseudonymised rent", "Hashed mail"],
)
def test_it_takes_a_key(name):
    assert identifies(name) is Identifies.BY_A_KEY


@pytest.mark.parametrize(
    "name", ["Rent account", "Renamed fields", "Browsing behaviour", "Addressees' colour"]
)
def test_it_points_to_nobody(name):
    assert identifies(name) is None
