"""The register of requests: what is entered stays, what cannot be changes nothing, what is due is first."""

import datetime as dt

import pytest

from audit_lib.errors import InputError, ParameterError
from audit_lib.files.register import Draft, open_register
from audit_lib.model.deadline import RequestDates
from audit_lib.model.request import NewRequest, Outcome, Refusal
from audit_lib.model.rights import RightKind
from audit_lib.rights.register.changes import Changes
from audit_lib.rights.requests import (
    Ending,
    add_request,
    add_requests,
    change_dates,
    close_request,
    draft_of,
    get_request,
    read_requests,
    reopen_request,
    request_of,
    requests_due,
)

AS_OF = dt.date(2026, 11, 22)
AT = dt.datetime(2026, 11, 22, 10, 30, tzinfo=dt.UTC)


def day(text):
    return dt.date.fromisoformat(text)


def told(received="2026-10-01", right=RightKind.ACCESS, **fields):
    return NewRequest(right=right, dates=RequestDates(received=day(received)), **fields)


@pytest.fixture
def register(tmp_path):
    with open_register(tmp_path / "register.db", create=True) as opened:
        yield opened


@pytest.fixture
def unchanged(register):
    """What is to raise, and to leave the register as it is."""

    def call(error, match, verb, *given):
        head = register.head()
        with pytest.raises(error, match=match):
            verb(register, *given, AT, AS_OF)
        assert register.head() == head
        assert register.verify(head).sound

    return call


def test_what_is_entered_is_read_again_as_it_was(register):
    person = register.pseudonym("Ada Lovelace")
    entry = add_request(register, told(person=person, reference="CR-1", nation="scotland"), AT, AS_OF)
    assert get_request(register, entry.id) == entry
    assert (entry.id, entry.person, entry.due) == ("R-2026-0001", person, day("2026-11-02"))


def test_the_day_of_the_next_duty_is_what_the_register_finds_it_by(register):
    entry = add_request(register, told(right=RightKind.OBJECTION, marketing=True), AT, AS_OF)
    assert register.get(entry.id).due == day("2026-10-01")
    change_dates(register, entry.id, Changes(stopped_on=day("2026-10-02")), AT, AS_OF)
    assert register.get(entry.id).due == day("2026-11-02")


def test_what_cannot_be_so_is_not_entered(unchanged):
    unchanged(ParameterError, "in the future", add_request, told("2026-11-23"))


def test_many_are_entered_or_none(register, unchanged):
    unchanged(ParameterError, "in the future", add_requests, [told(), told("2026-12-01")])
    entered = add_requests(register, [told(), told("2026-10-02")], AT, AS_OF)
    assert read_requests(register) == entered


def test_a_change_works_the_times_out_anew(register):
    entry = add_request(register, told(), AT, AS_OF)
    asked = change_dates(register, entry.id, Changes(identity_asked=day("2026-10-02")), AT, AS_OF)
    assert (asked.due, register.get(entry.id).due) == (None, None)
    came = change_dates(register, entry.id, Changes(identity_received=day("2026-10-12")), AT, AS_OF)
    assert (came.due, register.get(entry.id).due) == (day("2026-11-12"), day("2026-11-12"))


def test_a_contradiction_changes_nothing(register, unchanged):
    entry = add_request(register, told(), AT, AS_OF)
    unchanged(ParameterError, "is before", change_dates, entry.id, Changes(identity_asked=day("2026-09-01")))
    unchanged(InputError, "no entry", change_dates, "R-2026-0009", Changes(identity_asked=day("2026-10-02")))


def test_a_request_is_closed_once(register, unchanged):
    entry = add_request(register, told(), AT, AS_OF)
    closed = close_request(register, entry.id, Ending(day("2026-10-20"), Outcome.GRANTED), AT, AS_OF)
    assert (closed.in_time, register.get(entry.id).closed) == (True, day("2026-10-20"))
    unchanged(
        ParameterError, "closed already", close_request, entry.id, Ending(day("2026-10-21"), Outcome.GRANTED)
    )


@pytest.mark.parametrize(
    ("ending", "match"),
    [
        (Ending(dt.date(2026, 9, 30), Outcome.GRANTED), "before the request was received"),
        (Ending(dt.date(2026, 11, 23), Outcome.GRANTED), "in the future"),
        (Ending(dt.date(2026, 10, 20), Outcome.UPHELD), "does not end as"),
        (Ending(dt.date(2026, 10, 20), Outcome.REFUSED), "needs a reason"),
    ],
)
def test_an_end_that_cannot_be_changes_nothing(register, unchanged, ending, match):
    entry = add_request(register, told(), AT, AS_OF)
    unchanged(ParameterError, match, close_request, entry.id, ending)


def test_what_was_closed_can_be_opened_again_and_the_history_keeps_both(register, unchanged):
    entry = add_request(register, told(), AT, AS_OF)
    unchanged(ParameterError, "It is open", reopen_request, entry.id)
    ending = Ending(day("2026-10-20"), Outcome.REFUSED, Refusal.EXCESSIVE, told_ways=True)
    close_request(register, entry.id, ending, AT, AS_OF)
    assert reopen_request(register, entry.id, AT, AS_OF) == entry
    assert [event.what for event in register.history(entry.id)] == ["added", "closed: refused", "reopened"]


def test_overdue_comes_first_then_what_is_due_soonest_then_what_has_no_day(register):
    days = ["2026-11-10", "2026-09-01", "2026-10-15"]
    later, overdue, soon = (add_request(register, told(each), AT, AS_OF).id for each in days)
    waiting = add_request(register, told("2026-08-01", subject="residents"), AT, AS_OF).id
    change_dates(register, waiting, Changes(identity_asked=day("2026-08-02")), AT, AS_OF)
    closed = add_request(register, told("2026-08-01"), AT, AS_OF).id
    close_request(register, closed, Ending(day("2026-08-20"), Outcome.GRANTED), AT, AS_OF)
    found = requests_due(register, AS_OF)
    assert [request.id for request in found.requests] == [overdue, soon, later, waiting]
    assert (found.overdue, found.total, found.more) == (2, 4, 0)


def test_what_is_not_listed_is_counted(register):
    add_requests(register, [told(f"2026-09-{number:02}") for number in range(1, 21)], AT, AS_OF)
    found = requests_due(register, AS_OF, limit=3)
    assert (len(found.requests), found.overdue, found.more) == (3, 20, 17)
    assert requests_due(register, AS_OF, limit=0).more == 20


def test_only_what_is_due_within_some_days(register):
    add_request(register, told("2026-10-30"), AT, AS_OF)
    assert requests_due(register, AS_OF, within=7).total == 0
    assert requests_due(register, AS_OF, within=8).total == 1


def test_only_what_is_listed_is_read(register):
    add_requests(register, [told(), told("2026-10-20")], AT, AS_OF)
    register.add(
        "request", AS_OF, AT, lambda _: Draft(opened=AS_OF, due=AS_OF.replace(year=2027), body={"x": 1})
    )
    assert len(requests_due(register, AS_OF, limit=2).requests) == 2
    with pytest.raises(InputError, match="R-2026-0003 The register holds something here that is no request"):
        requests_due(register, AS_OF, limit=3)


def test_the_requests_of_a_person_are_found_however_the_name_is_written(register):
    person = register.pseudonym("Ada Lovelace")
    add_requests(register, [told(person=person), told(), told("2026-10-20", person=person)], AT, AS_OF)
    found = read_requests(register, person=register.pseudonym("ADA  lovelace"))
    assert [request.id for request in found] == ["R-2026-0001", "R-2026-0003"]


def test_the_register_holds_nothing_that_was_not_told(register):
    entry = add_request(register, told(), AT, AS_OF)
    body = register.get(entry.id).body
    assert set(body) == {"right", "dates", "due", "safe"}


def test_an_entry_of_another_kind_is_no_request(register):
    stored = register.add("breach", AS_OF, AT, lambda _: Draft(opened=AS_OF))
    with pytest.raises(InputError, match="This is a breach, no request"):
        get_request(register, stored.id)


def test_storing_loses_nothing(register):
    dates = RequestDates(received=day("2026-10-01"), extended_on=day("2026-10-05"))
    new = NewRequest(right=RightKind.ACCESS, dates=dates, subject="residents", channel="post", told_ways=None)
    entry = add_request(register, new, AT, AS_OF)
    assert request_of(register.get(entry.id)) == entry
    assert draft_of(entry).body["dates"]["extended_on"] == "2026-10-05"


def test_a_day_of_receipt_can_be_put_right_across_the_end_of_a_year(register):
    entry = add_request(register, told("2026-01-02"), AT, AS_OF)
    changed = change_dates(register, entry.id, Changes(received=day("2025-12-31")), AT, AS_OF)
    assert (changed.id, changed.received) == ("R-2026-0001", day("2025-12-31"))
    assert register.verify().sound
    assert add_request(register, told("2026-01-05"), AT, AS_OF).id == "R-2026-0002"
