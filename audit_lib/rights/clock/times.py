"""The time of a rights request: when it starts, which days do not count, when it ends."""

from __future__ import annotations

import datetime as dt

from ...law.periods import add_months, run_out
from ...law.time_limits import RequestLaw
from ...model.deadline import Question, RequestDates

_DAY = dt.timedelta(days=1)


def start_of(dates: RequestDates) -> dt.date | None:
    """Return the day from which the time runs: receipt, identity or fee, whichever came last (Art. 12A).

    None while proof of identity or a fee is awaited.

    >>> from audit_lib.model.deadline import Question
    >>> received, came = dt.date(2026, 10, 1), dt.date(2026, 10, 12)
    >>> start_of(RequestDates(received=received, identity=Question(asked=received, answered=came)))
    datetime.date(2026, 10, 12)
    """
    if dates.identity.open or dates.fee.open:
        return None
    known = (dates.received, dates.identity.answered, dates.fee.answered)
    return max(day for day in known if day is not None)


def pause_of(question: Question, law: RequestLaw) -> tuple[dt.date, dt.date] | None:
    """Return the first and the last day that an answered question takes out of the time; None: not one.

    >>> from audit_lib.law.time_limits import request_law
    >>> asked = Question(asked=dt.date(2026, 10, 5), answered=dt.date(2026, 10, 14))
    >>> first, last = pause_of(asked, request_law(dt.date(2026, 10, 1)))
    >>> (last - first).days + 1
    10
    """
    if question.asked is None or question.answered is None:
        return None
    last = question.answered if law.both_ends else question.answered - _DAY
    return (question.asked, last) if last >= question.asked else None


def end_of(dates: RequestDates, law: RequestLaw, months: int) -> tuple[dt.date | None, int | None]:
    """Return the last day of a period of months, before it is moved to a working day, and what is left of it.

    While the start is awaited both are None. While a clarification is awaited there is no last day, and
    what is left is the number of days that still have to run.

    >>> from audit_lib.law.time_limits import request_law
    >>> received = dt.date(2026, 10, 1)
    >>> open_one = RequestDates(received=received, clarifications=(Question(asked=dt.date(2026, 10, 5)),))
    >>> end_of(open_one, request_law(received), 1)
    (None, 28)
    """
    start = start_of(dates)
    if start is None:
        return None, None
    stopped = min((q.asked for q in dates.clarifications if q.asked and q.open), default=None)
    pauses = [pause for q in dates.clarifications if (pause := pause_of(q, law))]
    if stopped:
        pauses = [(first, min(last, stopped - _DAY)) for first, last in pauses if first < stopped]
    end = run_out(start, add_months(start, months), pauses)
    if stopped is None or stopped > end:
        return end, None
    return None, (end - max(stopped, start + _DAY)).days + 1


def safe_start(dates: RequestDates, law: RequestLaw) -> dt.date:
    """Return the day from which the safe date is counted.

    It is receipt where a later start rests on guidance alone, or is still awaited.

    >>> from audit_lib.law.time_limits import request_law
    >>> received = dt.date(2026, 10, 1)
    >>> safe_start(RequestDates(received=received, fee=Question(asked=received)), request_law(received))
    datetime.date(2026, 10, 1)
    """
    start = start_of(dates) if law.both_ends else None
    return start or dates.received


def safe_end(start: dt.date, months: int) -> dt.date:
    """Return the safe last day of one or three months: three in one go, or one and then two, if earlier.

    >>> safe_end(dt.date(2026, 1, 30), 3)
    datetime.date(2026, 4, 28)
    """
    return min(add_months(start, months), add_months(add_months(start, 1), months - 1))
