"""How long a map takes from text to findings, per flow, and how that grows with the map.

Per size: microseconds of processor time a flow for reading and validating the text, for all rules, and for
both; how many times longer both take a flow than at the size before; and the peak memory of the process so
far. A profile of the slowest rules of the largest map follows. To set the figures against: Fides 2.78 took 2
to 10 ms a flow for parsing and evaluating three policy rules on maps of 100 to 2,000 flows (measured apart,
on the same kind of machine; it is quoted here and not run).

    python benchmarks/rules_over_flows.py
    python benchmarks/rules_over_flows.py --sizes 100 1000
"""

from __future__ import annotations

import argparse
import datetime as dt
import resource
import sys
import tempfile
import time
from pathlib import Path

from generate import generate, yaml_text

from audit_lib.files.read_map import read_map
from audit_lib.rules.catalogue import CATALOGUE
from audit_lib.rules.facts import Facts
from audit_lib.rules.run import run_rules

SIZES = (100, 1_000, 10_000, 100_000)
AS_OF = dt.date(2026, 11, 22)
#: Milliseconds a flow, the fastest and the slowest of the measured runs.
FIDES = (2.0, 10.0)


def seconds(flows: int, rounds: int) -> tuple[float, float, int]:
    """Return the best processor time of some rounds for reading and for judging, and the findings."""
    reading, judging, findings = float("inf"), float("inf"), 0
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "map.yaml").write_text(yaml_text(generate(flows)), encoding="utf-8")
        for _ in range(rounds):
            start = time.process_time()
            data_map = read_map(folder)
            reading = min(reading, time.process_time() - start)
            start = time.process_time()
            run = run_rules(data_map, AS_OF)
            judging = min(judging, time.process_time() - start)
            findings = len(run.findings)
            broken = [skipped for skipped in run.skipped if "broke" in skipped.why]
            if broken:
                sys.exit(f"A rule broke: {broken[0].what}: {broken[0].why}")
    return reading, judging, findings


def slowest(flows: int, most: int = 5) -> list[tuple[float, str]]:
    """Return the rules that take longest on one map, with their seconds; shared facts count once."""
    facts = Facts(generate(flows), AS_OF)
    took = []
    for rule in CATALOGUE:
        start = time.process_time()
        for _ in rule.test(facts):
            pass
        took.append((time.process_time() - start, rule.id))
    return sorted(took, reverse=True)[:most]


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of flows")
    options.add_argument("--rounds", type=int, default=3, help="rounds per size; the best counts")
    asked = options.parse_args()
    print(f"{len(CATALOGUE)} rules; microseconds of processor time a flow")
    print(f"{'flows':>8} {'read':>8} {'rules':>8} {'both':>8} {'growth':>7} {'findings':>9} {'peak MB':>8}")
    before = None
    for flows in asked.sizes:
        reading, judging, findings = seconds(flows, asked.rounds)
        read, judged = reading / flows * 1e6, judging / flows * 1e6
        both = read + judged
        growth = f"{both / before:.2f}" if before else "-"
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        times = " to ".join(f"{fides * 1000 / both:,.0f}" for fides in FIDES)
        figures = (
            f"{flows:>8} {read:>8.1f} {judged:>8.1f} {both:>8.1f} {growth:>7} {findings:>9} {peak:>8.0f}"
        )
        print(f"{figures}  {times} times less than Fides")
        before = both
    print("\nslowest rules of the largest map:")
    for took, rule in slowest(max(asked.sizes)):
        print(f"{took:>9.3f} s  {rule}")


if __name__ == "__main__":
    main()
