"""What events cost, drawn for many events at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ..model.assumption import AssumptionName as Name
from ..model.risk_model import LossKind
from .assumption import Event
from .assumptions import of_event
from .expected import Spreads, crowd, reckoned_back
from .penalty import capped_penalties, penalties
from .spread import Values
from .stakes import Stake

#: The rows of what `drawn_losses` returns.
ROWS: Final = tuple(LossKind)


def drawn_losses(
    stake: Stake,
    spreads: Spreads,
    streams: Callable[[str], np.random.Generator],
    reach: Values | float,
    size: int,
) -> Values:
    """Return the loss of each of some events by kind, in GBP, before any measure: shape ``(5, size)``.

    `streams` gives each kind of loss, and "people", random numbers of its own.

    How many people an event concerns goes into telling, redress, penalty and lost business alike, so these
    rise and fall together. Payments are so many claims, a Poisson number, at an average of their own.
    """
    cost = np.zeros((len(ROWS), size))
    people = drawn_people(stake, spreads, streams("people"), reach, size)
    for row, kind in enumerate(ROWS):
        random = streams(kind.value)
        if kind in stake.losses:
            cost[row] = _given(stake, spreads, random, kind, size)
        else:
            cost[row] = _USUAL[kind](stake, spreads, random, people)
    return cost


def drawn_people(
    stake: Stake, spreads: Spreads, random: np.random.Generator, reach: Values | float, size: int
) -> Values:
    """Return how many people each event concerns; never more than can be reached."""
    found = crowd(stake, spreads)
    if found is None:
        return spreads[Name.STORE_SHARE].draw(random, size) * reach
    drawn = found.draw(random, size)
    if stake.people and stake.reach is None:
        return drawn
    return np.minimum(drawn, reach)


def _where(chance: Spreads, name: Name | None, random: np.random.Generator, size: int) -> NDArray[np.int64]:
    """Return the numbers of the events at which something with a chance comes to pass."""
    likely = chance[name].mean if name else 0.0
    return np.flatnonzero(random.random(size) < likely)


def _response(stake: Stake, spreads: Spreads, random: np.random.Generator, people: Values) -> Values:
    name = of_event(stake.event, "response")
    drawn = spreads[str(name)].draw(random, people.size)
    asked = _where(spreads, of_event(stake.event, "inquiry"), random, people.size)
    drawn[asked] += spreads[Name.INQUIRY_COST].draw(random, asked.size)
    return drawn


def _telling(stake: Stake, spreads: Spreads, random: np.random.Generator, people: Values) -> Values:
    drawn = np.zeros(people.size)
    if stake.event is not Event.GRIEVANCE:
        told = _where(spreads, of_event(stake.event, "told"), random, people.size)
        drawn[told] = people[told] * spreads[Name.TELLING_COST].draw(random, told.size)
    return drawn


def _redress(stake: Stake, spreads: Spreads, random: np.random.Generator, people: Values) -> Values:
    share = spreads[str(of_event(stake.event, "claims"))].draw(random, people.size)
    share *= people
    claims = random.poisson(share).astype(np.float64)
    paid = np.flatnonzero(claims)
    claims[paid] *= spreads[Name.CLAIM_COST].draw(random, paid.size)
    return claims


def _penalties(stake: Stake, spreads: Spreads, random: np.random.Generator, people: Values) -> Values:
    drawn = np.zeros(people.size)
    fined = _where(spreads, of_event(stake.event, "fine"), random, people.size)
    drawn[fined] = penalties(random, spreads, (stake.tier, stake.seriousness), people[fined])
    return drawn


def _leaving(stake: Stake, spreads: Spreads, random: np.random.Generator, people: Values) -> Values:
    share = spreads[str(of_event(stake.event, "leavers"))].draw(random, people.size)
    share *= people
    share *= spreads[Name.LEAVER_COST].draw(random, people.size)
    return share


_USUAL: Final[Mapping[LossKind, Callable[[Stake, Spreads, np.random.Generator, Values], Values]]] = {
    LossKind.RESPONSE: _response,
    LossKind.NOTIFICATION: _telling,
    LossKind.REDRESS: _redress,
    LossKind.REGULATORY: _penalties,
    LossKind.LOST_BUSINESS: _leaving,
}


def _given(stake: Stake, spreads: Spreads, random: np.random.Generator, kind: LossKind, size: int) -> Values:
    """Return a loss from the range that the map gives; it is one of today, so the measures are undone."""
    given, chance = spreads[f"loss:{stake.id}:{kind}"], stake.losses[kind]
    if chance is None and kind is LossKind.REGULATORY:
        at = _where(spreads, of_event(stake.event, "fine"), random, size)
    else:
        at = np.flatnonzero(random.random(size) < (1.0 if chance is None else chance))
    drawn = np.zeros(size)
    if kind is LossKind.REGULATORY:
        drawn[at] = capped_penalties(random, spreads, stake.tier, given, at.size)
    else:
        drawn[at] = given.draw(random, at.size)
    return drawn * reckoned_back(stake, spreads, loss=True)
