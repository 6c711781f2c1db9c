"""How a day is written in words, the same on every machine."""

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
