"""Whatever is recorded in whatever order: it is as the law says, or it is refused and nothing has changed."""

import datetime as dt
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from audit_lib.errors import InputError
from audit_lib.files.register import open_register
from audit_lib.model.deadline import RequestDates
from audit_lib.model.request import NewRequest, Outcome, Refusal
from audit_lib.model.restriction import Ground
from audit_lib.model.rights import RightKind
from audit_lib.rights.register.changes import Changes, Clear
from audit_lib.rights.register.entry import entry_of
from audit_lib.rights.requests import (
    SORT,
    Ending,
    add_request,
    change_dates,
    close_request,
    reopen_request,
    request_of,
    requests_due,
)
from audit_lib.rights.restrictions import Restricting, lift, read_restrictions, restrict, suppress

AS_OF = dt.date(2026, 11, 22)
AT = dt.datetime(2026, 11, 22, 10, 30, tzinfo=dt.UTC)
PERSON = "aaaa-bbbb-cccc-dddd"

DAYS = st.dates(dt.date(2026, 9, 25), dt.date(2026, 11, 25))
MAYBE = st.none() | DAYS
IDS = st.sampled_from(["R-2026-0001", "R-2026-0002", "RES-2026-0001"])

CHANGES = st.builds(
    Changes,
    received=st.none() | DAYS,
    identity_asked=MAYBE,
    identity_received=MAYBE,
    fee_asked=MAYBE,
    fee_paid=MAYBE,
    **dict.fromkeys(("person", "subject", "channel", "reference"), st.none()),
    clarification_asked=st.lists(DAYS, max_size=1).map(tuple),
    clarification_answered=st.lists(DAYS, max_size=1).map(tuple),
    extended_on=MAYBE,
    acknowledged_on=MAYBE,
    stopped_on=MAYBE,
    clear=st.lists(st.sampled_from(list(Clear)), max_size=1).map(tuple),
)
ENDINGS = st.builds(
    Ending,
    DAYS,
    st.sampled_from(list(Outcome)),
    st.none() | st.sampled_from(list(Refusal)),
    st.none() | st.booleans(),
)
RIGHTS = st.sampled_from(
    [RightKind.ACCESS, RightKind.OBJECTION, RightKind.WITHDRAW_CONSENT, RightKind.COMPLAIN_TO_CONTROLLER]
)


def _added(register, right, received, marketing):
    dates = RequestDates(received=received)
    new = NewRequest(right=right, dates=dates, person=PERSON, marketing=marketing)
    with register.together():
        suppress(register, [add_request(register, new, AT, AS_OF)], AT)


STEPS = st.one_of(
    st.builds(lambda *of: lambda register: _added(register, *of), RIGHTS, DAYS, st.booleans()),
    st.builds(lambda id_, new: lambda register: change_dates(register, id_, new, AT, AS_OF), IDS, CHANGES),
    st.builds(lambda id_, end: lambda register: close_request(register, id_, end, AT, AS_OF), IDS, ENDINGS),
    st.builds(lambda id_: lambda register: reopen_request(register, id_, AT, AS_OF), IDS),
    st.builds(
        lambda id_, since, until: (
            lambda register: restrict(register, id_, Restricting(Ground.CLAIMS, since, until), AT, AS_OF)
        ),
        IDS,
        DAYS,
        MAYBE,
    ),
    st.builds(lambda id_, on: lambda register: lift(register, id_, on, AT), IDS, DAYS),
)


@settings(max_examples=40)
@given(st.tuples(RIGHTS, DAYS.filter(lambda day: day <= AS_OF)), st.lists(STEPS, max_size=14))
def test_whatever_is_recorded(first, steps):
    with (
        tempfile.TemporaryDirectory() as folder,
        open_register(Path(folder) / "register.db", create=True) as register,
    ):
        _added(register, *first, marketing=False)
        for step in steps:
            head = register.head()
            try:
                step(register)
            except InputError:
                assert register.head() == head
        _is_as_the_law_says(register)


def _is_as_the_law_says(register):
    """Each entry is what comes of its dates and is found by its next duty; the history is whole."""
    still_open = []
    for stored in register.entries(SORT):
        request = request_of(stored)
        assert entry_of(request, request.id, AS_OF) == request
        assert (stored.due, stored.closed, stored.opened) == (
            request.next_due,
            request.closed_on,
            request.received,
        )
        still_open += [request] if request.open else []
        suppressed = [
            each
            for each in read_restrictions(register)
            if each.request == request.id and each.ground == "marketing"
        ]
        assert len(suppressed) == request.marketing
    found = requests_due(register, AS_OF)
    assert {request.id for request in found.requests} == {request.id for request in still_open}
    assert found.overdue == sum(request.overdue(AS_OF) for request in still_open)
    assert register.verify().sound
