"""What is due as a calendar: one day for each request, under its id, with nothing about the person."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from ...model.request import SOON_DAYS
from .text import what_is_asked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...exports.icalendar import Day
    from ...files.register import Register
    from ...model.request import Request

_TITLE: Final = "Requests: what is due"


def due_calendar(
    register: Register, requests: Sequence[Request], as_of: dt.date
) -> tuple[str, tuple[str, ...]]:
    """Return a calendar file of what is due, and the ids of the requests that have no day to stand on.

    What is overdue stands on `as_of`. What waits for an answer stands on its safe date. Each keeps its
    identity in the calendar for as long as the request is in the register.

    >>> from audit_lib.rights.register.example import TODAY, example_register
    >>> from audit_lib.rights.requests import read_requests
    >>> with example_register() as register:
    ...     text, without = due_calendar(register, read_requests(register), TODAY)
    >>> [row for row in text.split(chr(13) + chr(10)) if row.startswith(("DTSTART", "SUMMARY"))], without
    (['DTSTART;VALUE=DATE:20261122', 'SUMMARY:OVERDUE R-2026-0001: Stop direct marketing'], ())
    """
    from ...exports.icalendar import calendar_file

    days = [_day(register, request, as_of) for request in requests]
    without = tuple(request.id for request, day in zip(requests, days, strict=True) if day is None)
    return calendar_file(_TITLE, [day for day in days if day is not None]), without


def _day(register: Register, request: Request, as_of: dt.date) -> Day | None:
    from ...exports.icalendar import Day

    on = request.next_due or (request.safe if request.waiting else None)
    if on is None:
        return None
    history = register.history(request.id)
    late = "OVERDUE " if request.overdue(as_of) else ""
    return Day(
        uid=f"{request.id}-{history[0].hash[:16]}",
        on=max(on, as_of),
        title=f"{late}{request.id}: {request.next_duty}",
        text=_text(request),
        changed_at=history[-1].at,
        changes=len(history) - 1,
        ahead=None if late else SOON_DAYS,
    )


def _text(request: Request) -> str:
    rows = [f"{what_is_asked(request)}, received {request.received}".capitalize()]
    if request.next_due is None:
        rows.append("The last day is not known yet: an answer is awaited.")
    elif request.next_due == request.received:
        rows.append("At once: the law gives no number of days.")
    else:
        rows.append(f"Last day: {request.next_due}")
    if request.safe and request.next_due != request.received:
        rows.append(f"Safe day: {request.safe}")
    return "\n".join(rows)
