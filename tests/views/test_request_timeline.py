"""The timeline of a request tells its waits, pauses, and last day, and nothing lies over anything."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_lib.law.calendar import Nation
from audit_lib.model.deadline import Question, RequestDates
from audit_lib.model.rights import RightKind
from audit_lib.rights.deadlines import complaint_clock, request_clock
from audit_lib.views.request_story import free_days, request_story
from audit_lib.views.request_timeline import complaint_timeline, request_timeline
from audit_lib.views.timeline_bar import Stretch

D = dt.date
OCTOBER = D(2026, 10, 1)


def story(right=RightKind.ACCESS, as_of=None, answered=None, **dates):
    given_dates = RequestDates(**{"received": OCTOBER, **dates})
    return request_story(request_clock(right, given_dates), given_dates, as_of, answered)


def drawn(right=RightKind.ACCESS, *, as_of=None, answered=None, nation=None, marketing=False, **dates):
    given_dates = RequestDates(**{"received": OCTOBER, **dates})
    clock = request_clock(right, given_dates, marketing=marketing, nation=nation)
    return request_timeline(clock, given_dates, as_of=as_of, answered=answered, nation=nation)


def asked(first, last=None):
    return Question(asked=first, answered=last)


CASES = {
    "plain": drawn,
    "all at once": lambda: drawn(
        as_of=D(2026, 11, 22),
        identity=asked(D(2026, 10, 2), D(2026, 10, 8)),
        fee=asked(D(2026, 10, 2), D(2026, 10, 9)),
        clarifications=(
            asked(D(2026, 10, 12), D(2026, 10, 21)),
            asked(D(2026, 10, 22), D(2026, 10, 22)),
            asked(D(2026, 10, 26), D(2026, 10, 27)),
        ),
        extended_on=D(2026, 10, 30),
    ),
    "awaiting identity": lambda: drawn(as_of=D(2026, 11, 22), identity=asked(D(2026, 10, 2))),
    "standing still": lambda: drawn(as_of=D(2026, 11, 22), clarifications=(asked(D(2026, 10, 5)),)),
    "christmas": lambda: drawn(as_of=D(2026, 12, 1), received=D(2026, 11, 25)),
    "years late": lambda: drawn(as_of=D(2026, 11, 22), received=D(2019, 10, 1)),
    "a year of clarifying": lambda: drawn(clarifications=(asked(D(2026, 10, 5), D(2027, 10, 5)),)),
    "marketing": lambda: drawn(RightKind.OBJECTION, marketing=True, as_of=D(2026, 11, 22)),
    "withdrawn consent": lambda: drawn(RightKind.WITHDRAW_CONSENT, as_of=D(2026, 11, 22)),
    "answered": lambda: drawn(answered=D(2026, 10, 30)),
    "today is before it came": lambda: drawn(as_of=D(2026, 9, 1)),
    "complaint": lambda: complaint_timeline(complaint_clock(D(2026, 11, 25)), D(2026, 11, 25)),
    "complaint before the law": lambda: complaint_timeline(complaint_clock(D(2026, 5, 1)), D(2026, 5, 1)),
}
ALL = pytest.mark.parametrize("case", CASES)


@ALL
def test_all_that_is_written_lies_on_the_sheet(case, clipped):
    assert clipped(CASES[case]()) == []


@ALL
def test_no_words_lie_over_others(case, overlapping):
    assert overlapping(CASES[case]()) == []


@ALL
def test_the_smallest_letters_have_seven_points(case, least_letter):
    assert least_letter(CASES[case]()) >= 7


@ALL
def test_the_same_request_gives_the_same_picture(case):
    assert CASES[case]().data("svg") == CASES[case]().data("svg")


def test_the_title_says_how_many_days_are_left():
    assert drawn(as_of=D(2026, 10, 20)).title == (
        "13 days left: answer the request by Monday 2 November 2026"
    )


def test_the_last_day_itself_is_said_to_be_today():
    said = drawn(as_of=D(2026, 11, 2)).title
    assert said == "Today is the last day to answer the request, Monday 2 November 2026"


def test_what_is_overdue_says_so_and_since_when(words):
    picture = drawn(as_of=D(2026, 11, 5))
    assert picture.title.startswith("Overdue by 3 days: the last day to answer the request was Monday 2")
    assert "late" in words(picture)


def test_an_answer_in_time_and_one_too_late_are_told_apart():
    assert "in time" in drawn(answered=D(2026, 11, 2)).title
    assert "1 day late" in drawn(answered=D(2026, 11, 3)).title


def test_while_an_answer_is_awaited_there_is_no_last_day():
    assert drawn(identity=asked(D(2026, 10, 2))).title == "No last day yet. The time has not started"
    still = drawn(clarifications=(asked(D(2026, 10, 5)),)).title
    assert still == "No last day yet. The clock has stood still since Monday 5 October 2026"


def test_both_days_of_a_pause_are_hatched_and_no_others():
    told = story(clarifications=(asked(D(2026, 10, 5), D(2026, 10, 14)),))
    paused = [day for day, sort in told.days.items() if sort is Stretch.PAUSE]
    assert (min(paused), max(paused), len(paused)) == (D(2026, 10, 5), D(2026, 10, 14), 10)


def test_clarifications_that_find_no_room_are_counted(words):
    days = [D(2026, 10, 2) + dt.timedelta(days=2 * at) for at in range(8)]
    asked_eight_times = tuple(asked(day, day + dt.timedelta(days=1)) for day in days)
    said = " ".join(words(drawn(clarifications=asked_eight_times)))
    assert said.count("the answer came") == 6
    assert "2 more clarifications" in said


def test_the_day_of_receipt_does_not_count():
    told = story()
    assert OCTOBER not in told.days
    assert told.days[D(2026, 10, 2)] is Stretch.RUNS


def test_days_that_counted_are_those_of_the_month():
    told = story(clarifications=(asked(D(2026, 10, 5), D(2026, 10, 14)),))
    assert sum(sort is Stretch.RUNS for sort in told.days.values()) == 31


def test_the_time_before_identity_came_is_told_as_not_started():
    told = story(identity=asked(D(2026, 10, 2), D(2026, 10, 8)))
    waits = [day for day, sort in told.days.items() if sort is Stretch.WAITS]
    assert (min(waits), max(waits)) == (OCTOBER, D(2026, 10, 8))


def test_the_two_further_months_have_their_own_ground():
    told = story(extended_on=D(2026, 10, 20))
    further = [day for day, sort in told.days.items() if sort is Stretch.EXTENDED]
    assert (min(further), max(further)) == (D(2026, 11, 2), D(2027, 1, 1))


def test_the_days_over_which_the_end_was_moved_are_named(words):
    said = " ".join(words(CASES["christmas"]()))
    assert "Fri 25 Dec (Christmas Day), Sat 26 Dec, Sun 27 Dec and Mon 28 Dec" in said


def test_a_bank_holiday_is_named_as_the_nation_has_it():
    clock = request_clock(RightKind.ACCESS, RequestDates(received=D(2026, 10, 30)), nation=Nation.SCOTLAND)
    told = request_story(clock, RequestDates(received=D(2026, 10, 30)), None, None)
    assert free_days(told, Nation.SCOTLAND)[D(2026, 11, 30)] == "Saint Andrew's Day"


def test_the_alternative_text_tells_every_day_that_is_marked():
    alt = CASES["all at once"]().alt
    for day in ("1 October 2026: received", "12 October 2026: clarification asked for", "today"):
        assert day in alt


@settings(max_examples=60)
@given(
    st.dates(D(2026, 2, 5), D(2027, 6, 1)),
    st.integers(0, 27),
    st.integers(0, 60),
    st.booleans(),
)
def test_the_last_day_of_the_picture_is_that_of_the_clock(received, wait, length, extended):
    first = received + dt.timedelta(days=wait)
    question = asked(first, first + dt.timedelta(days=length))
    told_on = received + dt.timedelta(days=10) if extended else None
    dates = RequestDates(received=received, clarifications=(question,), extended_on=told_on)
    clock = request_clock(RightKind.ACCESS, dates)
    told = request_story(clock, dates, None, None)
    counting = (Stretch.RUNS, Stretch.EXTENDED, Stretch.PAUSE, Stretch.MOVED)
    assert max(day for day, sort in told.days.items() if sort in counting) == clock.first.latest
    assert set(free_days(told, None)) == {day for day in told.days if told.end <= day < clock.first.latest}
