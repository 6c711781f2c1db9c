"""The criteria for an impact assessment."""

from audit_lib.law.authority import Authority
from audit_lib.law.dpia_criteria import AUTHORITY, PRESUMED_FROM, Criterion


def test_there_are_nine_and_two_are_enough():
    assert (len(Criterion), PRESUMED_FROM) == (9, 2)


def test_they_are_guidance_and_no_law():
    assert AUTHORITY is Authority.GUIDANCE
