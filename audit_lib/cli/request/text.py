"""Requests as lines for a person and as objects for a program."""

from __future__ import annotations

import csv
import datetime as dt
import io
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

from ...model.request import ANSWER, SOON_DAYS
from ..plain import line

if TYPE_CHECKING:
    from rich.console import Console

    from ...model.request import Request

_STYLES: Final = {"overdue": "high", "soon": "medium", "waiting": "low", "closed": "quiet"}
_WIDE: Final = 8


def state(request: Request, as_of: dt.date) -> str:
    """Return how a request stands on a day, in a word.

    >>> from audit_lib.model.deadline import RequestDates
    >>> from audit_lib.model.request import Request
    >>> request = Request(id="R-2026-0001", right="access", due=dt.date(2026, 11, 2),
    ...     dates=RequestDates(received=dt.date(2026, 10, 1)))
    >>> [state(request, dt.date(2026, month, 30)) for month in (9, 10, 11)]
    ['open', 'soon', 'overdue']
    """
    if not request.open:
        return "closed"
    if request.next_due is None:
        return "waiting" if request.waiting else "open"
    if request.overdue(as_of):
        return "overdue"
    return "soon" if (request.next_due - as_of).days <= SOON_DAYS else "open"


def as_object(request: Request, as_of: dt.date) -> dict[str, Any]:
    """Return a request as an object for JSON, its id first, with how it stands and what is due next.

    >>> from audit_lib.model.deadline import RequestDates
    >>> from audit_lib.model.request import Request
    >>> request = Request(id="R-2026-0001", right="access", due=dt.date(2026, 11, 2),
    ...     dates=RequestDates(received=dt.date(2026, 10, 1)))
    >>> as_object(request, dt.date(2026, 11, 22))["state"]
    'overdue'
    """
    shown = request.model_dump(mode="json")
    return {
        "id": shown.pop("id"),
        "kind": request.kind.value,
        "state": state(request, as_of),
        "next_duty": request.next_duty,
        "next_due": request.next_due.isoformat() if request.next_due else None,
        **shown,
    }


def write_rows(requests: Sequence[Request], as_of: dt.date, page: Console) -> None:
    """Write a line for each request, in columns: how it stands, its id, what is due, of what it is.

    >>> from audit_lib.cli.plain import console
    >>> from audit_lib.model.deadline import RequestDates
    >>> from audit_lib.model.request import Request
    >>> request = Request(id="R-2026-0001", right="access", due=dt.date(2026, 11, 2),
    ...     dates=RequestDates(received=dt.date(2026, 10, 1)))
    >>> write_rows([request], dt.date(2026, 11, 22), console())
    OVERDUE R-2026-0001  due 2026-11-02, 20 days ago  access
    """
    whats = [what_is_asked(request) for request in requests]
    whens = [when(request, as_of) for request in requests]
    wide, broad = (max(map(len, texts), default=0) for texts in (whens, whats))
    long = max((len(request.id) for request in requests), default=0)
    for request, what, due in zip(requests, whats, whens, strict=True):
        stands = state(request, as_of)
        known = f"{request.id.ljust(long)}  {due.ljust(wide)}  {what.ljust(broad)}"
        more = _ended(request) if not request.open else _unless_usual(request.next_duty)
        broken = not page.soft_wrap and _WIDE + len(known) + 2 + len(more) > page.width
        line(
            (stands.upper().ljust(_WIDE), _STYLES.get(stands, "quiet")),
            (known if more and not broken else known.rstrip()),
            ("" if broken or not more else f"  {more}", "quiet"),
            to=page,
            hang=_WIDE + long + 2,
        )
        if broken and more:
            line((f"{' ' * (_WIDE + long + 2)}{more}", "quiet"), to=page)


def _unless_usual(duty: str | None) -> str:
    """Return what is to be done, but for the answer that every request asks for."""
    return "" if duty is None or duty == ANSWER else duty


def when(request: Request, as_of: dt.date) -> str:
    """Say by when the next thing is due, and how far off that is.

    >>> from audit_lib.model.deadline import RequestDates
    >>> from audit_lib.model.request import Request
    >>> request = Request(id="R-2026-0001", right="access", due=dt.date(2026, 11, 2),
    ...     dates=RequestDates(received=dt.date(2026, 10, 1)))
    >>> when(request, dt.date(2026, 11, 22)), when(request, dt.date(2026, 11, 1))
    ('due 2026-11-02, 20 days ago', 'due 2026-11-02, in 1 day')
    """
    if request.closed_on:
        return f"closed {request.closed_on}"
    if request.next_due is None:
        safe = f", safe {request.safe}" if request.safe and request.waiting else ""
        return ("clock waits" if request.waiting else "no day is set") + safe
    days = (request.next_due - as_of).days
    number = f"{abs(days):,} day{'' if abs(days) == 1 else 's'}"
    away = "today" if days == 0 else f"in {number}" if days > 0 else f"{number} ago"
    at_once = "at once, since" if request.next_due == request.received else "due"
    return f"{at_once} {request.next_due}, {away}"


def what_is_asked(request: Request) -> str:
    """Return what is asked, by what kind of person, in a few words.

    >>> from audit_lib.model.request import Request
    >>> what_is_asked(Request(id="R-2026-0001", right="access", subject="tenants",
    ...     dates={"received": "2026-10-01"}))
    'access, tenants'
    """
    words = "marketing objection" if request.marketing else request.right.asked
    return f"{words}, {request.subject}" if request.subject else words


def _ended(request: Request) -> str:
    outcome = request.outcome.value.replace("-", " ") if request.outcome else ""
    reason = f" ({request.reason.value.replace('-', ' ')})" if request.reason else ""
    late = ", late" if request.in_time is False else ""
    return f"{outcome}{reason}{late}"


def write_entry(request: Request, page: Console) -> None:
    """Write one request after a change: what it is, what is to be done next and by when.

    >>> from audit_lib.cli.plain import console
    >>> from audit_lib.model.deadline import RequestDates
    >>> from audit_lib.model.request import Request
    >>> request = Request(id="R-2026-0001", right="access", due=dt.date(2026, 11, 2),
    ...     dates=RequestDates(received=dt.date(2026, 10, 1)))
    >>> write_entry(request, console())
    R-2026-0001  access, received 2026-10-01
      next:    Answer the request
      due:     end of Monday 2 November 2026
    """
    from ...law.periods import spoken

    line(f"{request.id}  {what_is_asked(request)}, received {request.received}", to=page)
    if not request.open:
        line(("  closed:  ", "quiet"), f"{request.closed_on}, {_ended(request)}", to=page)
        return
    line(("  next:    ", "quiet"), request.next_duty or "", to=page)
    if request.next_due and request.next_due == request.received:
        line(("  due:     ", "quiet"), "at once; the law gives no number of days", to=page)
    elif request.next_due:
        line(("  due:     ", "quiet"), f"end of {spoken(request.next_due)}", to=page)
    elif request.waiting:
        line(("  due:     ", "quiet"), ("not known yet", "medium"), to=page)
        line(f"           {request.waiting}", to=page)
    else:
        line(("  due:     ", "quiet"), "no day is set; without undue delay", to=page)
    if request.safe and request.next_due != request.received:
        line(("  safe:    ", "quiet"), spoken(request.safe), to=page)
    if request.person:
        line(("  person:  ", "quiet"), request.person, to=page)


def write_table(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    """Write a table as CSV to standard output, every cell harmless to a spreadsheet.

    >>> write_table(["id", "reference"], [["R-2026-0001", "=1+1"]])
    id,reference
    R-2026-0001,'=1+1
    """
    from ...exports.plain import tamed

    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(headings)
    writer.writerows([tamed(cell) for cell in row] for row in rows)
    sys.stdout.write(out.getvalue())
