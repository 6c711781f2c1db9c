"""What is told of a request becomes an entry: with the times of the law, or all faults at once."""

import datetime as dt

import pytest

from audit_lib.errors import ParameterError
from audit_lib.law.calendar import Nation
from audit_lib.model.deadline import Question, RequestDates
from audit_lib.model.request import NewRequest, Outcome, Refusal
from audit_lib.model.rights import RightKind
from audit_lib.rights.deadlines import complaint_clock, request_clock
from audit_lib.rights.register.entry import clock_of, entry_of

AS_OF = dt.date(2026, 11, 22)


def day(text):
    return dt.date.fromisoformat(text)


def told(right=RightKind.ACCESS, received="2026-10-01", *, dates=None, **fields):
    return NewRequest(right=right, dates=RequestDates(received=day(received), **(dates or {})), **fields)


def entered(*given, **fields):
    return entry_of(told(*given, **fields), "R-2026-0001", AS_OF)


def faults(*given, **fields):
    with pytest.raises(ParameterError) as raised:
        entered(*given, **fields)
    return [fault.place.file for fault in raised.value.faults]


@pytest.mark.parametrize("right", [RightKind.ACCESS, RightKind.ERASURE, RightKind.OBJECTION])
@pytest.mark.parametrize("nation", [None, "scotland", "england-and-wales"])
def test_a_request_has_the_days_of_its_clock(right, nation):
    entry = entered(right, "2026-03-06", nation=nation)
    answer = request_clock(right, entry.dates, nation=nation and Nation(nation)).deadlines[0]
    assert (entry.due, entry.safe, entry.waiting) == (answer.latest, answer.safe, None)
    assert clock_of(entry).deadlines[0] == answer


def test_the_bank_holidays_of_the_nation_count():
    easter = {
        nation: entered(received="2026-03-06", nation=nation).due
        for nation in ("scotland", "england-and-wales")
    }
    assert easter == {"scotland": day("2026-04-06"), "england-and-wales": day("2026-04-07")}


def test_a_complaint_has_the_day_of_its_acknowledgement():
    entry = entered(RightKind.COMPLAIN_TO_CONTROLLER)
    assert entry.due == complaint_clock(day("2026-10-01")).first.latest


def test_a_complaint_from_before_the_duty_has_no_day():
    entry = entered(RightKind.COMPLAIN_TO_CONTROLLER, "2026-06-18")
    assert (entry.due, entry.next_duty) == (None, "Tell the outcome")


def test_an_objection_to_marketing_keeps_the_day_of_the_answer_beside_the_duty_to_stop():
    entry = entered(RightKind.OBJECTION, marketing=True)
    assert (entry.next_due, entry.due) == (day("2026-10-01"), day("2026-11-02"))


@pytest.mark.parametrize("waiting_for", ["identity", "fee"])
def test_while_something_is_awaited_there_is_no_day_but_a_safe_one(waiting_for):
    entry = entered(dates={waiting_for: Question(asked=day("2026-10-02"))})
    assert (entry.due, entry.next_due) == (None, None)
    assert entry.safe == day("2026-11-01")
    assert entry.waiting


def test_an_extension_in_time_moves_the_day():
    entry = entered(dates={"extended_on": day("2026-11-02")})
    assert (entry.due, entry.late_extension) == (day("2027-01-04"), None)
    assert entry.extended


def test_an_extension_told_too_late_is_kept_as_such_and_moves_nothing():
    entry = entered(dates={"extended_on": day("2026-11-03")})
    assert (entry.late_extension, entry.extended) == (day("2026-11-03"), False)
    assert entry.due == day("2026-11-02")


def test_a_late_extension_does_not_hide_other_faults():
    asked = Question(asked=day("2026-09-01"))
    assert "identity-asked" in faults(dates={"extended_on": day("2026-11-03"), "identity": asked})


def test_nothing_lies_in_the_future():
    assert faults(received="2026-11-23") == ["received"]
    assert faults(dates={"identity": Question(asked=day("2026-12-01"))})[-1] == "identity-asked"
    assert faults(closed_on=day("2026-11-30"), outcome=Outcome.GRANTED) == ["closed-on"]


def test_nothing_is_closed_before_it_came_or_before_what_is_recorded_of_it():
    assert faults(closed_on=day("2026-09-30"), outcome=Outcome.GRANTED) == ["closed-on"]
    answered = Question(asked=day("2026-10-02"), answered=day("2026-10-12"))
    given = {"dates": {"identity": answered}, "closed_on": day("2026-10-11"), "outcome": Outcome.GRANTED}
    assert faults(**given) == ["identity-received"]


def test_every_contradiction_is_told_at_once():
    found = faults(
        RightKind.ERASURE,
        dates={
            "clarifications": (Question(asked=day("2026-10-05")),),
            "fee": Question(answered=day("2026-10-05")),
        },
        acknowledged_on=day("2026-10-02"),
        stopped_on=day("2026-10-02"),
        closed_on=day("2026-10-20"),
        outcome=Outcome.UPHELD,
        reason=Refusal.EXCESSIVE,
    )
    wanted = {"clarification-asked", "fee-paid", "acknowledged-on", "stopped-on", "outcome", "reason"}
    assert set(found) == wanted
    assert len(found) == len(set(found))


def test_a_complaint_takes_nothing_that_would_move_a_clock():
    asked = Question(asked=day("2026-10-02"))
    dates = {"identity": asked, "fee": asked, "clarifications": (asked,), "extended_on": day("2026-10-03")}
    found = faults(RightKind.COMPLAIN_TO_CONTROLLER, dates=dates)
    assert set(found) == {"identity-asked", "fee-asked", "clarification-asked", "extended-on"}


@pytest.mark.parametrize("right", [RightKind.INFORMED, RightKind.COMPLAIN_TO_REGULATOR])
def test_what_is_no_request_is_refused(right):
    assert faults(right) == ["right"]


@pytest.mark.parametrize("outcome", [Outcome.REFUSED, Outcome.PARTLY_GRANTED])
def test_a_refusal_needs_its_reason(outcome):
    closed = {"closed_on": day("2026-10-20"), "outcome": outcome}
    assert faults(**closed) == ["reason"]
    assert entered(**closed, reason=Refusal.EXEMPTION).outcome is outcome


def test_what_is_granted_has_none():
    assert faults(closed_on=day("2026-10-20"), outcome=Outcome.GRANTED, reason=Refusal.IDENTITY) == ["reason"]


def test_a_day_of_closing_and_an_outcome_go_together():
    assert faults(closed_on=day("2026-10-20")) == ["outcome"]
    assert faults(outcome=Outcome.GRANTED) == ["closed-on"]


def test_an_entry_is_the_same_when_it_is_entered_again():
    entry = entered(dates={"extended_on": day("2026-11-03")}, subject="residents")
    assert entry_of(entry, entry.id, AS_OF) == entry
