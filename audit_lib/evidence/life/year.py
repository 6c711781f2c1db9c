"""What was asked for: which year, how much of it, and what chance begins with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

import numpy as np

from ...errors import Fault, ParameterError, Place
from ...model.verdict import Verdict
from .days import midnight

#: Up to so many observations the key lists those too that earn no fault, unless something else is asked for.
WHOLE_KEY: Final = 1_000_000

#: Rows in a file of disclosures at most.
IN_A_FILE: Final = 1_000_000

_EARLIEST: Final = dt.date(1990, 1, 1)
_LATEST: Final = dt.date(2100, 1, 1)


class Year(NamedTuple):
    """A number of days from a first one on, with so many observations of so many people in so many files.

    `ways` is in how many ways each fault happens at most, as mistakes that are made again and again do.
    """

    seed: int
    events: int
    people: int
    start: dt.date
    days: int = 365
    files: int = 1
    shuffle: bool = False
    whole_key: bool | None = None
    ways: int | None = None

    @property
    def end(self) -> dt.date:
        """The last day."""
        return self.start + dt.timedelta(days=self.days - 1)

    @property
    def first(self) -> int:
        """The moment at which the first day begins."""
        return midnight(self.start)

    @property
    def last(self) -> int:
        """The moment at which the last day has ended."""
        return midnight(self.start + dt.timedelta(days=self.days))

    @property
    def key_is_whole(self) -> bool:
        """Whether the key lists what earns no fault too."""
        return self.events <= WHOLE_KEY if self.whole_key is None else self.whole_key

    @property
    def parts(self) -> int:
        """How many files of disclosures there are."""
        return max(min(self.files, self.events), -(-self.events // IN_A_FILE), 1)

    def chance(self, what: int) -> np.random.Generator:
        """Return a source of chance for one thing, which nothing that is drawn for others can move."""
        return np.random.default_rng([self.seed, what])


def check_year(year: Year, wanted: Mapping[Verdict, int]) -> None:
    """Refuse numbers that are out of range, and more faults than observations.

    Raises
    ------
    ParameterError
        With all that is wrong.

    >>> check_year(Year(1, 10, 5, dt.date(2026, 1, 1)), {Verdict.UNRESOLVED: 11})
    Traceback (most recent call last):
    audit_lib.errors.ParameterError: faults 11 faults are more than the 10 observations asked for.
    """
    wrong = [Fault(Place(what), message) for what, message in _wrong(year, wanted)]
    if not wrong and sum(wanted.values()) > year.events:
        message = f"{sum(wanted.values())} faults are more than the {year.events} observations asked for."
        wrong.append(Fault(Place("faults"), message))
    if wrong:
        raise ParameterError(wrong)


def _wrong(year: Year, wanted: Mapping[Verdict, int]) -> Iterator[tuple[str, str]]:
    ranges = (
        ("seed", year.seed, 0, 2**63),
        ("events", year.events, 1, 1_000_000_000),
        ("people", year.people, 1, 20_000_000),
        ("days", year.days, 1, 3_660),
        ("files", year.files, 1, 10_000),
        *((f"faults of {verdict.value}", number, 0, 1_000_000) for verdict, number in wanted.items()),
    )
    for name, given, least, most in ranges:
        if not least <= given <= most:
            yield name, f"{given} is out of range: from {least:,} to {most:,}."
    if not _EARLIEST <= year.start <= _LATEST:
        yield "start", f"{year.start} is out of range: from {_EARLIEST} to {_LATEST}."
    for verdict in wanted:
        if verdict.is_covered:
            yield "faults", f"{verdict.value} is no fault, and cannot be asked for."
