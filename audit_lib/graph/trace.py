"""Where a data category can go: the answer to `reach`, from the single step to the whole trace."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final, NamedTuple

from ..model.flow import Role
from ..model.noun import Stance

#: From what a clause says to what nobody has confirmed.
_SURENESS: Final = (Stance.STATED, Stance.RECORDED, Stance.INFERRED, Stance.UNCLEAR, Stance.EXPECTED)


class Step(NamedTuple):
    """One flow of a route; `data` is what is carried to here of what was asked for, in map order."""

    flow: str
    sender: str
    recipient: str
    via: str | None
    activity: str
    purpose: str
    role: Role
    stance: Stance
    data: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Route:
    """A chain of flows, each of which hands on what the one before it brought.

    No party stands in it twice, but that it may end where it began: then data comes back to its origin.
    """

    steps: tuple[Step, ...]

    @property
    def flows(self) -> tuple[str, ...]:
        """The ids of the flows, in their order."""
        return tuple(step.flow for step in self.steps)

    @property
    def parties(self) -> tuple[str, ...]:
        """The ids of the parties from origin to end: one more than there are steps."""
        return (self.steps[0].sender, *(step.recipient for step in self.steps))

    @property
    def data(self) -> tuple[str, ...]:
        """What comes all the way, of what was asked for, in map order."""
        return self.steps[-1].data

    @property
    def purposes(self) -> tuple[str, ...]:
        """Purpose after purpose; one that stays the same for several steps is named once."""
        return tuple(purpose for purpose, _ in groupby(step.purpose for step in self.steps))

    @property
    def weakest(self) -> Stance:
        """The stance of the step that is least sure: a chain is as sure as that."""
        return max((step.stance for step in self.steps), key=_SURENESS.index)

    @property
    def stated(self) -> bool:
        """Whether the notice states every step."""
        return self.weakest is Stance.STATED

    @property
    def expected(self) -> bool:
        """Whether the route hangs on a flow that nobody has confirmed: a question, never a fact."""
        return self.weakest is Stance.EXPECTED

    def as_json(self) -> dict[str, Any]:
        """Return the route as plain values."""
        return {
            "parties": list(self.parties),
            "purposes": list(self.purposes),
            "data": list(self.data),
            "weakest_stance": self.weakest.value,
            "steps": [{**step._asdict(), "data": list(step.data)} for step in self.steps],
        }


@dataclass(frozen=True, slots=True)
class Holding:
    """A party that holds some of what was asked for before any flow.

    `because` names the entries that say so ("party:residents" for people, "system:archive",
    "activity:cctv"); it is empty for a source that is merely taken to hold the data.
    """

    party: str
    data: tuple[str, ...]
    because: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the holding as plain values."""
        return {"party": self.party, "data": list(self.data), "because": list(self.because)}


@dataclass(frozen=True, slots=True)
class Arrival:
    """A party to which flows bring some of what was asked for, and how; shortest route first.

    `data` is what arrives in all. `held_at_outset` says that the party held some of it without that.
    """

    party: str
    data: tuple[str, ...]
    routes: tuple[Route, ...]
    held_at_outset: bool

    @property
    def expected(self) -> bool:
        """Whether nothing arrives without a flow that nobody has confirmed."""
        return all(route.expected for route in self.routes)

    def as_json(self) -> dict[str, Any]:
        """Return the arrival as plain values."""
        return {
            "party": self.party,
            "data": list(self.data),
            "held_at_outset": self.held_at_outset,
            "only_expected": self.expected,
            "routes": [route.as_json() for route in self.routes],
        }


@dataclass(frozen=True, slots=True)
class Trace:
    """Where a data category, with all beneath it, can end up.

    Attributes
    ----------
    category, source, target, subject
        What was asked: ids of the map, None where it was left open.
    atoms
        The category and all that lies beneath it, in map order: what is followed.
    holders
        Who holds any of it at the outset, in map order; of people, those who send it to somebody.
    arrivals
        Whom flows bring any of it, nearest first, then in map order.
    cut
        None, or that there are more routes than are listed here, and how many are.
    """

    category: str
    source: str | None
    target: str | None
    subject: str | None
    atoms: tuple[str, ...]
    holders: tuple[Holding, ...]
    arrivals: tuple[Arrival, ...]
    cut: str | None = None

    @property
    def parties(self) -> tuple[str, ...]:
        """The ids of the parties to which flows bring the data, nearest first."""
        return tuple(arrival.party for arrival in self.arrivals)

    def as_json(self) -> dict[str, Any]:
        """Return the trace as an object for JSON."""
        return {
            "data": self.category,
            "from": self.source,
            "to": self.target,
            "subject": self.subject,
            "categories": list(self.atoms),
            "holders": [holding.as_json() for holding in self.holders],
            "arrivals": [arrival.as_json() for arrival in self.arrivals],
            "cut": self.cut,
        }
