"""The story of a request day by day: what each day is to its time, and what happened or falls due when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from ..law.calendar import Nation, bank_holidays
from ..law.periods import spoken
from ..law.time_limits import request_law
from ..model.deadline import Clock, Deadline, RequestDates
from ..rights.clock.times import end_of, pause_of, start_of
from .sentences import count
from .timeline_bar import Stretch

_DAY: Final = dt.timedelta(days=1)
#: So many pauses are told one by one; of the rest the bar shows the days.
MOST_PAUSES: Final = 6
#: No line of time is longer, and today stands at most so far behind all else: then it is at the end.
MOST_DAYS: Final = 800
MOST_AFTER: Final = 60


class Told(NamedTuple):
    """What is told of a day: its sort is that of a flag."""

    day: dt.date
    says: str
    sort: str = "event"


class Story(NamedTuple):
    """All that the picture of a request shows; `days` says what the single days are to its time."""

    first: dt.date
    last: dt.date
    days: Mapping[dt.date, Stretch]
    above: tuple[Told, ...]
    below: tuple[Told, ...]
    due: Deadline | None
    end: dt.date | None


def request_story(
    clock: Clock, dates: RequestDates, as_of: dt.date | None, answered: dt.date | None
) -> Story:
    """Return the story of a rights request: its waits, pauses, extension, and last days.

    >>> from audit_lib.model.rights import RightKind
    >>> from audit_lib.rights.deadlines import request_clock
    >>> dates = RequestDates(received=dt.date(2026, 10, 1))
    >>> found = request_story(request_clock(RightKind.ACCESS, dates), dates, None, None)
    >>> found.days[dt.date(2026, 11, 1)].value, found.days[dt.date(2026, 11, 2)].value
    ('the time runs', 'moved to a working day')
    """
    law, months = request_law(dates.received), 3 if dates.extended_on else 1
    due = _due(clock)
    end = end_of(dates, law, months)[0] if due else None
    above = (*_asked(dates), *_pauses(dates), *_since(as_of, answered))
    below = tuple(_deadlines(clock, due, end))
    return _story(due, end, dates, (above, below), answered or as_of)


def complaint_story(
    clock: Clock, received: dt.date, as_of: dt.date | None, answered: dt.date | None
) -> Story:
    """Return the story of a complaint: thirty days to acknowledge it.

    >>> from audit_lib.rights.deadlines import complaint_clock
    >>> received = dt.date(2026, 6, 19)
    >>> complaint_story(complaint_clock(received), received, None, None).end
    datetime.date(2026, 7, 19)
    """
    dates, due = RequestDates(received=received), _due(clock)
    end = due.safe if due else None  # the safe day of a complaint is its thirtieth, not moved
    below = tuple(_deadlines(clock, due, end))
    above = (Told(received, "received"), *_since(as_of, answered))
    return _story(due, end, dates, (above, below), answered or as_of)


def _due(clock: Clock) -> Deadline | None:
    """Return the duty that the picture is about: the first that has a last day, or awaits one."""
    return next((each for each in clock.deadlines if each.latest or each.waiting), None)


def _story(
    due: Deadline | None,
    end: dt.date | None,
    dates: RequestDates,
    told: tuple[tuple[Told, ...], tuple[Told, ...]],
    now: dt.date | None,
) -> Story:
    above, below = told
    known = [each.day for each in (*above, *below) if each.sort != "now"]
    first, last = min([*known, *([now] if now else [])]), max(known)
    if due and due.latest is None:
        last = max(last, dates.received + 30 * _DAY)
    if now:
        last = max(last, min(now, last + MOST_AFTER * _DAY))
    last = min(last + 2 * _DAY, first + MOST_DAYS * _DAY)
    days = dict(_days(dates, due, end, (first, last), now)) if due else {}
    return Story(first - _DAY, last, days, above, below, due, end)


def _days(
    dates: RequestDates,
    due: Deadline | None,
    end: dt.date | None,
    span: tuple[dt.date, dt.date],
    now: dt.date | None,
) -> Iterator[tuple[dt.date, Stretch]]:
    """Say of each day that means something to the time what it means."""
    law, start = request_law(dates.received), start_of(dates)
    months_end = end_of(dates, law, 1)[0] if dates.extended_on else None
    paused = {day for pause in _all_pauses(dates) for day in _between(pause[0], min(pause[1], span[1]))}
    still = min((q.asked for q in dates.clarifications if q.asked and q.open), default=None)
    for day in _between(dates.received, span[1]):
        if start is None or day <= start:
            if start != dates.received and (start or day <= (now or span[1])):
                yield day, Stretch.WAITS
        elif end is None:
            if still and day >= still:
                yield day, Stretch.PAUSE
            else:
                yield day, Stretch.PAUSE if day in paused else Stretch.RUNS
        elif day <= end:
            late = months_end is not None and day > months_end
            yield day, Stretch.PAUSE if day in paused else Stretch.EXTENDED if late else Stretch.RUNS
        elif due and due.latest and day <= due.latest:
            yield day, Stretch.MOVED
        elif now and day <= now:
            yield day, Stretch.LATE


def _between(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    for more in range((last - first).days + 1):
        yield first + more * _DAY


def _all_pauses(dates: RequestDates) -> list[tuple[dt.date, dt.date]]:
    law = request_law(dates.received)
    return [pause for question in dates.clarifications if (pause := pause_of(question, law))]


def _asked(dates: RequestDates) -> Iterator[Told]:
    yield Told(dates.received, "received")
    for name, question in (("proof of identity", dates.identity), ("the fee", dates.fee)):
        if question.asked:
            awaited = ", and awaited" if question.open else ""
            yield Told(question.asked, f"{name} asked for{awaited}")
        if question.answered:
            yield Told(question.answered, f"{name} came")
    if dates.extended_on:
        yield Told(dates.extended_on, "the person is told of two further months, and why")


def _pauses(dates: RequestDates) -> Iterator[Told]:
    law = request_law(dates.received)
    for question in dates.clarifications[:MOST_PAUSES]:
        if question.asked and question.answered is None:
            yield Told(question.asked, "clarification asked for, and awaited: the clock stands still")
        elif question.asked and question.answered:
            pause = pause_of(question, law)
            days = (pause[1] - pause[0]).days + 1 if pause else 0
            stop = f"{count(days, 'day')} {'does' if days == 1 else 'do'} not count"
            if question.answered == question.asked:
                yield Told(question.asked, f"clarification asked for and answered: {stop}")
                continue
            yield Told(question.asked, "clarification asked for")
            yield Told(question.answered, f"the answer came: {stop}")
    rest = [question.asked for question in dates.clarifications[MOST_PAUSES:] if question.asked]
    if rest:
        yield Told(min(rest), f"{count(len(rest), 'more clarification')} asked for, not told here one by one")


def _since(as_of: dt.date | None, answered: dt.date | None) -> tuple[Told, ...]:
    told = [Told(answered, "answered")] if answered else []
    return (*told, *([Told(as_of, "", "now")] if as_of else []))


def _deadlines(clock: Clock, due: Deadline | None, end: dt.date | None) -> Iterator[Told]:
    for each in clock.deadlines:
        duty = each.duty[0].lower() + each.duty[1:]
        if each.latest is None:
            if each is not due and each.safe and not each.waiting:
                yield Told(each.safe, f"{duty}: at once", "due")
            elif each is due and each.safe:
                yield Told(each.safe, f"safe day to {duty}, on every reading", "safe")
            continue
        if each is due:
            yield from _last(each, duty, end)
        else:
            yield Told(each.latest, duty, "event")


def _last(due: Deadline, duty: str, end: dt.date | None) -> Iterator[Told]:
    """Tell the safe day, the end of the period where it is moved, and the last day."""
    if due.latest is None:
        return
    moved = end is not None and end != due.latest
    if due.safe and due.safe != due.latest:
        both = "; here the time would end" if end == due.safe else ""
        yield Told(due.safe, f"safe day, on every reading{both}", "safe")
    if end and moved and end != due.safe:
        yield Told(end, "here the time would end")
    tail = ": the next working day" if moved else ""
    yield Told(due.latest, f"last day to {duty}{tail}", "due")


def free_days(story: Story, nation: Nation | None) -> Mapping[dt.date, str]:
    """Return the days at the end of the period that are no working days, each with its name.

    The clock has moved the end over them; a bank holiday is named as in the nation, or in the first of
    the three that has it.

    >>> from audit_lib.rights.deadlines import complaint_clock
    >>> received = dt.date(2026, 11, 25)
    >>> told = complaint_story(complaint_clock(received), received, None, None)
    >>> list(free_days(told, None).values())
    ['Christmas Day', 'Saturday', 'Sunday', 'Boxing Day (observed)']
    """
    if story.end is None or story.due is None or story.due.latest is None:
        return {}
    found = {}
    for day in _between(story.end, story.due.latest - _DAY):
        named = [bank_holidays(each, day.year).get(day) for each in ((nation,) if nation else Nation)]
        weekday = spoken(day).split()[0]
        found[day] = weekday if day.weekday() >= 5 else next((name for name in named if name), weekday)
    return found
