"""The timeline of a request: what happened, what the clock made of it, and by when it must be answered."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from ..law.calendar import KNOWN_YEARS, Nation, is_working_day
from ..law.periods import spoken
from ..model.deadline import Clock, Deadline, RequestDates
from .colours import COME, INK, MUTED, PAPER
from .drawing import MARGIN, figure_of, heading, sheet, write
from .lettering import width, wrap
from .picture import Picture
from .request_story import Story, Told, complaint_story, free_days, request_story
from .sentences import count, listing
from .timeline_bar import Stretch, key
from .timeline_flags import BODY, Flag, draw_flags, flag, room, spread
from .timeline_ruler import FREE, NAMED_FREE, NUMBER, Cell, Ruler, draw_ruler, marked
from .timeline_sheet import FOOT, HEAD, KEY, LEFT, RIGHT, STEM, WIDE


class _Line(NamedTuple):
    """Where the days stand: the first one, and how wide each is."""

    first: dt.date
    pitch: float

    def left(self, day: dt.date) -> float:
        return LEFT + (day - self.first).days * self.pitch

    def middle(self, day: dt.date) -> float:
        return min(max(self.left(day) + self.pitch / 2, LEFT + 1), RIGHT - 1)


def request_timeline(
    clock: Clock,
    dates: RequestDates,
    *,
    as_of: dt.date | None = None,
    answered: dt.date | None = None,
    nation: Nation | None = None,
) -> Picture:
    """Draw a rights request day by day: its waits and pauses, its last day, and how that came about.

    What happened stands above the line, what falls due beneath it. Hatched days do not count; days over which
    the end was moved are hatched the other way, and the free days that moved it are named.

    Parameters
    ----------
    clock, dates
        The dates of the request, and the clock that `request_clock` makes of them.
    as_of
        Today; without it nothing is said of how many days are left.
    answered
        The day on which the request was answered, if it was.
    nation
        The nation that the clock was asked for; it names bank holidays and shades them.

    Examples
    --------
    >>> from audit_lib.model.rights import RightKind
    >>> from audit_lib.rights.deadlines import request_clock
    >>> dates = RequestDates(received=dt.date(2026, 10, 1))
    >>> clock = request_clock(RightKind.ACCESS, dates)
    >>> request_timeline(clock, dates, as_of=dt.date(2026, 10, 20)).title
    '13 days left: answer the request by Monday 2 November 2026'
    """
    return _drawn(clock, request_story(clock, dates, as_of, answered), (as_of, answered), nation)


def complaint_timeline(
    clock: Clock,
    received: dt.date,
    *,
    as_of: dt.date | None = None,
    answered: dt.date | None = None,
    nation: Nation | None = None,
) -> Picture:
    """Draw a complaint to the controller day by day, to the end of the thirty days for its acknowledgement.

    Parameters are those of `request_timeline`; `answered` is the day on which it was acknowledged.

    Examples
    --------
    >>> from audit_lib.rights.deadlines import complaint_clock
    >>> received = dt.date(2026, 6, 19)
    >>> complaint_timeline(complaint_clock(received), received).title
    'Acknowledge the complaint by Monday 20 July 2026'
    """
    return _drawn(clock, complaint_story(clock, received, as_of, answered), (as_of, answered), nation)


def _drawn(
    clock: Clock, story: Story, now: tuple[dt.date | None, dt.date | None], nation: Nation | None
) -> Picture:
    line = _Line(story.first, (RIGHT - LEFT) / ((story.last - story.first).days + 1))
    above, below = _flags(line, story.above, story.last), _flags(line, story.below, story.last)
    free = free_days(story, nation)
    notes = _beneath(clock, free)
    top = HEAD + KEY + room(above) + STEM
    ruler = Ruler(_stretches(line, story), (_day_row(line, story, free, nation), _month_row(line, story)))
    bottom = top + ruler.high + STEM + room(below)
    axes = sheet(WIDE, bottom + 14 + FOOT * len(notes) + MARGIN)
    title = _title(story, clock, *now)
    heading(axes, (clock.event, title, f"{clock.law}. {_reading(story)}"), WIDE - 2 * MARGIN)
    used = [sort for sort in Stretch if sort in story.days.values()]
    key(axes, (LEFT, HEAD + 8), used, {"no working day": FREE})
    foot = draw_ruler(axes, ruler, (LEFT, RIGHT), top)
    draw_flags(axes, above, top - STEM, up=True, foot=top)
    draw_flags(axes, below, foot + STEM, up=False, foot=foot)
    for down, said in enumerate(notes):
        write(axes, (MARGIN, bottom + 14 + FOOT * (down + 0.5)), said, BODY, color=MUTED)
    return Picture(figure_of(axes), title, _alt(title, story, free))


def _short(day: dt.date) -> str:
    """Return a date short enough for a flag: ``"Thu 1 Oct 2026"``."""
    weekday, number, month, year = spoken(day).split()
    return f"{weekday[:3]} {number} {month[:3]} {year}"


def _flags(line: _Line, told: Iterable[Told], last: dt.date) -> list[Flag]:
    """Put together what is told of one day, the gravest sort foremost."""
    ranks = ("now", "due", "safe", "event")
    days: dict[dt.date, list[Told]] = {}
    for each in told:
        days.setdefault(each.day, []).append(each)
    found = []
    for day, here in days.items():
        sort = min((each.sort for each in here), key=ranks.index)
        beyond = "→ " if day > last else ""
        head = f"{beyond}today, {_short(day)}" if sort == "now" else _short(day)
        says = [each.says for each in sorted(here, key=lambda e: ranks.index(e.sort)) if each.says]
        says[1:] = [f"also: {more}" for more in says[1:]]
        found.append(flag(line.middle(day), head, says, sort))
    return spread(found, LEFT + 1, RIGHT - 1)


def _stretches(line: _Line, story: Story) -> list[tuple[float, float, Stretch, str]]:
    days = sorted(day for day in story.days if story.first <= day <= story.last)
    runs = groupby(enumerate(days), key=lambda pair: (story.days[pair[1]], pair[1].toordinal() - pair[0]))
    found = []
    for (sort, _), listed in runs:
        here = [day for _, day in listed]
        ends = line.left(here[0]), line.left(here[-1]) + line.pitch
        found.append((*ends, sort, _days_word(sort, here, story)))
    return found


def _days_word(sort: Stretch, here: Sequence[dt.date], story: Story) -> str:
    number = f"{len(here)} day{'' if len(here) == 1 else 's'}"
    if sort is Stretch.PAUSE and here[-1] == story.last:
        return "stands still"
    if sort is Stretch.LATE:
        return "late" if here[-1] == story.last else f"{number} late"
    return "not started" if sort is Stretch.WAITS else number


def _day_row(line: _Line, story: Story, free: Mapping[dt.date, str], nation: Nation | None) -> list[Cell]:
    sorts = {told.day: told.sort for told in (*story.above, *story.below) if told.sort != "now"}
    sorts |= {told.day: told.sort for told in story.below if told.sort in ("due", "safe")}
    found = []
    every = line.pitch >= width("28", NUMBER) + 2
    for at in range((story.last - story.first).days + 1):
        day = story.first + dt.timedelta(days=at)
        idle = day.weekday() >= 5 or (day.year in KNOWN_YEARS and not is_working_day(day, nation))
        shown = line.pitch >= 1.5
        ground = NAMED_FREE if day in free else FREE if idle and shown else PAPER
        says = str(day.day) if every or _named(line, story, day, sorts) else ""
        cell = Cell(line.left(day), line.left(day) + line.pitch, says, ground)
        found.append(marked(cell, sorts[day], COME) if day in sorts else cell)
    return found


def _named(line: _Line, story: Story, day: dt.date, sorts: Mapping[dt.date, str]) -> bool:
    """Say whether a day has its number where only Mondays have room: none that a marked day would hide."""
    near = [day + dt.timedelta(days=days) for days in (-1, 0, 1)]
    inner = story.first < day < story.last and 7 * line.pitch >= 18
    return inner and day.weekday() == 0 and not any(other in sorts for other in near)


def _month_row(line: _Line, story: Story) -> list[Cell]:
    found = []
    day = story.first
    while day <= story.last:
        end = min(day.replace(day=calendar.monthrange(day.year, day.month)[1]), story.last)
        left, right = line.left(day), line.left(end) + line.pitch
        name = spoken(day).split(maxsplit=2)[2]
        says = next((word for word in (name, name[:3]) if 4.6 * len(word) + 6 < right - left), "")
        found.append(Cell(left, right, says, ink=INK))
        day = end + dt.timedelta(days=1)
    return found


def _title(story: Story, clock: Clock, as_of: dt.date | None, answered: dt.date | None) -> str:
    due = story.due
    if due is None:
        first = clock.first
        return f"{first.duty}: at once" if first else "The law of that day knew no such duty"
    if due.latest is None:
        return _waiting(due)
    duty, by = due.duty[0].lower() + due.duty[1:], spoken(due.latest)
    if answered:
        late = (answered - due.latest).days
        how = f"{count(late, 'day')} late" if late > 0 else "in time"
        return f"Done on {spoken(answered)}, {how}: the last day {'was' if late > 0 else 'is'} {by}"
    if as_of is None:
        return f"{due.duty} by {by}"
    left = (due.latest - as_of).days
    if left < 0:
        return f"Overdue by {count(-left, 'day')}: the last day to {duty} was {by}"
    return f"{count(left, 'day')} left: {duty} by {by}" if left else f"Today is the last day to {duty}, {by}"


def _waiting(due: Deadline) -> str:
    """Return the first sentence of what is known while an answer is awaited."""
    said = (due.waiting or "").split(". ")[0].split(": ")[0].rstrip(".")
    return f"No last day yet. {said}"


def _reading(story: Story) -> str:
    if story.due is None:
        return ""
    if story.due.latest is None:
        return story.due.waiting or ""
    safe = story.due.safe
    spare = safe is not None and safe != story.due.latest
    tail = " The safe day is in time on every reading of the law that the steps name." if spare else ""
    return f"A day ends at midnight in London.{tail}"


def _beneath(clock: Clock, free: Mapping[dt.date, str]) -> list[str]:
    """Return, in lines, why the end was moved, and the duties for which the law gives no day."""
    said = []
    if free:
        plain = ("Saturday", "Sunday")
        named = [_short(day)[:-5] + ("" if name in plain else f" ({name})") for day, name in free.items()]
        verb = "is no working day" if len(named) == 1 else "are no working days"
        said.append(f"{listing(named, 8)} {verb}: the time ends with the next one.")
    said += [
        f"Also: {each.duty[0].lower() + each.duty[1:]}, {each.standard}."
        for each in clock.deadlines
        if not (each.latest or each.moment or each.safe or each.waiting)
    ]
    said += clock.notes if not clock.deadlines else []
    return [line for text in said for line in wrap(text, WIDE - 2 * MARGIN, BODY, lines=3)]


def _alt(title: str, story: Story, free: Mapping[dt.date, str]) -> str:
    told = sorted((*story.above, *story.below), key=lambda each: each.day)
    days = [f"{spoken(each.day)}: {each.says or 'today'}." for each in told]
    moved = f" The end was moved over {', '.join(spoken(day) for day in free)}." if free else ""
    return " ".join([f"{title}.", *days]) + moved
