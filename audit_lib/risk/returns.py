"""What each planned measure saves on top of what is in place, and what a pound spent on it brings."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from ..model.quantified import Estimate, MeasureReturn, State
from ..model.risk_model import PlannedMeasure
from .expected import Spreads, events, kept, losses
from .simulate import generator
from .spread import Values
from .stakes import Cut, Stake

#: How often the uncertain figures are drawn for the range of a return.
DRAWS: Final = 20_000


def returns(
    planned: Sequence[PlannedMeasure], stakes: Sequence[Stake], spreads: Spreads, seed: int
) -> tuple[MeasureReturn, ...]:
    """Return cost, saving and return of each planned measure, the best return first.

    A measure is looked at alone, on top of those in place; two that help with the same save less together.
    The mean is worked out without chance. The range (5th to 95th percentile) comes from what nobody knows
    exactly: how often, what the measure does, what it costs. The luck of a single year is left out of it.

    Parameters
    ----------
    seed
        For the draws of the range.

    Notes
    -----
    Return on security investment: (expected loss before - after - cost) / cost, all a year.

    Examples
    --------
    >>> returns([], [], {}, 1)
    ()
    """
    worth = {stake.id: _worth(stake, spreads) for stake in stakes}
    drawn = {stake.id: _often(stake, spreads, seed) for stake in stakes}
    found = [_return(measure, stakes, spreads, (worth, drawn), seed) for measure in planned]
    return tuple(sorted(found, key=lambda each: (-(each.value.mean if each.value else math.inf), each.id)))


def _worth(stake: Stake, spreads: Spreads) -> float:
    """Return what a scenario costs an average year before any measure."""
    return events(stake, spreads) * sum(losses(stake, spreads).values())


def _often(stake: Stake, spreads: Spreads, seed: int) -> Values:
    """Return draws of how often, each against the mean."""
    drawn = spreads[stake.rate].draw(generator(seed, f"how often: {stake.id}"), DRAWS)
    mean = spreads[stake.rate].mean
    if stake.factor:
        drawn *= spreads[stake.factor].draw(generator(seed, f"how often: {stake.factor}"), DRAWS)
        mean *= spreads[stake.factor].mean
    return drawn / mean if mean else drawn


def _return(
    measure: PlannedMeasure,
    stakes: Sequence[Stake],
    spreads: Spreads,
    known: tuple[Mapping[str, float], Mapping[str, Values]],
    seed: int,
) -> MeasureReturn:
    worth, often = known
    mean, drawn, reached = 0.0, np.zeros(DRAWS), []
    for stake in stakes:
        now, then = stake.held[State.CURRENT], stake.held[measure.id]
        if now == then:
            continue
        reached.append(stake.id)
        before, after = (kept(held.rarer, spreads) * kept(held.milder, spreads) for held in (now, then))
        mean += worth[stake.id] * (before - after)
        cuts = [(*held.rarer, *held.milder) for held in (now, then)]
        part = _drawn(cuts[0], spreads, seed) - _drawn(cuts[1], spreads, seed)
        drawn += worth[stake.id] * often[stake.id] * part
    cost = spreads[f"measure:{measure.id}:cost"]
    paid = cost.draw(generator(seed, f"cost: {measure.id}"), DRAWS)
    value = None
    if cost.mean > 0:
        value = _estimate((mean - cost.mean) / cost.mean, (drawn - paid) / paid)
    return MeasureReturn(
        id=measure.id,
        name=measure.name,
        measure=measure.measure,
        cost=_estimate(cost.mean, paid),
        saved=_estimate(mean, drawn),
        value=value,
        scenarios=tuple(reached),
        due=measure.due,
        owner=measure.owner,
    )


def _drawn(cuts: Sequence[Cut], spreads: Spreads, seed: int) -> Values:
    """Return draws of the part that measures let through; a figure is drawn the same wherever it counts."""
    left = np.ones(DRAWS)
    for name, share in cuts:
        left *= 1 - share * spreads[name].draw(generator(seed, f"effect: {name}"), DRAWS)
    return left


def _estimate(mean: float, drawn: Values) -> Estimate:
    low, high = np.quantile(drawn, (0.05, 0.95))
    return Estimate(mean=mean, low=float(low), high=float(high))
