"""Comparing how long things last."""

from __future__ import annotations

import re
from typing import Final

#: Days of each unit, a month as the twelfth of a mean year, so that P1Y and P12M last as long.
_DAYS: Final = {"Y": 365.25, "M": 365.25 / 12, "W": 7.0, "D": 1.0}
#: A month and thirty days are meant to be the same: a difference below this share is none.
_SAME: Final = 0.02


def days(duration: str) -> float:
    """Return how many days an ISO 8601 duration in years, months, weeks or days lasts, on average.

    >>> days("P12M") == days("P1Y"), days("P2W")
    (True, 14.0)
    """
    return sum(int(number) * _DAYS[unit] for number, unit in re.findall(r"(\d+)([YMWD])", duration))


def longer(one: str, other: str) -> bool:
    """Say whether a duration is longer than another by more than months and days are apart anyhow.

    >>> longer("P2Y", "P13M"), longer("P1M", "P30D"), longer("P31D", "P1M")
    (True, False, False)
    """
    return days(one) > days(other) * (1 + _SAME)
