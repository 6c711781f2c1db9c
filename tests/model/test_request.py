"""A request of the register: what is to be done next, by when, and whether it was done in time."""

import datetime as dt

import pytest
from pydantic import ValidationError

from audit_lib.files.register.nouns import Draft
from audit_lib.law.calendar import Nation
from audit_lib.model.deadline import RequestDates
from audit_lib.model.request import NewRequest, Outcome, Request
from audit_lib.model.rights import RightKind

DAY = dt.date(2026, 10, 1)
DUE = dt.date(2026, 11, 2)


def made(right=RightKind.ACCESS, **fields):
    return Request(id="R-2026-0001", right=right, dates=RequestDates(received=DAY), due=DUE, **fields)


def test_what_is_next_is_due_on_the_last_day_and_overdue_on_the_day_after():
    request = made()
    assert (request.next_duty, request.next_due) == ("Answer the request", DUE)
    assert not request.overdue(DUE)
    assert request.overdue(DUE + dt.timedelta(days=1))


def test_direct_marketing_stops_at_once_and_the_answer_follows_in_its_time():
    request = made(RightKind.OBJECTION, marketing=True)
    assert (request.next_duty, request.next_due) == ("Stop direct marketing", DAY)
    stopped = request.model_copy(update={"stopped_on": DAY})
    assert (stopped.next_duty, stopped.next_due) == ("Answer the request", DUE)


def test_a_complaint_is_acknowledged_by_a_day_and_answered_without_one():
    complaint = made(RightKind.COMPLAIN_TO_CONTROLLER)
    assert (complaint.kind, complaint.next_due) == ("complaint", DUE)
    acknowledged = complaint.model_copy(update={"acknowledged_on": DUE})
    assert (acknowledged.next_duty, acknowledged.next_due) == ("Tell the outcome", None)


def test_an_acknowledgement_in_time_makes_a_complaint_in_time_however_long_the_outcome_takes():
    later = DUE + dt.timedelta(days=60)
    closed = {"closed_on": later, "outcome": Outcome.UPHELD}
    complaint = made(RightKind.COMPLAIN_TO_CONTROLLER, acknowledged_on=DUE, **closed)
    assert complaint.in_time is True
    assert complaint.model_copy(update={"acknowledged_on": None}).in_time is False


def test_nothing_is_due_of_what_is_closed():
    request = made(closed_on=DUE, outcome=Outcome.GRANTED)
    assert (request.next_duty, request.next_due, request.in_time) == (None, None, True)
    assert not request.overdue(dt.date.max)


def test_what_has_no_last_day_is_neither_in_time_nor_late():
    assert (
        made(closed_on=DUE, outcome=Outcome.NOT_IDENTIFIED).model_copy(update={"due": None}).in_time is None
    )


@pytest.mark.parametrize(
    "reference",
    ["ada@example.org", "Ada Lovelace", "07700 900123", "x" * 41, "", "CR-1\n2", "4929-1234-5678-9012"],
)
def test_a_reference_has_no_room_for_a_name_an_address_or_a_telephone(reference):
    with pytest.raises(ValidationError):
        NewRequest(right=RightKind.ACCESS, dates=RequestDates(received=DAY), reference=reference)


@pytest.mark.parametrize("reference", ["CR-2231", "2026/17", "DSAR 4", "123456789"])
def test_a_reference_takes_what_organisations_write(reference):
    dates = RequestDates(received=DAY)
    assert NewRequest(right=RightKind.ACCESS, dates=dates, reference=reference).reference == reference


@pytest.mark.parametrize("person", ["Ada Lovelace", "p-123", "AAAA-bbbb-cccc-dddd", "aaaa-bbbb-cccc-ddd1"])
def test_nobody_is_named(person):
    with pytest.raises(ValidationError):
        made(person=person)


def test_pseudonyms_are_those_of_the_register():
    person = "abcd-efgh-2345-wxyz"
    assert made(person=person).person == Draft(opened=DAY, person=person).person


@pytest.mark.parametrize("nation", list(Nation))
def test_nations_are_those_of_the_calendar(nation):
    assert made(nation=nation.value).nation == nation.value
    with pytest.raises(ValidationError):
        made(nation=f"{nation.value}s")
