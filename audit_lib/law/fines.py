"""How high a penalty can be: the statutory maximum, and the regulator's five steps of 2024. Sums are in GBP.

The maximum is law (DPA 2018 s.157(5), (6)). Seriousness, turnover and starting point are guidance (Data
Protection Fining Guidance, 18 March 2024). The turnover table was read in its draft, from which the final
text is said not to differ, so it counts as an assumption.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final, NamedTuple

from .authority import Authority


class Tier(StrEnum):
    """Which of the two maxima holds for an infringement."""

    HIGHER = "higher"
    STANDARD = "standard"


class Seriousness(StrEnum):
    """How serious an infringement is: step 1 of the guidance."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Maximum(NamedTuple):
    """The larger of a fixed sum and a share of the undertaking's worldwide turnover of the year before."""

    fixed: float
    share: float
    source: str = "DPA 2018 s.157(5), (6)"
    authority: Authority = Authority.LAW


class Bracket(NamedTuple):
    """What part of the starting point remains for a turnover above `above`, up to `upto` GBP a year."""

    above: float
    upto: float
    low: float
    high: float


class Range(NamedTuple):
    """The lowest and the highest sum, in GBP."""

    low: float
    high: float


MAXIMA: Final[Mapping[Tier, Maximum]] = {
    Tier.HIGHER: Maximum(17_500_000, 0.04),
    Tier.STANDARD: Maximum(8_700_000, 0.02),
}

#: Step 1 and 3: the starting point as a share of the maximum. Guidance.
STARTING_POINTS: Final[Mapping[Seriousness, tuple[float, float]]] = {
    Seriousness.LOW: (0.0, 0.1),
    Seriousness.MEDIUM: (0.1, 0.2),
    Seriousness.HIGH: (0.2, 1.0),
}

#: Step 2: the adjustment for turnover, while the maximum is the fixed sum. Read in the draft of the guidance.
BRACKETS: Final[tuple[Bracket, ...]] = (
    Bracket(0, 2e6, 0.002, 0.004),
    Bracket(2e6, 10e6, 0.004, 0.02),
    Bracket(10e6, 50e6, 0.02, 0.10),
    Bracket(50e6, 100e6, 0.10, 0.20),
    Bracket(100e6, 250e6, 0.20, 0.50),
    Bracket(250e6, 435e6, 0.50, 1.0),
)
METHOD_SOURCE: Final = "Data Protection Fining Guidance (18 March 2024), steps 1 to 3; table of the draft"
METHOD_AUTHORITY: Final = Authority.ASSUMPTION

#: Infringements under the higher maximum (UK GDPR Art. 83(5), (6); PECR Sch. 1 para. 18 since 5 February
#: 2026, read in public notes that quote it).
HIGHER: Final[frozenset[str]] = frozenset(
    (
        "5",
        "6",
        "7",
        "9",
        "22B",
        "22C",
        "44A",
        "45A",
        "45B",
        "45C",
        *map(str, (*range(12, 23), *range(44, 50))),
    )
)
HIGHER_PECR: Final[frozenset[str]] = frozenset(
    ("5", "6", "7", "8", "14", "19", "20", "21", "21A", "21B", "22", "23", "24")
)


def tier(provisions: Iterable[str]) -> Tier:
    """Return the higher tier if any of some provisions falls under it.

    Parameters
    ----------
    provisions
        Such as ``"Art. 32"``, ``"Art. 13(1)(f)"`` (of the UK GDPR) or ``"PECR reg. 6"``.

    >>> tier(["Art. 5(1)(f)", "Art. 32"]).value, tier(["Art. 28"]).value, tier(["PECR reg. 22"]).value
    ('higher', 'standard', 'higher')
    """
    for provision in provisions:
        law, _, number = provision.rpartition(" ")
        article = number.partition("(")[0]
        if article in (HIGHER_PECR if law.startswith("PECR") else HIGHER):
            return Tier.HIGHER
    return Tier.STANDARD


def statutory_maximum(which: Tier, turnover: float) -> float:
    """Return the highest penalty that the law allows, in GBP (DPA 2018 s.157).

    >>> statutory_maximum(Tier.HIGHER, 5e6), statutory_maximum(Tier.STANDARD, 1e9)
    (17500000.0, 20000000.0)
    """
    maximum = MAXIMA[which]
    return max(float(maximum.fixed), maximum.share * turnover)


def bracket_of(turnover: float) -> Bracket | None:
    """Return the bracket of a turnover in GBP a year; None above the last, where nothing is adjusted.

    >>> bracket_of(5e6)
    Bracket(above=2000000.0, upto=10000000.0, low=0.004, high=0.02)
    """
    return next((bracket for bracket in BRACKETS if turnover <= bracket.upto), None)


def adjustment(turnover: float) -> float:
    """Return the part of the starting point that remains, by where turnover stands in its bracket.

    >>> adjustment(6e6), adjustment(1e9)
    (0.012, 1.0)
    """
    found = bracket_of(turnover)
    if found is None:
        return 1.0
    place = (turnover - found.above) / (found.upto - found.above)
    return found.low + place * (found.high - found.low)


def bracket_range(which: Tier, seriousness: Seriousness, turnover: float) -> Range:
    """Return the range of the guidance's table for the bracket of a turnover, in GBP.

    >>> [round(sum) for sum in bracket_range(Tier.HIGHER, Seriousness.HIGH, 5e6)]
    [14000, 350000]
    """
    start, end = STARTING_POINTS[seriousness]
    found = bracket_of(turnover)
    low, high = (found.low, found.high) if found else (1.0, 1.0)
    maximum = statutory_maximum(which, turnover)
    return Range(maximum * start * low, maximum * end * high)


def penalty_range(which: Tier, seriousness: Seriousness, turnover: float) -> Range:
    """Return the range of starting points for just this turnover, before anything aggravates or mitigates.

    >>> [round(sum) for sum in penalty_range(Tier.HIGHER, Seriousness.HIGH, 6e6)]
    [42000, 210000]
    """
    start, end = STARTING_POINTS[seriousness]
    whole = statutory_maximum(which, turnover) * adjustment(turnover)
    return Range(whole * start, whole * end)
