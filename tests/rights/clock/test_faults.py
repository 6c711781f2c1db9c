"""What cannot be so about the dates of a request."""

import datetime as dt

import pytest

from audit_lib.errors import ParameterError
from audit_lib.law.calendar import Nation
from audit_lib.model.deadline import Question, RequestDates
from audit_lib.model.rights import RightKind
from audit_lib.rights.deadlines import complaint_clock, request_clock

E = Nation.ENGLAND_AND_WALES


def day(text):
    return dt.date.fromisoformat(text)


def asked(first, last=None):
    return Question(asked=day(first), answered=day(last) if last else None)


def dates(received, **more):
    if "extended_on" in more:
        more["extended_on"] = day(more["extended_on"])
    return RequestDates(received=day(received), **more)


def faults(right, given_dates, **more):
    with pytest.raises(ParameterError) as raised:
        request_clock(right, given_dates, **more)
    return {fault.place.file: fault.message for fault in raised.value.faults}


def test_all_contradictions_are_told_at_once_under_their_options():
    given_dates = RequestDates(
        received=day("2026-10-01"),
        identity=Question(answered=day("2026-10-02")),
        fee=asked("2026-09-01", "2026-08-01"),
        clarifications=(asked("2026-10-05", "2026-10-04"),),
        extended_on=day("2026-09-30"),
    )
    assert set(faults(RightKind.PORTABILITY, given_dates, marketing=True)) == {
        "identity-received",
        "fee-asked",
        "fee-paid",
        "clarification-asked",
        "clarification-answered",
        "extended-on",
        "marketing",
    }


@pytest.mark.parametrize(
    ("option", "more"),
    [
        ("identity-asked", {"identity": asked("2026-11-03", "2026-11-04")}),
        ("identity-asked", {"identity": asked("2026-11-03")}),
        ("fee-asked", {"fee": asked("2026-11-03", "2026-11-04")}),
        ("clarification-asked", {"clarifications": (asked("2026-11-03", "2026-11-04"),)}),
        ("clarification-asked", {"clarifications": (asked("2026-11-03"),)}),
    ],
)
def test_what_is_asked_after_the_end_cannot_move_it(option, more):
    told = faults(RightKind.ACCESS, dates("2026-10-01", **more), nation=E)
    assert "had ended, on 2026-11-02" in told[option]


@pytest.mark.parametrize("received", ["2018-05-24", "2029-01-01", "2126-01-01"])
def test_days_out_of_range_are_refused(received):
    assert set(faults(RightKind.ACCESS, dates(received))) == {"received"}
    with pytest.raises(ParameterError, match="received"):
        complaint_clock(day(received))


def test_a_date_beyond_the_known_holidays_is_not_guessed():
    told = faults(RightKind.ACCESS, dates("2028-12-10"), nation=E)
    assert "known to the end of 2028 only" in told["received"]
    with pytest.raises(ParameterError, match="known to the end of 2028 only"):
        complaint_clock(day("2028-12-10"))


@pytest.mark.parametrize(
    "right", [RightKind.INFORMED, RightKind.COMPLAIN_TO_CONTROLLER, RightKind.COMPLAIN_TO_REGULATOR]
)
def test_what_is_no_request_is_refused(right):
    assert set(faults(right, dates("2026-10-01"))) == {"right"}


def test_withdrawing_consent_takes_no_wait_and_no_extension():
    given_dates = dates("2026-10-01", identity=asked("2026-10-02"), extended_on="2026-10-03")
    assert set(faults(RightKind.WITHDRAW_CONSENT, given_dates)) == {"identity-asked", "extended-on"}
