"""The steps by which the time of a rights request is worked out, in words, each with what it rests on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from ...law.authority import Authority
from ...law.calendar import Nation
from ...law.periods import add_months, spoken
from ...law.time_limits import RequestLaw, counting_law
from ...model.deadline import RequestDates, Step
from .rolling import rolling_steps
from .times import end_of, pause_of, safe_end, safe_start, start_of

_WORDS = {1: "One month", 3: "Three months"}


def steps_to(dates: RequestDates, law: RequestLaw, months: int, nation: Nation | None) -> tuple[Step, ...]:
    """Return the steps from receipt to the end of one or three months, as far as they are known.

    >>> from audit_lib.law.time_limits import request_law
    >>> received = dt.date(2026, 11, 22)
    >>> for step in steps_to(RequestDates(received=received), request_law(received), 1, None):
    ...     print(step.authority.value, "|", step.says)
    law | Received on Sunday 22 November 2026. The day counts as the start even if nobody was at work.
    law | One month, without the day from which it runs, ends with Tuesday 22 December 2026.
    """
    return tuple(_steps(dates, law, months, nation))


def _steps(dates: RequestDates, law: RequestLaw, months: int, nation: Nation | None) -> Iterator[Step]:
    yield Step(
        says=f"Received on {spoken(dates.received)}. The day counts as the start even if nobody was at work.",
        provision=law.period,
        authority=Authority.LAW,
        days=(dates.received,),
    )
    yield from _waits(dates, law)
    start = start_of(dates)
    if start is None:
        return
    yield _months(start, months, dates.received)
    if months == 3:
        yield _extended(dates, law, start)
    yield from _pauses(dates, law, start)
    end, left = end_of(dates, law, months)
    if left is not None:
        yield Step(
            says=f"A clarification is awaited: the clock stands still with {_days(left)} still to run.",
            provision=law.pauses,
            authority=law.pauses_by,
        )
    if end is None:
        return
    if any(pause_of(question, law) for question in dates.clarifications):
        yield Step(
            says=f"The days that do not count are added to the end of the month: {spoken(end)}.",
            provision="The law does not say how days are added to a month; this is the plain reading",
            authority=Authority.ASSUMPTION,
            days=(end,),
        )
    yield from rolling_steps(end, nation, counting_law(dates.received))


def _waits(dates: RequestDates, law: RequestLaw) -> Iterator[Step]:
    for name, question in (("Proof of identity", dates.identity), ("A fee", dates.fee)):
        if question.asked is None:
            continue
        asked = f"{name} was asked for on {spoken(question.asked)}"
        if question.answered is None:
            says = f"{asked} and is awaited: the time has not started."
        else:
            says = f"{asked} and came on {spoken(question.answered)}."
        days = tuple(day for day in (question.asked, question.answered) if day)
        yield Step(says=says, provision=law.waits, authority=law.waits_by, days=days)
    start = start_of(dates)
    if start is not None and (dates.identity.answered or dates.fee.answered):
        says = (
            f"The time runs from the last of these days, {spoken(start)}. It does so only if what was asked "
            "for could be asked for: identity where it was in reasonable doubt, a fee where a request is "
            "manifestly unfounded or excessive."
        )
        yield Step(says=says, provision=law.waits, authority=law.waits_by, days=(start,))


def _months(start: dt.date, months: int, received: dt.date) -> Step:
    end, counting = add_months(start, months), counting_law(received)
    shorter = "" if end.day == start.day else ", the last day of the month, which has no such date"
    return Step(
        says=f"{_WORDS[months]}, without the day from which it runs, ends with {spoken(end)}{shorter}.",
        provision=counting.provision,
        authority=counting.authority,
        days=(start, end),
    )


def _extended(dates: RequestDates, law: RequestLaw, start: dt.date) -> Step:
    told = f" on {spoken(dates.extended_on)}" if dates.extended_on else ""
    return Step(
        says=f"The person was told{told} that two further months are needed, and why. The regulator counts "
        "the three months in one from the start.",
        provision=f"{law.told}; the regulator's guidance for counting in one",
        authority=Authority.GUIDANCE,
        days=(*((dates.extended_on,) if dates.extended_on else ()), start),
    )


def _pauses(dates: RequestDates, law: RequestLaw, start: dt.date) -> Iterator[Step]:
    ends = "both days included" if law.both_ends else "without the day of the answer, to be careful"
    for question in dates.clarifications:
        pause = pause_of(question, law)
        if pause is None or question.asked is None or question.answered is None:
            continue
        days = (pause[1] - pause[0]).days + 1
        before = " Days up to the start of the time are no part of it anyway." if pause[0] <= start else ""
        yield Step(
            says=f"Clarification was asked for on {spoken(question.asked)} and came on "
            f"{spoken(question.answered)}: {_days(days)}, {ends}, do not count.{before}",
            provision=law.pauses,
            authority=law.pauses_by,
            days=(question.asked, question.answered),
        )


def safe_step(dates: RequestDates, law: RequestLaw, months: int) -> Step:
    """Return how the safe date comes about.

    >>> from audit_lib.law.time_limits import request_law
    >>> received = dt.date(2026, 10, 1)
    >>> safe_step(RequestDates(received=received), request_law(received), 1).says
    'Safe date: Sunday 1 November 2026, counted from 1 October 2026 with no pause and not moved to
    a working day.'
    """
    start = safe_start(dates, law)
    end = safe_end(start, months)
    parts = "" if end == add_months(start, months) else ", one month and then two"
    return Step(
        says=f"Safe date: {spoken(end)}, counted from {spoken(start).partition(' ')[2]}{parts} with no pause "
        "and not moved to a working day.",
        provision="In time on every reading that these steps name",
        authority=Authority.ASSUMPTION,
        days=(start, end),
    )


def waiting_words(dates: RequestDates, law: RequestLaw, months: int) -> str | None:
    """Return what is known while an answer is awaited; None if none is.

    >>> from audit_lib.law.time_limits import request_law
    >>> from audit_lib.model.deadline import Question
    >>> received = dt.date(2026, 10, 1)
    >>> dates = RequestDates(received=received, clarifications=(Question(asked=dt.date(2026, 10, 5)),))
    >>> waiting_words(dates, request_law(received), 1)
    'The clock has stood still since Monday 5 October 2026. When the answer comes, 28 days remain after
    the day on which it comes; the last day then moves to a working day.'
    """
    awaited = [
        name
        for name, question in (("proof of identity", dates.identity), ("the fee", dates.fee))
        if question.open
    ]
    if awaited:
        words = {1: "one month", 3: "three months"}[months]
        last = " and ".join(awaited)
        return f"The time has not started: it will run for {words} from the day on which {last} came."
    _, left = end_of(dates, law, months)
    if left is None:
        return None
    since = min(q.asked for q in dates.clarifications if q.asked and q.open)
    counted = "after" if law.both_ends else "from"
    return (
        f"The clock has stood still since {spoken(since)}. When the answer comes, {_days(left)} "
        f"{'remains' if left == 1 else 'remain'} {counted} the day on which it comes; the last day then "
        "moves to a working day."
    )


def _days(number: int) -> str:
    return f"{number} day" if number == 1 else f"{number} days"
