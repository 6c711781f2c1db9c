"""Which flows to stop so that data cannot reach a party: the answer to `cut`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ..model.data_map import DataMap
from ..model.noun import Stance
from .difference import Exposed
from .trace import Arrival, Holding


class Stop(NamedTuple):
    """A flow to stop: its ends, its activity and what for, how sure it is, and what stopping it costs.

    `data` is what it carries of what was asked for, `also` what else it carries and would carry no more.
    """

    flow: str
    sender: str
    recipient: str
    activity: str
    purpose: str
    stance: Stance
    cost: int
    data: tuple[str, ...]
    also: tuple[str, ...]

    @property
    def expected(self) -> bool:
        """Whether nobody has confirmed that the flow exists: ask before you stop it."""
        return self.stance is Stance.EXPECTED


class Touched(NamedTuple):
    """An activity that loses flows: those that stop, those left with nothing to carry, and all it has."""

    activity: str
    purpose: str
    stopped: tuple[str, ...]
    empty: tuple[str, ...]
    flows: int

    @property
    def ends(self) -> bool:
        """Whether no flow of the activity moves anything any more."""
        return len(self.stopped) + len(self.empty) == self.flows


@dataclass(frozen=True, slots=True)
class Cut:
    """The smallest set of flows to stop so that data cannot reach a party, and what else that changes.

    Attributes
    ----------
    category, target, source
        What was asked: ids of the map; without a source, whoever holds the data at the outset counts.
    atoms
        The category and all that lies beneath it, in map order.
    arrives
        What of it flows bring the target today.
    stops
        The flows to stop, in map order. They keep away all that flows can be stopped from bringing.
    cost, least
        What the stops cost together, and what any set of flows must cost at least.
    held
        What the target holds without any flow, and why; None if nothing. People and whoever creates the
        data cannot be parted from it; a system of the target's must be emptied as well.
    must_stay
        How flows that were to be kept bring the target data, whatever else is stopped; None if they do not.
    if_unreal
        The flow ids that would do if no flow that nobody has confirmed is real; None where it makes no
        difference.
    left
        What still reaches the target, or is still held there, once the flows are stopped: found by following
        the data through `after`, not by the search for the cut.
    touched, lost
        The activities that lose flows; the categories, asked for or not, that parties then no longer hold.
    after
        The map without the flows.
    """

    category: str
    target: str
    source: str | None
    atoms: tuple[str, ...]
    arrives: tuple[str, ...]
    stops: tuple[Stop, ...]
    cost: int
    least: int
    held: Holding | None
    must_stay: Arrival | None
    if_unreal: tuple[str, ...] | None
    left: tuple[str, ...]
    touched: tuple[Touched, ...]
    lost: tuple[Exposed, ...]
    after: DataMap = field(repr=False)

    @property
    def flows(self) -> tuple[str, ...]:
        """The ids of the flows to stop, in map order."""
        return tuple(stop.flow for stop in self.stops)

    @property
    def proven(self) -> bool:
        """Whether no cheaper set exists; if not, the search was ended early and one may."""
        return self.cost == self.least

    @property
    def works(self) -> bool:
        """Whether none of the data can reach the target, or rests there, once the flows are stopped."""
        return not self.left

    def as_json(self) -> dict[str, Any]:
        """Return the cut as an object for JSON."""
        return {
            "data": self.category,
            "to": self.target,
            "from": self.source,
            "categories": list(self.atoms),
            "arrives": list(self.arrives),
            "works": self.works,
            "left": list(self.left),
            "stops": [
                {**stop._asdict(), "data": list(stop.data), "also": list(stop.also)} for stop in self.stops
            ],
            "cost": self.cost,
            "least": self.least,
            "proven": self.proven,
            "held": self.held.as_json() if self.held else None,
            "must_stay": self.must_stay.as_json() if self.must_stay else None,
            "if_unreal": None if self.if_unreal is None else list(self.if_unreal),
            "touched": [
                {**one._asdict(), "stopped": list(one.stopped), "empty": list(one.empty), "ends": one.ends}
                for one in self.touched
            ],
            "lost": [pair._asdict() for pair in self.lost],
        }
