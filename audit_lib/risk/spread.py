"""A quantity that is not known exactly, from a 90 % range: how it is drawn, its mean, its percentiles.

A sum or a rate is lognormal: with a and b the 5th and 95th percentile, mu = (ln a + ln b) / 2 and
sigma = ln(b / a) / (2 * 1.6449). A share or a chance is the same on the scale of odds (logit-normal), so that
it never leaves 0 to 1. A triangle goes from its lowest over its most frequent to its highest value.
"""

from __future__ import annotations

import math
from enum import Enum, auto
from functools import lru_cache
from statistics import NormalDist
from typing import Final, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

Values: TypeAlias = NDArray[np.float64]

_NORMAL: Final = NormalDist()
#: How many standard deviations the 95th percentile of a normal distribution lies above its mean.
Z95: Final = _NORMAL.inv_cdf(0.95)


class Shape(Enum):
    """How values between, below and above the ends of a range are distributed."""

    FIXED = auto()
    LOGNORMAL = auto()
    LOGIT_NORMAL = auto()
    TRIANGLE = auto()


_BELLS: Final = (Shape.LOGNORMAL, Shape.LOGIT_NORMAL)


class Spread(NamedTuple):
    """A distribution by two numbers: mu and sigma of the logarithm or log odds; or lowest and highest."""

    shape: Shape
    first: float
    second: float = 0.0
    mode: float = 0.0

    @property
    def mean(self) -> float:
        """The expected value.

        >>> round(amount(1, 1).mean, 3), round(amount(10, 1000).mean, 1)
        (1.0, 266.4)
        """
        if self.shape is Shape.LOGNORMAL:
            return math.exp(self.first + self.second**2 / 2)
        if self.shape is Shape.LOGIT_NORMAL:
            nodes, weights = _hermite()
            return float(weights @ _share(self.first + self.second * nodes))
        if self.shape is Shape.TRIANGLE:
            return (self.first + self.mode + self.second) / 3
        return self.first

    def percentile(self, share: float) -> float:
        """Return the value beneath which a share (0 to 1) of all values lies.

        >>> round(amount(10, 1000).percentile(0.05), 6), round(chance(0.03, 0.1).percentile(0.95), 6)
        (10.0, 0.1)
        """
        return float(self.at_shares(np.array([share]))[0])

    def draw(self, generator: np.random.Generator, size: int) -> Values:
        """Return so many independent values."""
        if self.shape is Shape.FIXED:
            return np.full(size, self.first)
        if self.shape is Shape.TRIANGLE:
            return _triangle(generator.random(size), self)
        return self.at(generator.standard_normal(size))

    def at(self, deviations: Values) -> Values:
        """Return the values that lie so many standard deviations from the middle; the array is reused."""
        if self.shape is Shape.FIXED:
            return np.full(deviations.shape, self.first)
        deviations *= self.second
        deviations += self.first
        return np.exp(deviations, out=deviations) if self.shape is Shape.LOGNORMAL else _share(deviations)

    def at_shares(self, shares: Values) -> Values:
        """Return the percentiles of many shares (0 to 1, both left out) at once.

        >>> amount(1, 100).at_shares(np.array([0.5])).round(6)
        array([10.])
        """
        if self.shape is Shape.FIXED:
            return np.full(shares.shape, self.first)
        if self.shape is Shape.TRIANGLE:
            return _triangle(shares, self)
        return self.at(np.array([_NORMAL.inv_cdf(share) for share in shares.tolist()]))

    def times(self, factor: Spread) -> Spread:
        """Return the spread multiplied by a lognormal or fixed factor; a chance by its odds.

        >>> round(chance(0.2, 0.2001).times(amount(2, 2)).mean, 3)  # odds of 1 to 4 become 2 to 4
        0.333
        """
        certain = factor.shape is Shape.FIXED
        if certain and factor.first == 0:
            return factor
        if self.shape not in _BELLS or not (certain or factor.shape is Shape.LOGNORMAL):
            raise ValueError("only a range can be multiplied so, and only by a lognormal or certain factor")
        mu, sigma = (math.log(factor.first), 0.0) if certain else (factor.first, factor.second)
        return self._replace(first=self.first + mu, second=math.hypot(self.second, sigma))

    @property
    def ends(self) -> tuple[Spread, Spread]:
        """The 5th and the 95th percentile, each as something certain of the same shape."""
        if self.shape not in _BELLS:
            return fixed(self.percentile(0.05)), fixed(self.percentile(0.95))
        step = Z95 * self.second
        return self._replace(first=self.first - step, second=0.0), self._replace(
            first=self.first + step, second=0.0
        )


def fixed(value: float) -> Spread:
    """Return what is certain.

    >>> fixed(3).mean
    3.0
    """
    return Spread(Shape.FIXED, float(value))


def amount(low: float, high: float) -> Spread:
    """Return a lognormal quantity from its 90 % range; equal ends are certain.

    >>> round(amount(1, 100).percentile(0.5), 6)
    10.0
    """
    if low == high:
        return fixed(low)
    if not 0 < low < high:
        raise ValueError(f"a range goes from a number above 0 to a higher one, and not from {low} to {high}")
    a, b = math.log(low), math.log(high)
    return Spread(Shape.LOGNORMAL, (a + b) / 2, (b - a) / (2 * Z95))


def chance(low: float, high: float) -> Spread:
    """Return a share or a chance (0 to 1) from its 90 % range; equal ends are certain.

    >>> round(chance(0.1, 0.9).mean, 6)
    0.5
    """
    if low == high:
        return fixed(low)
    if not 0 < low < high < 1:
        raise ValueError(f"a range of chances lies between 0 and 1, and not from {low} to {high}")
    a, b = (math.log(x / (1 - x)) for x in (low, high))
    return Spread(Shape.LOGIT_NORMAL, (a + b) / 2, (b - a) / (2 * Z95))


def triangle(low: float, mode: float, high: float) -> Spread:
    """Return a quantity from its lowest, its most frequent and its highest value.

    >>> triangle(0, 3, 6).mean, triangle(0, 3, 6).percentile(0.5)
    (3.0, 3.0)
    """
    return Spread(Shape.TRIANGLE, float(low), float(high), float(mode))


def capped_mean(spread: Spread, cap: Spread) -> float:
    """Return the mean of the lesser of a lognormal quantity and a cap that varies by itself.

    For a certain cap c: E[X] * Phi(d - sigma) + c * Phi(-d), d = (ln c - mu) / sigma; else the mean of that
    over the cap.

    >>> round(capped_mean(fixed(5), fixed(3)), 3), round(capped_mean(amount(1, 10), fixed(1e9)), 3)
    (3.0, 4.04)
    """
    if cap.shape is Shape.LOGNORMAL:
        nodes, weights = _hermite()
        caps = np.exp(cap.first + cap.second * nodes)
        return sum(
            float(weight) * capped_mean(spread, fixed(c)) for c, weight in zip(caps, weights, strict=True)
        )
    if spread.shape is Shape.FIXED or not spread.second:
        return min(spread.mean, cap.first)
    if cap.first <= 0 or math.isinf(cap.first):
        return min(cap.first, spread.mean)
    d = (math.log(cap.first) - spread.first) / spread.second
    return spread.mean * _NORMAL.cdf(d - spread.second) + cap.first * _NORMAL.cdf(-d)


def _share(log_odds: Values) -> Values:
    """Return the chances that have these log odds, in the same array."""
    np.negative(log_odds, out=log_odds)
    with np.errstate(over="ignore"):  # the chance is then 0, as it should be
        np.exp(log_odds, out=log_odds)
    log_odds += 1.0
    return np.reciprocal(log_odds, out=log_odds)


def _triangle(shares: Values, spread: Spread) -> Values:
    low, high, mode = spread.first, spread.second, spread.mode
    wide = high - low
    if wide <= 0:
        return np.full(shares.shape, low)
    turn = (mode - low) / wide
    rising = low + np.sqrt(shares * wide * (mode - low))
    falling = high - np.sqrt((1 - shares) * wide * (high - mode))
    return np.where(shares < turn, rising, falling)


@lru_cache(maxsize=1)
def _hermite() -> tuple[Values, Values]:
    """Return places and weights that give means over a standard normal distribution."""
    nodes, weights = np.polynomial.hermite_e.hermegauss(64)
    return nodes, weights / weights.sum()
