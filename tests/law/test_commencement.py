"""From when the 2025 Act applies."""

import datetime as dt

import pytest

from audit_lib.law.authority import Authority
from audit_lib.law.commencement import COMMENCEMENTS, in_force


@pytest.mark.parametrize(
    ("section", "first"),
    [("Sch. 11", (2025, 8, 20)), ("s.70", (2026, 2, 5)), ("s.112", (2026, 2, 5)), ("s.103", (2026, 6, 19))],
)
def test_a_section_applies_from_its_day(section, first):
    day = dt.date(*first)
    assert in_force(section, day)
    assert not in_force(section, day - dt.timedelta(days=1))


def test_what_has_no_day_is_never_in_force_and_no_law_yet():
    (open_row,) = [row for row in COMMENCEMENTS if row.in_force is None]
    assert open_row.authority is Authority.ASSUMPTION
    assert not in_force(open_row.section, dt.date(2100, 1, 1))


def test_an_unknown_section_is_an_error():
    with pytest.raises(KeyError):
        in_force("s.999", dt.date(2026, 1, 1))


def test_sections_are_distinct():
    assert len({row.section for row in COMMENCEMENTS}) == len(COMMENCEMENTS)
