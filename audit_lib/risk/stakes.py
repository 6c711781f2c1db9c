"""What is at stake in each scenario of a map: how often, how many people, the cost, what holds it back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from ..law.fines import Seriousness, Tier, tier
from ..model.assumption import AssumptionName, Figure
from ..model.data_map import DataMap
from ..model.finding import Finding
from ..model.noun import Gap, Stance
from ..model.quantified import State
from ..model.risk import Harm, Likelihood, Risk
from ..model.risk_model import LossKind, PlannedMeasure, RiskModel, ScenarioName
from ..model.safeguard import Measure, Safeguard
from .assumption import Event
from .assumptions import FREQUENCIES
from .facts import RiskFacts, Spot
from .measures import cover
from .register import risk_register, spots_of
from .scenario import Scenario
from .scenarios import SCENARIO

#: How much a figure takes off, and of which part of what is at stake: (id of the figure, 0 to 1).
Cut = tuple[str, float]

_SERIOUS: Final[Mapping[Harm, Seriousness]] = {
    Harm.MINIMAL: Seriousness.LOW,
    Harm.SIGNIFICANT: Seriousness.MEDIUM,
    Harm.SEVERE: Seriousness.HIGH,
}
_FACTOR: Final[Mapping[Likelihood, AssumptionName]] = {
    Likelihood.REMOTE: AssumptionName.REMOTE,
    Likelihood.POSSIBLE: AssumptionName.POSSIBLE,
    Likelihood.PROBABLE: AssumptionName.PROBABLE,
}


class Held(NamedTuple):
    """What makes a scenario rarer, and what makes it milder."""

    rarer: tuple[Cut, ...] = ()
    milder: tuple[Cut, ...] = ()


class Stake(NamedTuple):
    """A scenario of a map, ready to be counted.

    `factor` is the figure that makes the assumed frequency that of this map; None where the map gives the
    frequency. `reach` is how many people can be concerned at most, None where the map does not say.
    `people` and `losses` name the figures that the map gives in place of the assumed ones. `held` is what
    holds the scenario back in each state, and with each planned measure alone; `measures` are the safeguards
    that do so now.
    """

    scenario: Scenario
    risk: Risk
    event: Event
    once: bool
    factor: str | None
    reach: float | None
    people: str | None
    losses: Mapping[LossKind, float | None]
    seriousness: Seriousness
    tier: Tier
    held: Mapping[State | str, Held]
    measures: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The id of the scenario."""
        return self.scenario.id

    @property
    def rate(self) -> str:
        """The id of the figure that says how often."""
        return f"frequency:{self.id}"


def stakes(data_map: DataMap, findings: Sequence[Finding]) -> tuple[Stake, ...]:
    """Return what is at stake in each scenario that a map has, in the order of the scenarios.

    >>> from audit_lib.graph.example import example_map
    >>> [stake.id for stake in stakes(example_map(), [])][:2]
    ['exposed-where-kept', 'astray-on-its-way']
    """
    facts = RiskFacts(data_map)
    rows = {risk.scenario: risk for risk in risk_register(data_map, findings).risks}
    return tuple(
        _stake(facts, scenario, rows[scenario.id], spots_of(scenario, facts, findings))
        for scenario in SCENARIO.values()
        if scenario.id in rows
    )


def _stake(facts: RiskFacts, scenario: Scenario, risk: Risk, spots: Sequence[Spot]) -> Stake:
    model = facts.data_map.risk_model or RiskModel()
    known = model.of(scenario.id)
    usual = FREQUENCIES[ScenarioName(scenario.id)]
    bear = (*scenario.deterred_by, *scenario.softened_by)
    given = bool(known and (known.frequency or known.probability))
    return Stake(
        scenario=scenario,
        risk=risk,
        event=usual.event,
        once=bool(known and known.probability) if given else usual.once,
        factor=None if given else _FACTOR[risk.inherent.likelihood].value,
        reach=_reach(facts.data_map, spots),
        people=f"people:{scenario.id}" if known and known.people else None,
        losses={loss.kind: loss.chance for loss in known.losses} if known else {},
        seriousness=_SERIOUS[risk.inherent.harm],
        tier=tier(scenario.infringes),
        held=dict(_held(facts.data_map, scenario, spots, model.measures)),
        measures=tuple(safeguard.id for safeguard in cover(facts.data_map, spots, bear).safeguards),
    )


def _reach(data_map: DataMap, spots: Sequence[Spot]) -> float | None:
    """Return about how many people some spots concern, as far as the map gives numbers."""
    people: set[str] = set()
    for spot in spots:
        for name in spot.activities:
            people.update(data_map.activity[name].subjects)
        for reference in (spot.place, *spot.also):
            kind, _, name = reference.partition(":")
            if kind == "flow":
                people.update(data_map.flow[name].subjects)
    known = [data_map.party[name].number for name in people or data_map.individuals]
    numbers = [number for number in known if not isinstance(number, Gap)]
    return float(sum(numbers)) if numbers else None


def _held(
    data_map: DataMap, scenario: Scenario, spots: Sequence[Spot], planned: Sequence[PlannedMeasure]
) -> Iterator[tuple[State | str, Held]]:
    yield State.INHERENT, Held()
    yield State.CURRENT, _holding(data_map, scenario, spots, ())
    yield State.TARGET, _holding(data_map, scenario, spots, planned)
    for measure in planned:
        yield measure.id, _holding(data_map, scenario, spots, (measure,))


def _holding(
    data_map: DataMap, scenario: Scenario, spots: Sequence[Spot], planned: Sequence[PlannedMeasure]
) -> Held:
    """Return what holds a scenario back with some planned measures in place."""
    usual = [measure for measure in planned if not (measure.frequency or measure.loss)]
    rarer = list(_kinds(data_map, spots, scenario.deterred_by, [m for m in usual if _helps(m, scenario)]))
    milder = list(_kinds(data_map, spots, scenario.softened_by, [m for m in usual if _helps(m, scenario)]))
    for measure in planned:
        if not _helps(measure, scenario):
            continue
        share = _share(data_map, spots, [measure.measure], [measure], alone=True)
        if measure.frequency:
            rarer.append((f"measure:{measure.id}:frequency", share))
        if measure.loss:
            milder.append((f"measure:{measure.id}:loss", share))
        if measure in usual and measure.measure not in (*scenario.deterred_by, *scenario.softened_by):
            rarer.append((_effect(measure.measure), share))
    return Held(tuple(cut for cut in rarer if cut[1]), tuple(cut for cut in milder if cut[1]))


def _kinds(
    data_map: DataMap, spots: Sequence[Spot], kinds: Iterable[Measure], planned: Sequence[PlannedMeasure]
) -> Iterator[Cut]:
    for kind in kinds:
        yield _effect(kind), _share(data_map, spots, [kind], planned)


def _share(
    data_map: DataMap,
    spots: Sequence[Spot],
    kinds: Sequence[Measure],
    planned: Sequence[PlannedMeasure],
    *,
    alone: bool = False,
) -> float:
    """Return the part of what is at stake that measures of some kinds protect."""
    given = data_map.model_copy(update={"safeguards": ()}) if alone else data_map
    return cover(given, spots, kinds, [_in_place(measure) for measure in planned]).share


def _helps(measure: PlannedMeasure, scenario: Scenario) -> bool:
    if measure.scenarios:
        return scenario.id in measure.scenarios
    return measure.measure in (*scenario.deterred_by, *scenario.softened_by)


def _effect(measure: Measure) -> str:
    return f"effect-{measure}"


def _in_place(measure: PlannedMeasure) -> Safeguard:
    """Return a planned measure as the safeguard that it will be."""
    return Safeguard(
        id=measure.id,
        name=measure.name,
        measure=measure.measure,
        stance=Stance.RECORDED,
        parties=measure.parties,
        systems=measure.systems,
        data=measure.data,
        activities=measure.activities,
    )


def used(listed: Iterable[Figure], at_stake: Iterable[Stake]) -> tuple[Figure, ...]:
    """Return the figures on which stakes rest: the effects of measures that hold nothing back are left out.

    >>> used([], [])
    ()
    """
    held = {
        cut for stake in at_stake for each in stake.held.values() for cut, _ in (*each.rarer, *each.milder)
    }
    return tuple(f for f in listed if not f.id.startswith("effect-") or f.id in held)
