"""What the regulator has done in published cases: a band of plausibility for what a model says of penalties.

Each case was read in public reports, named in `source`; `unchecked` names the figures that are general
knowledge and were not checked. Sums are in GBP.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple


class Outcome(StrEnum):
    """How a case ended."""

    PENALTY = "penalty"
    REPRIMAND = "reprimand"
    UNDERTAKING = "undertaking"


class Case(NamedTuple):
    """A published case: who, when, how it ended, how many people, and what happened."""

    id: str
    name: str
    year: int
    outcome: Outcome
    facts: str
    source: str
    people: int | None = None
    penalty: float = 0.0
    announced: float | None = None
    unchecked: tuple[str, ...] = ()
    older_law: bool = False

    @property
    def per_person(self) -> float | None:
        """The penalty for each person concerned, in GBP; None where their number is not published."""
        return None if self.people is None else self.penalty / self.people

    @property
    def remained(self) -> float | None:
        """What part of the sum that was first announced was imposed in the end."""
        return None if self.announced is None else self.penalty / self.announced


CASES: Final[tuple[Case, ...]] = (
    Case(
        "life-at-parliament-view",
        "Life at Parliament View Ltd, letting agent",
        2019,
        Outcome.PENALTY,
        "Passports, bank statements and salaries of tenants lay open on a file server for two years.",
        "Blake Morgan; Digital Compliance Hub",
        people=18_610,
        penalty=80_000,
        older_law=True,
    ),
    Case(
        "clyde-valley",
        "Clyde Valley Housing Association",
        2024,
        Outcome.REPRIMAND,
        "A new portal showed residents' names, addresses and case files to others for five days.",
        "Information Commissioner's Office; Housing Today",
    ),
    Case(
        "addresses-to-abusers",
        "Eight organisations, a housing association among them",
        2023,
        Outcome.REPRIMAND,
        "Data about people who had fled abuse, safe addresses among it, came to those whom they had fled.",
        "Information Commissioner's Office, September and November 2023",
    ),
    Case(
        "thamesview",
        "Thamesview Estate Agents",
        2014,
        Outcome.UNDERTAKING,
        "Customers' papers, passports among them, were left in the street.",
        "Information Commissioner's Office, as reported",
        older_law=True,
    ),
    Case(
        "capita",
        "Capita",
        2025,
        Outcome.PENALTY,
        "A cyber attack that was answered after 58 hours.",
        "Act Now Training; Skadden",
        people=6_600_000,
        penalty=14_000_000,
        announced=45_000_000,
    ),
    Case(
        "lastpass",
        "LastPass UK",
        2025,
        Outcome.PENALTY,
        "A cyber attack on a keeper of passwords.",
        "Act Now Training; Skadden",
        people=1_600_000,
        penalty=1_200_000,
    ),
    Case(
        "advanced",
        "Advanced Computer Software Group",
        2025,
        Outcome.PENALTY,
        "A cyber attack on a processor that had no second factor at log-in.",
        "Burness Paull",
        people=79_404,
        penalty=3_070_000,
        announced=6_090_000,
    ),
    Case(
        "23andme",
        "23andMe",
        2025,
        Outcome.PENALTY,
        "Accounts, genetic data among them, opened with passwords stolen elsewhere.",
        "Privacy Laws & Business",
        people=155_592,
        penalty=2_310_000,
        announced=4_590_000,
    ),
    Case(
        "dpp-law",
        "DPP Law",
        2025,
        Outcome.PENALTY,
        "A cyber attack on a law firm.",
        "Act Now Training",
        people=791,
        penalty=60_000,
        unchecked=("people",),
    ),
)


def penalties_a_person() -> tuple[float, ...]:
    """Return the penalty a person of each case that ended in one, lowest first, in GBP.

    >>> [round(sum, 2) for sum in penalties_a_person()]
    [0.75, 2.12, 4.3, 14.85, 38.66, 75.85]
    """
    known = (case.per_person for case in CASES if case.outcome is Outcome.PENALTY)
    return tuple(sorted(each for each in known if each is not None))
