"""The restriction list: whose data may be kept and not used, since when, until when, and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from pydantic import ValidationError

from ..errors import Fault, InputError, ParameterError, Place
from ..files.register import Draft, Register, Stored
from ..model.request import Request
from ..model.restriction import Ground, Restriction
from .requests import get_request

#: What the register calls these entries.
SORT: Final = "restriction"


class Restricting(NamedTuple):
    """What is to be restricted, and why: all data in all activities if none is named."""

    ground: Ground
    since: dt.date
    until: dt.date | None = None
    data: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()


def restrict(
    register: Register, request_id: str, asked: Restricting, at: dt.datetime, as_of: dt.date
) -> Restriction:
    """Restrict data about the person of a request, and return the entry of the list.

    Raises
    ------
    InputError
        There is no such request, nobody is known of whom it is about, a day cannot be so, or the same is
        restricted already. Nothing has changed.
    OutputError
        It could not be written; nothing has changed.

    >>> from audit_lib.rights.register.example import AT, TODAY, example_register
    >>> with example_register() as register:
    ...     asked = Restricting(Ground.MARKETING, dt.date(2026, 10, 1))
    ...     made = restrict(register, "R-2026-0001", asked, AT, TODAY)
    >>> made.id, made.active(TODAY)
    ('RES-2026-0001', True)
    """
    with register.together():
        request = get_request(register, request_id)
        faults = [Fault(Place(option), message) for option, message in _wrong(request, asked, as_of)]
        if faults:
            raise ParameterError(faults)
        for known in restrictions_of(register, request):
            same = known.ground, known.data, known.activities
            if same == (asked.ground, asked.data, asked.activities) and not known.lifted:
                message = f"The same has been restricted already, since {known.since}."
                raise ParameterError.at(known.id, message)
        return restriction_of(register.add(SORT, asked.since, at, _making(request, asked)))


def suppress(
    register: Register, requests: Iterable[Request], at: dt.datetime, activities: tuple[str, ...] = ()
) -> tuple[Restriction, ...]:
    """Put on the list, without an end, each person who has objected to direct marketing (Art. 21(3)).

    It is done on receipt, since nothing is weighed. Who stands there already for the same request is not put
    there twice, and an objection of which nobody knows whose it is cannot be.

    Parameters
    ----------
    activities
        The activities that are direct marketing, for whoever reads the list; it reaches all such anyhow.

    Raises
    ------
    OutputError
        It could not be written; nothing has changed.

    >>> from audit_lib.rights.register.example import AT, TODAY, example_register
    >>> with example_register() as register:
    ...     request = get_request(register, "R-2026-0001")
    ...     [len(suppress(register, [request], AT)) for attempt in range(2)]
    [1, 0]
    """
    wanted = [
        (request, Restricting(Ground.MARKETING, request.received, activities=activities))
        for request in requests
        if request.marketing
        and request.person
        and all(known.ground is not Ground.MARKETING for known in restrictions_of(register, request))
    ]
    if not wanted:
        return ()
    makes = [(asked.since, _making(request, asked)) for request, asked in wanted]
    return tuple(restriction_of(register.get(id_)) for id_ in register.add_many(SORT, at, makes))


def lift(
    register: Register,
    id_: str,
    on: dt.date,
    at: dt.datetime,
    *,
    told_on: dt.date | None = None,
) -> Restriction:
    """End a restriction: `on` is the last day on which it holds, `told_on` when the person was told.

    The person has to be told before it is lifted (Art. 18(3)). One for marketing ends only when the person
    consents anew (Art. 21(3); an assumption).

    Raises
    ------
    InputError
        There is no such restriction, it has been lifted, or the days contradict each other. Nothing has
        changed.
    OutputError
        It could not be written; nothing has changed.

    >>> from audit_lib.rights.register.example import AT, TODAY, example_register
    >>> with example_register() as register:
    ...     asked = Restricting(Ground.MARKETING, dt.date(2026, 10, 1))
    ...     made = restrict(register, "R-2026-0001", asked, AT, TODAY)
    ...     lifted = lift(register, made.id, TODAY, AT, told_on=TODAY)
    >>> lifted.until
    datetime.date(2026, 11, 22)
    """

    def lifted(stored: Stored) -> Draft:
        now = restriction_of(stored)
        faults = list(_not_to_lift(now, on, told_on))
        if faults:
            raise ParameterError(Fault(Place(option), message) for option, message in faults)
        return _draft(now.model_copy(update={"until": on, "told_on": told_on, "lifted": True}))

    return restriction_of(register.change(id_, "lifted", at, lifted))


def told_of_lifting(register: Register, id_: str, told_on: dt.date, at: dt.datetime) -> Restriction:
    """Record afterwards when the person was told that a restriction would be lifted (Art. 18(3)).

    Raises
    ------
    InputError
        There is no such restriction, it has not been lifted, the day is recorded already, or it lies outside
        the time in which the restriction held. Nothing has changed.
    OutputError
        It could not be written; nothing has changed.

    >>> from audit_lib.rights.register.example import AT, TODAY, example_register
    >>> with example_register() as register:
    ...     made = restrict(register, "R-2026-0001", Restricting(Ground.ACCURACY, TODAY), AT, TODAY)
    ...     lifted = lift(register, made.id, TODAY, AT)
    ...     told_of_lifting(register, made.id, TODAY, AT).told_on
    datetime.date(2026, 11, 22)
    """

    def told(stored: Stored) -> Draft:
        now = restriction_of(stored)
        if not now.lifted or now.until is None:
            raise ParameterError.at(now.id, "It has not been lifted. Nothing was changed.")
        if now.told_on:
            message = f"That the person was told on {now.told_on} is recorded already. Nothing was changed."
            raise ParameterError.at(now.id, message)
        faults = list(_not_told_then(now, now.until, told_on))
        if faults:
            raise ParameterError(Fault(Place(option), message) for option, message in faults)
        return _draft(now.model_copy(update={"told_on": told_on}))

    return restriction_of(register.change(id_, "told of the lifting", at, told))


def read_restrictions(register: Register) -> tuple[Restriction, ...]:
    """Return every restriction of the register, the oldest first, with those that have ended.

    >>> from audit_lib.rights.register.example import AT, TODAY, example_register
    >>> with example_register() as register:
    ...     read_restrictions(register)
    ()
    """
    return tuple(restriction_of(stored) for stored in register.entries(SORT, order="opened"))


def restrictions(register: Register, as_of: dt.date) -> tuple[Restriction, ...]:
    """Return the restrictions that hold on a day, the oldest first.

    >>> import tempfile
    >>> from audit_lib.files.register import open_register
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with open_register(f"{folder}/register.db", create=True) as register:
    ...         restrictions(register, dt.date(2026, 11, 22))
    ()
    """
    return tuple(known for known in read_restrictions(register) if known.active(as_of))


def restrictions_of(register: Register, request: Request) -> tuple[Restriction, ...]:
    """Return the restrictions that rest on a request, lifted ones too.

    >>> from audit_lib.rights.register.example import AT, TODAY, example_register
    >>> with example_register() as register:
    ...     restrictions_of(register, get_request(register, "R-2026-0001"))
    ()
    """
    if request.person is None:
        return ()
    found = [
        restriction_of(stored) for stored in register.entries(SORT, person=request.person, order="opened")
    ]
    return tuple(known for known in found if known.request == request.id)


def restriction_of(stored: Stored) -> Restriction:
    """Return a restriction out of what the register has stored.

    Raises
    ------
    InputError
        The entry is something else, or cannot be read as a restriction.

    >>> from audit_lib.rights.register.example import AT, TODAY, example_register
    >>> with example_register() as register:
    ...     restriction_of(register.get("R-2026-0001"))
    Traceback (most recent call last):
    audit_lib.errors.InputError: R-2026-0001 This is a request, no restriction.
    """
    if stored.sort != SORT:
        raise InputError.at(stored.id, f"This is a {stored.sort}, no restriction.")
    try:
        return Restriction.model_validate({**stored.body, "id": stored.id})
    except ValidationError:
        message = "The register holds something here that is no restriction. Verify the register."
        raise InputError.at(stored.id, message) from None


def _wrong(request: Request, asked: Restricting, as_of: dt.date) -> Iterable[tuple[str, str]]:
    if request.person is None:
        yield request.id, "Nobody knows whose request it is: request update --person says it."
    if asked.since < request.received:
        yield "since", f"{asked.since} is before the request was received, {request.received}."
    if asked.since > as_of:
        yield "since", f"{asked.since} is in the future: it is {as_of}."
    if asked.until and asked.until < asked.since:
        yield "until", f"{asked.until} is before it begins, {asked.since}."
    if asked.ground is Ground.MARKETING and not request.marketing:
        yield "ground", "The request is no objection to direct marketing."
    if asked.ground is Ground.MARKETING and asked.until:
        yield "until", "An objection to direct marketing has no end (Art. 21(3)): leave it out."


def _not_to_lift(now: Restriction, on: dt.date, told_on: dt.date | None) -> Iterable[tuple[str, str]]:
    if now.lifted:
        yield now.id, f"It has been lifted already: it held until {now.until}. Nothing was changed."
    elif now.until and now.until < on:
        yield "on", f"{on} is after its end: it held until {now.until}."
    if on < now.since:
        yield "on", f"{on} is before it began, {now.since}."
    if told_on:
        yield from _not_told_then(now, on, told_on)


def _not_told_then(now: Restriction, on: dt.date, told_on: dt.date) -> Iterable[tuple[str, str]]:
    if told_on < now.since:
        yield "told-on", f"{told_on} is before it began, {now.since}."
    if told_on > on:
        yield "told-on", f"{told_on} is after it was lifted, {on}: the person is told before (Art. 18(3))."


def _making(request: Request, asked: Restricting) -> Callable[[str], Draft]:
    return lambda id_: _draft(
        Restriction(
            id=id_,
            person=request.person or "",
            request=request.id,
            subject=request.subject,
            **asked._asdict(),
        )
    )


def _draft(restriction: Restriction) -> Draft:
    return Draft(
        opened=restriction.since,
        closed=restriction.until if restriction.lifted else None,
        due=None if restriction.lifted else restriction.until,
        person=restriction.person,
        body=restriction.model_dump(mode="json", exclude={"id"}, exclude_defaults=True),
    )
