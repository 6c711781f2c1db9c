"""Clocks against a slow, literal reading of the rule, over thousands of dates."""

import datetime as dt

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from audit_lib.law.calendar import Nation, bank_holidays
from audit_lib.model.deadline import Question, RequestDates
from audit_lib.model.rights import RightKind
from audit_lib.rights.deadlines import breach_clock, complaint_clock, request_clock

E, S, N = Nation.ENGLAND_AND_WALES, Nation.SCOTLAND, Nation.NORTHERN_IRELAND
DAY = dt.timedelta(days=1)
NONE = Question()


# A slow reading, day by day, that shares nothing with the package but the list of holidays.


def free(at, nation):
    lists = [bank_holidays(nation, at.year)] if nation else [bank_holidays(n, at.year) for n in Nation]
    return at.weekday() in {5, 6} or all(at in each for each in lists)


def slow(start, months, paused, nation):
    """Count out the days of the month, step over those that a pause covers, then wait for a working day."""
    month, at = (start.year * 12 + start.month - 1 + months), start
    length = 0
    while True:
        following = at + DAY
        here = following.year * 12 + following.month - 1
        if here > month or (here == month and following.day > start.day):
            break
        at, length = following, length + 1
    at, counted = start, 0
    while counted < length:
        at += DAY
        counted += at not in paused
    last = at
    while free(at, nation):
        at += DAY
    return last, at


received_days = st.dates(dt.date(2026, 2, 5), dt.date(2028, 6, 30))
old_days = st.dates(dt.date(2018, 5, 25), dt.date(2026, 2, 4))
nations = st.sampled_from([E, S, N, None])


@settings(max_examples=2000)
@given(received_days | old_days, nations)
def test_a_plain_request_against_the_slow_reading(received, nation):
    found = request_clock(RightKind.RECTIFICATION, RequestDates(received=received), nation=nation).first
    assert (found.safe, found.latest) == slow(received, 1, set(), nation)


@settings(max_examples=2000)
@given(received_days, nations, st.data())
def test_waits_pauses_and_extension_against_the_slow_reading(received, nation, data):
    count = st.integers(0, 25)
    identity, fee = NONE, NONE
    if data.draw(st.booleans()):
        first = received + data.draw(count) * DAY
        identity = Question(asked=first, answered=first + data.draw(count) * DAY)
    if data.draw(st.booleans()):
        first = received + data.draw(count) * DAY
        fee = Question(asked=first, answered=first + data.draw(count) * DAY)
    start = max(each for each in (received, identity.answered, fee.answered) if each)
    spells, paused = [], set()
    for _ in range(data.draw(st.integers(0, 3))):
        first = received + data.draw(count) * DAY
        last = first + data.draw(count) * DAY
        spells.append(Question(asked=first, answered=last))
        paused |= {first + n * DAY for n in range((last - first).days + 1)}
    told = received + data.draw(count) * DAY if data.draw(st.booleans()) else None
    given_dates = RequestDates(
        received=received, identity=identity, fee=fee, clarifications=tuple(spells), extended_on=told
    )
    clock = request_clock(RightKind.ACCESS, given_dates, nation=nation)
    found, telling_found = clock.deadlines
    assert found.latest == slow(start, 3 if told else 1, paused, nation)[1]
    assert telling_found.latest == slow(start, 1, paused, nation)[1]
    assert found.safe <= found.latest
    assert telling_found.safe <= telling_found.latest


@settings(max_examples=500)
@given(received_days, st.integers(0, 27), st.integers(0, 60), nations)
def test_what_was_known_while_waiting_comes_true_when_the_answer_comes(received, later, wait, nation):
    first = received + later * DAY
    waiting = request_clock(
        RightKind.ACCESS,
        RequestDates(received=received, clarifications=(Question(asked=first),)),
        nation=nation,
    ).first
    came = RequestDates(
        received=received, clarifications=(Question(asked=first, answered=first + wait * DAY),)
    )
    left = next(int(word) for word in waiting.waiting.partition("comes, ")[2].split() if word.isdigit())
    at = max(first + wait * DAY, received) + left * DAY
    while free(at, nation):
        at += DAY
    assert waiting.latest is None
    assert request_clock(RightKind.ACCESS, came, nation=nation).first.latest == at


@settings(max_examples=1000)
@given(st.dates(dt.date(2026, 6, 19), dt.date(2028, 11, 20)), nations)
def test_complaints_against_the_slow_reading(received, nation):
    at = received
    for _ in range(30):
        at += DAY
    found = complaint_clock(received, nation=nation).first
    assert found.safe == at
    while free(at, nation):
        at += DAY
    assert found.latest == at


@given(received_days, nations)
def test_a_later_receipt_never_gives_an_earlier_date(received, nation):
    dates_found = [
        request_clock(RightKind.ACCESS, RequestDates(received=each), nation=nation).first.latest
        for each in (received, received + DAY)
    ]
    assert dates_found == sorted(dates_found)


@given(received_days)
def test_without_a_nation_the_date_is_in_time_in_all_three(received):
    found = [
        request_clock(RightKind.ACCESS, RequestDates(received=received), nation=nation).first.latest
        for nation in (None, E, S, N)
    ]
    assert found[0] == min(found)


@given(st.datetimes(dt.datetime(2018, 5, 25), dt.datetime(2028, 12, 31)))
def test_every_breach_clock_is_seventy_two_hours_of_elapsed_time(aware):
    aware = aware.replace(tzinfo=dt.UTC)
    assume(aware.date() <= dt.date(2028, 12, 31))
    assert breach_clock(aware).first.moment - aware == dt.timedelta(days=3)
