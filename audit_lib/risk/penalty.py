"""A penalty as the model draws it: the lesser of the regulator's method and of what cases came to a person.

The method starts from turnover; for a large group it begins far above anything that a breach of a few
thousand people has ever cost. Published cases grow with the number of people. So the lesser of the two is
taken, and never more than the statutory maximum.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from statistics import NormalDist
from typing import Final

import numpy as np

from ..law.fines import BRACKETS, MAXIMA, STARTING_POINTS, Seriousness, Tier
from ..model.assumption import AssumptionName
from .spread import Shape, Spread, Values

#: Draws by which the mean of a penalty is worked out; always the same ones.
DRAWS: Final = 8_192

_TURNOVERS: Final = (0.0, *(bracket.upto for bracket in BRACKETS))
_ADJUSTED: Final = (BRACKETS[0].low, *(bracket.high for bracket in BRACKETS))


def penalties(
    generator: np.random.Generator,
    spreads: Mapping[str, Spread],
    grade: tuple[Tier, Seriousness],
    people: Values,
) -> Values:
    """Return a penalty in GBP for each of some breaches that led to one.

    Parameters
    ----------
    spreads
        The distributions of the figures by their ids: turnover, fine-a-person, fine-adjusted.
    grade
        Which maximum holds, and how serious the infringement is.
    people
        How many people each breach concerned.

    Notes
    -----
    DPA 2018 s.157; the regulator's fining guidance of 2024, steps 1 to 4: the starting point is drawn evenly
    from the range of its seriousness.

    Examples
    --------
    >>> from audit_lib.risk.spread import fixed
    >>> known = {"turnover": fixed(2e6), "fine-a-person": fixed(1), "fine-adjusted": fixed(1)}
    >>> grade = (Tier.HIGHER, Seriousness.LOW)
    >>> [round(sum) for sum in penalties(np.random.default_rng(1), known, grade, np.array([1.0, 1e9]))]
    [1, 6653]
    """
    size = people.size
    turnover = spreads[AssumptionName.TURNOVER].draw(generator, size)
    adjusted = spreads[AssumptionName.FINE_ADJUSTED].draw(generator, size)
    a_person = spreads[AssumptionName.FINE_A_PERSON].draw(generator, size)
    return _lesser(grade, (turnover, adjusted, a_person, generator.random(size)), people)


def penalty_mean(
    spreads: Mapping[str, Spread], grade: tuple[Tier, Seriousness], people: Spread | Values
) -> float:
    """Return the mean of a penalty in GBP; the people are given as a distribution or as `DRAWS` values.

    >>> from audit_lib.risk.spread import fixed
    >>> known = {"turnover": fixed(2e6), "fine-a-person": fixed(2), "fine-adjusted": fixed(1)}
    >>> penalty_mean(known, (Tier.HIGHER, Seriousness.HIGH), fixed(10))
    20.0
    """
    names = (AssumptionName.TURNOVER, AssumptionName.FINE_ADJUSTED, AssumptionName.FINE_A_PERSON)
    parts = [_even(spreads[name], at) for at, name in enumerate(names)]
    known = _even(people, 3) if isinstance(people, Spread) else people
    return float(_lesser(grade, (parts[0], parts[1], parts[2], _points()[0][4]), known).mean())


def capped_penalties(
    generator: np.random.Generator, spreads: Mapping[str, Spread], tier: Tier, given: Spread, size: int
) -> Values:
    """Return penalties in GBP from a range that a map gives, none above the statutory maximum.

    >>> from audit_lib.risk.spread import fixed
    >>> drawn = capped_penalties(np.random.default_rng(1), {"turnover": fixed(1)}, Tier.HIGHER, fixed(9e9), 1)
    >>> float(drawn[0])
    17500000.0
    """
    turnover = spreads[AssumptionName.TURNOVER].draw(generator, size)
    return np.minimum(given.draw(generator, size), _maximum(tier, turnover))


def capped_penalty_mean(spreads: Mapping[str, Spread], tier: Tier, given: Spread) -> float:
    """Return the mean of `capped_penalties`.

    >>> from audit_lib.risk.spread import fixed
    >>> capped_penalty_mean({"turnover": fixed(1)}, Tier.STANDARD, fixed(9e9))
    8700000.0
    """
    turnover = _even(spreads[AssumptionName.TURNOVER], 0)
    return float(np.minimum(_even(given, 3), _maximum(tier, turnover)).mean())


def _maximum(tier: Tier, turnover: Values) -> Values:
    """Return the statutory maximum for each of some turnovers."""
    return np.maximum(MAXIMA[tier].fixed, MAXIMA[tier].share * turnover)


def _lesser(
    grade: tuple[Tier, Seriousness], drawn: tuple[Values, Values, Values, Values], people: Values
) -> Values:
    tier, seriousness = grade
    turnover, adjusted, a_person, place = drawn
    start, end = STARTING_POINTS[seriousness]
    maximum = _maximum(tier, turnover)
    method = maximum * np.interp(turnover, _TURNOVERS, _ADJUSTED)
    method *= (start + (end - start) * place) * adjusted
    lesser: Values = np.minimum(np.minimum(method, a_person * people), maximum)
    return lesser


def even_people(share: Spread, reach: Spread) -> Values:
    """Return `DRAWS` products of two spreads, spread evenly: a share of those who can be reached.

    >>> from audit_lib.risk.spread import fixed
    >>> float(even_people(fixed(0.5), fixed(10)).mean())
    5.0
    """
    return _even(share, 3) * _even(reach, 5)


def _even(spread: Spread, column: int) -> Values:
    shares, deviations = _points()
    if spread.shape is Shape.TRIANGLE:
        return spread.at_shares(shares[column])
    return spread.at(deviations[column].copy())


@lru_cache(maxsize=1)
def _points() -> tuple[Values, Values]:
    """Return six rows that fill 0 to 1 evenly, each in an order of its own, and the same as deviations."""
    generator = np.random.Generator(np.random.PCG64(20_240_318))
    orders = np.stack([generator.permutation(DRAWS) for _ in range(6)])
    middle = (np.arange(DRAWS) + 0.5) / DRAWS
    deviations = np.array([NormalDist().inv_cdf(share) for share in middle.tolist()])
    return middle[orders], deviations[orders]
