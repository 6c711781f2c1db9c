"""How a day is written and read, the same on every machine."""

from __future__ import annotations

import datetime as dt
from typing import Final

#: Names of months; those of `strftime` follow the machine.
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def long_date(day: dt.date) -> str:
    """Return a day as a reader writes it.

    >>> long_date(dt.date(2026, 3, 3))
    '3 March 2026'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def day_of(given: str) -> dt.date | None:
    """Return the day that is written as year, month and day with hyphens, and None for any other form.

    >>> day_of("2026-03-31"), day_of("20260331"), day_of("31.3.2026")
    (datetime.date(2026, 3, 31), None, None)
    """
    try:
        found = dt.date.fromisoformat(given)
    except ValueError:
        return None
    return found if found.isoformat() == given else None
