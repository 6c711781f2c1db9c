"""How long simulated years of every risk take: plain Python, this project, and drawing the numbers alone.

    python benchmarks/risk_numbers.py                      10,000 to 1,000,000 years of data_maps/btr
    python benchmarks/risk_numbers.py --years 100000 --map data_maps/small_agency

The three run one after the other in the same run, each size and way in a process of its own, so that its peak
memory is its own. Seconds are wall clock, the best of the rounds.

plain Python  one event after the other with the standard library: the same counts, kinds of loss and
              thinning by measures, each year sorted. Its mean must agree with ours, or the run ends.
ours          `quantify`: all scenarios in three states, percentiles, curve; and with drivers and returns.
simulation    the same without drivers, returns and the curve: the part that the others do as well.
random alone  NumPy draws about as many uniform, normal and Poisson numbers as our simulation needs, and
              throws them away: no way with these numbers can take less.
"""

from __future__ import annotations

import argparse
import datetime as dt
import math
import multiprocessing as mp
import random
import resource
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from audit_lib import read_map, run_rules
from audit_lib.law.fines import MAXIMA, STARTING_POINTS, adjustment
from audit_lib.model.data_map import DataMap
from audit_lib.model.quantified import State
from audit_lib.model.risk_model import LossKind
from audit_lib.risk.assumption import Event
from audit_lib.risk.assumptions import of_event
from audit_lib.risk.expected import crowd, events, expected, rate
from audit_lib.risk.figures import figures, spreads
from audit_lib.risk.quantify import quantify
from audit_lib.risk.simulate import CHUNK, shared_years, simulate
from audit_lib.risk.spread import Shape, Spread
from audit_lib.risk.stakes import Stake, stakes, used

AS_OF = dt.date(2026, 11, 22)
SIZES = (10_000, 100_000, 1_000_000)
#: Plain Python is asked for no more years than this.
MOST_PLAIN = 100_000


def at_stake(data_map: DataMap) -> tuple[tuple[Stake, ...], dict[str, Spread]]:
    found = stakes(data_map, run_rules(data_map, AS_OF).findings)
    return found, spreads(used(figures(data_map, [stake.id for stake in found]), found))


def names_of(found: Sequence[Stake]) -> list[str]:
    held = [held for stake in found for held in stake.held.values()]
    return sorted({"people"} | {name for each in held for name, _ in (*each.rarer, *each.milder)})


# Plain Python -----------------------------------------------------------------------------------------


def one(spread: Spread, chance: random.Random) -> float:
    if spread.shape is Shape.LOGNORMAL:
        return math.exp(chance.gauss(spread.first, spread.second))
    if spread.shape is Shape.LOGIT_NORMAL:
        return 1 / (1 + math.exp(-chance.gauss(spread.first, spread.second)))
    if spread.shape is Shape.TRIANGLE:
        return chance.triangular(spread.first, spread.second, spread.mode)
    return spread.first


def poisson(mean: float, chance: random.Random) -> int:
    """Knuth's way, in steps that do not underflow."""
    count = 0
    while mean > 30:
        count, mean = count + poisson(30, chance), mean - 30
    limit, product = math.exp(-mean), chance.random()
    while product > limit:
        count, product = count + 1, product * chance.random()
    return count


def penalty(stake: Stake, known: dict[str, Spread], people: float, chance: random.Random) -> float:
    turnover = one(known["turnover"], chance)
    start, end = STARTING_POINTS[stake.seriousness]
    maximum = max(MAXIMA[stake.tier].fixed, MAXIMA[stake.tier].share * turnover)
    method = maximum * adjustment(turnover) * chance.uniform(start, end) * one(known["fine-adjusted"], chance)
    return min(method, one(known["fine-a-person"], chance) * people, maximum)


def event_loss(stake: Stake, known: dict[str, Spread], reach: float, chance: random.Random) -> float:
    """What one event costs; ranges of losses that the map gives are not looked at."""

    def happens(what: str) -> bool:
        name = of_event(stake.event, what)
        return name is not None and chance.random() < known[name].mean

    def value(what: str) -> float:
        return one(known[f"{stake.event}-{what}"], chance)

    share = crowd(stake, known)
    people = reach * value("share") if share is None else min(one(share, chance), reach)
    loss = value("response")
    if happens("inquiry"):
        loss += one(known["inquiry-cost"], chance)
    if stake.event is not Event.GRIEVANCE and happens("told"):
        loss += people * one(known["telling-cost"], chance)
    claims = poisson(people * value("claims"), chance)
    if claims:
        loss += claims * one(known["claim-cost"], chance)
    if happens("fine"):
        loss += penalty(stake, known, people, chance)
    return loss + people * value("leavers") * one(known["leaver-cost"], chance)


def plainly(data_map: DataMap, years: int) -> float:
    """Simulate with loops and return the mean loss of a year as it is."""
    found, known = at_stake(data_map)
    chance = random.Random(1)
    usual = [(stake, rate(stake, known), events(stake, known)) for stake in found]
    names = names_of(found)
    totals = {state: [] for state in State}
    for _ in range(years):
        year = {name: one(known[name], chance) for name in names}
        sums = dict.fromkeys(State, 0.0)
        for stake, often, likely in usual:
            count = chance.random() < likely if stake.once else poisson(one(often, chance), chance)
            for _ in range(count):
                reach = year["people"] if stake.reach is None else stake.reach
                loss, number = event_loss(stake, known, reach, chance), chance.random()
                for state in State:
                    held = stake.held[state]
                    if number < math.prod(1 - share * year[name] for name, share in held.rarer):
                        sums[state] += loss * math.prod(1 - share * year[name] for name, share in held.milder)
        for state, total in sums.items():
            totals[state].append(total)
    for values in totals.values():
        values.sort()
    return sum(totals[State.CURRENT]) / years


# Ours, and the least -----------------------------------------------------------------------------------


def ours(data_map: DataMap, years: int) -> float:
    return quantify(data_map, run_rules(data_map, AS_OF).findings, years=years).current.ale


def simulation(data_map: DataMap, years: int) -> float:
    found, known = at_stake(data_map)
    shared = shared_years(names_of(found), known, years, 1)
    whole = {state: np.zeros(years) for state in State}
    for stake in found:
        for state, simulated in simulate(stake, known, shared, years, 1).items():
            whole[state] += simulated.annual
    for values in whole.values():
        values.sort()
    return float(whole[State.CURRENT].mean())


def random_alone(data_map: DataMap, years: int) -> float:
    """Draw as many numbers as our simulation does, by kind, and do nothing with them."""
    found, known = at_stake(data_map)
    generator = np.random.Generator(np.random.PCG64(1))
    for _ in names_of(found):
        generator.standard_normal(years)
    for stake in found:
        for start in range(0, years, CHUNK):
            size = min(CHUNK, years - start)
            if stake.once:
                generator.random(size)
                number = round(size * events(stake, known))
            else:
                generator.standard_normal(size)
                number = int(generator.poisson(rate(stake, known).mean, size).sum())
            # people, response, claims, leavers and what they cost; inquiry, telling, penalty, thinning
            for _ in range(5):
                generator.standard_normal(number)
            for _ in range(3 if stake.event is Event.GRIEVANCE else 4):
                generator.random(number)
            generator.poisson(0.3, number)
    return float("nan")


WAYS: dict[str, Callable[[DataMap, int], float]] = {
    "plain Python": plainly,
    "ours": ours,
    "simulation": simulation,
    "random alone": random_alone,
}


def measured(folder: str, way: str, years: int, rounds: int, results: Any) -> None:
    """Put seconds, the mean loss and the peak memory (MB) above that of a read map into the queue."""
    data_map = read_map(folder)
    run_rules(data_map, AS_OF)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    best, mean = math.inf, math.nan
    for _ in range(rounds):
        start = time.perf_counter()
        mean = WAYS[way](data_map, years)
        best = min(best, time.perf_counter() - start)
    results.put((best, mean, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024))


def apart(*given: Any) -> tuple[float, float, float]:
    context = mp.get_context("spawn")
    results = context.Queue()
    process = context.Process(target=measured, args=(*given, results))
    process.start()
    while process.is_alive() and results.empty():
        time.sleep(0.05)
    process.join()
    if process.exitcode:
        sys.exit(process.exitcode)
    return results.get()


def agrees(data_map: DataMap, mean: float, years: int) -> bool:
    """Say whether a mean lies within five standard errors of the one worked out without chance."""
    found, known = at_stake(data_map)
    exact = sum(expected(stake, known, State.CURRENT)[kind] for stake in found for kind in LossKind)
    error = quantify(data_map, run_rules(data_map, AS_OF).findings, years=100_000).current.error
    return abs(mean - exact) < 5 * error * math.sqrt(100_000 / years)


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--years", type=int, nargs="+", default=SIZES)
    options.add_argument("--rounds", type=int, default=2, help="rounds per way; the best counts")
    options.add_argument("--map", default="data_maps/btr")
    asked = options.parse_args()
    data_map = read_map(asked.map)
    print(
        f"{data_map.info.title}: {len(at_stake(data_map)[0])} scenarios, three states, NumPy {np.__version__}"
    )
    print(f"{'years':>10} {'way':>14} {'seconds':>9} {'years/second':>13} {'more MB':>8} {'mean GBP':>9}")
    for years in asked.years:
        for way in WAYS:
            plain = way == "plain Python"
            some = min(years, MOST_PLAIN) if plain else years
            seconds, mean, peak = apart(asked.map, way, some, 1 if plain else asked.rounds)
            said = f"{mean:>9,.0f}" if mean == mean else f"{'-':>9}"
            print(
                f"{some:>10,} {way:>14} {seconds:>9.3f} {some / seconds:>13,.0f} {peak:>8.0f} {said}",
                flush=True,
            )
            if mean == mean and not agrees(data_map, mean, some):
                sys.exit(f"The mean of {way} lies too far from the one worked out without chance.")


if __name__ == "__main__":
    main()
