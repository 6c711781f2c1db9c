"""Periods of time in a text, as ISO 8601 durations."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

NUMBERS: Final = {
    word: number
    for number, words in {
        1: "one a an", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight",
        9: "nine", 10: "ten", 11: "eleven", 12: "twelve", 13: "thirteen", 14: "fourteen", 15: "fifteen",
        18: "eighteen", 20: "twenty", 21: "twenty-one", 24: "twenty-four", 25: "twenty-five",
        28: "twenty-eight", 30: "thirty", 36: "thirty-six",
        40: "forty", 50: "fifty", 60: "sixty", 90: "ninety", 100: "hundred",
    }.items()
    for word in words.split()
}  # fmt: skip

UNITS: Final = {"day": "D", "week": "W", "month": "M", "year": "Y"}

#: How far ISO 8601 durations of the model count in each unit.
MOST: Final = {"D": 99_999, "W": 9_999, "M": 9_999, "Y": 9_999}

PERIOD: Final = re.compile(
    r"\b(?P<number>\d{1,5}|[a-z]{1,7}(?:-(?:one|four|five|six|eight))?)[ \xa0-]{0,2}"
    r"(?:\(\d{1,5}\)[ \xa0]?)?"
    r"(?:full |complete |calendar |working |tax |financial |further |academic |school |whole ){0,2}"
    r"(?P<unit>day|week|month|year)s?\b",
    re.IGNORECASE,
)


#: "A year" is a period where something follows from which it runs, and a rate elsewhere ("twice a year").
RUNS: Final = re.compile(r"\s+(?:after|from|following|of|and|since|or|at)\b", re.IGNORECASE)


class Period(NamedTuple):
    """A period of time as ISO 8601 writes it, and where it stands in the text."""

    duration: str
    start: int
    end: int


def periods_in(text: str) -> tuple[Period, ...]:
    """Return the periods of days, weeks, months and years that a text names.

    >>> [period.duration for period in periods_in("six (6) years, or 30 days, within a month of the end")]
    ['P6Y', 'P30D', 'P1M']
    """
    found = []
    for match in PERIOD.finditer(text):
        said, unit = match["number"].lower(), UNITS[match["unit"].lower()]
        number = int(said) if said.isdecimal() else NUMBERS.get(said, 0)
        if said in {"a", "an"} and not RUNS.match(text, match.end()):
            continue
        if 0 < number <= MOST[unit]:
            found.append(Period(f"P{number}{unit}", match.start(), match.end()))
    return tuple(found)
