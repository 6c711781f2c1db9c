"""Working days and bank holidays of England and Wales, Scotland and Northern Ireland.

The periods of UK data protection law are read under Regulation (EEC, Euratom) 1182/71. Its Art. 2 leaves out
Saturdays, Sundays and the public holidays of the state in which the action is to be taken. The United
Kingdom has three lists of bank holidays. Two readings are assumptions, and are shown as such wherever a date
depends on them: the list is that of the nation in which the organisation acts; and where no nation is known,
a day counts as free only if it is so in all three, which gives the earliest of the three dates. Local
holidays, which Scottish councils set for their own areas, are not bank holidays and are not counted.

Bank holidays are partly made by proclamation, a year or two ahead. What has not been proclaimed cannot be
known: years outside of `KNOWN_YEARS` are refused and never guessed.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from ..errors import ParameterError
from . import housing


class Nation(StrEnum):
    """The parts of the United Kingdom that have a list of bank holidays of their own."""

    ENGLAND_AND_WALES = "england-and-wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern-ireland"

    @property
    def words(self) -> str:
        """The name as a sentence has it."""
        return _NAMES[self]


_NAMES: Final = {
    Nation.ENGLAND_AND_WALES: "England and Wales",
    Nation.SCOTLAND: "Scotland",
    Nation.NORTHERN_IRELAND: "Northern Ireland",
}
_CODES: Final = {
    Nation.ENGLAND_AND_WALES: "ENG",
    Nation.SCOTLAND: "SCT",
    Nation.NORTHERN_IRELAND: "NIR",
}
_PARTS: Final = {
    housing.Nation.ENGLAND: Nation.ENGLAND_AND_WALES,
    housing.Nation.WALES: Nation.ENGLAND_AND_WALES,
    housing.Nation.SCOTLAND: Nation.SCOTLAND,
    housing.Nation.NORTHERN_IRELAND: Nation.NORTHERN_IRELAND,
}

#: From the year in which the GDPR began to apply to the last whose holidays have been compared with the
#: published lists. A test holds the lists; whoever adds a year compares it first.
KNOWN_YEARS: Final = range(2018, 2029)
FIRST_DAY: Final = dt.date(KNOWN_YEARS[0], 1, 1)
LAST_DAY: Final = dt.date(KNOWN_YEARS[-1], 12, 31)

_DAY: Final = dt.timedelta(days=1)


def nation_of(jurisdiction: str) -> Nation | None:
    """Return the nation whose bank holidays count under a map's jurisdiction; None if it names none, or two.

    England and Wales share one list, so either or both will do.

    >>> nation_of("England"), nation_of("United Kingdom (Scotland)")
    (<Nation.ENGLAND_AND_WALES: 'england-and-wales'>, <Nation.SCOTLAND: 'scotland'>)
    >>> nation_of("United Kingdom") is None, nation_of("England and Scotland") is None
    (True, True)
    """
    named = {_PARTS[part] for part in housing.nations_of(jurisdiction)}
    return named.pop() if len(named) == 1 else None


@functools.cache
def bank_holidays(nation: Nation, year: int) -> Mapping[dt.date, str]:
    """Return the bank holidays of a nation in a year, with their names, in the order of the year.

    Substitute days are among them, and so are the days that they stand for (Banking and Financial Dealings
    Act 1971 s.1 and Sch. 1; proclamations).

    Raises
    ------
    ParameterError
        The year is not among those whose holidays are known.

    >>> [day.isoformat() for day in bank_holidays(Nation.SCOTLAND, 2026)][:4]
    ['2026-01-01', '2026-01-02', '2026-04-03', '2026-05-04']
    """
    if year not in KNOWN_YEARS:
        known = f"{KNOWN_YEARS[0]} to {KNOWN_YEARS[-1]}"
        message = f"Bank holidays are known for {known}; those of {year} cannot be counted on."
        raise ParameterError.at("year", message)
    from holidays import country_holidays  # noqa: PLC0415  slow to load, and few commands need it

    found = country_holidays("GB", subdiv=_CODES[nation], years=year, language="en_GB")
    return MappingProxyType({day: found[day] for day in sorted(found)})


def is_working_day(day: dt.date, nation: Nation | None) -> bool:
    """Say whether a day is a working day: no Saturday, Sunday or bank holiday (Reg. 1182/71 Art. 2).

    Without a nation, a day is free only if it is so in all three (an assumption, on the safe side).

    Raises
    ------
    ParameterError
        The holidays of the day's year are not known.

    >>> easter_monday = dt.date(2026, 4, 6)
    >>> [is_working_day(easter_monday, nation) for nation in Nation], is_working_day(easter_monday, None)
    ([False, True, False], True)
    """
    free = [day in bank_holidays(each, day.year) for each in ((nation,) if nation else Nation)]
    return day.weekday() < 5 and not all(free)


def next_working_day(day: dt.date, nation: Nation | None) -> dt.date:
    """Return the day itself if it is a working day, else the first working day after it.

    Raises
    ------
    ParameterError
        The holidays of a year that this needs are not known.

    >>> next_working_day(dt.date(2024, 12, 25), Nation.ENGLAND_AND_WALES)
    datetime.date(2024, 12, 27)
    >>> next_working_day(dt.date(2026, 1, 1), None), next_working_day(dt.date(2026, 1, 1), Nation.SCOTLAND)
    (datetime.date(2026, 1, 2), datetime.date(2026, 1, 5))
    """
    while not is_working_day(day, nation):
        day += _DAY
    return day
