"""Days as a calendar file (iCalendar, RFC 5545) that calendar programs read; nothing is sent to any."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

#: A line is at most so many octets without its end (RFC 5545, 3.1).
_OCTETS: Final = 75
_SPECIAL: Final = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


class Day(NamedTuple):
    """Something that stands on one day of a calendar.

    `uid` and `changes` let a program that reads the file again replace what it has: the same thing keeps its
    `uid`, and `changes` counts how often it has changed, last at `changed_at`. A reminder comes `ahead` days
    before, if that is not None.
    """

    uid: str
    on: dt.date
    title: str
    text: str
    changed_at: dt.datetime
    changes: int = 0
    ahead: int | None = None


def calendar_file(name: str, days: Iterable[Day]) -> str:
    r"""Return a calendar as text, its lines ended by CRLF and folded; the same days give the same text.

    >>> at = dt.datetime(2026, 11, 22, 9, tzinfo=dt.UTC)
    >>> text = calendar_file("Requests", [Day("R-1", dt.date(2026, 12, 22), "Answer; now", "Safe", at)])
    >>> [row for row in text.split("\r\n") if row.startswith(("SUMMARY", "DTSTART", "DTSTAMP"))]
    ['DTSTAMP:20261122T090000Z', 'DTSTART;VALUE=DATE:20261222', 'SUMMARY:Answer\\; now']
    """
    rows = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//privacy-audit//requests//EN", "CALSCALE:GREGORIAN"]
    rows.append(f"X-WR-CALNAME:{_escaped(name)}")
    for day in days:
        rows.extend(_event(day))
    rows.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for row in rows for part in _folded(row))


def _event(day: Day) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(day.uid)}"
    yield f"DTSTAMP:{day.changed_at.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"
    yield f"SEQUENCE:{day.changes}"
    yield f"DTSTART;VALUE=DATE:{day.on:%Y%m%d}"
    yield f"SUMMARY:{_escaped(day.title)}"
    yield f"DESCRIPTION:{_escaped(day.text)}"
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"
    if day.ahead is not None:
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{_escaped(day.title)}")
        yield from (f"TRIGGER:-P{day.ahead}D", "END:VALARM")
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    """Return a text in which nothing can end a line or a value."""
    plain = "".join(each for each in text if each in "\n\r" or each.isprintable())
    return plain.replace("\r\n", "\n").translate(_SPECIAL)


def _folded(row: str) -> Iterator[str]:
    """Yield a line in pieces of at most 75 octets, each after the first begun by a blank."""
    piece = ""
    for each in row:
        if len((piece + each).encode()) > _OCTETS:
            yield piece
            piece = " "
        piece += each
    yield piece
