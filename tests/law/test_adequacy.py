"""Where adequacy is assumed, and that it is an assumption."""

import pytest

from audit_lib.law.adequacy import ADEQUATE, AUTHORITY, HOME, adequate
from audit_lib.law.authority import Authority


@pytest.mark.parametrize("country", ["IE", "NO", "CH", "JE", "NZ"])
def test_a_country_that_is_covered_as_a_whole(country):
    assert adequate(country)


@pytest.mark.parametrize("country", ["US", "CA", "JP", "IN"])
def test_a_country_that_is_covered_in_part_or_not_at_all(country):
    assert not adequate(country)


def test_home_is_no_third_country():
    assert HOME not in ADEQUATE


def test_the_list_is_an_assumption():
    assert AUTHORITY is Authority.ASSUMPTION
