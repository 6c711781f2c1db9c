"""The timeline of a breach: seventy-two hours of elapsed time, in which nights and weekends count."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final, NamedTuple

from ..law.periods import LONDON, at_london, spoken, spoken_moment
from ..law.time_limits import BREACH_HOURS
from ..model.deadline import Clock, Deadline
from .colours import COUNTS, INK, MUTED
from .drawing import MARGIN, figure_of, heading, sheet, write
from .lettering import width, wrap
from .picture import Picture
from .sentences import count
from .timeline_bar import Stretch, key
from .timeline_flags import BODY, Flag, draw_flags, flag, room, spread
from .timeline_ruler import FREE, NUMBER, Cell, Ruler, draw_ruler
from .timeline_sheet import FOOT, HEAD, KEY, LEFT, RIGHT, STEM, WIDE

#: Hours on a clock in London at which a night ends and begins.
DAY_HOURS: Final = range(7, 19)
#: No more hours are drawn after the last of the moments that count.
MOST_AFTER: Final = 48
_HOUR: Final = dt.timedelta(hours=1)


class _Span(NamedTuple):
    """The hours that are drawn, in UTC."""

    first: dt.datetime
    last: dt.datetime

    def x(self, moment: dt.datetime) -> float:
        share = (moment - self.first) / (self.last - self.first)
        return LEFT + min(max(share, 0.0), 1.0) * (RIGHT - LEFT)

    def hours(self) -> Iterator[dt.datetime]:
        at = self.first
        while at < self.last:
            yield at
            at += _HOUR


def breach_timeline(
    clock: Clock, aware: dt.datetime, *, now: dt.datetime | None = None, told: dt.datetime | None = None
) -> Picture:
    """Draw a breach hour by hour, from the moment of awareness to the end of the 72 hours.

    Nights and weekends are shaded, because they count; where the clocks change, the line says so. A processor
    has no such end: its line shows how long its controller has waited.

    Parameters
    ----------
    clock, aware
        What `breach_clock` says of the moment of awareness, and that moment; without an offset it is what a
        clock in London showed.
    now, told
        The present moment, and the moment at which the regulator (or the controller) was told.

    Examples
    --------
    >>> from audit_lib.law.breach_clock import breach_clock
    >>> aware = dt.datetime(2026, 11, 20, 14, 35)
    >>> breach_timeline(breach_clock(aware), aware, now=dt.datetime(2026, 11, 22, 9, 0)).title
    '29 hours 35 minutes left: notify the regulator by Monday 23 November 2026, 14:35 (GMT)'
    """
    start, at, done = at_london(aware), now and at_london(now), told and at_london(told)
    due = next((each for each in clock.deadlines if each.moment), None)
    span = _span(start, due, at, done)
    above = _above(span, start, at, done)
    below = _below(span, start, due)
    notes = _beneath(clock, span)
    top = HEAD + KEY + room(above) + STEM
    ruler = Ruler(_stretches(span, start, due, at, done), (_hour_row(span), _day_row(span)))
    bottom = top + ruler.high + STEM + room(below)
    axes = sheet(WIDE, bottom + 14 + FOOT * len(notes) + MARGIN)
    title = _title(clock, start, due, at, done)
    reading = (
        f"{clock.law}. Hours are elapsed time; the ruler shows clocks in London. Nights and weekends count."
    )
    heading(axes, (clock.event, title, reading), WIDE - 2 * MARGIN)
    used = [sort for sort in (Stretch.RUNS, Stretch.LATE) if any(sort is s[2] for s in ruler.stretches)]
    key(axes, (LEFT, HEAD + 8), used, {"night": FREE, "weekend": COUNTS[0][0]})
    foot = draw_ruler(axes, ruler, (LEFT, RIGHT), top)
    draw_flags(axes, above, top - STEM, up=True, foot=top)
    draw_flags(axes, below, foot + STEM, up=False, foot=foot)
    for down, said in enumerate(notes):
        write(axes, (MARGIN, bottom + 14 + FOOT * (down + 0.5)), said, BODY, color=MUTED)
    return Picture(figure_of(axes), title, " ".join([f"{title}.", f"{clock.event}", *notes]))


def _span(
    start: dt.datetime, due: Deadline | None, now: dt.datetime | None, told: dt.datetime | None
) -> _Span:
    end = due.moment if due and due.moment else start + BREACH_HOURS * _HOUR
    last = max(end, min(max(told or end, now or end), end + MOST_AFTER * _HOUR))
    first = min(start, *(each for each in (now, told) if each), start)
    first = max(first, start - MOST_AFTER * _HOUR)
    return _Span(
        (first - 3 * _HOUR).replace(minute=0, second=0, microsecond=0),
        (last + 4 * _HOUR).replace(minute=0, second=0, microsecond=0),
    )


def _short(moment: dt.datetime) -> str:
    shown = moment.astimezone(LONDON)
    weekday, number, month, _ = spoken(shown.date()).split()
    return f"{weekday[:3]} {number} {month[:3]}, {shown:%H:%M}"


def _above(span: _Span, start: dt.datetime, now: dt.datetime | None, told: dt.datetime | None) -> list[Flag]:
    found = [flag(span.x(start), _short(start), ["aware of the breach"])]
    if told:
        found.append(flag(span.x(told), _short(told), [f"told, {_hours(told - start)} after"]))
    if now:
        beyond = "→ " if now > span.last else ""
        found.append(flag(span.x(now), f"{beyond}now, {_short(now)}", [], "now"))
    return spread(found, LEFT + 1, RIGHT - 1)


def _below(span: _Span, start: dt.datetime, due: Deadline | None) -> list[Flag]:
    if due is None or due.moment is None:
        return []
    halves = [
        flag(span.x(start + hours * _HOUR), f"{hours} hours", [_short(start + hours * _HOUR)])
        for hours in (24, 48)
    ]
    duty = f"{BREACH_HOURS} hours: the last moment to {due.duty[0].lower()}{due.duty[1:]}"
    last = flag(span.x(due.moment), _short(due.moment), [duty], "due")
    return spread([*halves, last], LEFT + 1, RIGHT - 1)


def _stretches(
    span: _Span,
    start: dt.datetime,
    due: Deadline | None,
    now: dt.datetime | None,
    told: dt.datetime | None,
) -> list[tuple[float, float, Stretch, str]]:
    until = told or now
    end = due.moment if due and due.moment else max(until or span.last, start)
    found = [(span.x(start), span.x(end), Stretch.RUNS, f"{BREACH_HOURS} hours" if due else "")]
    if due and until and until > end:
        past = "late" if until > span.last else f"{_hours(until - end)} late"
        found.append((span.x(end), span.x(until), Stretch.LATE, past))
    return found


def _hour_row(span: _Span) -> list[Cell]:
    """Return the hours as clocks in London show them, every sixth by its number, the nights shaded."""
    pitch = (RIGHT - LEFT) / ((span.last - span.first) / _HOUR)
    step = 6 if 6 * pitch >= 14 else 12
    found = []
    for at, hour in enumerate(span.hours()):
        shown = hour.astimezone(LONDON)
        inner = at > 0 and hour + _HOUR < span.last
        says = f"{shown:%H}" if inner and shown.hour % step == 0 else ""
        ground = FREE if shown.hour not in DAY_HOURS else Cell(0, 0).ground
        left = span.x(hour)
        found.append(Cell(left, left + pitch, says, ground, INK if shown.hour == 12 else MUTED))
    return found


def _day_row(span: _Span) -> list[Cell]:
    found: list[Cell] = []
    days: dict[dt.date, list[float]] = {}
    for hour in span.hours():
        ends = days.setdefault(hour.astimezone(LONDON).date(), [span.x(hour), 0.0])
        ends[1] = span.x(hour + _HOUR)
    for day, (left, right) in days.items():
        words = spoken(day).rsplit(maxsplit=1)[0], spoken(day)[:3], ""
        says = next(word for word in words if width(word, NUMBER) + 4 < right - left)
        ground = COUNTS[0][0] if day.weekday() >= 5 else Cell(0, 0).ground
        found.append(Cell(left, right, says, ground, INK))
    return found


def _hours(length: dt.timedelta) -> str:
    """Return a length of time: ``"29 hours 35 minutes"``, or from four days on whole days."""
    minutes = int(length.total_seconds() // 60)
    hours, rest = divmod(minutes, 60)
    if hours >= 96:
        return count(hours // 24, "day")
    said = [count(hours, "hour")] * bool(hours) + [count(rest, "minute")] * bool(rest or not hours)
    return " ".join(said).replace("no minutes", "0 minutes")


def _title(
    clock: Clock,
    start: dt.datetime,
    due: Deadline | None,
    now: dt.datetime | None,
    told: dt.datetime | None,
) -> str:
    if due is None or due.moment is None:
        return _without_end(clock, start, now, told)
    duty, by = f"{due.duty[0].lower()}{due.duty[1:]}", spoken_moment(due.moment)
    if told:
        if told > due.moment:
            return f"The regulator was told {_hours(told - due.moment)} late: the time ended on {by}"
        return (
            f"The regulator was told {_hours(due.moment - told)} before the end of the {BREACH_HOURS} hours"
        )
    if now is None:
        return f"{due.duty} by {by}"
    if now > due.moment:
        return f"Overdue by {_hours(now - due.moment)}: the {BREACH_HOURS} hours ended on {by}"
    return f"{_hours(due.moment - now)} left: {duty} by {by}"


def _without_end(clock: Clock, start: dt.datetime, now: dt.datetime | None, told: dt.datetime | None) -> str:
    if told:
        return f"Told {_hours(told - start)} after the breach was known"
    first = clock.first.duty if clock.first else "Nothing is due"
    passed = f": {_hours(now - start)} have passed" if now and now > start else ""
    return f"{first}, without undue delay{passed}"


def _beneath(clock: Clock, span: _Span) -> list[str]:
    """Return, in lines, the changes of clocks that the line crosses and the duties without an hour."""
    said = []
    for hour in span.hours():
        before, after = (moment.astimezone(LONDON).utcoffset() for moment in (hour, hour + _HOUR))
        if before and not after:
            said.append(
                "Clocks go back in these days: an hour shows twice, and the elapsed time does not change."
            )
        elif after and not before:
            said.append(
                "Clocks go forward in these days: an hour is skipped, and the elapsed time does not change."
            )
    said += [
        f"Also: {each.duty[0].lower()}{each.duty[1:]}, {each.standard}."
        for each in clock.deadlines
        if each.moment is None and each is not clock.first
    ]
    said += clock.notes
    return [line for text in said for line in wrap(text, WIDE - 2 * MARGIN, BODY, lines=3)]
