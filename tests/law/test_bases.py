"""The lawful bases: all of them, and since when."""

import datetime as dt

import pytest

from audit_lib.law.bases import BASES, RECOGNISED_INTERESTS, available, basis_in_law
from audit_lib.model.activity import Basis


def test_every_basis_is_there():
    assert set(BASES) == set(Basis)


@pytest.mark.parametrize("basis", Basis)
def test_each_says_its_provision_and_what_makes_it_fit(basis):
    found = basis_in_law(basis)
    assert found.provision.startswith("UK GDPR Art. 6(1)(")
    assert found.fits


def test_provisions_are_distinct():
    assert len({row.provision for row in BASES.values()}) == len(Basis)


@pytest.mark.parametrize(("day", "number"), [(dt.date(2026, 2, 4), 6), (dt.date(2026, 2, 5), 7)])
def test_recognised_legitimate_interests_begin_in_february_2026(day, number):
    assert len(available(day)) == number


def test_annex_1_says_what_each_condition_is_not_for():
    assert [row.paragraphs for row in RECOGNISED_INTERESTS] == [
        "Annex 1 para. 1",
        "Annex 1 para. 2",
        "Annex 1 paras. 3 to 4",
        "Annex 1 para. 5",
        "Annex 1 paras. 6 to 8",
    ]
    assert all(row.not_for for row in RECOGNISED_INTERESTS)
