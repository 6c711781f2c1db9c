"""The criteria for an impact assessment."""

from audit_lib.law.authority import Authority
from audit_lib.law.dpia_criteria import AUTHORITY, CRITERIA, PRESUMED_FROM
from audit_lib.model.criterion import Criterion


def test_there_are_nine_and_two_are_enough():
    assert (set(CRITERIA), len(CRITERIA), PRESUMED_FROM) == (set(Criterion), 9, 2)


def test_they_are_guidance_and_no_law():
    assert AUTHORITY is Authority.GUIDANCE
