"""The figures of the register: what came each month, what was answered in time, how long it took."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from statistics import median
from typing import Any, Final, NamedTuple

from ..model.collector import collector_paused
from ..model.request import Outcome, Request
from ..model.request_figures import Figures, MonthFigures, RightFigures, Tally
from ..model.restriction import Restriction
from ..model.rights import RightKind


def monthly_figures(
    requests: Iterable[Request], as_of: dt.date, restrictions: Iterable[Restriction] = ()
) -> Figures:
    """Count requests by the month of receipt and by right: in time, late, open, overdue, how many days.

    What was received after the day is counted apart; what was closed after it counts as open on it. Of
    everything else that has changed since, such as an extension, the figures know what holds now.

    Parameters
    ----------
    requests
        In any order; those of `rights.requests.read_requests`.
    as_of
        The day to judge by: something is overdue when its last day is before it.
    restrictions
        Those of `rights.restrictions.read_restrictions`; one that begins after the day is not counted.

    >>> from audit_lib.model.deadline import RequestDates
    >>> first = Request(id="R-2026-0001", right=RightKind.ACCESS, due=dt.date(2026, 11, 2),
    ...     dates=RequestDates(received=dt.date(2026, 10, 1)))
    >>> figures = monthly_figures([first], dt.date(2026, 11, 22))
    >>> [month.month.isoformat() for month in figures.months], figures.total.overdue
    (['2026-10-01', '2026-11-01'], 1)
    """
    every = list(requests)
    with collector_paused():
        known = [_counted(_as_it_was(each, as_of), as_of) for each in every if each.received <= as_of]
    begun = [restriction for restriction in restrictions if restriction.since <= as_of]
    active = sum(restriction.active(as_of) for restriction in begun)
    return Figures(
        as_of=as_of,
        total=Tally(**_sums(known)),
        months=tuple(_months(known, as_of)),
        rights=_rights(known),
        later=len(every) - len(known),
        restrictions=active,
        restrictions_ended=len(begun) - active,
    )


class _Counted(NamedTuple):
    """What one request adds to the figures; `counts` as `_COUNTS` has them, `days` None while open."""

    month: dt.date
    right: RightKind
    counts: tuple[bool, ...]
    days: int | None


_COUNTS: Final = (
    "received", "open", "closed", "in_time", "late", "untimed", "overdue", "waiting", "extended", "refused",
)  # fmt: skip


def _counted(request: Request, as_of: dt.date) -> _Counted:
    received, closed_on = request.received, request.closed_on
    is_open, in_time, next_due = closed_on is None, request.in_time, request.next_due
    counts = (
        True,
        is_open,
        not is_open,
        in_time is True,
        in_time is False,
        not is_open and in_time is None,
        next_due is not None and next_due < as_of,
        is_open and next_due is None and request.waiting is not None,
        request.extended,
        request.outcome is Outcome.REFUSED,
    )
    days = (closed_on - received).days if closed_on else None
    return _Counted(received.replace(day=1), request.right, counts, days)


def _as_it_was(request: Request, as_of: dt.date) -> Request:
    """Return a request without what was done after a day."""
    undone: dict[str, Any] = {
        field: None
        for field in ("acknowledged_on", "stopped_on", "closed_on")
        if (day := getattr(request, field)) is not None and day > as_of
    }
    if "closed_on" in undone:
        undone |= {"outcome": None, "reason": None}
    return request.model_copy(update=undone) if undone else request


def _months(known: Sequence[_Counted], as_of: dt.date) -> Iterator[MonthFigures]:
    """Yield a row for each month from that of the first receipt to that of the day."""
    received: dict[dt.date, list[_Counted]] = {}
    for each in known:
        received.setdefault(each.month, []).append(each)
    month = min(received, default=None)
    while month is not None and month <= as_of:
        those = received.get(month, [])
        yield MonthFigures(month=month, rights=_rights(those), **_sums(those))
        month = (month + dt.timedelta(days=31)).replace(day=1)


def _rights(known: Sequence[_Counted]) -> tuple[RightFigures, ...]:
    """Return a row for each right that was used, in the order of the law."""
    used: dict[RightKind, list[_Counted]] = {}
    for each in known:
        used.setdefault(each.right, []).append(each)
    return tuple(RightFigures(right=right, **_sums(used[right])) for right in RightKind if right in used)


def _sums(known: Sequence[_Counted]) -> dict[str, Any]:
    columns = zip(*(each.counts for each in known), strict=True) if known else [()] * len(_COUNTS)
    days = [each.days for each in known if each.days is not None]
    counts = {name: sum(column) for name, column in zip(_COUNTS, columns, strict=True)}
    return {**counts, "median_days": float(median(days)) if days else None}
