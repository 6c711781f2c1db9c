"""The timeline of a breach is elapsed time, and says when clocks change under it."""

from __future__ import annotations

import datetime as dt

import pytest

from audit_lib.law.breach_clock import breach_clock
from audit_lib.views.breach_timeline import breach_timeline

T = dt.datetime
FRIDAY = T(2026, 11, 20, 14, 35)
#: aware, now, told, whether as a processor
CASES = {
    "alone": (FRIDAY, None, None, False),
    "now": (FRIDAY, T(2026, 11, 22, 9, 0), None, False),
    "now at once": (FRIDAY, FRIDAY, None, False),
    "late": (FRIDAY, T(2026, 11, 25, 9, 0), None, False),
    "months late": (FRIDAY, T(2027, 11, 25, 9, 0), None, False),
    "told": (FRIDAY, T(2026, 11, 22, 9, 0), T(2026, 11, 21, 9, 0), False),
    "told late": (FRIDAY, None, T(2026, 11, 24, 9, 0), False),
    "clocks back": (T(2026, 10, 23, 16, 5), T(2026, 10, 24, 9, 0), None, False),
    "clocks forward": (T(2026, 3, 27, 16, 5), None, None, False),
    "processor": (FRIDAY, T(2026, 11, 22, 9, 0), None, True),
    "processor, no word": (FRIDAY, None, None, True),
}
ALL = pytest.mark.parametrize("case", CASES)


def drawn(case):
    aware, now, told, processor = CASES[case]
    return breach_timeline(breach_clock(aware, processor=processor), aware, now=now, told=told)


@ALL
def test_all_that_is_written_lies_on_the_sheet_and_over_nothing(case, clipped, overlapping):
    assert clipped(drawn(case)) == []
    assert overlapping(drawn(case)) == []


@ALL
def test_the_smallest_letters_have_seven_points(case, least_letter):
    assert least_letter(drawn(case)) >= 7


@ALL
def test_the_same_breach_gives_the_same_picture(case):
    assert drawn(case).data("svg") == drawn(case).data("svg")


def test_the_title_says_how_much_time_is_left():
    assert drawn("now").title == (
        "29 hours 35 minutes left: notify the regulator by Monday 23 November 2026, 14:35 (GMT)"
    )


def test_the_title_says_by_how_much_it_is_late():
    assert drawn("late").title.startswith("Overdue by 42 hours 25 minutes: the 72 hours ended on Monday 23")
    assert drawn("months late").title.startswith("Overdue by 366 days: ")


def test_what_was_told_in_time_and_late_is_told_apart():
    assert drawn("told").title == "The regulator was told 53 hours 35 minutes before the end of the 72 hours"
    assert drawn("told late").title.startswith("The regulator was told 18 hours 25 minutes late: ")


def test_a_change_of_the_clocks_is_noted_and_changes_no_hour(words):
    back, forward = " ".join(words(drawn("clocks back"))), " ".join(words(drawn("clocks forward")))
    assert "Clocks go back in these days" in back
    assert "Clocks go forward in these days" in forward
    assert "Mon 26 Oct, 15:05" in back  # from 16:05 in summer time
    assert "Clocks go" not in " ".join(words(drawn("now")))


def test_a_processor_has_no_last_hour(words):
    picture = drawn("processor")
    assert picture.title == "Tell the controller, without undue delay: 42 hours 25 minutes have passed"
    assert not [said for said in words(picture) if said.startswith("72 hours")]


def test_duties_without_an_hour_are_named_beneath(words):
    assert any("tell the people concerned" in said for said in words(drawn("now")))
