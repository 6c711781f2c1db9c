"""Clocks of requests, complaints and breaches: worked cases, and one promise each."""

import datetime as dt

import pytest

from audit_lib.errors import ParameterError
from audit_lib.law.authority import Authority
from audit_lib.law.calendar import Nation
from audit_lib.model.deadline import Question, RequestDates
from audit_lib.model.rights import RightKind
from audit_lib.rights.deadlines import breach_clock, complaint_clock, request_clock

E, S, N = Nation.ENGLAND_AND_WALES, Nation.SCOTLAND, Nation.NORTHERN_IRELAND


def day(text):
    return dt.date.fromisoformat(text)


def asked(first, last=None):
    return Question(asked=day(first), answered=day(last) if last else None)


def dates(received, **more):
    if "extended_on" in more:
        more["extended_on"] = day(more["extended_on"])
    return RequestDates(received=day(received), **more)


def answer(received, right=RightKind.ACCESS, nation=E, **more):
    return request_clock(right, dates(received, **more), nation=nation).first


def telling(received, nation=E, **more):
    return request_clock(RightKind.ACCESS, dates(received, **more), nation=nation).deadlines[1]


def faults(right, given_dates, **more):
    with pytest.raises(ParameterError) as raised:
        request_clock(right, given_dates, **more)
    return {fault.place.file: fault.message for fault in raised.value.faults}


# The worked cases of the regulator and of the reference.


@pytest.mark.parametrize(
    ("received", "more", "nominal", "latest"),
    [
        ("2024-11-25", {}, "2024-12-25", "2024-12-27"),
        ("2026-09-03", {}, "2026-10-03", "2026-10-05"),
        ("2026-11-22", {}, "2026-12-22", "2026-12-22"),
        ("2026-11-22", {"extended_on": "2026-12-01"}, "2027-02-22", "2027-02-22"),
        ("2026-10-01", {"identity": asked("2026-10-02", "2026-10-12")}, "2026-11-12", "2026-11-12"),
        ("2026-10-01", {}, "2026-11-01", "2026-11-02"),
    ],
)
def test_worked_cases(received, more, nominal, latest):
    found = answer(received, **more)
    assert (found.safe, found.latest) == (day(nominal), day(latest))


def test_a_clarification_adds_its_days_and_the_safe_date_does_not():
    found = answer("2026-10-01", clarifications=(asked("2026-10-05", "2026-10-14"),))
    assert (found.latest, found.safe) == (day("2026-11-11"), day("2026-11-01"))


def test_a_clarification_on_an_erasure_request_pauses_nothing_and_is_refused():
    given_dates = dates("2026-10-01", clarifications=(asked("2026-10-05", "2026-10-14"),))
    told = faults(RightKind.ERASURE, given_dates)
    assert list(told) == ["clarification-asked"]
    assert "access request alone" in told["clarification-asked"]
    assert answer("2026-10-01", RightKind.ERASURE).latest == day("2026-11-02")


@pytest.mark.parametrize(("received", "latest"), [("2026-06-19", "2026-07-20"), ("2026-11-22", "2026-12-22")])
def test_complaints_are_acknowledged_within_thirty_days(received, latest):
    assert complaint_clock(day(received), nation=E).first.latest == day(latest)


def test_a_breach_runs_for_seventy_two_hours_over_a_weekend():
    found = breach_clock(dt.datetime(2026, 11, 20, 14, 35)).first
    assert found.moment == dt.datetime(2026, 11, 23, 14, 35, tzinfo=dt.UTC)
    assert any("15:00" in step.says and step.authority is Authority.ASSUMPTION for step in found.steps)


# Single promises.


@pytest.mark.parametrize(
    ("received", "nation", "latest"),
    [
        ("2027-01-31", E, "2027-03-01"),
        ("2028-01-31", E, "2028-02-29"),
        ("2026-11-25", E, "2026-12-29"),
        ("2026-11-26", S, "2026-12-29"),
        ("2026-12-01", E, "2027-01-04"),
        ("2026-12-02", E, "2027-01-04"),
        ("2026-12-02", S, "2027-01-05"),
        ("2027-11-25", N, "2027-12-29"),
        ("2026-05-15", S, "2026-06-16"),
        ("2026-05-15", E, "2026-06-15"),
        ("2026-06-12", N, "2026-07-14"),
        ("2026-03-06", S, "2026-04-06"),  # Easter Monday is a working day in Scotland
    ],
)
def test_month_ends_leap_years_and_holidays(received, nation, latest):
    assert answer(received, nation=nation).latest == day(latest)


def test_where_the_nations_differ_the_reading_is_shown_as_an_assumption():
    (step,) = [s for s in answer("2026-03-06", nation=None).steps if "nations differ" in s.says]
    assert step.authority is Authority.ASSUMPTION
    assert "England and Wales: Tuesday 7 April 2026; Scotland: Monday 6 April 2026" in step.says


def test_the_latest_of_identity_and_fee_starts_the_time():
    found = answer(
        "2026-10-01", identity=asked("2026-10-02", "2026-10-20"), fee=asked("2026-10-02", "2026-10-12")
    )
    assert found.latest == day("2026-11-20")


def test_while_identity_is_awaited_there_is_no_last_day_and_the_safe_one_runs_from_receipt():
    found = answer("2026-10-01", identity=asked("2026-10-02"))
    assert found.latest is None
    assert found.safe == day("2026-11-01")
    assert "one month from the day on which proof of identity came" in found.waiting


def test_days_of_two_overlapping_questions_are_left_out_once():
    found = answer(
        "2026-10-01", clarifications=(asked("2026-10-05", "2026-10-14"), asked("2026-10-10", "2026-10-16"))
    )
    assert found.latest == day("2026-11-13")


def test_a_question_on_the_day_of_receipt_does_not_gain_the_day_of_receipt():
    assert answer("2026-10-01", clarifications=(asked("2026-10-01", "2026-10-09"),)).latest == day(
        "2026-11-09"
    )


def test_the_time_to_tell_of_an_extension_is_paused_too():
    found = telling("2026-10-01", clarifications=(asked("2026-10-05", "2026-10-14"),))
    assert found.latest == day("2026-11-11")


def test_an_extension_that_a_pause_made_timely_is_taken():
    found = answer(
        "2026-10-01", clarifications=(asked("2026-10-05", "2026-10-14"),), extended_on="2026-11-11"
    )
    assert found.latest == day("2027-01-11")


def test_three_months_in_one_and_the_safe_date_by_single_months():
    found = answer("2026-03-30", extended_on="2026-04-01", nation=E)
    assert found.latest == day("2026-06-30")
    found = answer("2027-01-30", extended_on="2027-02-01", nation=E)
    assert (found.latest, found.safe) == (day("2027-04-30"), day("2027-04-28"))


@pytest.mark.parametrize(("told", "taken"), [("2026-11-02", True), ("2026-11-03", False)])
def test_an_extension_is_told_of_by_the_last_day_of_the_first_month(told, taken):
    if taken:
        assert answer("2026-10-01", extended_on=told).latest == day("2027-01-04")
    else:
        message = faults(RightKind.ACCESS, dates("2026-10-01", extended_on=told), nation=E)["extended-on"]
        assert "too late: the person had to be told by 2026-11-02" in message


def test_before_february_2026_waits_and_pauses_are_guidance_and_the_safe_date_runs_from_receipt():
    clock = request_clock(
        RightKind.ACCESS,
        dates(
            "2026-01-05",
            identity=asked("2026-01-06", "2026-01-12"),
            clarifications=(asked("2026-01-20", "2026-01-25"),),
        ),
        nation=E,
    )
    assert (clock.first.latest, clock.first.safe) == (day("2026-02-17"), day("2026-02-05"))
    assert clock.law == "UK GDPR Art. 12(3) to (6) as it stood before 5 February 2026"
    weights = {s.authority for s in clock.first.steps if "came on" in s.says}
    assert weights == {Authority.GUIDANCE}
    assert any("Art. 12A" in note for note in clock.notes)


@pytest.mark.parametrize(("received", "weight"), [("2025-08-19", "guidance"), ("2025-08-20", "law")])
def test_since_when_the_counting_is_law(received, weight):
    (step,) = [s for s in answer(received).steps if s.says.startswith("One month")]
    assert step.authority.value == weight


def test_an_objection_to_marketing_stops_it_at_once_and_is_answered_within_the_month():
    clock = request_clock(RightKind.OBJECTION, dates("2026-11-22"), marketing=True, nation=E)
    stop, reply, _ = clock.deadlines
    assert (stop.duty, stop.latest, stop.safe) == ("Stop direct marketing", None, day("2026-11-22"))
    assert reply.latest == day("2026-12-22")


def test_withdrawing_consent_stops_at_once_and_has_no_number():
    (stop,) = request_clock(RightKind.WITHDRAW_CONSENT, dates("2026-11-22")).deadlines
    assert (stop.latest, stop.safe) == (None, day("2026-11-22"))


def test_a_complaint_before_the_duty_has_no_deadline_and_says_so():
    clock = complaint_clock(day("2026-06-18"))
    assert clock.deadlines == ()
    assert "no such duty" in clock.notes[0]


def test_a_processor_tells_the_controller_and_no_number_is_made_up():
    (found,) = breach_clock(dt.datetime(2026, 11, 20, 14, 35), processor=True).deadlines
    assert (found.duty, found.moment, found.latest) == ("Tell the controller", None, None)


def test_a_breach_in_an_hour_that_came_twice_takes_the_first():
    clock = breach_clock(dt.datetime(2026, 10, 25, 1, 30))
    assert clock.first.moment == dt.datetime(2026, 10, 28, 0, 30, tzinfo=dt.UTC)
    assert "twice" in clock.notes[0]


def test_a_breach_in_an_hour_that_never_was_is_refused():
    with pytest.raises(ParameterError, match="aware 2026-03-29T01:30 never was"):
        breach_clock(dt.datetime(2026, 3, 29, 1, 30))
