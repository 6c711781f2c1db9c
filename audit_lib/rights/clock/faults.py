"""What cannot be so about the dates of a request: every contradiction at once, each under its option."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from ...errors import Fault, ParameterError, Place
from ...law.calendar import LAST_DAY, Nation
from ...law.rights_matrix import NAMES
from ...law.time_limits import GDPR_BEGAN, request_law
from ...model.deadline import Question, RequestDates
from ...model.rights import RightKind
from .rolling import roll
from .times import end_of

#: What is no request of a person for the organisation to answer within a month, and what to do instead.
_NO_REQUESTS = {
    RightKind.INFORMED: "its time runs from obtaining the data, without a request",
    RightKind.COMPLAIN_TO_CONTROLLER: "a complaint has a time of its own: privacy-audit request complaint",
    RightKind.COMPLAIN_TO_REGULATOR: "the organisation has nothing to answer until the regulator writes",
}
_WITHDRAWN = "Withdrawing consent has no period, so nothing can {}: stop on the day. Leave it out."


def check_dates(right: RightKind, dates: RequestDates, *, marketing: bool, nation: Nation | None) -> None:
    """Raise one error that lists all that cannot be so; do nothing if all can be.

    Raises
    ------
    ParameterError
        Each fault stands at the name of its option, such as "identity-received".

    >>> received = dt.date(2026, 10, 1)
    >>> question = Question(asked=dt.date(2026, 9, 30), answered=dt.date(2026, 9, 29))
    >>> dates = RequestDates(received=received, identity=question)
    >>> check_dates(RightKind.ERASURE, dates, marketing=False, nation=None)
    Traceback (most recent call last):
    audit_lib.errors.ParameterError: identity-asked 2026-09-30 is before the request was received, 2026-10-01.
    identity-received 2026-09-29 is before it was asked for, 2026-09-30.
    """
    contradictions = [*_out_of_range(dates), *_out_of_order(dates)]
    faults = [*_of_right(right, dates, marketing=marketing), *contradictions]
    if not contradictions:
        able = dates if right is RightKind.ACCESS else dates.model_copy(update={"clarifications": ()})
        faults += _too_late(able, nation)
    if faults:
        raise ParameterError(Fault(Place(option), message) for option, message in faults)


def _questions(dates: RequestDates) -> Iterator[tuple[str, str, Question]]:
    yield "identity-asked", "identity-received", dates.identity
    yield "fee-asked", "fee-paid", dates.fee
    for each in dates.clarifications:
        yield "clarification-asked", "clarification-answered", each


def _out_of_range(dates: RequestDates) -> Iterator[tuple[str, str]]:
    named = [("received", dates.received), ("extended-on", dates.extended_on)]
    for asked, answered, question in _questions(dates):
        named += [(asked, question.asked), (answered, question.answered)]
    for option, day in named:
        if day and day < GDPR_BEGAN:
            yield option, f"{day} is before the law that sets these times, which began on {GDPR_BEGAN}."
        if day and day > LAST_DAY:
            yield option, f"{day} is too far ahead: bank holidays are known to {LAST_DAY}."


def _out_of_order(dates: RequestDates) -> Iterator[tuple[str, str]]:
    for asked, answered, question in _questions(dates):
        if question.asked is None:
            if question.answered is not None:
                yield answered, f"{question.answered} needs the day of asking: give --{asked} too."
            continue
        if question.asked < dates.received:
            yield asked, f"{question.asked} is before the request was received, {dates.received}."
        if question.answered and question.answered < question.asked:
            yield answered, f"{question.answered} is before it was asked for, {question.asked}."
    if dates.extended_on and dates.extended_on < dates.received:
        yield "extended-on", f"{dates.extended_on} is before the request was received, {dates.received}."


def _of_right(right: RightKind, dates: RequestDates, *, marketing: bool) -> Iterator[tuple[str, str]]:
    if right in _NO_REQUESTS:
        yield "right", f"The right {NAMES[right]} has no such time: {_NO_REQUESTS[right]}."
    if marketing and right is not RightKind.OBJECTION:
        yield (
            "marketing",
            "Only an objection can be to direct marketing: use --right objection, or leave it out.",
        )
    if dates.clarifications and right is not RightKind.ACCESS:
        yield (
            "clarification-asked",
            "A clarification stops the clock of an access request alone (Art. 12A(5)). Leave it out: the "
            "time runs on as if nothing had been asked.",
        )
    if right is RightKind.WITHDRAW_CONSENT:
        if dates.extended_on:
            yield "extended-on", _WITHDRAWN.format("extend it")
        for option, question in (("identity-asked", dates.identity), ("fee-asked", dates.fee)):
            if question.asked:
                yield option, _WITHDRAWN.format("delay it")


def _too_late(dates: RequestDates, nation: Nation | None) -> Iterator[tuple[str, str]]:
    """Tell what was done after the time had ended, and so could no longer move its end."""
    months = 3 if dates.extended_on else 1
    for field, option in (("identity", "identity-asked"), ("fee", "fee-asked")):
        asked = getattr(dates, field).asked
        if asked and (ended := _ended(_before(dates, asked, without=field), asked, months, nation)):
            yield option, f"{asked} is after the time for the answer had ended, on {ended}."
    for question in dates.clarifications:
        asked = question.asked
        if asked and (ended := _ended(_before(dates, asked), asked, months, nation)):
            yield "clarification-asked", f"{asked} is after the time for the answer had ended, on {ended}."
    told = dates.extended_on
    if told and (ended := _ended(_before(dates, told), told, 1, nation)):
        yield (
            "extended-on",
            f"{told} is too late: the person had to be told by {ended}. Leave it out: there is no extension.",
        )


def _before(dates: RequestDates, day: dt.date, *, without: str = "") -> RequestDates:
    """Return the dates with the questions that had been asked before a day, or on it."""
    none = Question()
    kept = {
        field: question
        for field, question in (("identity", dates.identity), ("fee", dates.fee))
        if field != without and question.asked and question.asked <= day
    }
    clarifications = tuple(q for q in dates.clarifications if q.asked and q.asked < day)
    return dates.model_copy(update={"identity": none, "fee": none, **kept, "clarifications": clarifications})


def _ended(dates: RequestDates, day: dt.date, months: int, nation: Nation | None) -> dt.date | None:
    """Return the last day of the time if it is before a day."""
    end, _ = end_of(dates, request_law(dates.received), months)
    if end is None or end >= day:
        return None
    last = roll(end, nation)
    return last if last < day else None
