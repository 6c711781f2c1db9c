"""What is told of a request made into an entry of the register: checked, and with its times worked out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from ...errors import Fault, ParameterError, Place
from ...law.calendar import Nation
from ...law.rights_matrix import NAMES
from ...model.deadline import Clock, Deadline
from ...model.request import NEED_A_REASON, OUTCOMES, NewRequest, Request, RequestKind
from ...model.rights import RightKind
from ..deadlines import complaint_clock, request_clock

#: What is no request of a person, and is not for this register.
_ELSEWHERE = {
    RightKind.INFORMED: "is met by the privacy notice, without a request",
    RightKind.COMPLAIN_TO_REGULATOR: "is used with the regulator; what the regulator writes is no request",
}


def entry_of(new: NewRequest, entry_id: str, as_of: dt.date) -> Request:
    """Return a request as the register keeps it, with its last day, its safe day and what it waits for.

    An extension of which the person was told too late is kept as such, and moves nothing.

    Parameters
    ----------
    new
        What is told; of a `Request`, the times are worked out anew.
    entry_id
        What the register calls it.
    as_of
        The day of the entry: nothing that is recorded can lie after it.

    Raises
    ------
    ParameterError
        All that cannot be so, each at the name of its option, such as "closed-on".

    >>> from audit_lib.model.deadline import RequestDates
    >>> new = NewRequest(right=RightKind.ACCESS, dates=RequestDates(received=dt.date(2026, 10, 1)))
    >>> entry = entry_of(new, "R-2026-0001", dt.date(2026, 11, 22))
    >>> entry.due, entry.safe, entry.waiting
    (datetime.date(2026, 11, 2), datetime.date(2026, 11, 1), None)
    """
    told = new.model_dump(include=set(NewRequest.model_fields))
    plain = NewRequest.model_validate(told)
    faults = [*_of_kind(plain), *_of_days(plain, as_of), *_of_outcome(plain)]
    deadline: Deadline | None = None
    if plain.right not in _ELSEWHERE:
        try:
            plain, deadline = _timed(plain)
        except ParameterError as error:
            known = {fault.place.file for fault in faults}
            faults = [*(fault for fault in error.faults if fault.place.file not in known), *faults]
    if faults:
        raise ParameterError(faults)
    return Request(
        **plain.model_dump(),
        id=entry_id,
        due=deadline.latest if deadline else None,
        safe=deadline.safe if deadline else None,
        waiting=deadline.waiting if deadline else None,
    )


def clock_of(request: Request) -> Clock:
    """Return the clock of a request as its dates stand: every duty with its steps.

    >>> from audit_lib.model.deadline import RequestDates
    >>> request = Request(id="R-2026-0001", right=RightKind.ACCESS,
    ...     dates=RequestDates(received=dt.date(2026, 10, 1)))
    >>> clock_of(request).first.latest
    datetime.date(2026, 11, 2)
    """
    nation = Nation(request.nation) if request.nation else None
    if request.kind is RequestKind.COMPLAINT:
        return complaint_clock(request.received, nation=nation)
    return request_clock(request.right, request.dates, marketing=request.marketing, nation=nation)


def _timed(new: NewRequest) -> tuple[NewRequest, Deadline | None]:
    """Return what is told, a late extension put apart, and the duty that it is judged by."""
    nation = Nation(new.nation) if new.nation else None
    if new.kind is RequestKind.COMPLAINT:
        return new, complaint_clock(new.received, nation=nation).first
    dates, marketing = new.dates, new.marketing
    try:
        clock = request_clock(new.right, dates, marketing=marketing, nation=nation)
    except ParameterError:
        if dates.extended_on is None:
            raise
        without = dates.model_copy(update={"extended_on": None})
        clock = request_clock(new.right, without, marketing=marketing, nation=nation)
        told_by = clock.deadlines[-1].latest
        if told_by is None or dates.extended_on <= told_by:
            raise  # what is wrong with the extension is not that it came late
        new = new.model_copy(update={"dates": without, "late_extension": dates.extended_on})
    return new, clock.deadlines[1] if marketing else clock.first


def _of_kind(new: NewRequest) -> Iterator[Fault]:
    if new.right in _ELSEWHERE:
        yield _fault("right", f"The right {NAMES[new.right]} {_ELSEWHERE[new.right]}.")
    stops = new.marketing or new.right is RightKind.WITHDRAW_CONSENT
    if new.stopped_on and not stops:
        message = "Only an objection to direct marketing or a withdrawal of consent has a day of stopping."
        yield _fault("stopped-on", message)
    if new.kind is RequestKind.REQUEST:
        if new.acknowledged_on:
            yield _fault("acknowledged-on", "Only a complaint has to be acknowledged: leave it out.")
        return
    dates = new.dates
    for option, given in (
        ("identity-asked", dates.identity.asked or dates.identity.answered),
        ("fee-asked", dates.fee.asked or dates.fee.answered),
        ("clarification-asked", dates.clarifications),
        ("extended-on", dates.extended_on),
    ):
        if given:
            yield _fault(option, "A complaint has a time of its own, which nothing moves: leave it out.")
    if new.marketing:
        yield _fault("marketing", "Only an objection can be to direct marketing: leave it out.")


def _days(new: NewRequest) -> Iterator[tuple[str, dt.date]]:
    """Yield every day that is told, with the name of its option."""
    dates = new.dates
    named = [
        ("received", dates.received),
        ("identity-asked", dates.identity.asked),
        ("identity-received", dates.identity.answered),
        ("fee-asked", dates.fee.asked),
        ("fee-paid", dates.fee.answered),
        ("extended-on", dates.extended_on or new.late_extension),
        ("acknowledged-on", new.acknowledged_on),
        ("stopped-on", new.stopped_on),
        ("closed-on", new.closed_on),
    ]
    for question in dates.clarifications:
        named += [("clarification-asked", question.asked), ("clarification-answered", question.answered)]
    for option, day in named:
        if day:
            yield option, day


def _of_days(new: NewRequest, as_of: dt.date) -> Iterator[Fault]:
    """Tell what lies ahead, before receipt, or after the end."""
    for option, day in _days(new):
        if day > as_of:
            yield _fault(option, f"{day} is in the future: it is {as_of}.")
        elif option in ("acknowledged-on", "stopped-on", "closed-on") and day < new.received:
            yield _fault(option, f"{day} is before the request was received, {new.received}.")
        elif new.closed_on and new.closed_on < day and new.closed_on >= new.received:
            yield _fault(option, f"{day} is after the request was closed, on {new.closed_on}.")


def _of_outcome(new: NewRequest) -> Iterator[Fault]:
    if (new.closed_on is None) != (new.outcome is None):
        missing = "outcome" if new.closed_on else "closed-on"
        yield _fault(missing, "A request is closed on a day and with an outcome: give both, or neither.")
    allowed = OUTCOMES[new.kind]
    if new.outcome and new.outcome not in allowed:
        names = ", ".join(outcome.value for outcome in allowed)
        yield _fault("outcome", f'A {new.kind.value} does not end as "{new.outcome.value}", but as {names}.')
    needs = new.outcome in NEED_A_REASON
    if needs and new.reason is None:
        message = (
            "What is refused, in whole or in part, needs a reason; the person must be told it (Art. 12(4))."
        )
        yield _fault("reason", message)
    if new.reason and not needs:
        yield _fault("reason", "Only what is refused, in whole or in part, has a reason: leave it out.")
    if new.told_ways is not None and new.closed_on is None:
        yield _fault("told-ways", "Whether the person was told is recorded on closing: leave it out.")


def _fault(option: str, message: str) -> Fault:
    return Fault(Place(option), message)
