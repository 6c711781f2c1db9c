"""How risks are told in numbers: sums, how rare something is, ranges."""

from __future__ import annotations

from typing import Final

#: How many names a reason of a risk lists before it counts the rest.
MOST_NAMED: Final = 4


def pounds(amount: float, figures: int = 2) -> str:
    """Return a sum in GBP as a director reads it: as many figures as count, at most three, and no more.

    >>> pounds(20_760), pounds(1_234_567), pounds(43.2), pounds(0.4), pounds(-1500), pounds(17.5e6, 3)
    ('£21,000', '£1.2m', '£43', '£0', '-£1,500', '£17.5m')
    """
    if amount < 0:
        return f"-{pounds(-amount, figures)}"
    if amount < 10:
        return f"£{amount:.0f}"
    steps = 10 ** max(0, len(str(int(amount))) - figures)
    rounded = round(amount / steps) * steps
    if rounded < 1_000_000:
        return f"£{rounded:,}"
    power, letter = (10**9, "bn") if rounded >= 10**9 else (10**6, "m")
    return f"£{rounded / power:.3g}{letter}"


def one_in(share: float) -> str:
    """Return how rare something is, as a number of years.

    >>> one_in(0.05), one_in(0.5), one_in(0.98), one_in(0)
    ('1 year in 20', '1 year in 2', 'nearly every year', 'never')
    """
    if share <= 0:
        return "never"
    if share > 0.9:
        return "nearly every year"
    return f"1 year in {round(1 / share):,}" if share <= 0.5 else f"{share:.0%} of years"


def figure_range(low: float, high: float, unit: str) -> str:
    """Return a range with its unit, in words.

    >>> figure_range(0.03, 0.1, "chance a year"), figure_range(250, 6000, "GBP a person")
    ('3% to 10% chance a year', '£250 to £6,000 a person')
    """
    if unit in ("share", "chance a year"):
        ends = [f"{100 * end:.3g}%" for end in (low, high)]
        after = "" if unit == "share" else " chance a year"
    elif unit.startswith("GBP"):
        ends = [f"£{end:.2f}" if end < 10 and end != int(end) else f"£{end:,.0f}" for end in (low, high)]
        after = unit[3:]
    else:
        ends, after = [f"{end:,.4g}" if end < 1000 else f"{end:,.0f}" for end in (low, high)], f" {unit}"
    return f"{ends[0] if ends[0] == ends[1] else f'{ends[0]} to {ends[1]}'}{after}"
