"""The register of requests, complaints and objections: entered, kept up to date, closed; what is due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from pydantic import ValidationError

from ..errors import InputError, ParameterError
from ..files.register import Draft, Register, Stored
from ..model.collector import collector_paused
from ..model.request import NewRequest, Outcome, Refusal, Request
from .register.changes import Changes, changed
from .register.entry import entry_of

#: What the register calls these entries.
SORT: Final = "request"


class Due(NamedTuple):
    """What is due first, how many are overdue, and how many there are with those that are not listed."""

    requests: tuple[Request, ...]
    overdue: int
    total: int

    @property
    def more(self) -> int:
        """How many are not listed."""
        return self.total - len(self.requests)


class Ending(NamedTuple):
    """How a request ends: on which day, with what outcome, and for a refusal why."""

    on: dt.date
    outcome: Outcome
    reason: Refusal | None = None
    told_ways: bool | None = None


def add_request(register: Register, new: NewRequest, at: dt.datetime, as_of: dt.date) -> Request:
    """Enter a request, a complaint or an objection, and return it with its id and its times.

    Parameters
    ----------
    new
        What is told of it.
    at
        The moment of writing, with its time zone.
    as_of
        The day of the entry: nothing that is recorded can lie after it.

    Raises
    ------
    ParameterError
        All that cannot be so; nothing has changed.
    OutputError
        It could not be written; nothing has changed.

    >>> import tempfile
    >>> from audit_lib.files.register import open_register
    >>> from audit_lib.model.deadline import RequestDates
    >>> from audit_lib.model.rights import RightKind
    >>> new = NewRequest(right=RightKind.ACCESS, dates=RequestDates(received=dt.date(2026, 10, 1)))
    >>> at, day = dt.datetime(2026, 11, 22, 9, tzinfo=dt.UTC), dt.date(2026, 11, 22)
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with open_register(f"{folder}/register.db", create=True) as register:
    ...         request = add_request(register, new, at, day)
    ...         register.verify().sound, request.id, request.due
    (True, 'R-2026-0001', datetime.date(2026, 11, 2))
    """
    return request_of(register.add(SORT, new.received, at, lambda id_: draft_of(entry_of(new, id_, as_of))))


def add_requests(
    register: Register, news: Iterable[NewRequest], at: dt.datetime, as_of: dt.date
) -> tuple[Request, ...]:
    """Enter several requests, all or none, and return them as they stand in the register.

    Raises
    ------
    ParameterError, OutputError
        As `add_request`; nothing has changed.

    >>> from audit_lib.rights.register.example import AT, TODAY, example_register
    >>> with example_register() as register:
    ...     [one.id for one in add_requests(register, [get_request(register, "R-2026-0001")], AT, TODAY)]
    ['R-2026-0002']
    """

    def making(new: NewRequest) -> Callable[[str], Draft]:
        return lambda id_: draft_of(entry_of(new, id_, as_of))

    ids = register.add_many(SORT, at, [(new.received, making(new)) for new in news])
    return tuple(get_request(register, id_) for id_ in ids)


def change_dates(register: Register, id_: str, changes: Changes, at: dt.datetime, as_of: dt.date) -> Request:
    """Record what has become known of a request, and return it with its times worked out anew.

    Raises
    ------
    InputError
        There is no such request; it is closed; or all that cannot be so. Nothing has changed.
    OutputError
        It could not be written; nothing has changed.

    >>> from audit_lib.rights.register.example import AT, TODAY, example_register
    >>> with example_register() as register:
    ...     stopped = Changes(stopped_on=dt.date(2026, 10, 2))
    ...     change_dates(register, "R-2026-0001", stopped, AT, TODAY).next_due
    datetime.date(2026, 11, 2)
    """
    what = f"changed: {changes.words}"[:200]
    return _altered(register, id_, what, at, lambda now: entry_of(changed(now, changes), now.id, as_of))


def close_request(register: Register, id_: str, ending: Ending, at: dt.datetime, as_of: dt.date) -> Request:
    """Close a request with its outcome, and return it.

    Raises
    ------
    InputError
        There is no such request; it is closed already; the day lies before something that is recorded, or
        ahead; the outcome does not fit. Nothing has changed.
    OutputError
        It could not be written; nothing has changed.

    >>> from audit_lib.rights.register.example import AT, TODAY, example_register
    >>> with example_register() as register:
    ...     ending = Ending(dt.date(2026, 10, 5), Outcome.GRANTED)
    ...     close_request(register, "R-2026-0001", ending, AT, TODAY).in_time
    True
    """

    def closed(now: Request) -> Request:
        if now.closed_on:
            words = f"{now.outcome.value if now.outcome else 'closed'} on {now.closed_on}"
            message = (
                f"It has been closed already ({words}); nothing was changed. request reopen opens it again."
            )
            raise ParameterError.at(now.id, message)
        update = {
            "closed_on": ending.on,
            "outcome": ending.outcome,
            "reason": ending.reason,
            "told_ways": ending.told_ways,
        }
        return entry_of(now.model_copy(update=update), now.id, as_of)

    return _altered(register, id_, f"closed: {ending.outcome.value}", at, closed)


def reopen_request(register: Register, id_: str, at: dt.datetime, as_of: dt.date) -> Request:
    """Open a request again that was closed by mistake, or too early; the history keeps that it was closed.

    Raises
    ------
    InputError
        There is no such request, or it is open. Nothing has changed.
    OutputError
        It could not be written; nothing has changed.

    >>> from audit_lib.rights.register.example import AT, TODAY, example_register
    >>> with example_register() as register:
    ...     reopen_request(register, "R-2026-0001", AT, TODAY)
    Traceback (most recent call last):
    audit_lib.errors.ParameterError: R-2026-0001 It is open; nothing was changed.
    """

    def reopened(now: Request) -> Request:
        if now.open:
            raise ParameterError.at(now.id, "It is open; nothing was changed.")
        nothing = dict.fromkeys(("closed_on", "outcome", "reason", "told_ways"))
        return entry_of(now.model_copy(update=nothing), now.id, as_of)

    return _altered(register, id_, "reopened", at, reopened)


def get_request(register: Register, id_: str) -> Request:
    """Return one request.

    Raises
    ------
    InputError
        There is none with this id.

    >>> from audit_lib.rights.register.example import AT, TODAY, example_register
    >>> with example_register() as register:
    ...     get_request(register, "R-2026-0001").next_duty
    'Stop direct marketing'
    """
    return request_of(register.get(id_))


def read_requests(register: Register, *, person: str | None = None) -> tuple[Request, ...]:
    """Return every request of the register, the oldest first; with a pseudonym, those of one person.

    >>> from audit_lib.rights.register.example import AT, TODAY, example_register
    >>> with example_register() as register:
    ...     len(read_requests(register)), len(read_requests(register, person=register.pseudonym("Somebody")))
    (1, 1)
    """
    with collector_paused():
        return tuple(request_of(stored) for stored in register.entries(SORT, person=person, order="opened"))


def requests_due(
    register: Register, as_of: dt.date, *, within: int | None = None, limit: int | None = None
) -> Due:
    """Return the open requests, overdue ones first, then those due soonest, then those without a day.

    Only those that are listed are read, so that a large register answers as fast as a small one.

    Parameters
    ----------
    as_of
        What was due before this day is overdue.
    within
        Only what is due in so many days, or overdue.
    limit
        List at most so many; the others are counted.

    >>> from audit_lib.rights.register.example import AT, TODAY, example_register
    >>> with example_register() as register:
    ...     found = requests_due(register, TODAY, limit=0)
    >>> found.overdue, found.total, found.more
    (1, 1, 1)
    """
    until = None if within is None else days_after(as_of, within)
    found = register.entries(SORT, open_only=True, due_by=until, limit=limit, order="due")
    overdue = register.count(SORT, open_only=True, due_by=days_after(as_of, -1))
    total = register.count(SORT, open_only=True, due_by=until)
    return Due(tuple(request_of(stored) for stored in found), overdue, total)


def days_after(day: dt.date, days: int) -> dt.date:
    """Return the day so many days later, or the last (first) of the calendar if there is none.

    >>> days_after(dt.date(9999, 12, 30), 7), days_after(dt.date(2026, 11, 22), -1)
    (datetime.date(9999, 12, 31), datetime.date(2026, 11, 21))
    """
    ordinal = day.toordinal() + days
    return dt.date.fromordinal(min(max(ordinal, dt.date.min.toordinal()), dt.date.max.toordinal()))


def draft_of(request: Request) -> Draft:
    """Return a request as the register stores it, with the day by which its next duty is due.

    >>> from audit_lib.rights.register.example import AT, TODAY, example_register
    >>> with example_register() as register:
    ...     draft_of(get_request(register, "R-2026-0001")).due
    datetime.date(2026, 10, 1)
    """
    return Draft(
        opened=request.received,
        closed=request.closed_on,
        due=request.next_due,
        person=request.person,
        body=request.model_dump(mode="json", exclude={"id"}, exclude_defaults=True),
    )


def request_of(stored: Stored) -> Request:
    """Return a request out of what the register has stored.

    Raises
    ------
    InputError
        The entry is something else, or cannot be read as a request.

    >>> from audit_lib.rights.register.example import AT, TODAY, example_register
    >>> with example_register() as register:
    ...     request_of(register.get("R-2026-0001")).marketing
    True
    """
    if stored.sort != SORT:
        raise InputError.at(stored.id, f"This is a {stored.sort}, no request.")
    try:
        return Request.model_validate({**stored.body, "id": stored.id})
    except ValidationError as error:
        fields = ", ".join(sorted({str(one["loc"][0]) if one["loc"] else "it" for one in error.errors()}))
        message = f"The register holds something here that is no request ({fields}). Verify the register."
        raise InputError.at(stored.id, message) from None


def _altered(
    register: Register, id_: str, what: str, at: dt.datetime, alter: Callable[[Request], Request]
) -> Request:
    return request_of(register.change(id_, what, at, lambda stored: draft_of(alter(request_of(stored)))))
