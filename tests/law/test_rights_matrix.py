"""The whole matrix, written out once more as a table to hold the code against."""

import datetime as dt

import pytest

from audit_lib.law.rights_matrix import NAMES, PROVISIONS, application, rights_under
from audit_lib.model.activity import Basis
from audit_lib.model.rights import RightKind

#: Y applies, L limited, - does not. Columns: (a), (b), (c), (d), (e), (ea), (f).
TABLE = """
informed                Y Y Y Y Y Y Y
access                  Y Y Y Y Y Y Y
rectification           Y Y Y Y Y Y Y
erasure                 Y L - L - Y Y
restriction             Y Y Y Y Y Y Y
portability             Y Y - - - - -
objection               - - - - Y Y Y
withdraw-consent        Y - - - - - -
automated-decisions     Y Y Y Y Y L Y
complain-to-controller  Y Y Y Y Y Y Y
complain-to-regulator   Y Y Y Y Y Y Y
"""
MARKS = {"applies": "Y", "limited": "L", "does not apply": "-"}
ROWS = {name: marks for name, *marks in map(str.split, TABLE.strip().splitlines())}
CELLS = [(right, basis, ROWS[right][at]) for right in RightKind for at, basis in enumerate(Basis)]


@pytest.mark.parametrize(("right", "basis", "mark"), CELLS)
def test_each_cell_is_as_in_the_table(right, basis, mark):
    assert MARKS[application(right, basis).extent] == mark


def test_a_barred_decision_takes_no_safeguard_away():
    found = application(RightKind.AUTOMATED_DECISIONS, Basis.RECOGNISED_LEGITIMATE_INTEREST)
    assert "22B(4)" in found.reason
    assert "22C" in found.reason


@pytest.mark.parametrize(("right", "basis", "mark"), CELLS)
def test_each_cell_gives_a_reason_and_a_provision(right, basis, mark):
    found = application(right, basis)
    assert found.reason.endswith(".")
    assert found.provision == PROVISIONS[right]


def test_every_right_has_a_name_and_a_provision():
    assert set(NAMES) == set(PROVISIONS) == set(RightKind)


def test_objection_to_marketing_counts_under_any_basis():
    assert all("marketing" in application(RightKind.OBJECTION, basis).reason for basis in Basis)


def test_no_basis_no_right():
    assert rights_under([], dt.date(2026, 11, 22)) == ()


def test_a_right_that_one_of_the_bases_gives_is_given():
    found = rights_under([Basis.LEGAL_OBLIGATION, Basis.CONSENT], dt.date(2026, 11, 22))
    assert RightKind.PORTABILITY in found
    assert RightKind.OBJECTION not in found


@pytest.mark.parametrize(("day", "there"), [(dt.date(2026, 6, 18), False), (dt.date(2026, 6, 19), True)])
def test_complaints_to_the_controller_begin_in_june_2026(day, there):
    assert (RightKind.COMPLAIN_TO_CONTROLLER in rights_under([Basis.CONTRACT], day)) is there
