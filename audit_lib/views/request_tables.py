"""The register of requests as tables: what is due, the figures of months and rights, restrictions, clocks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from ..law.periods import spoken, spoken_moment
from ..law.rights_matrix import NAMES
from ..model.authority import Authority
from ..model.data_map import DataMap
from ..model.day import long_date
from ..model.deadline import Clock, Deadline
from ..model.request import SOON_DAYS, Request
from ..model.request_figures import Figures, Tally
from ..model.restriction import Ground, Restriction
from ..model.rights import RightKind
from .sentences import count
from .table import Cell, Mark, Table, tabulate

_WEIGHTS: Final[Mapping[Authority, Mark]] = {
    Authority.LAW: Mark.PLAIN,
    Authority.GUIDANCE: Mark.STRONG,
    Authority.ASSUMPTION: Mark.GAP,
}
_GROUNDS: Final[Mapping[Ground, tuple[str, str]]] = {
    Ground.ACCURACY: ("the person contests that it is accurate", "Art. 18(1)(a)"),
    Ground.UNLAWFUL: ("unlawful, and the person wants no erasure", "Art. 18(1)(b)"),
    Ground.CLAIMS: ("the person needs it for a legal claim", "Art. 18(1)(c)"),
    Ground.OBJECTION: ("an objection is being weighed", "Art. 18(1)(d)"),
    Ground.MARKETING: ("no direct marketing any more", "Art. 21(3)"),
    Ground.ERASURE_PENDING: ("until the erasure is done", "a precaution, no ground of the law"),
}


def due_table(
    requests: Iterable[Request], as_of: dt.date, *, most: int | None = 50, data_map: DataMap | None = None
) -> Table:
    """Return the open requests: overdue ones first, then those due soonest, then those without a last day.

    With the map the kinds of people have their names, without it their ids.

    Examples
    --------
    >>> due_table([], dt.date(2026, 11, 22)).title
    'No request is open'
    """
    listed = [each for each in requests if each.open]
    late = sum(each.overdue(as_of) for each in listed)
    ranked = sorted(listed, key=lambda each: (each.next_due is None, each.next_due or as_of, each.id))
    rows = [_due(each, as_of, data_map) for each in ranked]
    verb = "is" if len(rows) == 1 else "are"
    what = count(len(rows), "request")
    if any(each.right is RightKind.COMPLAIN_TO_CONTROLLER for each in listed):
        what = "1 complaint" if len(rows) == 1 else f"{len(rows):,} requests and complaints"
    title = f"{what} {verb} open, {late or 'none'} overdue"
    columns = ("Request", "What", "To do", "Last day", "Left")
    found = tabulate(title if rows else "No request is open", columns, rows, most, (18, 20, 18, 28, 16))
    return replace(found, note=f"As of {spoken(as_of)}. {found.note}".strip())


def _due(request: Request, as_of: dt.date, data_map: DataMap | None) -> tuple[Cell | str, ...]:
    day, received = request.next_due, f"received {long_date(request.received)}"
    who = _named(f"party:{request.subject}", data_map) if request.subject else ""
    tail = [who, "extended" if request.extended else ""]
    if day is None:
        last = Cell(
            "not known yet" if request.waiting else "no number in the law",
            Mark.GAP,
            tail=request.waiting or "",
        )
    else:
        safe = request.safe if day == request.due else None
        last = Cell(spoken(day), tail=f"safe: {spoken(safe)}" if safe and safe != day else "")
    return (
        Cell(request.id, Mark.STRONG, tail=received),
        Cell(
            request.right.asked + (" (marketing)" if request.marketing else ""),
            tail=", ".join(filter(None, tail)),
        ),
        request.next_duty or "",
        last,
        _left(day, as_of),
    )


def _named(reference: str, data_map: DataMap | None) -> str:
    """Return the name of a thing of the map, or its id without a map, or where the map does not know it."""
    return data_map.name(reference) if data_map else reference.partition(":")[2]


def _left(day: dt.date | None, as_of: dt.date) -> Cell:
    if day is None:
        return Cell("")
    left = (day - as_of).days
    if left < 0:
        return Cell(f"overdue by {count(-left, 'day')}", Mark.HIGH)
    said = count(left, "day") if left else "today"
    return Cell(said, Mark.MEDIUM if left <= SOON_DAYS else Mark.PLAIN)


_FIGURES: Final = (
    "Received", "In time", "Late", "No last day", "Open", "Overdue", "Extended", "Refused", "Median days",
)  # fmt: skip


def figures_table(figures: Figures) -> Table:
    """Return the figures of each month of receipt, the latest first, and of the whole register.

    Examples
    --------
    >>> none = dict.fromkeys(("received", "open", "closed", "in_time", "late", "untimed", "overdue",
    ...     "waiting", "extended", "refused"), 0)
    >>> figures_table(Figures(as_of=dt.date(2026, 11, 22), total=Tally(**none, median_days=None), months=(),
    ...     rights=(), later=0, restrictions=0, restrictions_ended=0)).title
    'The register holds no request'
    """
    rows = [_figures(" ".join(long_date(m.month).split()[1:]), m) for m in reversed(figures.months)]
    title = f"{count(figures.total.received, 'request').capitalize()} in {count(len(rows), 'month')}"
    return _with_total("Month of receipt", title, rows, figures)


def rights_figures_table(figures: Figures) -> Table:
    """Return the figures of each right that was used, and of the whole register.

    Examples
    --------
    >>> none = dict.fromkeys(("received", "open", "closed", "in_time", "late", "untimed", "overdue",
    ...     "waiting", "extended", "refused"), 0)
    >>> rights_figures_table(Figures(as_of=dt.date(2026, 11, 22), total=Tally(**none, median_days=None),
    ...     months=(), rights=(), later=0, restrictions=0, restrictions_ended=0)).title
    'The register holds no request'
    """
    ranked = sorted(figures.rights, key=lambda each: -each.received)
    rows = [_figures(f"right {NAMES[each.right]}", each) for each in ranked]
    title = f"{count(figures.total.received, 'request').capitalize()} under {count(len(rows), 'right')}"
    return _with_total("Right", title, rows, figures)


def _with_total(first: str, title: str, rows: list[tuple[Cell, ...]], figures: Figures) -> Table:
    if not figures.total.received:
        return tabulate("The register holds no request", (first, *_FIGURES), [])
    late = figures.total.overdue
    overdue = f"{late:,} {'is' if late == 1 else 'are'}" if late else "none is"
    rows.append(tuple(cell._replace(mark=Mark.STRONG) for cell in _figures("All together", figures.total)))
    found = tabulate(f"{title}; {overdue} overdue", (first, *_FIGURES), rows)
    said = [
        f"As of {spoken(figures.as_of)}. In time: by the last day of the law, with its pauses and extension; "
        "whether there was undue delay before it, no number says. Of a complaint it is the acknowledgement, "
        "of an objection to marketing the answer and not the stop. Median of calendar days from receipt "
        "to the day of closing."
    ]
    if figures.later:
        said.append(f"{count(figures.later, 'request')} received later: in no figure.")
    if figures.restrictions or figures.restrictions_ended:
        said.append(
            f"Restrictions: {figures.restrictions:,} hold, {figures.restrictions_ended:,} have ended."
        )
    return replace(found, note=" ".join(said))


def _figures(name: str, tally: Tally) -> tuple[Cell, ...]:
    numbers = (tally.received, tally.in_time, tally.late, tally.untimed, tally.open)
    days = "–" if tally.median_days is None else f"{tally.median_days:g}"
    return (
        Cell(name),
        *(Cell(f"{number:,}") for number in numbers),
        Cell(f"{tally.overdue:,}", Mark.HIGH if tally.overdue else Mark.PLAIN),
        Cell(f"{tally.extended:,}"),
        Cell(f"{tally.refused:,}"),
        Cell(days),
    )


def clock_table(clock: Clock) -> Table:
    """Return how each last day comes about: step by step, with what each step rests on and of what weight.

    A step that several duties share stands once, under the first of them.

    Examples
    --------
    >>> from audit_lib.rights.deadlines import complaint_clock
    >>> clock_table(complaint_clock(dt.date(2026, 6, 19))).rows[0][0].text
    'Acknowledge the complaint'
    """
    rows: list[tuple[Cell, ...]] = []
    told: set[str] = set()
    for deadline in clock.deadlines:
        shared = any(step.says in told for step in deadline.steps)
        tail = "\n".join([deadline.standard, *(["the other steps are as above"] if shared else [])])
        rows.append(
            (
                Cell(deadline.duty, Mark.STRONG),
                Cell(_when(deadline), Mark.STRONG, tail=tail),
                Cell(""),
                Cell(""),
            )
        )
        for step in deadline.steps:
            if step.says not in told:
                told.add(step.says)
                weight = Cell(step.authority.value, _WEIGHTS[step.authority])
                rows.append((Cell(""), Cell(step.says), Cell(step.provision), weight))
    title = clock.event.rstrip(".") if rows else f"{clock.event.rstrip('.')}: nothing is due"
    found = tabulate(
        title, ("Duty", "Time, and how it comes about", "Rests on", "Weight"), rows, widths=(20, 48, 22, 10)
    )
    return replace(found, note=" ".join([f"Law: {clock.law}.", *clock.notes]))


def _when(deadline: Deadline) -> str:
    if deadline.moment:
        return f"by {spoken_moment(deadline.moment)}"
    if deadline.latest is None:
        said = f"not known yet: {deadline.waiting}" if deadline.waiting else ""
        return said or (f"on {spoken(deadline.safe)}" if deadline.safe else "without a number of days")
    safe = f"; safe: {spoken(deadline.safe)}" if deadline.safe and deadline.safe != deadline.latest else ""
    return f"by the end of {spoken(deadline.latest)}{safe}"


def restrictions_table(
    restrictions: Iterable[Restriction],
    as_of: dt.date,
    *,
    most: int | None = 100,
    data_map: DataMap | None = None,
) -> Table:
    """Return what may be stored and not used, on which ground, since when; nobody is named, by no pseudonym.

    With the map data, activities and kinds of people have their names, without it their ids.

    Examples
    --------
    >>> restrictions_table([], dt.date(2026, 11, 22)).title
    'Nothing is restricted'
    """
    listed = sorted(restrictions, key=lambda each: (not each.active(as_of), each.since, each.id))
    rows = [_restriction(each, as_of, data_map) for each in listed]
    hold = sum(each.active(as_of) for each in listed)
    title = f"{count(hold, 'restriction').capitalize()} {'holds' if hold == 1 else 'hold'}"
    title += (
        f", {len(rows) - hold:,} {'does' if len(rows) - hold == 1 else 'do'} not" if len(rows) > hold else ""
    )
    columns = ("Restriction", "One of", "What", "Why", "Since", "Until")
    widths = (19, 14, 21, 22, 14, 10)
    found = tabulate(title if rows else "Nothing is restricted", columns, rows, most, widths)
    return replace(found, note=f"As of {spoken(as_of)}. {found.note}".strip())


def _restriction(each: Restriction, as_of: dt.date, data_map: DataMap | None) -> tuple[Cell | str, ...]:
    says, provision = _GROUNDS[each.ground]
    data = ", ".join(_named(f"data:{name}", data_map) for name in each.data) or "all data"
    activities = ", ".join(_named(f"activity:{name}", data_map) for name in each.activities)
    used = f"in {activities}" if activities else "in all activities"
    until = "no end" if each.until is None else long_date(each.until)
    holds = Cell(until) if each.active(as_of) else Cell(until, Mark.MUTED, tail="does not hold today")
    return (
        Cell(each.id, Mark.STRONG, tail=f"request {each.request}"),
        _named(f"party:{each.subject}", data_map) if each.subject else Cell("not stated", Mark.GAP),
        Cell(data, tail="for direct marketing" if each.ground is Ground.MARKETING else used),
        Cell(says, tail=provision),
        long_date(each.since),
        holds,
    )
