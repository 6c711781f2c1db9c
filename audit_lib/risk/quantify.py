"""Risk in numbers: every scenario of a map over many simulated years."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import numpy as np

from ..errors import ParameterError
from ..law.fines import Seriousness, Tier, penalty_range, statutory_maximum
from ..model.assumption import AssumptionName, Figure
from ..model.data_map import DataMap
from ..model.finding import Finding, Skipped
from ..model.noun import Gap
from ..model.quantified import Ceiling, CurvePoint, InStates, Losses, Quantified, ScenarioLosses, State
from ..model.risk_model import LossKind, RiskModel
from .annual import curve, losses
from .drivers import drivers
from .expected import Spreads, events, expected, people
from .figures import figures, spreads
from .returns import returns
from .simulate import Simulated, shared_years, simulate
from .stakes import Stake, stakes, used

#: Simulated years where nobody says how many, and the most: each takes about 60 bytes.
YEARS: Final = 100_000
MOST_YEARS: Final = 20_000_000

#: The most events that are drawn in all of the years, which takes some minutes.
MOST_DRAWN: Final = 200_000_000
SEED: Final = 1


def quantify(
    data_map: DataMap, findings: Iterable[Finding], *, years: int = YEARS, seed: int = SEED
) -> Quantified:
    """Return what the risks of a map cost in simulated years: before measures, as it is, as it is planned.

    Each scenario of the register comes to events: their number a year is a Poisson number, or none or one,
    from a range; each costs what ranges of response, notification, redress, penalty and lost business give.
    The ranges are those of the map (`risk_model`) or, where it has none, assumptions; `Quantified.figures`
    lists all. The measures that the map knows to be in place, and those that it plans, make events rarer or
    milder by as much of the data at stake as they protect.

    Parameters
    ----------
    data_map
        The map.
    findings
        What the rules found; by way of the register they decide how often a scenario is assumed to happen.
    years
        How many years to simulate, 1 to 20,000,000.
    seed
        The same seed gives the same numbers, 0 or more.

    Raises
    ------
    ValueError
        If `years` or `seed` is out of range.
    ParameterError
        If so many events happen in so many years that drawing them would take hours.

    Notes
    -----
    Losses are lognormal from 90 % ranges; a penalty is the lesser of the fining method of 2024 and of what
    cases came to a person, capped by DPA 2018 s.157. The parts are those of FAIR (Open Group O-RT); measures
    thin the events, which is exact for these counts.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> found = quantify(example_map(), [], years=1000)
    >>> found.years, found.current.ale <= found.inherent.ale
    (1000, True)
    """
    if not 1 <= years <= MOST_YEARS:
        raise ValueError(f"years must be 1 to {MOST_YEARS:,}, and not {years:,}")
    if seed < 0:
        raise ValueError(f"a seed is 0 or more, and not {seed}")
    given = sorted(findings, key=lambda finding: finding.id)
    found = stakes(data_map, given)
    listed = used(figures(data_map, [stake.id for stake in found]), found)
    known = spreads(listed)
    _refuse_too_many(found, known, years)
    scenarios, totals, points = _simulated(found, known, years, seed)
    return Quantified(
        map=data_map.info.id,
        title=data_map.info.title,
        years=years,
        seed=seed,
        scenarios=tuple(sorted(scenarios, key=lambda each: (-each.current.expected, each.scenario))),
        curve=points,
        drivers=drivers(listed, found, known),
        measures=returns((data_map.risk_model or RiskModel()).measures, found, known, seed),
        figures=listed,
        ceiling=_ceiling(listed, known),
        left_out=tuple(_left_out(data_map, found)),
        **{state.value: totals.of(state) for state in State},
    )


def _refuse_too_many(found: Sequence[Stake], known: Spreads, years: int) -> None:
    each = {stake.id: events(stake, known) for stake in found}
    a_year = sum(each.values())
    if a_year * years > MOST_DRAWN:
        most = max(each, key=lambda scenario: each[scenario])
        message = (
            f"In {years:,} years there would be {a_year * years:,.0f} events, most of them of "
            f"{most}; at most {MOST_DRAWN:,} are drawn. Give {int(MOST_DRAWN / a_year):,} years, or a "
            "lower frequency."
        )
        raise ParameterError.at("years", message)


def _simulated(
    found: Sequence[Stake], known: Spreads, years: int, seed: int
) -> tuple[list[ScenarioLosses], InStates, tuple[CurvePoint, ...]]:
    """Simulate one scenario after the other and add up the years."""
    shared = shared_years(_shared(found), known, years, seed)
    annual = {state: np.zeros(years) for state in State}
    kinds = {state: np.zeros(len(LossKind)) for state in State}
    count = dict.fromkeys(State, 0)
    sums: dict[State, dict[LossKind, float]] = {state: dict.fromkeys(LossKind, 0.0) for state in State}
    told = []
    for stake in found:
        states = simulate(stake, known, shared, years, seed)
        means = {state: expected(stake, known, state) for state in State}
        for state in State:
            annual[state] += states[state].annual
            kinds[state] += states[state].kinds
            count[state] += states[state].events
            sums[state] = {kind: sums[state][kind] + means[state][kind] for kind in LossKind}
        told.append(_scenario(stake, known, states, means))
    planned = any(stake.held[State.TARGET] != stake.held[State.CURRENT] for stake in found)
    known_states = tuple(State) if planned else (State.INHERENT, State.CURRENT)
    total = {
        state: losses(Simulated(annual[state], kinds[state], count[state]), sums[state])
        for state in known_states
    }
    total.setdefault(State.TARGET, total[State.CURRENT])
    return told, InStates(**{state.value: total[state] for state in State}), curve(annual)


def _shared(found: Sequence[Stake]) -> list[str]:
    held = (held for stake in found for held in stake.held.values())
    names = {name for each in held for name, _ in (*each.rarer, *each.milder)}
    everybody = {AssumptionName.PEOPLE.value} if any(stake.reach is None for stake in found) else set[str]()
    return sorted(names | everybody)


def _scenario(
    stake: Stake,
    known: Spreads,
    states: Mapping[State, Simulated],
    means: Mapping[State, Mapping[LossKind, float]],
) -> ScenarioLosses:
    told: dict[State, Losses] = {}
    for state in State:
        same = next((other for other in told if states[other] is states[state]), None)
        told[state] = told[same] if same else losses(states[state], means[state])
    return ScenarioLosses(
        scenario=stake.id,
        title=stake.scenario.title,
        event=stake.event.value,
        about=stake.risk.about,
        people=people(stake, known),
        measures=stake.measures,
        **{state.value: told[state] for state in State},
    )


def _ceiling(listed: Iterable[Figure], known: Spreads) -> Ceiling:
    turnover = known[AssumptionName.TURNOVER].percentile(0.5)
    method = penalty_range(Tier.HIGHER, Seriousness.HIGH, turnover)
    return Ceiling(
        turnover=turnover,
        higher=statutory_maximum(Tier.HIGHER, turnover),
        standard=statutory_maximum(Tier.STANDARD, turnover),
        method_low=method.low,
        method_high=method.high,
        assumed=next(figure.assumed for figure in listed if figure.id == AssumptionName.TURNOVER),
    )


def _left_out(data_map: DataMap, found: Sequence[Stake]) -> Iterator[Skipped]:
    """Say which figures and measures of the map change nothing, and which people are not counted."""
    model = data_map.risk_model or RiskModel()
    here = {stake.id for stake in found}
    for numbers in model.scenarios:
        if numbers.scenario not in here:
            why = "The map has no place where it can happen, so its figures are not used."
            yield Skipped(what=f"scenario {numbers.scenario}", why=why)
    for measure in model.measures:
        if all(stake.held[measure.id] == stake.held[State.CURRENT] for stake in found):
            why = "It covers no further place of a risk that it helps with, and so saves nothing."
            yield Skipped(what=f"planned measure {measure.id}", why=why)
    people = [party for party in data_map.parties if party.id in data_map.individuals]
    silent = [party.name for party in people if isinstance(party.number, Gap)]
    if silent and len(silent) < len(people):
        why = f"The map gives no number of them; only people with a number are counted: {', '.join(silent)}."
        yield Skipped(what="people without a number", why=why)
