"""Risk in numbers: what simulated years cost, before the measures, as it is, and as it is planned. In GBP."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any

from .assumption import Figure
from .finding import Skipped
from .noun import Noun
from .risk_model import LossKind
from .safeguard import Measure


class State(StrEnum):
    """Before any safeguard, with those in place, and with those that are planned as well."""

    INHERENT = "inherent"
    CURRENT = "current"
    TARGET = "target"


class Percentile(Noun):
    """The loss that so large a share of years stays below, or at."""

    share: float
    loss: float


class KindLoss(Noun):
    """What one kind of loss comes to in an average year."""

    kind: LossKind
    ale: float


class Losses(Noun):
    """The loss of a year: its mean, how sure that is, how often there is any, and its percentiles.

    `ale` is the annual loss expectancy over the simulated years, `error` its standard error and `expected`
    the same worked out without chance; `events` is how many there are in an average year, `any_loss` the
    share of years with a loss.
    """

    ale: float
    error: float
    expected: float
    events: float
    any_loss: float
    percentiles: tuple[Percentile, ...]
    kinds: tuple[KindLoss, ...]

    def percentile(self, share: float) -> float:
        """Return the loss that a share of years stays below, among those that were worked out."""
        return next(each.loss for each in self.percentiles if each.share == share)


class InStates(Noun):
    """The losses in the three states."""

    inherent: Losses
    current: Losses
    target: Losses

    def of(self, state: State) -> Losses:
        """Return the losses in one state."""
        return {State.INHERENT: self.inherent, State.CURRENT: self.current, State.TARGET: self.target}[state]


class ScenarioLosses(InStates):
    """The losses of one scenario of the register, with the flows, parties and activities where it can happen.

    `people` is how many one event concerns, on average; `measures` are the safeguards that count now.
    """

    scenario: str
    title: str
    event: str
    about: tuple[str, ...]
    people: float
    measures: tuple[str, ...]


class CurvePoint(Noun):
    """The share of years in which the loss is above an amount."""

    loss: float
    inherent: float
    current: float
    target: float


class Driver(Noun):
    """What the expected annual loss, as it is now, would be with one figure at its 5th or 95th percentile."""

    figure: str
    name: str
    at_low: float
    at_high: float

    @property
    def swing(self) -> float:
        """How far apart the two are."""
        return abs(self.at_high - self.at_low)


class Estimate(Noun):
    """A mean with its 5th and 95th percentile."""

    mean: float
    low: float
    high: float


class MeasureReturn(Noun):
    """What a planned measure costs a year, what it saves on top of what is in place, and its return.

    The return is (expected loss before - after - cost) / cost: 1 means that a pound spent saves two. It is
    None where the measure costs nothing. `scenarios` are those that it reaches; without any it saves nothing.
    """

    id: str
    name: str
    measure: Measure
    cost: Estimate
    saved: Estimate
    value: Estimate | None
    scenarios: tuple[str, ...]
    due: dt.date | None = None
    owner: str | None = None


class Ceiling(Noun):
    """How high a penalty can be: by statute, and where the regulator's method starts for a grave breach."""

    turnover: float
    higher: float
    standard: float
    method_low: float
    method_high: float
    assumed: bool


class Quantified(InStates):
    """The risks of a map in numbers.

    `scenarios` come with the dearest first, `drivers` with the widest swing first; `figures` are everything
    that the numbers rest on, assumed or given by the map, and `left_out` what could not be counted, and why.
    """

    map: str
    title: str
    years: int
    seed: int
    scenarios: tuple[ScenarioLosses, ...]
    curve: tuple[CurvePoint, ...]
    drivers: tuple[Driver, ...]
    measures: tuple[MeasureReturn, ...]
    figures: tuple[Figure, ...]
    ceiling: Ceiling
    left_out: tuple[Skipped, ...] = ()

    @property
    def assumed(self) -> tuple[Figure, ...]:
        """The figures that nobody of the organisation has given."""
        return tuple(figure for figure in self.figures if figure.assumed)

    def as_json(self) -> dict[str, Any]:
        """Return the object that ``privacy-audit measure --format json`` prints."""
        return self.model_dump(mode="json")
