"""The criteria for an impact assessment."""

from audit_lib.law.authority import Authority
from audit_lib.law.dpia_criteria import AUTHORITY, CASES, CRITERIA, OPERATIONS, PRESUMED_FROM, SCALE
from audit_lib.model.criterion import Criterion, Operation
from audit_lib.model.screening import Case


def test_there_are_nine_and_two_are_enough():
    assert (set(CRITERIA), len(CRITERIA), PRESUMED_FROM) == (set(Criterion), 9, 2)


def test_they_are_guidance_and_no_law():
    assert AUTHORITY is Authority.GUIDANCE


def test_the_regulators_list_has_ten_and_the_law_three():
    assert (set(OPERATIONS), len(OPERATIONS)) == (set(Operation), 10)
    assert (set(CASES), len(CASES)) == (set(Case), 3)


def test_what_was_not_checked_in_a_source_is_an_assumption():
    unchecked = {Operation.TRACKING, Operation.CHILDREN_OR_VULNERABLE, Operation.PHYSICAL_HARM}
    assert {one for one, entry in OPERATIONS.items() if entry.authority is Authority.ASSUMPTION} == unchecked
    assert SCALE.authority is Authority.ASSUMPTION


def test_an_operation_that_needs_another_criterion_does_not_count_itself():
    assert {one for one, entry in OPERATIONS.items() if entry.with_another} == {
        Operation.INNOVATIVE_TECHNOLOGY,
        Operation.BIOMETRICS,
        Operation.GENETIC_DATA,
        Operation.INVISIBLE_PROCESSING,
        Operation.TRACKING,
    }
    assert Criterion.INNOVATION in OPERATIONS[Operation.INNOVATIVE_TECHNOLOGY].beside
