"""Simulated years of one scenario: how many events, what each costs, and what measures would have prevented.

Events are drawn once, as they would be without any measure; each event carries one number between 0 and 1,
and a state with measures keeps those events whose number is below the part that its measures let through. So
every state is a thinned copy of the same years: exact for Poisson and Bernoulli counts, and no measure can
ever make a year dearer. Random numbers come from PCG64, seeded by the seed, the id of the scenario, what is
drawn and the part of the years: another scenario beside it changes nothing, and another range of one loss
nothing of the other losses.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..model.quantified import State
from ..model.risk_model import LossKind
from .drawn_losses import drawn_losses
from .expected import MOST_A_YEAR, Spreads, events, rate, reckoned_back
from .spread import Values
from .stakes import Cut, Stake

#: Years that are drawn together, and about how many events: what bounds the memory.
CHUNK: Final = 65_536
MOST_EVENTS: Final = 1_500_000


class Years(NamedTuple):
    """Quantities that hold for a whole year and for every scenario: people in reach, effects of measures."""

    values: Mapping[str, Values]

    def at(self, name: str, start: int, years: NDArray[np.int64]) -> Values:
        """Return the values of some years of a part that begins at `start`."""
        return self.values[name][start + years]


class Simulated(NamedTuple):
    """The loss of each year and its parts by kind, in one state; `events` is how many there were in all."""

    annual: Values
    kinds: Values
    events: int


def generator(seed: int, name: str, part: int = 0) -> np.random.Generator:
    """Return the random numbers of a scenario, or of whatever else has a name of its own.

    >>> generator(1, "pestered").random() == generator(1, "pestered").random()
    True
    >>> generator(1, "pestered").random() == generator(2, "pestered").random()
    False
    """
    words = np.frombuffer(hashlib.sha256(name.encode()).digest()[:16], dtype="<u4")
    return np.random.Generator(
        np.random.PCG64(np.random.SeedSequence(seed, spawn_key=(*(int(word) for word in words), part)))
    )


def _stream(seed: int, name: str, part: int, what: str) -> np.random.Generator:
    """Return the random numbers for one thing of a scenario, which other figures of it do not disturb."""
    return generator(seed, f"{name}: {what}", part)


def shared_years(names: Iterable[str], spreads: Spreads, years: int, seed: int) -> Years:
    """Return what is drawn once a year for all scenarios: each named figure, from random numbers of its own.

    >>> from audit_lib.risk.spread import chance
    >>> shared_years(["lock"], {"lock": chance(0.2, 0.6)}, 3, 1).values["lock"].shape
    (3,)
    """
    return Years({name: spreads[name].draw(generator(seed, name), years) for name in names})


def simulate(stake: Stake, spreads: Spreads, shared: Years, years: int, seed: int) -> dict[State, Simulated]:
    """Return the simulated years of one scenario in the three states.

    Parameters
    ----------
    spreads
        The distribution of every figure by its id.
    shared
        What `shared_years` gave for at least so many years.

    Returns
    -------
    dict
        By state: the loss of each year in GBP (shape ``(years,)``) and the sums by kind (shape ``(5,)``). Two
        states with the same measures share one result.
    """
    annual = {state: np.zeros(years) for state in _distinct(stake)}
    kinds = {state: np.zeros(len(LossKind)) for state in annual}
    count = dict.fromkeys(annual, 0)
    step = _step(stake, spreads)
    for part, start in enumerate(range(0, years, step)):
        random = partial(_stream, seed, stake.id, part)
        size = min(step, years - start)
        when = _when(stake, spreads, random("events"), size)
        cost = drawn_losses(stake, spreads, random, _reach(stake, shared, start, when), when.size)
        number = random("thinning").random(when.size)
        for state, whole in annual.items():
            held = stake.held[state]
            below, left = (_left(cuts, shared, start, when) for cuts in (held.rarer, held.milder))
            factor = left * (number < below) if held.rarer else left
            total = cost.sum(axis=0) * factor
            whole[start : start + size] = np.bincount(when, weights=total, minlength=size)
            kinds[state] += cost @ np.broadcast_to(factor, total.shape)
            count[state] += int((number < below).sum()) if held.rarer else when.size
    found = {state: Simulated(annual[state], kinds[state], count[state]) for state in annual}
    return {state: found[_same(stake, state)] for state in State}


def _distinct(stake: Stake) -> list[State]:
    return list(dict.fromkeys(_same(stake, state) for state in State))


def _same(stake: Stake, state: State) -> State:
    """Return the first state that has the same measures."""
    return next(other for other in State if stake.held[other] == stake.held[state])


def _step(stake: Stake, spreads: Spreads) -> int:
    """Return how many years to draw together, so that their events fit into memory."""
    if stake.once:
        return CHUNK
    often = rate(stake, spreads).percentile(0.99) * reckoned_back(stake, spreads)
    frequent = max(min(often, MOST_A_YEAR), events(stake, spreads), 1e-9)
    return max(1, min(CHUNK, int(MOST_EVENTS / frequent)))


def _when(stake: Stake, spreads: Spreads, random: np.random.Generator, size: int) -> NDArray[np.int64]:
    """Return the year of each event, in order."""
    if stake.once:
        return np.flatnonzero(random.random(size) < events(stake, spreads))
    often = rate(stake, spreads).draw(random, size)
    often *= reckoned_back(stake, spreads)
    np.minimum(often, MOST_A_YEAR, out=often)
    return np.repeat(np.arange(size), random.poisson(often))


def _reach(stake: Stake, shared: Years, start: int, when: NDArray[np.int64]) -> Values | float:
    return shared.at("people", start, when) if stake.reach is None else stake.reach


def _left(cuts: tuple[Cut, ...], shared: Years, start: int, when: NDArray[np.int64]) -> Values | float:
    """Return the part that measures let through, for the year of each event."""
    left: Values | float = 1.0
    for name, share in cuts:
        left = left * (1 - share * shared.at(name, start, when))
    return left
