"""The restriction list: who is on it, from when to when, and that nobody gets on or off it by mistake."""

import datetime as dt

import pytest

from audit_lib.errors import InputError, ParameterError
from audit_lib.files.register import open_register
from audit_lib.model.deadline import RequestDates
from audit_lib.model.request import NewRequest
from audit_lib.model.restriction import Ground
from audit_lib.model.rights import RightKind
from audit_lib.rights.requests import add_request
from audit_lib.rights.restrictions import (
    Restricting,
    lift,
    read_restrictions,
    restrict,
    restrictions,
    restrictions_of,
    suppress,
)

AS_OF = dt.date(2026, 11, 22)
AT = dt.datetime(2026, 11, 22, 10, 30, tzinfo=dt.UTC)
RECEIVED = dt.date(2026, 11, 2)
PERSON = "aaaa-bbbb-cccc-dddd"


@pytest.fixture
def register(tmp_path):
    with open_register(tmp_path / "register.db", create=True) as opened:
        yield opened


@pytest.fixture
def request_of(register):
    def add(right=RightKind.RECTIFICATION, person=PERSON, **fields):
        dates = RequestDates(received=RECEIVED)
        return add_request(register, NewRequest(right=right, dates=dates, person=person, **fields), AT, AS_OF)

    return add


def day(number):
    return dt.date(2026, 11, number)


def asked(**fields):
    return Restricting(**{"ground": Ground.ACCURACY, "since": RECEIVED, **fields})


def test_a_restriction_is_about_the_person_of_the_request(register, request_of):
    request = request_of(subject="residents")
    made = restrict(register, request.id, asked(data=("identity",)), AT, AS_OF)
    assert (made.id, made.person, made.request, made.subject) == (
        "RES-2026-0001",
        PERSON,
        request.id,
        "residents",
    )
    assert read_restrictions(register) == (made,)
    assert restrictions_of(register, request) == (made,)


def test_only_those_that_hold_on_the_day_are_on_the_list(register, request_of):
    request = request_of()
    ended = restrict(register, request.id, asked(until=day(10)), AT, AS_OF)
    holds = restrict(register, request.id, asked(ground=Ground.CLAIMS), AT, AS_OF)
    assert restrictions(register, day(10)) == (ended, holds)
    assert restrictions(register, day(11)) == (holds,)
    assert restrictions(register, day(1)) == ()


@pytest.mark.parametrize(
    ("fields", "option"),
    [
        ({"since": day(1)}, "since"),
        ({"since": day(23)}, "since"),
        ({"until": day(1)}, "until"),
        ({"ground": Ground.MARKETING}, "ground"),
    ],
)
def test_what_cannot_be_so_changes_nothing(register, request_of, fields, option):
    request = request_of()
    head = register.head()
    with pytest.raises(ParameterError) as raised:
        restrict(register, request.id, asked(**fields), AT, AS_OF)
    assert [fault.place.file for fault in raised.value.faults] == [option]
    assert register.head() == head
    assert read_restrictions(register) == ()


def test_nobody_can_be_restricted_of_whom_nothing_is_known(register, request_of):
    request = request_of(person=None)
    with pytest.raises(ParameterError, match="Nobody knows whose request it is"):
        restrict(register, request.id, asked(), AT, AS_OF)


def test_the_same_is_not_restricted_twice_unless_it_was_lifted(register, request_of):
    request = request_of()
    first = restrict(register, request.id, asked(), AT, AS_OF)
    with pytest.raises(ParameterError, match=f"{first.id} The same has been restricted already"):
        restrict(register, request.id, asked(), AT, AS_OF)
    lift(register, first.id, day(10), AT)
    assert restrict(register, request.id, asked(since=day(12)), AT, AS_OF).id == "RES-2026-0002"


def test_a_lifted_restriction_holds_through_its_last_day(register, request_of):
    made = restrict(register, request_of().id, asked(), AT, AS_OF)
    lifted = lift(register, made.id, day(20), AT, told_on=day(18))
    assert (lifted.until, lifted.told_on, lifted.lifted) == (day(20), day(18), True)
    assert (lifted.active(day(20)), lifted.active(day(21))) == (True, False)
    assert register.get(made.id).closed == day(20)


@pytest.mark.parametrize(
    ("on", "told_on", "option"), [(day(1), None, "on"), (day(16), None, "on"), (day(10), day(11), "told-on")]
)
def test_a_lifting_that_cannot_be_changes_nothing(register, request_of, on, told_on, option):
    made = restrict(register, request_of().id, asked(until=day(15)), AT, AS_OF)
    head = register.head()
    with pytest.raises(ParameterError) as raised:
        lift(register, made.id, on, AT, told_on=told_on)
    assert [fault.place.file for fault in raised.value.faults] == [option]
    assert register.head() == head


def test_what_has_been_lifted_is_not_lifted_again(register, request_of):
    made = restrict(register, request_of().id, asked(), AT, AS_OF)
    lift(register, made.id, day(10), AT)
    head = register.head()
    with pytest.raises(ParameterError, match="lifted already"):
        lift(register, made.id, day(11), AT)
    with pytest.raises(InputError, match="no entry"):
        lift(register, "RES-2026-0077", day(11), AT)
    assert register.head() == head


def test_a_request_is_no_restriction(register, request_of):
    with pytest.raises(InputError, match="This is a request, no restriction"):
        lift(register, request_of().id, day(11), AT)


def test_whoever_objects_to_marketing_is_on_the_list_from_receipt_without_an_end(register, request_of):
    request = request_of(RightKind.OBJECTION, marketing=True)
    (made,) = suppress(register, [request], AT, ("newsletter",))
    assert (made.ground, made.since, made.until) == (Ground.MARKETING, RECEIVED, None)
    assert made.activities == ("newsletter",)


def test_nobody_is_put_on_the_list_twice_nor_again_after_it_was_lifted(register, request_of):
    request = request_of(RightKind.OBJECTION, marketing=True)
    (made,) = suppress(register, [request], AT)
    assert suppress(register, [request], AT) == ()
    lift(register, made.id, day(20), AT)
    assert suppress(register, [request], AT) == ()


def test_other_requests_and_nameless_objections_put_nobody_on_the_list(register, request_of):
    nameless = request_of(RightKind.OBJECTION, person=None, marketing=True)
    other = request_of(RightKind.OBJECTION)
    head = register.head()
    assert suppress(register, [other, nameless], AT) == ()
    assert register.head() == head


def test_an_objection_to_marketing_is_given_no_end(register, request_of):
    request = request_of(RightKind.OBJECTION, marketing=True)
    forever = asked(ground=Ground.MARKETING, until=day(30))
    with pytest.raises(ParameterError) as raised:
        restrict(register, request.id, forever, AT, AS_OF)
    assert "no end (Art. 21(3))" in str(raised.value)
    assert read_restrictions(register) == ()


def test_nobody_is_told_of_a_lifting_before_the_restriction_began(register, request_of):
    made = restrict(register, request_of().id, asked(), AT, AS_OF)
    head = register.head()
    with pytest.raises(ParameterError, match="told-on 2018-05-25 is before it began"):
        lift(register, made.id, AS_OF, AT, told_on=dt.date(2018, 5, 25))
    assert register.head() == head
