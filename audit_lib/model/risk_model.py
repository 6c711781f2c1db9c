"""What a map says about risk in numbers, in place of what is assumed. Money is in pounds sterling."""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum
from typing import Annotated, Any, Final, Self

from pydantic import BeforeValidator, Field, model_validator

from .assumption import AssumptionName
from .noun import Id, Noun, Text
from .safeguard import Measure


class ScenarioName(StrEnum):
    """The scenarios of harm, as the risk register calls them."""

    EXPOSED_WHERE_KEPT = "exposed-where-kept"
    ASTRAY_ON_ITS_WAY = "astray-on-its-way"
    IMPOSTOR_GETS_THE_FILE = "impostor-gets-the-file"
    FOUND_BY_WHOM_THEY_FEAR = "found-by-whom-they-fear"
    PUBLISHED_FOR_ALL = "published-for-all"
    KEPT_WITHOUT_END = "kept-without-end"
    USED_FOR_OTHER_ENDS = "used-for-other-ends"
    PROFILED_UNAWARES = "profiled-unawares"
    ABROAD_UNPROTECTED = "abroad-unprotected"
    NO_VALID_GROUND = "no-valid-ground"
    WATCHED_BEYOND_EXPECTATION = "watched-beyond-expectation"
    PESTERED = "pestered"
    HANDED_OVER_TOO_FREELY = "handed-over-too-freely"
    DECIDED_ON_WRONG_DATA = "decided-on-wrong-data"
    REFUSED_A_HOME = "refused-a-home"
    TREATED_UNEQUALLY = "treated-unequally"
    UNAWARE_OF_SHARING = "unaware-of-sharing"
    CONSENT_THAT_IS_NONE = "consent-that-is-none"
    NOBODY_ANSWERS = "nobody-answers"
    RIGHTS_OUT_OF_REACH = "rights-out-of-reach"


class LossKind(StrEnum):
    """What an event costs the organisation, as money.

    `response` is finding out, putting right and advice, `notification` telling people, `redress` what they
    are paid, `regulatory` a penalty, and `lost-business` the margin that goes with those who leave.
    """

    RESPONSE = "response"
    NOTIFICATION = "notification"
    REDRESS = "redress"
    REGULATORY = "regulatory"
    LOST_BUSINESS = "lost-business"


#: More events a year than this are no risk but a running cost.
MOST_EVENTS: Final = 1_000.0

#: How many times its lower end the upper end of a range is at most; a wider one says nothing.
WIDEST: Final = 1_000_000

#: A hundred times the largest sum that anybody has been fined under the GDPR, in GBP.
MOST_MONEY: Final = 100e9


def _written(value: object) -> object:
    """Take a number as a person writes it, and refuse what a program might take for one."""
    if isinstance(value, str) and not re.fullmatch(r"\d[\d_]*(\.\d+)?", value):
        raise ValueError("write a number such as 0.05 or 250000")
    return value


def _dated(value: object) -> object:
    if isinstance(value, dt.date) or (isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value)):
        return value
    raise ValueError("write a date as year-month-day, such as 2026-11-22")


_Number = Annotated[float, BeforeValidator(_written), Field(ge=0, allow_inf_nan=False)]
Money = Annotated[_Number, Field(le=MOST_MONEY)]
Rate = Annotated[_Number, Field(le=MOST_EVENTS)]
Chance = Annotated[_Number, Field(le=1)]
People = Annotated[_Number, Field(le=10_000_000_000)]
Day = Annotated[dt.date, BeforeValidator(_dated)]


class _Range(Noun):
    """Two numbers between which the true one lies nine times out of ten, and who or what says so."""

    low: Any
    high: Any
    source: Text

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.low > self.high:
            raise ValueError(f"low ({self.low:g}) is above high ({self.high:g}): swap them")
        if self.low == 0 < self.high:
            raise ValueError("a range cannot start at 0: give a small number, or 0 for both if there is none")
        if self.high > WIDEST * self.low:
            raise ValueError(
                f"high is more than {WIDEST:,} times low: so wide a range says nothing, narrow it"
            )
        return self


class MoneyRange(_Range):
    """An amount in GBP as a 90 % range."""

    low: Money
    high: Money


class RateRange(_Range):
    """How many events a year, as a 90 % range; an event can happen several times in a year."""

    low: Rate
    high: Rate


class ChanceRange(_Range):
    """A chance or a share from 0 to 1, as a 90 % range."""

    low: Chance
    high: Chance

    @model_validator(mode="after")
    def _inside(self) -> Self:
        if self.low < self.high == 1:
            raise ValueError("a range cannot end at 1: give 0.99, or 1 for both if it is certain")
        return self


class PeopleRange(_Range):
    """How many people, as a 90 % range."""

    low: People
    high: People


class LossRange(MoneyRange):
    """What a loss amounts to in one event if there is one, and with which chance an event brings it."""

    kind: LossKind
    chance: Chance | None = None


class ScenarioNumbers(Noun):
    """What is known about one scenario of harm: how often, how many people at once, what it costs.

    Everything is as it is today, with the safeguards that are in place; the losses are those of one event.
    `frequency` counts events a year, `probability` is the chance that it happens in a year, once at most; one
    of the two. What is left out stays as assumed.
    """

    scenario: ScenarioName
    frequency: RateRange | None = None
    probability: ChanceRange | None = None
    people: PeopleRange | None = None
    losses: tuple[LossRange, ...] = ()

    @model_validator(mode="after")
    def _once(self) -> Self:
        if self.frequency and self.probability:
            raise ValueError("frequency and probability are two ways to say the same: keep one of them")
        _each_once([loss.kind for loss in self.losses], "kind of loss")
        return self


class Turnover(Noun):
    """Worldwide turnover of last year in GBP: of the organisation alone, and of its undertaking (group)."""

    source: Text
    organisation: Money | None = None
    undertaking: Money | None = None


#: Assumptions whose unit is a chance or a share: they stay beneath 1.
_SHARES: Final = ("-share", "-inquiry", "-told", "-claims", "-leavers", "-fine")


class AssumptionValue(_Range):
    """A range that an organisation puts in place of an assumption, in the unit of the assumption."""

    assumption: AssumptionName
    low: Annotated[_Number, Field(le=MOST_MONEY)]
    high: Annotated[_Number, Field(le=MOST_MONEY)]

    @model_validator(mode="after")
    def _fits(self) -> Self:
        is_share = self.assumption.endswith(_SHARES) or self.assumption.startswith("effect-")
        if is_share and self.high >= 1:
            raise ValueError(f"{self.assumption} is a share: it stays beneath 1")
        return self


class PlannedMeasure(Noun):
    """A safeguard that is planned: what it is, where it will apply, what it costs a year and what it does.

    It counts in the `scenarios` that are named, else in those that its kind of measure helps with, and there
    at the places that it reaches. `frequency` and `loss` are the shares by which it makes them rarer and
    milder; without either, what is assumed of its kind holds.
    """

    id: Id
    name: Text
    measure: Measure
    cost: MoneyRange
    parties: tuple[Id, ...] = ()
    systems: tuple[Id, ...] = ()
    data: tuple[Id, ...] = ()
    activities: tuple[Id, ...] = ()
    scenarios: tuple[ScenarioName, ...] = ()
    frequency: ChanceRange | None = None
    loss: ChanceRange | None = None
    due: Day | None = None
    owner: Text | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _somewhere(self) -> Self:
        if self.measure is Measure.GENERAL:
            raise ValueError("a general measure changes nothing that can be counted: name its kind")
        if not (self.parties or self.systems or self.data or self.activities):
            raise ValueError("name at least one of the parties, systems, data or activities where it applies")
        return self


class RiskModel(Noun):
    """The figures that an organisation puts in place of the assumptions, and the measures that it plans."""

    turnover: Turnover | None = None
    scenarios: tuple[ScenarioNumbers, ...] = ()
    assumptions: tuple[AssumptionValue, ...] = ()
    measures: tuple[PlannedMeasure, ...] = ()

    @model_validator(mode="after")
    def _once(self) -> Self:
        _each_once([numbers.scenario for numbers in self.scenarios], "scenario")
        _each_once([value.assumption for value in self.assumptions], "assumption")
        _each_once([measure.id for measure in self.measures], "planned measure")
        return self

    def of(self, scenario: str) -> ScenarioNumbers | None:
        """Return what is known about a scenario, or nothing.

        >>> RiskModel().of("pestered") is None
        True
        """
        return next((numbers for numbers in self.scenarios if numbers.scenario == scenario), None)


def _each_once(names: list[Any], what: str) -> None:
    twice = sorted({str(name) for name in names if names.count(name) > 1})
    if twice:
        raise ValueError(f"each {what} stands once; {', '.join(twice)} comes again")
