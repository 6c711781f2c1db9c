"""Simulated years as numbers that can be told: means, percentiles, and how often a loss is exceeded."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from ..model.quantified import CurvePoint, KindLoss, Losses, Percentile, State
from ..model.risk_model import LossKind
from .simulate import Simulated
from .spread import Values

#: The shares of years whose losses are told.
SHARES: Final = (0.5, 0.75, 0.9, 0.95, 0.99, 0.999)

#: How many amounts a curve has, and the lowest, in GBP.
POINTS: Final = 121
LOWEST: Final = 100.0


def losses(simulated: Simulated, expected: Mapping[LossKind, float]) -> Losses:
    """Return the losses of a year from simulated ones.

    >>> told = losses(Simulated(np.array([0.0, 30.0]), np.array([30.0, 0, 0, 0, 0]), 1), {})
    >>> told.ale, told.any_loss, told.percentile(0.5), told.percentile(0.95)
    (15.0, 0.5, 0.0, 30.0)
    """
    annual = simulated.annual
    years = annual.size
    some = np.sort(annual[annual > 0])
    spread = float(annual.std()) / math.sqrt(years)
    return Losses(
        ale=float(annual.mean()),
        error=spread,
        expected=float(sum(expected.values())),
        events=simulated.events / years,
        any_loss=some.size / years,
        percentiles=tuple(Percentile(share=share, loss=_percentile(some, years, share)) for share in SHARES),
        kinds=tuple(
            KindLoss(kind=kind, ale=float(sum_) / years)
            for kind, sum_ in zip(LossKind, simulated.kinds, strict=True)
        ),
    )


def _percentile(some: Values, years: int, share: float) -> float:
    """Return the least loss that so large a share of all years does not exceed; `some` are those above 0."""
    beneath = math.ceil(share * years - 1e-9)
    place = beneath - (years - some.size)
    return float(some[place - 1]) if place > 0 else 0.0


def curve(annual: Mapping[State, Values]) -> tuple[CurvePoint, ...]:
    """Return how often a year's loss exceeds each of some amounts, evenly spaced as powers of ten.

    >>> points = curve({state: np.array([0.0, 500.0]) for state in State})
    >>> points[0].loss, points[0].current, points[-1].current
    (100.0, 0.5, 0.0)
    """
    highest = max((float(values.max(initial=0.0)) for values in annual.values()), default=0.0)
    top = max(10 * LOWEST, 10 ** (math.ceil(20 * math.log10(max(highest, LOWEST))) / 20))
    amounts = np.geomspace(LOWEST, top, POINTS)
    sure = {state: _exceeded(values, amounts) for state, values in annual.items()}
    return tuple(
        CurvePoint(loss=float(amount), **{state.value: sure[state][at] for state in State})
        for at, amount in enumerate(amounts)
    )


def _exceeded(annual: Values, amounts: Values) -> Sequence[float]:
    """Return the share of years above each amount."""
    at_most = np.searchsorted(amounts, annual, side="left")
    counted = np.bincount(at_most, minlength=amounts.size + 1)
    above = annual.size - np.cumsum(counted[: amounts.size])
    shares: list[float] = (above / annual.size).tolist()
    return shares
