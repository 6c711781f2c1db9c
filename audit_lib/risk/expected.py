"""What an average year costs, worked out without chance: the yardstick of the simulation.

Everything that is drawn independently multiplies: events a year, the part that measures let through, people,
the cost of each. Only the mean of a penalty, which is the lesser of two, is taken over a fixed set of points.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from ..model.assumption import AssumptionName as Name
from ..model.quantified import State
from ..model.risk_model import MOST_EVENTS, LossKind
from .assumption import Event
from .assumptions import of_event
from .penalty import capped_penalty_mean, even_people, penalty_mean
from .spread import Spread, capped_mean, fixed
from .stakes import Cut, Stake

Spreads = Mapping[str, Spread]

#: What is left at least by measures that are given a full effect, where a figure of today is reckoned back.
_LEAST_LEFT = 0.01

#: How many events there are in a year at most, before any measure: where a range of a frequency is wide, its
#: upper tail would else hold years that no computer can count.
MOST_A_YEAR = MOST_EVENTS / _LEAST_LEFT


def rate(stake: Stake, spreads: Spreads) -> Spread:
    """Return how many events a year there are before any measure: a rate, or the chance of one.

    What a map gives is as things are today, with the measures in place; `reckoned_back` undoes these.
    """
    usual = spreads[stake.rate]
    return usual.times(spreads[stake.factor]) if stake.factor else usual


def reckoned_back(stake: Stake, spreads: Spreads, *, loss: bool = False) -> float:
    """Return by how much a figure of today is larger without the measures in place; 1 for what is assumed."""
    held = stake.held[State.CURRENT]
    if stake.factor and not loss:
        return 1.0
    return 1 / max(_LEAST_LEFT, kept(held.milder if loss else held.rarer, spreads))


def events(stake: Stake, spreads: Spreads) -> float:
    """Return the mean number of events a year before any measure."""
    often, back = rate(stake, spreads), reckoned_back(stake, spreads)
    return min(1.0, often.mean * back) if stake.once else capped_mean(often, fixed(MOST_A_YEAR / back)) * back


def kept(cuts: Iterable[Cut], spreads: Spreads) -> float:
    """Return the part that measures let through, on average.

    >>> kept([("lock", 0.5)], {"lock": fixed(0.6)})
    0.7
    """
    return math.prod(1 - share * spreads[name].mean for name, share in cuts)


def reach(stake: Stake, spreads: Spreads) -> Spread:
    """Return how many people can be concerned at most."""
    return spreads[Name.PEOPLE] if stake.reach is None else fixed(stake.reach)


def crowd(stake: Stake, spreads: Spreads) -> Spread | None:
    """Return how many people one event concerns, before the reach caps it; None for a share of the reach."""
    if stake.people:
        return spreads[stake.people]
    if stake.event is Event.STORE:
        return None
    return spreads[Name.SLIP_PEOPLE if stake.event is Event.SLIP else Name.GRIEVANCE_PEOPLE]


def people(stake: Stake, spreads: Spreads) -> float:
    """Return how many people one event concerns, on average."""
    found = crowd(stake, spreads)
    if found is None:
        return reach(stake, spreads).mean * spreads[Name.STORE_SHARE].mean
    return capped_mean(found, cap(stake, spreads))


def cap(stake: Stake, spreads: Spreads) -> Spread:
    """Return the most people that an event can concern; nothing assumed caps a number of the map."""
    if stake.people and stake.reach is None:
        return fixed(math.inf)
    return reach(stake, spreads)


def losses(stake: Stake, spreads: Spreads) -> dict[LossKind, float]:
    """Return the mean loss of one event by kind, in GBP, before any measure."""
    concerned = people(stake, spreads)

    def mean(what: str) -> float:
        name = of_event(stake.event, what)
        return spreads[name].mean if name else 0.0

    usual = {
        LossKind.RESPONSE: mean("response") + mean("inquiry") * spreads[Name.INQUIRY_COST].mean,
        LossKind.NOTIFICATION: mean("told") * concerned * spreads[Name.TELLING_COST].mean,
        LossKind.REDRESS: concerned * mean("claims") * spreads[Name.CLAIM_COST].mean,
        LossKind.REGULATORY: mean("fine") * _penalty(stake, spreads),
        LossKind.LOST_BUSINESS: concerned * mean("leavers") * spreads[Name.LEAVER_COST].mean,
    }
    back = reckoned_back(stake, spreads, loss=True)
    for kind, chance in stake.losses.items():
        likely = (mean("fine") if kind is LossKind.REGULATORY else 1.0) if chance is None else chance
        given = spreads[f"loss:{stake.id}:{kind}"]
        regulatory = kind is LossKind.REGULATORY
        usual[kind] = (
            likely * (capped_penalty_mean(spreads, stake.tier, given) if regulatory else given.mean) * back
        )
    return usual


def _penalty(stake: Stake, spreads: Spreads) -> float:
    grade = (stake.tier, stake.seriousness)
    found = crowd(stake, spreads)
    if found is None:
        drawn = even_people(spreads[Name.STORE_SHARE], reach(stake, spreads))
    else:
        drawn = even_people(found, fixed(1)).clip(max=even_people(fixed(1), cap(stake, spreads)))
    return penalty_mean(spreads, grade, drawn)


def expected(stake: Stake, spreads: Spreads, state: State | str) -> dict[LossKind, float]:
    """Return what an average year costs by kind of loss, in GBP, in a state or with one planned measure."""
    held = stake.held[state]
    part = events(stake, spreads) * kept(held.rarer, spreads) * kept(held.milder, spreads)
    return {kind: part * loss for kind, loss in losses(stake, spreads).items()}
